import { expect, test } from "vitest";
import { addQuarters, cents, quarter } from "../../kernel/index.ts";
import { layOutStairs, type StairColumn } from "./staircase.ts";

const frame = { width: 200, height: 120, top: 20, bottom: 0 };
const column = (index: number, plateau: string, ...parts: number[]): StairColumn => ({
  quarter: addQuarters(quarter("2024-Q3"), index),
  parts: parts.map(cents),
  plateau,
});

test("the highest column fills the room, the others are in proportion", () => {
  const stairs = layOutStairs([column(0, "a", 1000), column(1, "b", 500)], 0, frame);
  expect(stairs.columns.map((c) => c.boxes[0]?.height)).toEqual([100, 50]);
  expect(stairs.columns.map((c) => c.boxes[0]?.x)).toEqual([0, 100]);
});

test("a second part stands on the first", () => {
  const [first] = layOutStairs([column(0, "a", 600, 400)], 0, frame).columns;
  expect(first?.boxes).toEqual([
    { x: 0, y: 60, width: 200, height: 60 },
    { x: 0, y: 20, width: 200, height: 40 },
  ]);
});

test("touching columns with one key form a plateau with its least and its most", () => {
  const { plateaus } = layOutStairs(
    [column(0, "40", 1000), column(1, "40", 1100), column(2, "30", 700), column(3, "40", 900)],
    0,
    frame,
  );
  expect(plateaus.map((p) => [p.key, p.least, p.most, p.width])).toEqual([
    ["40", 1000, 1100, 100],
    ["30", 700, 700, 50],
    ["40", 900, 900, 50],
  ]);
});

test("each year starts where its first quarter stands", () => {
  const { years } = layOutStairs(
    [0, 1, 2, 3].map((i) => column(i, "a", 100)),
    0,
    frame,
  );
  expect(years).toEqual([
    { x: 0, year: 2024, width: 100 },
    { x: 100, year: 2025, width: 100 },
  ]);
});

test("columns of nothing lie on the ground", () => {
  const stairs = layOutStairs([column(0, "a", 0)], 0, frame);
  expect(stairs.columns[0]?.boxes[0]).toEqual({ x: 0, y: 120, width: 200, height: 0 });
});
