// The text of a column computes exactly what it stands for, and its bounds are the lowest and highest that it can be.
import { describe, expect, it } from "vitest";
import {
  addColumns,
  anyStatus,
  bounded,
  type CodeColumn,
  chooseBits,
  compareColumns,
  constantColumn,
  divideColumns,
  exactLimit,
  extremeOfColumns,
  type FlagColumn,
  isConstant,
  least,
  most,
  multiplyColumns,
  NotInColumns,
  type NumberColumn,
  overOneDenominator,
  roundColumn,
  scale,
  selectColumns,
  subtractColumns,
} from "./expression.ts";
import { randomOf } from "./testing/random-graph.ts";

const number = (text: string, lo: bigint, hi: bigint, den = 1n, status = "0"): NumberColumn => ({
  type: "number",
  text,
  den,
  lo,
  hi,
  status,
});
const flag = (text: string, status = "0"): FlagColumn => ({ type: "flag", text, status });
const codes = (text: string, ...list: string[]): CodeColumn => ({ type: "code", text, codes: list, status: "0" });
const computed = (text: string, x: number, y: number, w = 0): number =>
  new Function("x", "y", "w", `return ${text}`)(x, y, w) + 0;

/** Whole numbers from `lo` to `hi`, few enough to try all. */
const every = (lo: bigint, hi: bigint) => Array.from({ length: Number(hi - lo) + 1 }, (_, i) => lo + BigInt(i));

/** Tries every pair within the bounds: the value as a fraction, and that both bounds are reached. */
function expectExact(
  made: NumberColumn,
  a: NumberColumn,
  b: NumberColumn,
  num: (x: bigint, y: bigint) => [bigint, bigint],
): void {
  let [lo, hi] = [made.hi, made.lo];
  for (const x of every(a.lo, a.hi)) {
    for (const y of every(b.lo, b.hi)) {
      const got = BigInt(computed(made.text, Number(x), Number(y)));
      const [top, bottom] = num(x, y);
      expect(got * bottom, `${made.text} at ${x}, ${y}`).toBe(top * made.den);
      if (got < lo) lo = got;
      if (got > hi) hi = got;
    }
  }
  expect([lo, hi]).toEqual([made.lo, made.hi]);
}

const pairs: readonly (readonly [NumberColumn, NumberColumn])[] = [
  [number("x", -3n, 5n, 6n), number("y", -4n, 2n, 4n)],
  [number("x", 1n, 5n), number("y", 2n, 4n)],
  [number("x", -5n, -2n, 3n), number("y", -3n, 6n)],
  [number("x", -6n, 7n, 10n), number("y", -2n, 9n, 10n)],
];

describe("two columns of small numbers", () => {
  it.each(pairs)("are added, subtracted, multiplied and compared exactly", (a, b) => {
    expectExact(addColumns(a, b), a, b, (x, y) => [x * b.den + y * a.den, a.den * b.den]);
    expectExact(subtractColumns(a, b), a, b, (x, y) => [x * b.den - y * a.den, a.den * b.den]);
    expectExact(multiplyColumns(a, b), a, b, (x, y) => [x * y, a.den * b.den]);
    expectExact(extremeOfColumns("min", a, b), a, b, (x, y) => (x * b.den < y * a.den ? [x, a.den] : [y, b.den]));
    expectExact(extremeOfColumns("max", a, b), a, b, (x, y) => (x * b.den > y * a.den ? [x, a.den] : [y, b.den]));
    for (const x of every(a.lo, a.hi)) {
      for (const y of every(b.lo, b.hi)) {
        const [left, right] = [x * b.den, y * a.den];
        const say = (operator: Parameters<typeof compareColumns>[0]) =>
          computed(compareColumns(operator, a, b).text, Number(x), Number(y));
        expect([say(">="), say(">"), say("<="), say("<"), say("===")]).toEqual(
          [left >= right, left > right, left <= right, left < right, left === right].map(Number),
        );
      }
    }
  });

  it.each(pairs)("are rounded to whole numbers, a half away from zero, or cut", (a, b) => {
    const up = (x: bigint) => {
      const size = x < 0n ? -x : x;
      const rounded = (2n * size + a.den) / (2n * a.den);
      return x < 0n ? -rounded : rounded;
    };
    expectExact(roundColumn(a, "halfUp"), a, b, (x) => [up(x), 1n]);
    expectExact(roundColumn(a, "towardsZero"), a, b, (x) => [x / a.den, 1n]);
  });

  it.each(pairs)("are chosen by a flag, with the bounds of both", (a, b) => {
    const made = selectColumns(flag("w"), a, b) as NumberColumn;
    const [first, second] = overOneDenominator(a, b);
    for (const x of every(a.lo, a.hi)) {
      for (const y of every(b.lo, b.hi)) {
        expect(BigInt(computed(made.text, Number(x), Number(y), 1)) * a.den).toBe(x * made.den);
        expect(BigInt(computed(made.text, Number(x), Number(y), 0)) * b.den).toBe(y * made.den);
      }
    }
    expect(made.lo).toBe(least([first.lo, second.lo]));
    expect(made.hi).toBe(most([first.hi, second.hi]));
  });
});

describe("large numbers", () => {
  const far = 2n ** 40n;
  it("are chosen by a product, and one that is always zero costs no difference", () => {
    const [a, b, zero] = [number("x", 0n, far), number("y", -far, far), constantColumn(0n, 1n)];
    const both = selectColumns(flag("w"), a, b) as NumberColumn;
    expect([computed(both.text, 2 ** 40, -(2 ** 39), 1), computed(both.text, 2 ** 40, -(2 ** 39), 0)]).toEqual([
      2 ** 40,
      -(2 ** 39),
    ]);
    const orZero = selectColumns(flag("w"), a, zero) as NumberColumn;
    expect(orZero).toMatchObject({ text: "(w * x)", lo: 0n, hi: far });
    const zeroOr = selectColumns(flag("w"), zero, b) as NumberColumn;
    expect(zeroOr).toMatchObject({ text: "((1 - w) * y)", lo: -far, hi: far });
  });

  it("are refused when the difference of the two could pass what a double holds exactly", () => {
    const [a, b] = [number("x", -exactLimit, 0n), number("y", 0n, exactLimit)];
    expect(() => selectColumns(flag("w"), a, b)).toThrow(NotInColumns);
    expect(() => selectColumns(flag("w"), b, a)).toThrow(NotInColumns);
    expect(selectColumns(flag("w"), number("x", 0n, exactLimit), number("y", 0n, exactLimit))).toMatchObject({ hi: exactLimit });
    expect(() => addColumns(b, number("y", 0n, 1n))).toThrow(/9007199254740992/);
    expect(() => subtractColumns(a, number("y", 0n, 1n))).toThrow(/-9007199254740992/);
    expect(bounded(number("x", -exactLimit, exactLimit))).toMatchObject({ lo: -exactLimit, hi: exactLimit });
    expect(() => bounded(number("x", -exactLimit - 1n, 0n))).toThrow(NotInColumns);
    expect(() => bounded(number("x", 0n, exactLimit + 1n))).toThrow(NotInColumns);
  });

  it("are refused for rounding when half a unit more would pass", () => {
    expect(roundColumn(number("x", 0n, exactLimit - 2n, 4n), "halfUp")).toMatchObject({ den: 1n });
    expect(() => roundColumn(number("x", 0n, exactLimit - 1n, 4n), "halfUp")).toThrow(NotInColumns);
    expect(() => roundColumn(number("x", -exactLimit + 1n, 0n, 4n), "halfUp")).toThrow(NotInColumns);
    expect(roundColumn(number("x", 0n, exactLimit - 1n, 4n), "towardsZero")).toMatchObject({ den: 1n });
  });

  it("use the processor's own whole numbers only within 32 bits", () => {
    const [least, most] = [-(2n ** 31n), 2n ** 31n - 1n];
    const one = number("y", 0n, 1n);
    expect(addColumns(number("x", 0n, most - 1n), one).text).toBe("(x + y | 0)");
    expect(addColumns(number("x", 0n, most), one).text).toBe("(x + y)");
    expect(subtractColumns(number("x", least + 1n, 0n), one).text).toBe("(x - y | 0)");
    expect(subtractColumns(number("x", least, 0n), one).text).toBe("(x - y)");
    expect(multiplyColumns(number("x", 0n, 2n ** 16n), number("y", 0n, 2n ** 14n)).text).toBe("Math.imul(x, y)");
    expect(multiplyColumns(number("x", 0n, 2n ** 16n), number("y", 0n, 2n ** 15n)).text).toBe("(x * y)");
    expect(multiplyColumns(number("x", 0n, 2n ** 31n), number("y", 0n, 0n + 1n)).text).toBe("(x * y)");
    expect(scale(number("x", 0n, 2n ** 29n), 3n, 1n).text).toBe("Math.imul(x, 3)");
    expect(scale(number("x", 0n, 2n ** 30n), 3n, 1n).text).toBe("(x * 3)");
    expect(scale(number("x", 0n, 1n), 2n ** 31n, 1n).text).toBe("(x * 2147483648)");
    expect((selectColumns(flag("w"), number("x", 0n, most), one) as NumberColumn).text).toContain("&");
    expect((selectColumns(flag("w"), number("x", 0n, most + 1n), one) as NumberColumn).text).not.toContain("&");
  });
});

describe("a constant", () => {
  it("stands in its lowest terms, negative in brackets", () => {
    expect(constantColumn(6n, 4n)).toMatchObject({ text: "3", den: 2n, lo: 3n, hi: 3n });
    expect(constantColumn(-6n, 4n)).toMatchObject({ text: "(-3)", den: 2n, lo: -3n, hi: -3n });
    expect(constantColumn(0n, 5n)).toMatchObject({ text: "0", den: 1n });
    expect(isConstant(constantColumn(1n, 1n))).toBe(true);
    expect(isConstant({ ...constantColumn(1n, 1n), status: "s" })).toBe(false);
    expect(isConstant(number("x", 0n, 1n))).toBe(false);
  });

  it("scales the other side, whichever side it stands on", () => {
    const x = number("x", -4n, 6n, 10n);
    expect(multiplyColumns(x, constantColumn(5n, 1n))).toMatchObject({ text: "x", den: 2n, lo: -4n, hi: 6n });
    expect(multiplyColumns(constantColumn(-5n, 1n), x)).toMatchObject({ den: 2n, lo: -6n, hi: 4n });
    expect(multiplyColumns(x, constantColumn(0n, 1n))).toMatchObject({ text: "0", den: 1n, lo: 0n, hi: 0n });
    expect(scale({ ...x, status: "s" }, 0n, 1n).status).toBe("s");
    expect(scale({ ...x, status: "s" }, 3n, 1n).status).toBe("s");
  });

  it("divides when it is not zero; what differs from case to case does not", () => {
    const x = number("x", -4n, 6n);
    expect(divideColumns(x, constantColumn(3n, 1n))).toMatchObject({ text: "x", den: 3n, lo: -4n, hi: 6n });
    expect(divideColumns(x, constantColumn(-3n, 2n))).toMatchObject({ den: 3n, lo: -12n, hi: 8n });
    expect(() => divideColumns(x, constantColumn(0n, 1n))).toThrow(NotInColumns);
    expect(() => divideColumns(x, number("y", 1n, 2n))).toThrow(NotInColumns);
  });

  it("is brought over another denominator as a number", () => {
    const [a, b] = overOneDenominator(constantColumn(-3n, 2n), number("y", 0n, 4n, 3n));
    expect([a, b]).toMatchObject([
      { text: "(-9)", den: 6n, lo: -9n, hi: -9n },
      { text: "Math.imul(y, 2)", den: 6n, lo: 0n, hi: 8n },
    ]);
  });
});

describe("a status", () => {
  it("is that of every operand, each once", () => {
    expect(anyStatus("0", "0")).toBe("0");
    expect(anyStatus("0", "s", "s")).toBe("s");
    expect(anyStatus("s", "0", "t")).toBe("(s | t)");
    const [a, b] = [number("x", 0n, 1n, 1n, "s"), number("y", 0n, 1n, 1n, "t")];
    for (const made of [addColumns(a, b), subtractColumns(a, b), multiplyColumns(a, b), extremeOfColumns("min", a, b)])
      expect(made.status).toBe("(s | t)");
    expect(compareColumns(">", a, b).status).toBe("(s | t)");
    expect(roundColumn({ ...a, den: 3n }, "halfUp").status).toBe("s");
  });

  it("of a choice is the flag's own and that of the side that is taken", () => {
    const made = selectColumns(flag("w", "f"), number("x", 0n, 1n, 1n, "x"), number("y", 0n, 1n, 1n, "y"));
    const of = new Function("w", "f", "x", "y", `return ${made.status}`);
    expect([of(1, 0, 2, 4), of(0, 0, 2, 4), of(1, 8, 2, 4)]).toEqual([2, 4, 10]);
    expect(chooseBits("w", "x", "x")).toBe("x");
    const choose = (a: string, b: string, w: number) => computed(chooseBits("w", a, b), 6, 5, w);
    expect([choose("x", "0", 1), choose("x", "0", 0)]).toEqual([6, 0]);
    expect([choose("0", "y", 1), choose("0", "y", 0)]).toEqual([0, 5]);
    expect([choose("x", "y", 1), choose("x", "y", 0)]).toEqual([6, 5]);
  });
});

describe("a choice", () => {
  it("between flags is a flag", () => {
    const made = selectColumns(flag("w"), flag("x"), flag("y")) as FlagColumn;
    expect(made.type).toBe("flag");
    expect([computed(made.text, 1, 0, 1), computed(made.text, 1, 0, 0), computed(made.text, 0, 1, 0)]).toEqual([1, 0, 1]);
  });

  it("between codes keeps their places, and is refused when the lists disagree", () => {
    const made = selectColumns(flag("w"), codes("x", "A"), codes("y", "A", "B")) as CodeColumn;
    expect(made).toMatchObject({ type: "code", codes: ["A", "B"] });
    expect([computed(made.text, 1, 2, 1), computed(made.text, 1, 2, 0)]).toEqual([1, 2]);
    expect(() => selectColumns(flag("w"), codes("x", "A", "B"), codes("y", "B"))).toThrow(NotInColumns);
    expect(() => selectColumns(flag("w"), codes("x", "A", "B"), codes("y", "A", "C"))).toThrow(NotInColumns);
  });

  it("between values of different kinds is refused", () => {
    const [n, f, c] = [number("x", 0n, 1n), flag("x"), codes("x", "A")];
    for (const [a, b] of [
      [n, f],
      [f, n],
      [f, c],
      [c, f],
      [n, c],
      [c, n],
    ] as const)
      expect(() => selectColumns(flag("w"), a, b)).toThrow(NotInColumns);
  });
});

it("texts of nested operations stay exact", () => {
  const random = randomOf(11);
  for (let round = 0; round < 200; round += 1) {
    let made: NumberColumn = number("x", -9n, 9n, BigInt(1 + random(6)));
    let value = (x: bigint): [bigint, bigint] => [x, made.den];
    const start = made.den;
    value = (x) => [x, start];
    for (let step = 0; step < 4; step += 1) {
      const constant = constantColumn(BigInt(random(13) - 6), BigInt(1 + random(5)));
      const before = value;
      const kind = random(4);
      if (kind === 0) [made, value] = [addColumns(made, constant), (x) => plus(before(x), [constant.lo, constant.den])];
      else if (kind === 1)
        [made, value] = [subtractColumns(constant, made), (x) => plus([constant.lo, constant.den], negative(before(x)))];
      else if (kind === 2)
        [made, value] = [multiplyColumns(constant, made), (x) => product(before(x), [constant.lo, constant.den])];
      else [made, value] = [extremeOfColumns("max", made, constant), (x) => larger(before(x), [constant.lo, constant.den])];
    }
    for (const x of every(-9n, 9n)) {
      const [top, bottom] = value(x);
      const got = BigInt(computed(made.text, Number(x), 0));
      expect(got * bottom).toBe(top * made.den);
      expect(got >= made.lo && got <= made.hi).toBe(true);
    }
  }
});

type Pair = [bigint, bigint];
const plus = ([a, b]: Pair, [c, d]: Pair): Pair => [a * d + c * b, b * d];
const negative = ([a, b]: Pair): Pair => [-a, b];
const product = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c, b * d];
const larger = (a: Pair, b: Pair): Pair => (a[0] * b[1] > b[0] * a[1] ? a : b);
