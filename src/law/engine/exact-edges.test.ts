// Exact numbers at the edge of what a number holds: whichever way they are held, the answer is the fraction's own.
import { describe, expect, it } from "vitest";
import {
  decimalText,
  difference,
  exact,
  exactDecimal,
  halfUp,
  isWhole,
  isZero,
  order,
  product,
  quotient,
  scaled,
  sum,
  toNumber,
  towardsZero,
} from "./exact.ts";

const edge = BigInt(Number.MAX_SAFE_INTEGER);
const parts = [
  -edge - 2n,
  -edge,
  -edge + 1n,
  -(2n ** 52n),
  -7n,
  -1n,
  0n,
  1n,
  3n,
  2n ** 52n,
  edge - 1n,
  edge,
  edge + 2n,
  10n ** 30n,
];
const below = [1n, 2n, 3n, 10n, 2n ** 52n, edge - 1n, edge, edge + 1n, 10n ** 20n];
const fractions = parts.flatMap((num) => below.map((den) => exact(num, den)));

describe("two fractions", () => {
  it("add, subtract, multiply, divide and compare exactly, whatever their size", () => {
    for (const a of fractions) {
      for (const b of fractions) {
        const plus = sum(a, b);
        const less = difference(a, b);
        const times = product(a, b);
        const wrong =
          plus.num * a.den * b.den !== (a.num * b.den + b.num * a.den) * plus.den ||
          less.num * a.den * b.den !== (a.num * b.den - b.num * a.den) * less.den ||
          times.num * a.den * b.den !== a.num * b.num * times.den ||
          plus.den <= 0n ||
          less.den <= 0n ||
          times.den <= 0n;
        if (wrong) expect.fail(`${a.num}/${a.den} and ${b.num}/${b.den}`);
        const [left, right] = [a.num * b.den, b.num * a.den];
        if (order(a, b) !== (left < right ? -1 : left > right ? 1 : 0))
          expect.fail(`order of ${a.num}/${a.den}, ${b.num}/${b.den}`);
        if (b.num === 0n) {
          expect(() => quotient(a, b)).toThrow(RangeError);
          continue;
        }
        const over = quotient(a, b);
        if (over.den <= 0n || over.num * a.den * b.num !== a.num * b.den * over.den)
          expect.fail(`${a.num}/${a.den} over ${b.num}/${b.den}`);
      }
    }
  });
});

describe("one fraction", () => {
  it("is rounded half away from zero, cut, and told whole or zero", () => {
    for (const a of [...fractions, ...[-5n, -3n, 3n, 5n, 2n * edge - 1n, -2n * edge + 1n].map((num) => exact(num, 2n))]) {
      const size = a.num < 0n ? -a.num : a.num;
      const up = (2n * size + a.den) / (2n * a.den);
      expect(halfUp(a).den).toBe(1n);
      expect(halfUp(a).num, `${a.num}/${a.den}`).toBe(a.num < 0n ? -up : up);
      expect(towardsZero(a).den).toBe(1n);
      expect(towardsZero(a).num, `${a.num}/${a.den}`).toBe(a.num / a.den);
      expect(isWhole(a), `${a.num}/${a.den}`).toBe(a.num % a.den === 0n);
      expect(isZero(a)).toBe(a.num === 0n);
    }
  });

  it("becomes a number only when it is whole and a number can hold it", () => {
    expect([toNumber(exact(6n, 2n)), toNumber(exact(edge, 1n)), toNumber(exact(edge * 10n ** 20n, 10n ** 20n))]).toEqual([
      3,
      Number(edge),
      Number(edge),
    ]);
    for (const wrong of [exact(1n, 2n), exact(edge + 1n, 1n), exact(10n ** 20n + 1n, 10n ** 20n)])
      expect(() => toNumber(wrong)).toThrow(RangeError);
  });

  it("is read from decimal text and from a whole number over a scale", () => {
    const texts: readonly (readonly [string, bigint, bigint])[] = [
      ["2.2", 22n, 10n],
      ["0.05", 5n, 100n],
      ["7", 7n, 1n],
      ["123456789012345678.9", 1234567890123456789n, 10n],
    ];
    for (const [text, num, den] of texts) {
      const read = exactDecimal(text);
      expect(read.num * den).toBe(num * read.den);
    }
    for (const value of [0, 1, -1, 99, 100, 1_000, 4_000, 10_000, 12_345, 12_300, 20_000, -4_000]) {
      for (const scale of [1, 100, 10_000]) {
        const made = scaled(value, scale);
        expect(made.num * BigInt(scale), `${value}/${scale}`).toBe(BigInt(value) * made.den);
      }
    }
    expect(() => scaled(0.5, 1)).toThrow(RangeError);
  });

  it("is written with as many decimals as asked, without other trailing zeros", () => {
    expect(decimalText(exact(123_456n, 1n), 2, 2, 8)).toBe("1234.56");
    expect(decimalText(exact(100n, 1n), 2, 2, 8)).toBe("1.00");
    expect(decimalText(exact(100n, 1n), 2, 0, 8)).toBe("1");
    expect(decimalText(exact(1n, 3n), 2, 2, 8)).toBe("0.00333333");
    expect(decimalText(exact(-1n, 3n), 0, 0, 2)).toBe("-0.33");
    expect(decimalText(exact(-1n, 1_000n), 0, 0, 2)).toBe("0");
    expect(decimalText(exact(5n, 1_000n), 0, 0, 2)).toBe("0.01");
    expect(decimalText(exact(-1n, 10n ** 20n), 0, 0, 20)).toBe("-0.00000000000000000001");
    expect(decimalText(exact(7n, 1n), 0, 0, 30)).toBe("7");
  });
});

describe("a part that alone leaves the range of numbers", () => {
  // 3 x 3002399751580331 is 2^53 + 1, the first whole number that a double cannot hold; the result is within the range again.
  const third = exact(-1n, 3n);
  const half = exact(3002399751580331n, 2n);
  const minusHalf = exact(-3002399751580331n, 2n);
  const is = (value: ReturnType<typeof exact>) => [value.num, value.den];

  it("is not lost in a sum, on either side and below zero", () => {
    expect(is(sum(half, third))).toEqual([edge, 6n]);
    expect(is(sum(third, half))).toEqual([edge, 6n]);
    expect(is(sum(minusHalf, exact(1n, 3n)))).toEqual([-edge, 6n]);
    expect(is(sum(exact(1n, 3n), minusHalf))).toEqual([-edge, 6n]);
  });

  it("is not lost in a difference, on either side and below zero", () => {
    expect(is(difference(half, exact(1n, 3n)))).toEqual([edge, 6n]);
    expect(is(difference(third, minusHalf))).toEqual([edge, 6n]);
    expect(is(difference(minusHalf, third))).toEqual([-edge, 6n]);
    expect(is(difference(exact(1n, 3n), half))).toEqual([-edge, 6n]);
  });

  it("is not lost in a comparison of neighbours", () => {
    // 2^53 + 1 against 2^53, as numerators over 6.
    const below = exact(2n ** 52n, 3n);
    expect(order(half, below)).toBe(1);
    expect(order(below, half)).toBe(-1);
    expect(order(minusHalf, exact(-(2n ** 52n), 3n))).toBe(-1);
    expect(order(exact(-(2n ** 52n), 3n), minusHalf)).toBe(1);
  });
});

describe("decimal text", () => {
  it("is the same whether it is found with numbers or with whole numbers of any size", () => {
    const plainly = (num: bigint, den: bigint) => {
      const size = num < 0n ? -num : num;
      const digits = ((2n * size * 1_000_000n + den) / (2n * den)).toString().padStart(9, "0");
      const [before, after] = [digits.slice(0, -8), digits.slice(-8).replace(/0{1,6}$/, "")];
      return `${num < 0n && /[1-9]/.test(digits) ? "-" : ""}${before}.${after}`;
    };
    for (const { num, den } of fractions) expect(decimalText(exact(num, den), 2, 2, 8)).toBe(plainly(num, den));
    // Around the largest product that still fits.
    for (const n of [4_503_599_627n, 4_503_599_628n, 2_251_799_813n, 9_007_199_254n])
      for (const den of [1n, 3n, 7n, 1_000_000n, 2n ** 51n]) expect(decimalText(exact(n, den), 2, 2, 8)).toBe(plainly(n, den));
  });

  it("has no minus before nothing", () => {
    expect(decimalText(exact(-1n, 10n ** 12n), 2, 2, 8)).toBe("0.00");
    expect(decimalText(exact(-1n, 1n), 2, 2, 8)).toBe("-0.01");
  });
});
