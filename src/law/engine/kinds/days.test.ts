// Counting in days, months and quarters from a day.
import { describe, expect, it } from "vitest";
import { openLaw } from "../../open-law.ts";
import { constant, dateAfter, firstDayOf, hoursFromTo, input, nextWorkingDay, quarterAt, rule } from "../build.ts";
import { buildLaw, explain, plainValue } from "../index.ts";
import type { Expression } from "../node.ts";
import type { Unit } from "../units.ts";

const text = { nl: "x", en: "x", fr: "x" };
const day = input("day", "date");

function value(gives: Expression<Unit>, facts: Record<string, string | number> = {}) {
  const built = buildLaw(openLaw(), [rule("answer", { ids: ["WP-01"], title: text, dutchTerm: "x", sentence: text, gives })]);
  if (!built.ok) throw new Error(built.error.map((error) => error.message.en).join());
  const found = explain(built.value, { rules: ["answer"], facts }).values.get("answer");
  return found === undefined ? undefined : plainValue(found, gives.unit);
}

describe("a day some time later", () => {
  it.each([
    ["days", 45, "2024-03-01", "2024-04-15"],
    ["days", -1, "2024-03-01", "2024-02-29"],
    ["months", 1, "2024-01-31", "2024-02-29"],
    ["months", 6, "2024-05-31", "2024-11-30"],
    ["quarters", 4, "2023-03-01", "2024-03-01"],
    ["quarters", -3, "2025-10-01", "2025-01-01"],
  ] as const)("counts %s: %s from %s is %s", (unit, count, from, expected) => {
    expect(value(dateAfter(day, constant(unit, count)), { day: from })).toBe(expected);
  });

  it("asks for the day that is missing", () => {
    expect(value(dateAfter(day, constant("days", 1)))).toBeUndefined();
  });
});

it.each([
  ["2024-06-14", "2024-06-14"],
  ["2024-06-15", "2024-06-17"],
  ["2024-06-16", "2024-06-17"],
  ["2024-06-17", "2024-06-17"],
  ["1969-12-27", "1969-12-29"],
])("the working day of %s is %s", (from, expected) => {
  expect(value(nextWorkingDay(day), { day: from })).toBe(expected);
});

it("a quarter has a first day, and a place in a term", () => {
  const start = input("start", "quarter");
  expect(value(firstDayOf(start), { start: "2024-Q2" })).toBe("2024-04-01");
  expect(value(quarterAt(start, constant("quarterIndex", 1)), { start: "2024-Q2" })).toBe("2024-Q2");
  expect(value(quarterAt(start, constant("quarterIndex", 13)), { start: "2023-Q3" })).toBe("2026-Q3");
});

it.each([
  ["2024-03-01", "2024-03-01", 24],
  ["2024-03-01", "2024-03-02", 48],
  ["2024-03-02", "2024-03-01", 0],
])("from %s up to and with %s there are %s hours", (from, until, hours) => {
  expect(value(hoursFromTo(day, input("last", "date")), { day: from, last: until })).toBe(hours);
});
