// Exact arithmetic and its decimal text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundHalfUp as kernelHalfUp, ratio, toDecimal, toInteger } from "../../kernel/index.ts";
import {
  decimalText,
  difference,
  type Exact,
  exact,
  halfUp,
  isWhole,
  order,
  product,
  quotient,
  scaled,
  sum,
  toNumber,
  towardsZero,
  whole,
} from "./exact.ts";

// Small parts, parts around the edge of what a number holds, and parts far beyond it.
const edge = BigInt(Number.MAX_SAFE_INTEGER);
const integer = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  fc.bigInt({ min: edge - 3n, max: edge + 3n }),
  fc.bigInt({ min: -edge - 3n, max: -edge + 3n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
);
const positive = fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: edge - 3n, max: edge + 3n }));
const fraction = fc.tuple(integer, positive).map(([num, den]) => exact(num, den));
const text = (a: Exact) => `${ratio(a.num, a.den).num}/${ratio(a.num, a.den).den}`;

describe("exact numbers", () => {
  it("add, subtract, multiply and divide as fractions do", () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(text(sum(a, b))).toBe(text(exact(a.num * b.den + b.num * a.den, a.den * b.den)));
        expect(text(difference(sum(a, b), b))).toBe(text(a));
        if (b.num !== 0n) expect(text(product(quotient(a, b), b))).toBe(text(a));
        expect(order(a, b)).toBe(-order(b, a) + 0);
      }),
    );
  });

  it("refuse to divide by zero", () => {
    expect(() => quotient(whole(1), whole(0))).toThrow(RangeError);
  });

  it("refuse what a JavaScript number cannot hold", () => {
    expect(() => whole(2 ** 53)).toThrow(RangeError);
    expect(() => whole(0.5)).toThrow(RangeError);
    expect(() => toNumber(exact(1n, 2n))).toThrow(RangeError);
    expect(toNumber(exact(4n, 2n))).toBe(2);
  });

  it("know whole numbers", () => {
    expect([isWhole(exact(4n, 2n)), isWhole(exact(5n, 2n))]).toEqual([true, false]);
    expect(text(scaled(4000, 10_000))).toBe("2/5");
  });
});

describe("rounding", () => {
  it.each([
    [149n, 100n, 1n, 1n],
    [150n, 100n, 2n, 1n],
    [-150n, 100n, -2n, -1n],
    [-149n, 100n, -1n, -1n],
    [200n, 100n, 2n, 2n],
  ])("%d/%d is %d half up and %d towards zero", (num, den, up, cut) => {
    expect(halfUp(exact(num, den)).num).toBe(up);
    expect(towardsZero(exact(num, den)).num).toBe(cut);
  });

  it("agrees with the kernel", () => {
    fc.assert(
      fc.property(fraction, (a) => {
        expect(halfUp(a).num).toBe(toInteger(kernelHalfUp(ratio(a.num, a.den))));
      }),
    );
  });
});

describe("decimal text", () => {
  it.each([
    [957206400n, 1000n, 2, 2, 8, "9572.064"],
    [1065000n, 1n, 2, 2, 8, "10650.00"],
    [1n, 3n, 2, 2, 8, "0.00333333"],
    [2n, 3n, 2, 2, 8, "0.00666667"],
    [-1n, 3n, 2, 2, 8, "-0.00333333"],
    [-1n, 10n ** 12n, 2, 2, 8, "0.00"],
    [2n, 5n, -2, 0, 8, "40"],
    [9n, 40n, -2, 0, 8, "22.5"],
    [8000n, 10_000n, 0, 0, 8, "0.8"],
    [0n, 1n, 2, 2, 8, "0.00"],
    [5n, 1n, 0, 0, 8, "5"],
  ])("of %d/%d shifted by %d is %s", (num, den, shift, least, most, expected) => {
    expect(decimalText(exact(num, den), shift, least, most)).toBe(expected);
  });

  it("agrees with the kernel", () => {
    fc.assert(
      fc.property(fraction, (a) => {
        expect(decimalText(a, 0, 0, 8)).toBe(toDecimal(ratio(a.num, a.den), 8));
      }),
    );
  });
});
