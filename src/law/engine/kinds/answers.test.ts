// What nodes say when they have no value, and the same nodes in columns.
import { describe, expect, it } from "vitest";
import { plainDate, quarter } from "../../../kernel/index.ts";
import { openLaw } from "../../open-law.ts";
import {
  add,
  allOf,
  anyOf,
  bySwitch,
  codeInput,
  codeTable,
  constant,
  daysInService,
  firstDayOfQuarter,
  given,
  input,
  isMultipleOf,
  isOneOf,
  lastDayInput,
  lastDayOfQuarter,
  minimum,
  monthlyParameter,
  none,
  not,
  otherwise,
  parameter,
  perMonth,
  phaseOf,
  quartersSince,
  ratioOf,
  referenceQuarter,
  roundHalfUp,
  rule,
  select,
  subtract,
  sumOverMonths,
  times,
  truncate,
  whenAll,
} from "../build.ts";
import { buildLaw, columns, explain, type Facts, type Law, numberOfFact, plainValue } from "../index.ts";
import type { Expression } from "../node.ts";
import type { Unit } from "../units.ts";

const data = openLaw();
const text = (word: string) => ({ nl: word, en: word, fr: word });
const at = quarter("2025-Q1");

function lawOf(gives: Expression<Unit>, more: { from?: string; until?: string } = {}): Law {
  const days = {
    ...(more.from === undefined ? {} : { from: plainDate(more.from) }),
    ...(more.until === undefined ? {} : { until: plainDate(more.until) }),
  };
  const made = rule("answer", {
    ids: ["WP-01"],
    title: text("antwoord"),
    dutchTerm: "x",
    sentence: text("{value}"),
    gives,
    ...days,
  });
  const built = buildLaw(data, [made]);
  if (!built.ok) throw new Error(built.error.map((error) => error.message.en).join());
  return built.value;
}

const ask = (law: Law, facts: Facts = {}, switches = {}) => explain(law, { rules: ["answer"], facts, quarter: at, switches });

/** Cents or a number by both ways, or why there is none. */
function bothWays(gives: Expression<Unit>, facts: Facts, switches = {}): readonly [unknown, unknown] {
  const law = lawOf(gives);
  const found = ask(law, facts, switches);
  const explained = found.outcome === "value" ? plainValue(found.values.get("answer")!, gives.unit) : "none";
  const kernel = columns(law, at, { rules: ["answer"], switches });
  const inputs = kernel.makeInput(1);
  for (const column of kernel.inputs) inputs[column.name]![0] = numberOfFact(column, facts[column.name]);
  const { values, status } = kernel.run(inputs, 1);
  const [output] = kernel.outputs;
  return [explained, status[0] === 0 ? values.answer![0]! / (output?.den ?? 1) : "none"];
}

const same = (gives: Expression<Unit>, facts: Facts, expected: unknown, switches = {}) =>
  expect(bothWays(gives, facts, switches)).toEqual([expected, expected]);

const wage = input("wage", "cents/quarter");
const tax = input("tax", "cents/quarter");
const p = input("p", "flag");
const q = input("q", "flag");
const kind = codeInput("kind", ["A", "B", "C"]);
const fraction = input("fraction", "fraction");
const yes = constant("cents/quarter", 100);
const no = none("cents/quarter");

describe("a rule with days", () => {
  it.each([
    ["2025-03-31", undefined, "value"],
    ["2025-04-01", undefined, "refused"],
    [undefined, "2025-01-02", "value"],
    [undefined, "2025-01-01", "refused"],
    ["2020-01-01", "2030-01-01", "value"],
  ])("from %s until %s in the first quarter of 2025 gives %s", (from, until, outcome) => {
    const answer = ask(lawOf(yes, { ...(from ? { from } : {}), ...(until ? { until } : {}) }));
    expect(answer.outcome).toBe(outcome);
    if (answer.outcome !== "refused") return;
    expect(answer.reasons[0]).toMatchObject({ id: "WP-01", rule: "answer", field: null, input: false });
    expect(answer.reasons[0]?.message.en).toContain(from ?? "…");
    expect(answer.reasons[0]?.message.en).toContain(until ?? "…");
  });
});

describe("why there is no value", () => {
  it("a code without a row names the codes that there are", () => {
    const answer = ask(lawOf(codeTable(kind, { A: yes, B: no })), { kind: "C" });
    if (answer.outcome !== "refused") throw new Error(answer.outcome);
    expect(answer.reasons[0]).toMatchObject({ id: "engine.code", input: false });
    expect(answer.reasons[0]?.message.en).toMatch(/“C”.*A, B/);
  });

  it("a quarter past the last phase is a mistake in the question, under the id of its phases", () => {
    const index = quartersSince(input("start", "quarter"), referenceQuarter);
    const phases = (id?: string) => phaseOf(index, parameter("wagePremium.phaseLastQuarters", "quarterIndex[]"), id);
    for (const id of [undefined, "TRANS-06"]) {
      const answer = ask(lawOf(phases(id)), { start: "2015-Q1" });
      if (answer.outcome !== "refused") throw new Error(answer.outcome);
      expect(answer.reasons).toHaveLength(1);
      expect(answer.reasons[0]).toMatchObject({ id: id ?? "WP-07", field: "quarter", input: true });
    }
  });

  it("a condition keeps its id, field, remedy and whether it is a mistake in the question", () => {
    const conditions = [
      { holds: p, id: "WP-02", field: "p", message: text("p"), remedy: text("mend"), input: true as const },
      { holds: q, id: "WP-03", field: null, message: text("q") },
    ];
    const answer = ask(lawOf(whenAll(conditions, wage)), { p: false, q: false, wage: 1 });
    if (answer.outcome !== "refused") throw new Error(answer.outcome);
    expect(answer.reasons).toMatchObject([
      { id: "WP-02", field: "p", remedy: text("mend"), input: true },
      { id: "WP-03", field: null, input: false },
    ]);
    expect(answer.reasons[1]).not.toHaveProperty("remedy");
  });

  it("a reading without a formula is refused by its name, a fact that is missing by its own", () => {
    const answer = ask(lawOf(bySwitch("OPEN-26", { DMFA_CONTRACTUAL: yes, PERFORMED: no })), {}, { "OPEN-26": "MONTHS" });
    if (answer.outcome !== "refused") throw new Error(answer.outcome);
    expect(answer.reasons[0]).toMatchObject({ id: "OPEN-26", field: "switches.OPEN-26", input: false });
    const missing = ask(lawOf(add(wage, tax)));
    expect(missing.outcome === "incomplete" && missing.missing.map((one) => one.field)).toEqual(["wage", "tax"]);
  });

  it("a step of nothing is no step", () => {
    const value = (step: number) =>
      ask(lawOf(isMultipleOf(input("v", "basisPoints"), constant("basisPoints", step))), { v: 500 });
    expect(value(500).values.get("answer")).toBe(true);
    expect(value(300).values.get("answer")).toBe(false);
    expect(value(0).values.get("answer")).toBe(false);
  });

  it("leaves the months of a missing amount out of one another", () => {
    const twice = sumOverMonths(times(perMonth(wage), constant("times", 2)));
    expect(ask(lawOf(twice)).outcome).toBe("incomplete");
    expect(ask(lawOf(twice), { wage: 300 }).values.get("answer")).toMatchObject({ num: expect.anything() });
  });
});

describe("both ways agree on", () => {
  it("logic, with what is missing", () => {
    for (const make of [allOf, anyOf] as const) {
      for (const [a, b] of [
        [true, true],
        [true, false],
        [false, true],
        [false, false],
      ] as const) {
        const expected = (make === allOf ? a && b : a || b) ? 100 : 0;
        same(select(make(p, q), yes, no), { p: a, q: b }, expected);
      }
    }
    same(select(allOf(p, q), yes, no), { p: false }, 0);
    same(select(anyOf(p, q), yes, no), { p: true }, 100);
    same(select(allOf(p, q), yes, no), { p: true }, "none");
    same(select(not(p), yes, no), { p: true }, 0);
    same(select(not(p), yes, no), { p: false }, 100);
  });

  it("codes and facts that may be left out", () => {
    for (const one of ["A", "B", "C"])
      same(select(isOneOf(kind, "A", "C"), yes, wage), { kind: one, wage: 7 }, one === "B" ? 7 : 100);
    same(select(isOneOf(kind, "A"), yes, wage), { wage: 7 }, "none");
    same(select(given(fraction), yes, wage), { fraction: 0, wage: 7 }, 100);
    same(select(given(fraction), yes, wage), { wage: 7 }, 7);
    same(times(wage, otherwise(fraction, constant("fraction", 5000))), { wage: 100 }, 50);
    same(times(wage, otherwise(fraction, constant("fraction", 5000))), { wage: 100, fraction: 10_000 }, 100);
    same(codeTable(kind, { A: wage, B: tax }), { kind: "B", wage: 1, tax: 2 }, 2);
    same(codeTable(kind, { A: wage, B: tax }), { kind: "C", wage: 1, tax: 2 }, "none");
  });

  it("months, each by its own amount", () => {
    const ggmmi = monthlyParameter("ggmmi", "cents/month");
    const [january, later] = [207_048, 211_189];
    same(add(sumOverMonths(ggmmi, "each"), wage), { wage: 0 }, january + 2 * later);
    same(add(sumOverMonths(ggmmi, "first"), wage), { wage: 0 }, 3 * january);
    same(add(sumOverMonths(ggmmi, "last"), wage), { wage: 0 }, 3 * later);
    same(sumOverMonths(minimum(perMonth(wage), ggmmi)), { wage: 630_000 }, january + 2 * 210_000);
  });

  it("rounding, below, at and above a half", () => {
    const half = (cents: number) => times(wage, constant("fraction", cents));
    for (const [amount, up, down] of [
      [149, 1, 1],
      [150, 2, 1],
      [151, 2, 1],
    ] as const) {
      same(roundHalfUp(half(100)), { wage: amount }, up);
      same(truncate(half(100)), { wage: amount }, down);
    }
    same(roundHalfUp(times(subtract(wage, tax), constant("fraction", 100))), { wage: 0, tax: 150 }, -2);
    same(truncate(times(subtract(wage, tax), constant("fraction", 100))), { wage: 0, tax: 150 }, -1);
  });

  it("days in service, inside and outside the quarter", () => {
    const from = otherwise(input("from", "date"), firstDayOfQuarter);
    const until = otherwise(lastDayInput("until"), lastDayOfQuarter);
    const share = times(wage, ratioOf(daysInService(from, until), constant("days", 90)));
    const paid = (facts: Facts) => bothWays(share, { wage: 9000, ...facts });
    for (const [facts, expected] of [
      [{}, 9000],
      [{ from: "2025-01-02" }, 8900],
      [{ from: "2024-12-31", until: "2025-01-01" }, 100],
      [{ until: "2025-03-30" }, 8900],
      [{ from: "2025-03-31", until: "2025-12-31" }, 100],
      [{ from: "2025-04-01" }, 0],
      [{ until: "2024-12-31" }, 0],
    ] as const) {
      expect(paid(facts)).toEqual([expected, expected]);
    }
  });
});
