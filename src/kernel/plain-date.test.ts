import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  assertOk,
  compareDates,
  dateParts,
  daysBetween,
  daysInMonth,
  formatDate,
  formatDateShort,
  fromEpochDay,
  languages,
  makeDate,
  parseDateAsTyped,
  plainDate,
  Refusal,
  toEpochDay,
} from "./index.ts";

const firstEpochDay = -719_162;
const lastEpochDay = 2_932_896;
const epochDay = fc.integer({ min: firstEpochDay, max: lastEpochDay });
const modernDate = fc
  .integer({ min: toEpochDay(plainDate("1900-01-01")), max: toEpochDay(plainDate("2100-12-31")) })
  .map(fromEpochDay);

describe("a plain date", () => {
  test("counts days as the calendar of the machine does", () => {
    fc.assert(
      fc.property(epochDay, (day) => {
        const date = fromEpochDay(day);
        expect(date).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(toEpochDay(date)).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  test("goes through every day of four hundred years without a gap", () => {
    let previous = plainDate("1799-12-31");
    for (let day = toEpochDay(plainDate("1800-01-01")); day < toEpochDay(plainDate("2200-01-01")); day += 1) {
      const date = fromEpochDay(day);
      const { year, month, day: dayOfMonth } = dateParts(date);
      const before = dateParts(previous);
      const follows =
        dayOfMonth === 1
          ? before.day === daysInMonth(before.year, before.month) &&
            (month === before.month + 1 || (month === 1 && year === before.year + 1))
          : dayOfMonth === before.day + 1 && month === before.month && year === before.year;
      if (!follows) expect.fail(`${date} does not follow ${previous}`);
      previous = date;
    }
    expect(previous).toBe("2199-12-31");
  });

  test("ends at the years 0001 and 9999", () => {
    expect(fromEpochDay(firstEpochDay)).toBe("0001-01-01");
    expect(fromEpochDay(lastEpochDay)).toBe("9999-12-31");
    expect(() => fromEpochDay(firstEpochDay - 1)).toThrow(RangeError);
    expect(() => fromEpochDay(lastEpochDay + 1)).toThrow(RangeError);
    expect(() => fromEpochDay(0.5)).toThrow(RangeError);
    expect(() => addMonths(plainDate("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addMonths(plainDate("2024-01-31"), 0.5)).toThrow(RangeError);
  });

  test("sorts as text in the order of the calendar", () => {
    fc.assert(
      fc.property(modernDate, modernDate, (a, b) => {
        expect(Math.sign(daysBetween(b, a))).toBe(compareDates(a, b));
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
    );
  });

  test.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2023-12-15", 1, "2024-01-15"],
    ["2024-01-15", -1, "2023-12-15"],
    ["2024-05-31", 0, "2024-05-31"],
    ["2024-05-31", 25, "2026-06-30"],
  ])("%s plus %i months is %s", (date, months, expected) => {
    expect(addMonths(plainDate(date), months)).toBe(expected);
  });

  test("of 29 February falls on 28 February in a year without it", () => {
    expect(addYears(plainDate("2024-02-29"), 1)).toBe("2025-02-28");
    expect(addYears(plainDate("2024-02-29"), 4)).toBe("2028-02-29");
    expect(addYears(plainDate("1896-02-29"), 4)).toBe("1900-02-28");
  });

  test("moves to the asked month, whatever the count", () => {
    fc.assert(
      fc.property(modernDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const from = dateParts(date);
        const to = dateParts(addMonths(date, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
      }),
    );
  });

  test("cannot be made from a day that does not exist", () => {
    expect(makeDate(2024, 2, 29)).toBe("2024-02-29");
    expect(() => makeDate(2023, 2, 29)).toThrow(Refusal);
    expect(() => plainDate("2023-02-29")).toThrow("The day 2023-02-29 does not exist");
  });

  test("is written for readers of each language", () => {
    expect(languages.map((language) => formatDate(plainDate("2024-03-15"), language))).toEqual([
      "15 maart 2024",
      "15 March 2024",
      "15 mars 2024",
    ]);
    expect(languages.map((language) => formatDate(plainDate("2024-08-01"), language))).toEqual([
      "1 augustus 2024",
      "1 August 2024",
      "1er août 2024",
    ]);
    expect(formatDateShort(plainDate("2024-03-05"))).toBe("05/03/2024");
  });

  test("comes back from the form in tables", () => {
    fc.assert(
      fc.property(modernDate, (date) => {
        expect(assertOk(parseDateAsTyped(formatDateShort(date)))).toBe(date);
      }),
    );
  });
});
