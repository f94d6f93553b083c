// How each kind of fact stands in a column: its numbers, what stands for "left out", and what lies outside.
import { describe, expect, it } from "vitest";
import { quarter, quarterIndexNumber } from "../../../kernel/index.ts";
import { codeInput, input, lastDayInput } from "../build.ts";
import type { Unit } from "../units.ts";
import { NotInColumns } from "./expression.ts";
import { bitsOf, edgesOf, factOfNumber, inputColumn, numberOfFact, outsideText, readColumn } from "./input-column.ts";

const reference = quarter("2024-Q2");
const at = quarterIndexNumber(reference);
const of = (unit: Exclude<Unit, "code">) => inputColumn(input("x", unit), reference);
const code = inputColumn(codeInput("x", ["A", "B", "C"]), reference);
const isOutside = (column: ReturnType<typeof of>, number: number) =>
  new Function("x", `return ((${outsideText(column, "x")}) >> 31) !== 0`)(number) as boolean;

describe("a column", () => {
  it("has the array, the edges and the size that its unit asks for", () => {
    expect(code).toMatchObject({ array: "Uint8Array", absent: 0, least: 1, most: 3, small: true, scale: 1 });
    expect(of("flag")).toMatchObject({ array: "Uint8Array", absent: 2, least: 0, most: 1, small: true, codes: null });
    expect(of("quarter")).toMatchObject({ array: "Int32Array", absent: null, least: at - 30, most: at + 1, small: true });
    expect(of("basisPoints")).toMatchObject({ array: "Uint8Array", absent: 0, least: 1, most: 100, scale: 100, small: true });
    expect(of("fraction")).toMatchObject({
      array: "Int16Array",
      absent: -1,
      least: 0,
      most: 10_000,
      scale: 10_000,
      small: false,
    });
    expect(of("cents/quarter")).toMatchObject({ array: "Int32Array", absent: null, least: 0, most: 99_999_999, small: false });
    expect(of("date")).toMatchObject({ absent: -719_163, least: -719_162, most: 2_932_896, small: false });
    expect(inputColumn(lastDayInput("x"), reference)).toMatchObject({ absent: 2_932_897, least: -719_162, most: 2_932_896 });
  });

  it("is refused for what has none", () => {
    expect(() => of("ratio")).toThrow(NotInColumns);
    expect(() => of("count")).toThrow(/count/);
    expect(() => inputColumn({ kind: "input", unit: "code", name: "x" } as never, reference)).toThrow(/not listed/);
  });

  it("counts “left out” among its edges and its binary digits", () => {
    expect([edgesOf(code), bitsOf(code)]).toEqual([[0, 3], 2]);
    expect([edgesOf(of("flag")), bitsOf(of("flag"))]).toEqual([[0, 2], 2]);
    expect([edgesOf(of("quarter")), bitsOf(of("quarter"))]).toEqual([[at - 30, at + 1], 5]);
    expect([edgesOf(of("basisPoints")), bitsOf(of("basisPoints"))]).toEqual([[0, 100], 7]);
    expect(edgesOf(of("fraction"))).toEqual([-1, 10_000]);
    expect(edgesOf(inputColumn(lastDayInput("x"), reference))).toEqual([-719_162, 2_932_897]);
  });
});

describe("a fact", () => {
  it("becomes a number and comes back", () => {
    const there = [
      [code, "A", 1],
      [code, "C", 3],
      [of("flag"), true, 1],
      [of("flag"), false, 0],
      [of("basisPoints"), 4_000, 40],
      [of("basisPoints"), 10_000, 100],
      [of("fraction"), 0, 0],
      [of("fraction"), 8_000, 8_000],
      [of("fraction"), 10_000, 10_000],
      [of("cents/quarter"), 99_999_999, 99_999_999],
    ] as const;
    for (const [column, fact, number] of there) {
      expect(numberOfFact(column, fact)).toBe(number);
      expect(factOfNumber(column, number)).toBe(fact);
    }
    expect(numberOfFact(of("date"), "1970-01-03")).toBe(2);
    expect(numberOfFact(of("quarter"), "2024-Q1")).toBe(at - 1);
    expect(numberOfFact(of("quarter"), at)).toBe(at);
  });

  it("that is left out is the number beside the others, or none where it must be given", () => {
    for (const column of [code, of("flag"), of("basisPoints"), of("fraction"), of("date")]) {
      expect(numberOfFact(column, null)).toBe(column.absent);
      expect(numberOfFact(column, undefined)).toBe(column.absent);
      expect(factOfNumber(column, column.absent!)).toBeUndefined();
    }
    expect(numberOfFact(of("cents/quarter"), null)).toBeNaN();
  });

  it("that the column cannot hold is no number", () => {
    for (const [column, fact] of [
      [code, "D"],
      [of("basisPoints"), 4_050],
      [of("basisPoints"), 0],
      [of("basisPoints"), 10_100],
      [of("fraction"), -1],
      [of("fraction"), 10_001],
      [of("fraction"), 0.5],
      [of("cents/quarter"), 100_000_000],
      [of("cents/quarter"), -1],
    ] as const)
      expect(numberOfFact(column, fact)).toBeNaN();
  });
});

describe("a number outside the column", () => {
  it("is noticed below and above, and not at the edges", () => {
    for (const column of [
      of("cents/quarter"),
      of("fraction"),
      of("date"),
      of("quarter"),
      inputColumn(lastDayInput("x"), reference),
    ]) {
      const [lowest, highest] = edgesOf(column);
      expect([lowest - 1, lowest, highest, highest + 1].map((number) => isOutside(column, number))).toEqual([
        true,
        false,
        false,
        true,
      ]);
    }
    for (const column of [code, of("flag"), of("basisPoints")]) {
      const [, highest] = edgesOf(column);
      expect([0, highest, highest + 1].map((number) => isOutside(column, number))).toEqual([false, false, true]);
    }
  });

  it("is not looked for where the array cannot hold one", () => {
    expect(outsideText(code, "x")).toBe("3 - x");
    expect(outsideText(of("cents/quarter"), "x")).toBe("x | 99999999 - x");
    expect(outsideText(of("fraction"), "x")).toBe("x - -1 | 10000 - x");
    const widest = { ...of("cents/quarter"), least: 0, most: 2_147_483_647 };
    expect(outsideText(widest, "x")).toBe("x");
    expect(outsideText({ ...widest, array: "Float64Array" }, "x")).toBe("x | 2147483647 - x");
  });
});

describe("reading a column", () => {
  const missing = (column: ReturnType<typeof of>, number: number) =>
    new Function("x", `return ${readColumn(column, "x").status}`)(number) as number;

  it("says that a fact is missing only where it is left out", () => {
    for (const column of [code, of("flag"), of("basisPoints"), of("fraction"), of("date")]) {
      expect([missing(column, column.absent!), missing(column, column.least), missing(column, column.most)]).toEqual([2, 0, 0]);
    }
    expect(readColumn(of("cents/quarter"), "x").status).toBe("0");
  });

  it("gives a code its list, a flag one bit, and a number its scale and its bounds", () => {
    expect(readColumn(code, "x")).toMatchObject({ type: "code", text: "x", codes: ["A", "B", "C"] });
    const flag = readColumn(of("flag"), "x");
    expect(flag.type).toBe("flag");
    expect([0, 1, 2].map((x) => new Function("x", `return ${flag.text}`)(x))).toEqual([0, 1, 0]);
    expect(readColumn(of("fraction"), "x")).toMatchObject({ type: "number", den: 10_000n, lo: 0n, hi: 10_000n });
    expect(readColumn(of("basisPoints"), "x")).toMatchObject({ type: "number", den: 100n, lo: 1n, hi: 100n });
    expect(readColumn(of("cents/quarter"), "x")).toMatchObject({ type: "number", den: 1n, lo: 0n, hi: 99_999_999n });
    expect(readColumn(of("date"), "x")).toMatchObject({ type: "number", den: 1n, lo: -719_162n, hi: 2_932_896n });
  });
});
