import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addQuarters,
  compareQuarters,
  contains,
  daysIn,
  firstDay,
  formatQuarter,
  fromEpochDay,
  fromQuarterNumber,
  languages,
  lastDay,
  monthsOf,
  periodOf,
  plainDate,
  quarter,
  quarterIndexNumber,
  quarterOf,
  quarterParts,
  quartersBetween,
} from "./index.ts";

const anyQuarter = fc.integer({ min: 1900 * 4, max: 2100 * 4 }).map(fromQuarterNumber);
const modernDate = fc.integer({ min: -25_567, max: 47_846 }).map(fromEpochDay);

describe("a quarter", () => {
  test("has a number that grows by one", () => {
    expect(quarterIndexNumber(quarter("2023-Q3"))).toBe(8094);
    expect(fromQuarterNumber(8094)).toBe("2023-Q3");
    fc.assert(
      fc.property(anyQuarter, fc.integer({ min: -400, max: 400 }), (q, count) => {
        expect(fromQuarterNumber(quarterIndexNumber(q))).toBe(q);
        expect(quartersBetween(q, addQuarters(q, count))).toBe(count);
        expect(compareQuarters(addQuarters(q, count), q)).toBe(Math.sign(count));
      }),
    );
  });

  test("holds each day from its first to its last, and no other", () => {
    fc.assert(
      fc.property(modernDate, (date) => {
        const q = quarterOf(date);
        expect(firstDay(q) <= date && date <= lastDay(q)).toBe(true);
        expect(contains(periodOf(q), date)).toBe(true);
        expect(contains(periodOf(addQuarters(q, 1)), date)).toBe(false);
        expect(monthsOf(q)).toContain(date.slice(0, 7));
      }),
    );
  });

  test.each([
    ["2023-Q1", "2023-01-01", "2023-03-31", 90],
    ["2024-Q1", "2024-01-01", "2024-03-31", 91],
    ["2024-Q2", "2024-04-01", "2024-06-30", 91],
    ["2024-Q3", "2024-07-01", "2024-09-30", 92],
    ["2024-Q4", "2024-10-01", "2024-12-31", 92],
  ])("%s runs from %s to %s, %i days", (text, first, last, days) => {
    const q = quarter(text);
    expect([firstDay(q), lastDay(q), daysIn(q)]).toEqual([first, last, days]);
  });

  test("changes between the last day of a month and the first of the next", () => {
    expect(quarterOf(plainDate("2023-06-30"))).toBe("2023-Q2");
    expect(quarterOf(plainDate("2023-07-01"))).toBe("2023-Q3");
    expect(quarterOf(plainDate("2023-12-31"))).toBe("2023-Q4");
    expect(quarterOf(plainDate("2024-01-01"))).toBe("2024-Q1");
  });

  test("has three months", () => {
    expect(monthsOf(quarter("2024-Q4"))).toEqual(["2024-10", "2024-11", "2024-12"]);
    expect(quarterParts(quarter("2024-Q4"))).toEqual({ year: 2024, number: 4 });
  });

  test("is written for readers of each language", () => {
    expect(languages.map((language) => formatQuarter(quarter("2024-Q2"), language))).toEqual([
      "2e kwartaal 2024",
      "2nd quarter 2024",
      "2e trimestre 2024",
    ]);
    expect(formatQuarter(quarter("2024-Q1"), "fr")).toBe("1er trimestre 2024");
  });

  test("refuses a number that is no quarter's", () => {
    expect(() => fromQuarterNumber(8094.5)).toThrow(RangeError);
    expect(() => fromQuarterNumber(3)).toThrow(RangeError);
    expect(() => addQuarters(quarter("9998-Q4"), 1)).toThrow(RangeError);
    expect(() => quarter("2024-Q5")).toThrow("Write a quarter as 2024-Q1");
  });

  test("has a last day up to the last quarter there is", () => {
    expect(lastDay(quarter("9998-Q3"))).toBe("9998-09-30");
    expect(lastDay(quarter("9998-Q4"))).toBe("9998-12-31");
    expect(periodOf(quarter("9998-Q4")).until).toBe("9999-01-01");
  });
});
