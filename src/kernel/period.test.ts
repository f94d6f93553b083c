import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  contains,
  days,
  fromEpochDay,
  intersect,
  overlaps,
  type Period,
  period,
  periodOf,
  plainDate,
  quarter,
  Refusal,
} from "./index.ts";

const day = fc.integer({ min: 19_000, max: 19_060 }).map(fromEpochDay);
const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 30 })))
  .map(([from, length]) => period(from, length === null ? null : addDays(from, length)));

describe("a period", () => {
  test("holds its first day and not its end", () => {
    const p = period(plainDate("2024-01-01"), plainDate("2024-02-01"));
    const held = ["2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01"].map((date) => contains(p, plainDate(date)));
    expect(held).toEqual([false, true, true, false]);
    expect(days(p)).toBe(31);
  });

  test("without an end holds every later day and has no length", () => {
    const p = period(plainDate("2024-01-01"), null);
    expect(contains(p, plainDate("9999-12-31"))).toBe(true);
    expect(contains(p, plainDate("2023-12-31"))).toBe(false);
    expect(days(p)).toBeNull();
  });

  test("cannot be empty or run backwards", () => {
    expect(() => period(plainDate("2024-01-01"), plainDate("2024-01-01"))).toThrow(Refusal);
    expect(() => period(plainDate("2024-01-02"), plainDate("2024-01-01"))).toThrow("must come after the start");
    expect(days(period(plainDate("2024-01-01"), plainDate("2024-01-02")))).toBe(1);
  });

  test("meets another in exactly the days that both hold", () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, day, (a, b, date) => {
        const both = intersect(a, b);
        expect(both !== null && contains(both, date)).toBe(contains(a, date) && contains(b, date));
        expect(intersect(b, a)).toEqual(both);
        expect(overlaps(a, b)).toBe(both !== null);
        expect(intersect(a, a)).toEqual(a);
      }),
      { numRuns: 500 },
    );
  });

  test("does not overlap the one that starts where it ends", () => {
    const january = period(plainDate("2024-01-01"), plainDate("2024-02-01"));
    expect(overlaps(january, period(plainDate("2024-02-01"), null))).toBe(false);
    expect(overlaps(january, period(plainDate("2024-01-31"), null))).toBe(true);
  });

  test("of one quarter or of several runs from the first day to the day after the last", () => {
    expect(periodOf(quarter("2023-Q4"))).toEqual({ from: "2023-10-01", until: "2024-01-01" });
    expect(periodOf(quarter("2023-Q3"), quarter("2024-Q2"))).toEqual({ from: "2023-07-01", until: "2024-07-01" });
    expect(() => periodOf(quarter("2024-Q2"), quarter("2024-Q1"))).toThrow(Refusal);
  });
});
