// A graph is plain data: printed, hashed, stored, read back and run again.
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../kernel/index.ts";
import { openLaw } from "../open-law.ts";
import { allRules } from "../rules/index.ts";
import { add, input, none, parameter, rule, times } from "./build.ts";
import { buildLaw, explain, graphOf, readGraph, storeGraph, valueText } from "./index.ts";
import type { AnyRule } from "./kinds/rule.ts";
import type { Expression } from "./node.ts";

const law = openLaw();
const text = { nl: "x", en: "x", fr: "x" };

function ruleOf(id: string, gives: Expression, ids: readonly string[] = ["WP-01"]): AnyRule {
  return rule(id, { ids, title: text, dutchTerm: "x", sentence: text, gives: gives as Expression<"cents/quarter"> });
}

/** The checks that a graph fails on the product's data. */
function failures(...rules: AnyRule[]): string[] {
  const built = buildLaw(law, rules);
  return built.ok ? [] : built.error.map((error) => error.rule);
}

const stored = () => JSON.parse(canonicalJson(storeGraph(law.graph)));

describe("a stored graph", () => {
  it("holds nothing that JSON cannot carry", () => {
    expect(stored()).toEqual(storeGraph(law.graph));
  });

  it("has the same hash when read back", () => {
    expect(readGraph(stored()).hash).toBe(law.graph.hash);
  });

  it("does not depend on the order of its rules", () => {
    expect(graphOf([...allRules].reverse()).hash).toBe(law.graph.hash);
  });

  it("gives the same answer when it is run", () => {
    const replay = law.withGraph(readGraph(stored()));
    if (!replay.ok) throw new Error("the stored graph was refused");
    const question = {
      rules: ["supportPremium"],
      facts: { package: "P5_PLUS", startQuarter: "2024-Q2" },
      quarter: "2025-Q1" as never,
    };
    const value = (of: typeof law) => valueText(explain(of, question).values.get("supportPremium")!, "cents/quarter");
    expect(value(replay.value)).toBe(value(law));
  });

  it("is frozen", () => {
    const premium = law.graph.rules.get("wagePremium")!;
    expect(Object.isFrozen(premium) && Object.isFrozen(premium.body) && Object.isFrozen(premium.ids)).toBe(true);
  });

  it("holds another hash when one node differs", () => {
    const changed = stored();
    changed.rules.wagePremium.ids = ["WP-01"];
    expect(readGraph(changed).hash).not.toBe(law.graph.hash);
  });
});

describe("reading a stored graph refuses", () => {
  const broken = (change: (graph: { engine: number; rules: Record<string, { body: Record<string, unknown> }> }) => void) => {
    const graph = stored();
    change(graph);
    return () => readGraph(graph);
  };

  it("another version of the engine", () => {
    expect(broken((graph) => Object.assign(graph, { engine: 2 }))).toThrow(/engine 2/);
  });

  it("an unknown kind of node", () => {
    expect(broken((graph) => Object.assign(graph.rules.cappedWage!.body, { kind: "power" }))).toThrow(/power/);
  });

  it("a unit that does not fit", () => {
    expect(broken((graph) => Object.assign(graph.rules.cappedWage!.body, { unit: "basisPoints" }))).toThrow(/minimum/);
  });

  it("a rule that is not there", () => {
    expect(broken((graph) => delete graph.rules.wageCap)).toThrow(/wageCap/);
  });

  it("a cycle", () => {
    const cycle = (graph: { rules: Record<string, { body: unknown }> }) => {
      graph.rules.wageCap!.body = { kind: "rule", id: "cappedWage", unit: "cents/quarter" };
    };
    expect(broken(cycle)).toThrow(/cycle.*cappedWage → wageCap|cycle.*wageCap → cappedWage/);
  });
});

describe("building a law refuses", () => {
  const amount = parameter("guidancePremium.fixed.high", "cents/quarter");

  it("nothing in a sound rule", () => {
    expect(failures(ruleOf("a", amount))).toEqual([]);
  });

  it("a rule without a rulebook id", () => {
    expect(failures(ruleOf("a", amount, []))).toContain("rule.unit");
  });

  it("an id that is not in the rulebook", () => {
    expect(failures(ruleOf("a", amount, ["WP-99"]))).toEqual(["rule.id"]);
  });

  it("a parameter that does not exist", () => {
    expect(failures(ruleOf("a", parameter("guidancePremium.fixed.huge", "cents/quarter")))).toEqual(["rule.parameter"]);
  });

  it("a parameter read in another unit than its own", () => {
    expect(failures(ruleOf("a", parameter("ggmmi", "cents/quarter")))).toContain("rule.parameterUnit");
  });

  it("a parameter with several values read as one", () => {
    expect(failures(ruleOf("a", times(amount, parameter("wagePremium.package.P5", "basisPoints"))))).toEqual(["rule.list"]);
  });

  it("a parameter read once per quarter that changes inside one", () => {
    const monthly = parameter("ggmmi", "cents/month") as unknown as Expression;
    expect(failures(ruleOf("a", monthly))).toContain("rule.quarterly");
  });

  it("an open point or a reading that does not exist, and a reading without its formula", () => {
    const bySwitch = (openPoint: string, options: Record<string, Expression>) =>
      ({ kind: "switch", unit: "cents/quarter", openPoint, options }) as Expression;
    expect(failures(ruleOf("a", bySwitch("OPEN-99", { A: amount })))).toContain("rule.switch");
    expect(failures(ruleOf("a", bySwitch("OPEN-06", { PERFORMED: amount, OTHER: amount })))).toEqual([
      "rule.option",
      "rule.option",
    ]);
  });

  it("one fact in two units", () => {
    const sum = add(input("x", "cents/quarter"), times(none("cents/quarter"), input("x", "fraction")));
    expect(failures(ruleOf("a", sum))).toEqual(["rule.input"]);
  });

  it("mixed units that the compiler did not see", () => {
    const mixed = {
      kind: "add",
      unit: "cents/quarter",
      terms: [amount, parameter("wagePremium.minPct", "basisPoints")],
    } as Expression;
    expect(failures(ruleOf("a", mixed))).toEqual(["rule.unit"]);
  });

  it("two rules of one name", () => {
    expect(() => graphOf([ruleOf("a", amount), ruleOf("a", add(amount, amount))])).toThrow(/“a”/);
  });
});
