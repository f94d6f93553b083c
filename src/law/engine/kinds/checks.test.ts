// What each kind of node refuses when a graph is read back from JSON, where no compiler has looked at its units.
import { describe, expect, it } from "vitest";
import type { Expression } from "../node.ts";
import { kindOf } from "./index.ts";

type Parts = Readonly<Record<string, unknown>>;

const of = (unit: string): Expression => ({ kind: "constant", unit, value: 0 }) as unknown as Expression;
const fact = (unit: string): Expression => ({ kind: "input", unit, name: "x" }) as unknown as Expression;
const complaint = (kind: string, unit: string, parts: Parts): string | null => {
  const node = { kind, unit, ...parts } as unknown as Expression;
  return kindOf(node).check(node);
};

const [cents, date, flag, days, quarters, quarter, index] = [
  of("cents/quarter"),
  of("date"),
  of("flag"),
  of("days"),
  of("quarters"),
  of("quarter"),
  of("quarterIndex"),
];

/** By kind and unit: a sound node, and nodes that are each wrong in one way. */
const nodes: readonly (readonly [kind: string, unit: string, sound: Parts, ...wrong: Parts[]])[] = [
  ["add", "cents/quarter", { terms: [cents, cents] }, { terms: [] }, { terms: [cents, days] }],
  ["times", "cents/quarter", { of: cents, by: of("fraction") }, { of: days, by: of("fraction") }, { of: cents, by: cents }],
  ["divide", "ratio", { of: cents, by: cents }, { of: cents, by: days }, { of: date, by: date }, { of: flag, by: flag }],
  ["divide", "cents/quarter", { of: cents, by: of("times") }, { of: cents, by: cents }, { of: days, by: of("times") }],
  ["minimum", "cents/quarter", { of: [cents, cents] }, { of: [] }, { of: [cents, of("cents/month")] }],
  ["round", "cents/quarter", { of: cents, mode: "halfUp" }, { of: cents, mode: "up" }, { of: days, mode: "halfUp" }],
  ["round", "ratio", { of: of("ratio"), mode: "towardsZero" }, { of: days, mode: "towardsZero" }],
  [
    "compare",
    "flag",
    { is: "atLeast", left: date, right: date },
    { is: "near", left: date, right: date },
    { is: "above", left: flag, right: flag },
    { is: "above", left: date, right: cents },
  ],
  ["allOf", "flag", { of: [flag] }, { of: [] }, { of: [flag, cents] }],
  ["not", "flag", { of: flag }, { of: cents }],
  [
    "select",
    "cents/quarter",
    { when: flag, value: cents, otherwise: cents },
    { when: cents, value: cents, otherwise: cents },
    { when: flag, value: cents, otherwise: days },
  ],
  ["oneOf", "flag", { code: of("code"), codes: ["A"] }, { code: flag, codes: ["A"] }],
  [
    "codeTable",
    "days",
    { code: of("code"), rows: { A: days } },
    { code: flag, rows: { A: days } },
    { code: of("code"), rows: { A: cents } },
  ],
  ["listed", "flag", { value: days, list: of("days[]") }, { value: days, list: of("hours[]") }],
  ["multipleOf", "flag", { value: days, step: days }, { value: flag, step: flag }, { value: days, step: of("hours") }],
  [
    "itemOf",
    "days",
    { list: of("days[]"), phase: of("phase") },
    { list: of("hours[]"), phase: of("phase") },
    { list: of("days[]"), phase: days },
  ],
  [
    "phaseOf",
    "phase",
    { index, lastOfPhase: of("quarterIndex[]") },
    { index: quarters, lastOfPhase: of("quarterIndex[]") },
    { index, lastOfPhase: of("quarters[]") },
  ],
  [
    "sumOverMonths",
    "cents/quarter",
    { of: of("cents/month"), method: "each" },
    { of: of("cents/month"), method: "second" },
    { of: cents, method: "first" },
  ],
  ["perMonth", "cents/month", { of: cents }, { of: of("cents/month") }],
  ["daysInService", "days", { from: date, until: date }, { from: cents, until: date }, { from: date, until: cents }],
  ["edgeOfQuarter", "date", { edge: "first" }, { edge: "middle" }],
  ["quarterOf", "quarter", { date }, { date: cents }],
  ["quartersSince", "quarterIndex", { start: quarter, quarter }, { start: date, quarter }, { start: quarter, quarter: date }],
  [
    "lastQuarter",
    "quarter",
    { start: quarter, length: quarters },
    { start: date, length: quarters },
    { start: quarter, length: of("years") },
  ],
  ["withinTerm", "flag", { index, length: quarters }, { index: quarters, length: quarters }, { index, length: of("years") }],
  ["yearsAfter", "date", { date, years: of("years") }, { date: cents, years: of("years") }, { date, years: of("months") }],
  ["dateAfter", "date", { date, count: of("months") }, { date: cents, count: days }, { date, count: of("years") }],
  ["quarterAt", "quarter", { start: quarter, index }, { start: date, index }, { start: quarter, index: quarters }],
  ["firstDayOf", "date", { quarter }, { quarter: date }],
  ["hoursFromTo", "hours", { from: date, until: date }, { from: cents, until: date }, { from: date, until: cents }],
  ["nextWorkingDay", "date", { date }, { date: cents }],
  ["workingDayFrom", "date", { date, count: days }, { date: cents, count: days }, { date, count: of("months") }],
  ["given", "flag", { fact: fact("date") }, { fact: date }],
  ["otherwise", "date", { fact: fact("date"), value: date }, { fact: date, value: date }, { fact: fact("date"), value: cents }],
  [
    "parameter",
    "days",
    { id: "x", at: "quarter" },
    { id: "x", at: "year" },
    { id: "x", at: "day" },
    { id: "x", at: "quarter", on: date },
    { id: "x", at: "day", on: cents },
  ],
  ["switch", "days", { openPoint: "OPEN-01", options: { A: days } }, { openPoint: "OPEN-01", options: { A: days, B: cents } }],
  [
    "whenAll",
    "days",
    { conditions: [{ holds: flag }], value: days },
    { conditions: [{ holds: cents }], value: days },
    { conditions: [], value: cents },
  ],
  ["constant", "days", { value: 3 }, { value: 1.5 }, { value: true }, { value: "3" }],
  ["constant", "flag", { value: true }, { value: 1 }, { value: "true" }],
  ["constant", "code", { value: "A" }, { value: false }],
  ["rule", "days", { ids: ["WP-01"], body: days }, { ids: [], body: days }, { ids: ["WP-01"], body: cents }],
  ["input", "date", { name: "x" }],
];

describe("a node read back", () => {
  const sound = nodes.map(([kind, unit, parts]) => [kind, unit, parts] as const);
  it.each(sound)("of kind %s and unit %s passes when it is sound", (kind, unit, parts) => {
    expect(complaint(kind, unit, parts)).toBeNull();
  });

  const wrong = nodes.flatMap(([kind, unit, , ...parts]) => parts.map((one, at) => [kind, unit, at, one] as const));
  it.each(wrong)("of kind %s and unit %s says what is wrong (%i)", (kind, unit, _at, parts) => {
    expect(complaint(kind, unit, parts)).toMatch(/\S/);
  });

  it("cannot be a fact with a list or an unknown unit, nor add days of the calendar or words", () => {
    expect(complaint("input", "days[]", { name: "x" })).toMatch(/days/);
    expect(complaint("input", "furlongs", { name: "x" })).toMatch(/furlongs/);
    expect(complaint("add", "date", { terms: [date, date] })).toMatch(/date/);
    expect(complaint("add", "code", { terms: [of("code"), of("code")] })).toMatch(/code/);
    expect(complaint("times", "date", { of: date, by: of("fraction") })).toMatch(/date/);
  });
});
