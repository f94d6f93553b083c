// A law joined with its rules still answers for its data, and a law made from another keeps the rules.
import { describe, expect, it } from "vitest";
import { plainDate, quarter } from "../../kernel/index.ts";
import { openLaw } from "../open-law.ts";
import { input, monthlyParameter, parameter, parameterOn, rule, sumOverMonths } from "./build.ts";
import { dependenciesOf, dependencyKey } from "./columns/dependencies.ts";
import { buildLaw, explain, type Law, plainValue } from "./index.ts";
import { switchKey } from "./law.ts";

const law = openLaw();
const facts = {
  package: "P5",
  startQuarter: "2023-Q3",
  employmentFraction: 8000,
  grossWage: 900_000,
  employerContributions: 225_000,
  contributionReductions: 60_000,
};
const premium = (of: Law, switches = {}, at = "2024-Q1") =>
  plainValue(
    explain(of, { rules: ["wagePremium"], facts, quarter: quarter(at), switches }).values.get("wagePremium")!,
    "cents/quarter",
  );

describe("a law", () => {
  it("answers for its data", () => {
    expect(law.parameters.size).toBeGreaterThan(100);
    expect(law.switches.get("OPEN-01")?.id).toBe("OPEN-01");
    expect(law.sources.size).toBeGreaterThan(5);
    expect(law.rulebook).toBeDefined();
    expect(law.coverage).toBeDefined();
    expect(law.criteria).toBeDefined();
    expect(law.chosen).toEqual({});
    expect(law.version).toMatch(/./);
    expect(law.stateOfKnowledge).toMatch(/^\d{4}-/);
    expect(law.knownOn === null || typeof law.knownOn === "string").toBe(true);
    expect(law.parametersHash).toMatch(/^[0-9a-f]{64}$/);
    expect(law.timeline("ggmmi").length).toBeGreaterThan(1);
    expect(law.switchesCarrying("OPEN-01").length).toBeGreaterThanOrEqual(0);
    expect(law.checkSwitches({ "OPEN-01": "no such reading" })).toHaveLength(1);
    expect(law.checkSwitches({})).toEqual([]);
    expect(law.switchValue("OPEN-25").ok).toBe(true);
    expect(law.parameterAt("ggmmi", plainDate("2024-01-01")).ok).toBe(true);
    expect(law.readingsUnder({ "OPEN-25": "TRUNCATE" })).toMatchObject({ "OPEN-25": "TRUNCATE" });
    expect(law.hashUnder({ "OPEN-25": "TRUNCATE" })).not.toBe(law.hashUnder({}));
  });

  it("folds itself once per quarter and choice of readings, in whatever order they were given", () => {
    const at = quarter("2024-Q1");
    const one = law.frame(at, { "OPEN-25": "TRUNCATE", "OPEN-10": "LAST_MONTH" });
    expect(law.frame(at, { "OPEN-10": "LAST_MONTH", "OPEN-25": "TRUNCATE" })).toBe(one);
    expect(law.frame(at, {})).not.toBe(one);
    expect(law.frame(quarter("2024-Q2"), {}).quarter).toBe("2024-Q2");
    expect(law.frame(at, { "OPEN-25": "TRUNCATE", "OPEN-10": "LAST_MONTH" })).toBe(one);
    expect(switchKey({})).toBe("");
    expect(switchKey({ b: "1", a: "2" })).toBe(switchKey({ a: "2", b: "1" }));
    expect(switchKey({ a: "1" })).not.toBe(switchKey({ a: "2" }));
  });

  it("forgets old frames rather than filling the memory", () => {
    const own = buildLaw(law, law.graph.rules.values());
    if (!own.ok) throw new Error("the law's own rules do not build");
    const first = own.value.frame(quarter("2024-Q1"), { "OPEN-25": "TRUNCATE" });
    for (let year = 2000; year < 2127; year += 1) {
      for (const n of [1, 2, 3, 4]) own.value.frame(quarter(`${year}-Q${n}`), {});
    }
    expect(own.value.frame(quarter("2024-Q1"), { "OPEN-25": "TRUNCATE" })).toBe(first);
    for (let year = 2200; year < 2210; year += 1) own.value.frame(quarter(`${year}-Q1`), {});
    expect(own.value.frame(quarter("2024-Q1"), { "OPEN-25": "TRUNCATE" })).not.toBe(first);
  });
});

describe("a law made from another", () => {
  it("has other readings, other values, or what was known on a day, and the same rules", () => {
    const usual = premium(law);
    const other = law.withSwitches({ "OPEN-10": "LAST_MONTH" });
    if (!other.ok) throw new Error("OPEN-10 has no reading LAST_MONTH");
    expect(premium(other.value, {}, "2025-Q1")).toBe(premium(law, { "OPEN-10": "LAST_MONTH" }, "2025-Q1"));
    expect(law.withSwitches({ "OPEN-10": "no such reading" }).ok).toBe(false);
    const raised = law.withParameters([{ id: "ggmmi", from: plainDate("2024-01-01"), value: "1000.00" } as never]);
    if (!raised.ok) throw new Error(JSON.stringify(raised.error));
    expect(premium(raised.value)).toBeLessThan(usual as number);
    expect(premium(law)).toBe(usual);
    expect(law.withParameters([{ id: "no.such", from: plainDate("2024-01-01"), value: "1" } as never]).ok).toBe(false);
    const known = law.asKnownOn(plainDate("2024-06-01"));
    expect(known.knownOn).toBe("2024-06-01");
    expect(premium(known)).toBe(usual);
    expect(known.graph).toBe(law.graph);
  });

  it("can take another graph, when that is a right one", () => {
    const text = { nl: "x", en: "x", fr: "x" };
    const words = { ids: ["WP-01"], title: text, dutchTerm: "x", sentence: text };
    const fine = law.withGraph(law.graph);
    expect(fine.ok && premium(fine.value)).toBe(premium(law));
    const wrong = buildLaw(law, [rule("one", { ...words, gives: parameter("no.such", "cents/month") })]);
    expect(wrong.ok).toBe(false);
  });
});

describe("what a node rests on", () => {
  const amount = monthlyParameter("ggmmi", "cents/month");
  const slot = law.program.parameter;
  const key = (node: Parameters<typeof dependencyKey>[0], at: string, month: number, switches = {}) =>
    dependencyKey(node, law.frame(quarter(at), switches), slot, month);

  it("are its parameters and switches, each once, and whether a day of the case decides", () => {
    const sum = sumOverMonths(amount);
    expect(dependenciesOf(sum)).toMatchObject({ parameters: [{ id: "ggmmi" }], switches: [], dated: false });
    expect(dependenciesOf(sum)).toBe(dependenciesOf(sum));
    const dated = parameterOn("ggmmi", "cents/month", input("from", "date"));
    expect(dependenciesOf(dated).dated).toBe(true);
    expect(key(dated, "2024-Q1", -1)).toBeNull();
    const { switches } = dependenciesOf(law.graph.rules.get("wagePremium")!.body);
    expect(switches.length).toBeGreaterThan(0);
    expect(new Set(switches.map(({ openPoint }) => openPoint)).size).toBe(switches.length);
  });

  it("gives one text for the same values and another for others", () => {
    const sum = sumOverMonths(amount);
    expect(key(sum, "2024-Q1", -1)).toBe(key(sum, "2024-Q1", -1));
    expect(key(sum, "2024-Q1", -1)).not.toBe(key(sum, "2024-Q3", -1));
    expect(key(amount, "2024-Q2", 0)).not.toBe(key(amount, "2024-Q2", 1));
    const body = law.graph.rules.get("wagePremium")!.body;
    expect(key(body, "2024-Q1", -1)).not.toBe(key(body, "2024-Q1", -1, { "OPEN-10": "LAST_MONTH" }));
  });
});
