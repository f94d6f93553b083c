import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, fromEpochDay, type PlainDate, plainDate, toEpochDay } from "../../kernel/index.ts";
import type { DatedValue } from "../model.ts";
import { byFrom, rowOn, visibleRows } from "./timeline.ts";

const day = plainDate;

function row(from: string, to: string | null, knownSince: string, value: number): DatedValue {
  return {
    from: day(from),
    until: to === null ? null : addDays(day(to), 1),
    knownSince: day(knownSince),
    value,
    confidence: "A",
    sources: ["S1"],
    openPoints: [],
    alternatives: [],
    note: null,
  };
}

const spans = (rows: readonly DatedValue[]) => rows.map(({ from, until, value }) => [from, until, value]);

describe("what was known on a day", () => {
  const rows = [
    row("2024-01-01", "2024-03-31", "2023-12-15", 1),
    row("2024-04-01", "2024-12-31", "2024-03-26", 2),
    row("2024-04-01", "2024-12-31", "2024-09-01", 3),
  ];

  it("leaves out rows that were not known yet, and lets the row before them run on", () => {
    expect(spans(visibleRows(rows, day("2024-03-25")))).toEqual([["2024-01-01", null, 1]]);
  });

  it("takes a row in on the very day it became known", () => {
    expect(spans(visibleRows(rows, day("2024-03-26")))).toEqual([
      ["2024-01-01", "2024-04-01", 1],
      ["2024-04-01", "2025-01-01", 2],
    ]);
  });

  it("shows the correction from the day it was known", () => {
    expect(spans(visibleRows(rows, day("2024-08-31"))).at(-1)).toEqual(["2024-04-01", "2025-01-01", 2]);
    expect(spans(visibleRows(rows, day("2024-09-01"))).at(-1)).toEqual(["2024-04-01", "2025-01-01", 3]);
    expect(spans(visibleRows(rows, null)).at(-1)).toEqual(["2024-04-01", "2025-01-01", 3]);
  });

  it("keeps an end that no other row follows: it belongs to the value itself", () => {
    expect(visibleRows(rows, null).at(-1)?.until).toBe("2025-01-01");
  });

  it("shows nothing before anything was known", () => {
    expect(visibleRows(rows, day("2023-12-14"))).toEqual([]);
  });

  it("bridges a row that became known later than the row after it", () => {
    const late = [
      row("2024-01-01", "2024-01-31", "2024-01-01", 1),
      row("2024-02-01", "2024-02-29", "2024-06-01", 2),
      row("2024-03-01", null, "2024-03-01", 3),
    ];
    expect(spans(visibleRows(late, day("2024-04-01")))).toEqual([
      ["2024-01-01", "2024-03-01", 1],
      ["2024-03-01", null, 3],
    ]);
  });
});

describe("whatever the order in which values became known", () => {
  const start = toEpochDay(day("2023-01-01"));
  const timeline = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 6, maxLength: 6 }),
    )
    .map(([starts, known]) => {
      const sorted = [...starts].sort((a, b) => a - b);
      return sorted.map((from, index): DatedValue => {
        const next = sorted[index + 1];
        const rowFrom = fromEpochDay(start + from);
        return {
          ...row("2024-01-01", null, "2024-01-01", index),
          from: rowFrom,
          until: next === undefined ? null : fromEpochDay(start + next),
          knownSince: fromEpochDay(start + known[index]!),
        };
      });
    });
  const anyDay = fc.integer({ min: 0, max: 1200 }).map((offset): PlainDate => fromEpochDay(start + offset));

  it("a day has at most one value, and one as soon as an earlier row is known", () => {
    fc.assert(
      fc.property(timeline, anyDay, anyDay, (rows, asked, knownOn) => {
        const visible = visibleRows(rows, knownOn);
        const covering = visible.filter((one) => one.from <= asked && (one.until === null || asked < one.until));
        const startedAndKnown = rows.some((one) => one.from <= asked && one.knownSince <= knownOn);
        expect(covering).toHaveLength(startedAndKnown ? 1 : 0);
        expect(rowOn(visible, asked)).toBe(covering[0]);
      }),
    );
  });

  it("all knowledge together shows the rows as they are written", () => {
    fc.assert(
      fc.property(timeline, (rows) => {
        expect(visibleRows(rows, null)).toEqual([...rows].sort(byFrom));
      }),
    );
  });
});
