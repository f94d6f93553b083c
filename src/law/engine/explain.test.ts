// What an evaluation says: values, all reasons, what is missing, who must judge, and what it leaned on.
import { describe, expect, it } from "vitest";
import { openLaw } from "../open-law.ts";
import {
  above,
  add,
  allOf,
  anyOf,
  atLeast,
  bySwitch,
  codeInput,
  codeTable,
  constant,
  divide,
  given,
  input,
  judgement,
  maximum,
  minimum,
  not,
  otherwise,
  parameter,
  rule,
  select,
  subtract,
  whenAll,
} from "./build.ts";
import { buildLaw, type Explanation, explain, type Facts, type Law, plainValue } from "./index.ts";
import type { Expression } from "./node.ts";
import type { Unit } from "./units.ts";

const data = openLaw();
const text = (word: string) => ({ nl: word, en: word, fr: word });

function lawOf(gives: Expression<Unit>): Law {
  const built = buildLaw(data, [
    rule("answer", { ids: ["WP-01"], title: text("answer"), dutchTerm: "antwoord", sentence: text("{value}"), gives }),
  ]);
  if (!built.ok) throw new Error(built.error.map((error) => error.message.en).join());
  return built.value;
}

function ask(gives: Expression<Unit>, facts: Facts = {}, switches = {}): Explanation {
  return explain(lawOf(gives), { rules: ["answer"], facts, quarter: "2024-Q1" as never, switches });
}

function value(gives: Expression<Unit>, facts: Facts = {}, switches = {}): unknown {
  const found = ask(gives, facts, switches).values.get("answer");
  return found === undefined ? undefined : plainValue(found, gives.unit);
}

const a = input("a", "cents/quarter");
const b = input("b", "cents/quarter");
const p = input("p", "flag");
const q = input("q", "flag");
const condition = (holds: Expression<"flag">, id: string) => ({ holds, id, field: null, message: text(id) });

describe("arithmetic", () => {
  it("is exact", () => {
    expect(
      value(add(divide(a, constant("times", 3)), divide(a, constant("times", 3)), divide(a, constant("times", 3))), { a: 100 }),
    ).toBe(100);
    expect(value(subtract(a, b), { a: 1, b: 3 })).toBe(-2);
    expect(value(minimum(a, b), { a: 1, b: 3 })).toBe(1);
    expect(value(maximum(a, b), { a: 1, b: 3 })).toBe(3);
  });

  it("refuses a division by zero instead of throwing", () => {
    expect(ask(divide(a, constant("times", 0)), { a: 1 }).outcome).toBe("refused");
  });
});

describe("a missing fact", () => {
  it("makes the case incomplete and names every one", () => {
    const explanation = ask(add(a, b));
    expect(explanation).toMatchObject({ outcome: "incomplete", missing: [{ field: "a" }, { field: "b" }] });
  });

  it("can be asked about and stood in for", () => {
    expect(value(given(a), {})).toBe(false);
    expect(value(given(a), { a: 0 })).toBe(true);
    expect(value(otherwise(a, constant("cents/quarter", 7)), {})).toBe(7);
    expect(value(otherwise(a, constant("cents/quarter", 7)), { a: 5 })).toBe(5);
    expect(value(otherwise(a, constant("cents/quarter", 7)), { a: null })).toBe(7);
  });

  it("does not matter when something else decides", () => {
    expect(value(allOf(p, q), { q: false })).toBe(false);
    expect(value(anyOf(p, q), { q: true })).toBe(true);
    expect(ask(allOf(p, q), { q: true }).outcome).toBe("incomplete");
    expect(value(not(p), { p: true })).toBe(false);
  });

  it("does not matter on the way that is not taken", () => {
    expect(value(select(p, a, b), { p: true, a: 1 })).toBe(1);
    expect(value(select(p, a, b), { p: false, b: 2 })).toBe(2);
    expect(ask(select(p, a, b), { a: 1, b: 2 })).toMatchObject({ outcome: "incomplete", missing: [{ field: "p" }] });
  });
});

describe("a refusal", () => {
  it("gives all reasons, of all parts", () => {
    const first = whenAll([condition(above(a, b), "WP-01"), condition(p, "WP-02")], a);
    const second = whenAll([condition(q, "WP-03")], b);
    const explanation = ask(add(first, second), { a: 1, b: 1, p: false, q: false });
    expect(explanation.outcome === "refused" && explanation.reasons.map(({ id }) => id)).toEqual(["WP-01", "WP-02", "WP-03"]);
  });

  it("names a reason that comes back once", () => {
    const same = whenAll([condition(p, "WP-01")], a);
    const explanation = ask(add(same, whenAll([condition(p, "WP-01")], b)), { a: 1, b: 1, p: false });
    expect(explanation.outcome === "refused" && explanation.reasons).toHaveLength(1);
  });

  it("stands although a fact is missing", () => {
    expect(ask(add(whenAll([condition(p, "WP-01")], a), b), { a: 1, p: false }).outcome).toBe("refused");
  });

  it("comes before a question to a person, and a missing fact too", () => {
    const asked = judgement("cents/quarter", "OPEN-37", "MB bijlage 1", text("?"));
    expect(ask(add(asked, a), { a: 1 })).toMatchObject({ outcome: "judgement", judgements: [{ id: "OPEN-37" }] });
    expect(ask(add(asked, a)).outcome).toBe("incomplete");
    expect(ask(add(asked, whenAll([condition(p, "WP-01")], a)), { a: 1, p: false }).outcome).toBe("refused");
  });

  it("comes from a code without a row", () => {
    const table = codeTable(codeInput("c", ["X", "Y"]), { X: a });
    expect(value(table, { a: 3, c: "X" })).toBe(3);
    expect(ask(table, { a: 3, c: "Y" }).outcome).toBe("refused");
  });

  it("comes from a parameter that has no value on the day", () => {
    const law = lawOf(parameter("guidancePremium.fixed.high", "cents/quarter"));
    expect(explain(law, { rules: ["answer"], facts: {}, quarter: "2020-Q1" as never }).outcome).toBe("refused");
  });
});

describe("open points", () => {
  const reading = bySwitch("OPEN-06", { PERFORMED: a, CONTRACTUAL: b });

  it("choose a formula and are named", () => {
    expect(value(reading, { a: 1, b: 2 })).toBe(1);
    expect(value(reading, { a: 1, b: 2 }, { "OPEN-06": "CONTRACTUAL" })).toBe(2);
    expect(ask(reading, { a: 1, b: 2 }).openPoints).toEqual(["OPEN-06"]);
  });

  it("are not named when they were not read", () => {
    expect(ask(select(p, a, reading), { p: true, a: 1 }).openPoints).toEqual([]);
    expect(ask(select(p, a, reading), { p: false, a: 1 }).openPoints).toEqual(["OPEN-06"]);
  });
});

describe("a trace", () => {
  const low = rule("low", {
    ids: ["WP-02"],
    title: text("low"),
    dutchTerm: "laag",
    sentence: text("{fact:a}"),
    gives: minimum(a, b),
  });
  const built = buildLaw(data, [
    rule("high", {
      ids: ["WP-01"],
      title: text("high"),
      dutchTerm: "hoog",
      sentence: text("{rule:low} {value}"),
      gives: select(atLeast(low, a), add(low, low), low),
    }),
  ]);

  it("has one step per rule, what is used before what uses it, with the facts read", () => {
    if (!built.ok) throw new Error("refused");
    const { steps } = explain(built.value, { rules: ["high"], facts: { a: 1, b: 2 }, quarter: "2024-Q1" as never });
    expect(steps.map(({ key, from, facts }) => ({ key, from, facts: facts.map(({ name }) => name) }))).toEqual([
      { key: "low", from: [], facts: ["a", "b"] },
      { key: "high", from: ["low"], facts: ["a"] },
    ]);
  });

  it("can be left out without changing the answer", () => {
    if (!built.ok) throw new Error("refused");
    const question = { rules: ["high"], facts: { a: 1, b: 2 }, quarter: "2024-Q1" as never };
    const without = explain(built.value, { ...question, steps: false });
    expect(without.steps).toEqual([]);
    expect(without.values).toEqual(explain(built.value, question).values);
  });
});
