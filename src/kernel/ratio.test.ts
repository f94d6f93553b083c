import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  abs,
  add,
  assertOk,
  compare,
  div,
  equal,
  floor,
  max,
  min,
  mul,
  negate,
  one,
  parseDecimal,
  type Ratio,
  ratio,
  ratioFromDecimal,
  roundHalfUp,
  sub,
  toCents,
  toDecimal,
  toInteger,
  truncate,
  zero,
} from "./index.ts";

const big = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const positiveBig = fc.bigInt({ min: 1n, max: 10n ** 18n });
const anyRatio = fc.tuple(big, positiveBig).map(([num, den]) => ratio(num, den));
const step = fc.tuple(positiveBig, positiveBig).map(([num, den]) => ratio(num, den));
const text = (value: Ratio) => `${value.num}/${value.den}`;

describe("a ratio", () => {
  test("is kept in lowest terms with its sign on top", () => {
    expect([ratio(2, 4), ratio(-2, 4), ratio(2, -4), ratio(0, -7), ratio(6n, 3n)].map(text)).toEqual([
      "1/2",
      "-1/2",
      "-1/2",
      "0/1",
      "2/1",
    ]);
  });

  test("has no zero denominator and takes no inexact number", () => {
    expect(() => ratio(1, 0)).toThrow(RangeError);
    expect(() => div(one, zero)).toThrow(RangeError);
    expect(() => ratio(0.1)).toThrow(RangeError);
    expect(() => ratio(2 ** 53)).toThrow(RangeError);
  });

  test("obeys the laws of arithmetic", () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, anyRatio, (a, b, c) => {
        expect(equal(add(a, b), add(b, a))).toBe(true);
        expect(equal(mul(a, add(b, c)), add(mul(a, b), mul(a, c)))).toBe(true);
        expect(equal(sub(add(a, b), b), a)).toBe(true);
        expect(equal(add(a, negate(a)), zero)).toBe(true);
        if (b.num !== 0n) expect(equal(mul(div(a, b), b), a)).toBe(true);
      }),
    );
  });

  test("is ordered as its difference is signed", () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, (a, b) => {
        const difference = sub(a, b).num;
        expect(compare(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
        expect(equal(add(min(a, b), max(a, b)), add(a, b))).toBe(true);
        expect(compare(min(a, b), max(a, b))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("is rounded to a multiple that is at most half a step away", () => {
    fc.assert(
      fc.property(anyRatio, step, (a, s) => {
        const rounded = roundHalfUp(a, s);
        expect(div(rounded, s).den).toBe(1n);
        expect(compare(abs(sub(rounded, a)), div(s, ratio(2)))).toBeLessThanOrEqual(0);
        expect(equal(roundHalfUp(negate(a), s), negate(rounded))).toBe(true);
      }),
    );
  });

  test("is floored and truncated to the multiple just below, or just nearer to zero", () => {
    fc.assert(
      fc.property(anyRatio, step, (a, s) => {
        const below = floor(a, s);
        expect(div(below, s).den).toBe(1n);
        expect(compare(below, a)).toBeLessThanOrEqual(0);
        expect(compare(add(below, s), a)).toBe(1);
        expect(equal(truncate(a, s), a.num < 0n ? negate(floor(negate(a), s)) : below)).toBe(true);
      }),
    );
  });

  test.each([
    ["0.4999", "0"],
    ["0.5", "1"],
    ["0.5001", "1"],
    ["1.5", "2"],
    ["-0.4999", "0"],
    ["-0.5", "-1"],
  ])("%s rounds half up to %s", (value, expected) => {
    expect(toDecimal(roundHalfUp(ratioFromDecimal(value)), 0)).toBe(expected);
  });

  test("rounds to cents below, at and above the half", () => {
    const cent = ratio(1, 100);
    const rounded = ["3828.8249", "3828.825", "3828.8251"].map((value) =>
      toDecimal(roundHalfUp(ratioFromDecimal(value), cent), 8),
    );
    expect(rounded).toEqual(["3828.82", "3828.83", "3828.83"]);
  });

  test("rounds to a multiple of five", () => {
    const rounded = ["37.4", "37.5", "40", "42.6"].map((value) => toDecimal(roundHalfUp(ratioFromDecimal(value), ratio(5)), 0));
    expect(rounded).toEqual(["35", "40", "40", "45"]);
  });

  test("cannot be rounded to a multiple of zero or less", () => {
    for (const rounding of [floor, truncate, roundHalfUp]) {
      expect(() => rounding(one, zero)).toThrow(RangeError);
      expect(() => rounding(one, ratio(-1))).toThrow(RangeError);
    }
  });

  test("becomes an integer or cents only when it is whole", () => {
    expect(toInteger(ratio(6, 3))).toBe(2n);
    expect(toCents(ratio(382_883))).toBe(382_883);
    expect(() => toInteger(ratio(1, 2))).toThrow(RangeError);
    expect(() => toCents(ratio(2n ** 60n))).toThrow(RangeError);
  });
});

describe("a ratio as decimal text", () => {
  test("shows at most the asked decimals, half up, without trailing zeros", () => {
    expect(toDecimal(ratio(9_572_064, 1000), 8)).toBe("9572.064");
    expect(toDecimal(ratio(1, 3), 8)).toBe("0.33333333");
    expect(toDecimal(ratio(2, 3), 8)).toBe("0.66666667");
    expect(toDecimal(ratio(-2, 3), 2)).toBe("-0.67");
    expect(toDecimal(ratio(-1, 1000), 2)).toBe("0");
    expect(toDecimal(ratio(40), 8)).toBe("40");
    expect(toDecimal(ratio(999, 1000), 2)).toBe("1");
  });

  test("comes back exactly when it has enough decimals", () => {
    fc.assert(
      fc.property(big, fc.integer({ min: 0, max: 12 }), (num, decimals) => {
        const value = ratio(num, 10n ** BigInt(decimals));
        expect(equal(assertOk(parseDecimal(toDecimal(value, decimals))), value)).toBe(true);
      }),
    );
  });

  test.each(["", "1,5", ".5", "5.", "1e3", "+1", "01", "--1", "0x1", " 1", "NaN"])("refuses “%s”", (value) => {
    expect(parseDecimal(value, "amount")).toMatchObject({ ok: false, error: { id: "decimal.form", field: "amount" } });
    expect(() => ratioFromDecimal(value)).toThrow("Write a number");
  });
});
