import { describe, expect, it } from "vitest";
import type { Line } from "./relations.ts";
import { shiftOf } from "./shift.ts";

/** Two rows and two columns with their sums: 0 1 | 2, 3 4 | 5, and below 6 7. */
const lines: readonly Line[] = [
  { total: 2, parts: [0, 1], exact: true },
  { total: 5, parts: [3, 4], exact: true },
  { total: 6, parts: [0, 3], exact: true },
  { total: 7, parts: [1, 4], exact: true },
];
const counts = [2, 30, 32, 40, 9, 49, 42, 39];

function shift(cell: number, by: number, withheld: readonly number[], own: readonly Line[] = lines) {
  const linesOf = new Map(
    counts.map((_, at) => [at, own.filter(({ total, parts }) => total === at || parts.includes(at))] as const),
  );
  const found = shiftOf(cell, by, { sums: { counts, lines: own }, linesOf, withheld: new Set(withheld) });
  return found === null ? null : Object.fromEntries(found);
}

describe("a withheld number", () => {
  it("moves along a rectangle of withheld ones", () => {
    expect(shift(0, 2, [0, 1, 3, 4])).toEqual({ 0: 2, 1: -2, 3: -2, 4: 2 });
  });

  it("does not move when its row or column has no other withheld one", () => {
    expect(shift(0, 2, [0, 1])).toBeNull();
    expect(shift(0, 2, [0])).toBeNull();
  });

  it("never becomes zero, as zeros are shown", () => {
    expect(shift(0, -1, [0, 1, 3, 4])).toEqual({ 0: -1, 1: 1, 3: 1, 4: -1 });
    expect(shift(0, -2, [0, 1, 3, 4])).toBeNull();
  });

  it("stays below a total in which parts overlap", () => {
    const overlapping: Line[] = [{ total: 2, parts: [0, 1], exact: false }];
    expect(shift(1, 3, [1], overlapping)).toBeNull();
    expect(shift(0, 2, [0], overlapping)).toEqual({ 0: 2 });
  });
});
