import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addCents,
  assertOk,
  cents,
  euro,
  formatEuro,
  languages,
  negateCents,
  parseEuro,
  parseEuroAsTyped,
  parseEuroNotNegative,
  subtractCents,
  sumCents,
} from "./index.ts";

const amount = fc.maxSafeInteger().map(cents);
const smallAmount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(cents);

describe("an amount in cents", () => {
  test("refuses what is not a whole, exactly held number", () => {
    for (const value of [0.5, 0.1 + 0.2, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => cents(value)).toThrow(RangeError);
  });

  test("has no minus zero", () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(Object.is(negateCents(cents(0)), 0)).toBe(true);
  });

  test("refuses a sum that would no longer be exact", () => {
    expect(() => addCents(cents(Number.MAX_SAFE_INTEGER), cents(1))).toThrow(RangeError);
  });

  test("adds up independently of the order", () => {
    fc.assert(
      fc.property(fc.array(smallAmount), (amounts) => {
        expect(sumCents(amounts)).toBe(sumCents([...amounts].reverse()));
        expect(BigInt(sumCents(amounts))).toBe(amounts.reduce((total, a) => total + BigInt(a), 0n));
      }),
    );
  });

  test("is back where it was after adding and subtracting the same", () => {
    fc.assert(
      fc.property(smallAmount, smallAmount, (a, b) => {
        expect(subtractCents(addCents(a, b), b)).toBe(a);
      }),
    );
  });
});

describe("an amount as text", () => {
  test("comes back from the form of the API", () => {
    fc.assert(
      fc.property(amount, (a) => {
        expect(assertOk(parseEuro(euro(a)))).toBe(a);
      }),
    );
  });

  test("always has two decimals in the form of the API", () => {
    expect([0, 5, -5, 50, 123456, -123456].map((n) => euro(cents(n)))).toEqual([
      "0.00",
      "0.05",
      "-0.05",
      "0.50",
      "1234.56",
      "-1234.56",
    ]);
  });

  test("comes back from the form that Dutch and French readers see", () => {
    for (const language of ["nl", "fr"] as const) {
      fc.assert(
        fc.property(amount, (a) => {
          expect(assertOk(parseEuroAsTyped(formatEuro(a, language)))).toBe(a);
        }),
      );
    }
  });

  test("is written for readers of each language", () => {
    const shown = (n: number) => languages.map((language) => formatEuro(cents(n), language).replaceAll("\u00a0", "_"));
    expect(shown(123456)).toEqual(["€_1.234,56", "€1,234.56", "1_234,56_€"]);
    expect(shown(99999)).toEqual(["€_999,99", "€999.99", "999,99_€"]);
    expect(shown(100000)).toEqual(["€_1.000,00", "€1,000.00", "1_000,00_€"]);
    expect(shown(-123456789)).toEqual(["€_-1.234.567,89", "-€1,234,567.89", "-1_234_567,89_€"]);
  });

  test.each([
    ["1.234,56", 123456],
    ["1.234", 123400],
    ["1234.5", 123450],
    ["€ -12,30", -1230],
    ["1.234.567,89", 123456789],
    ["1234,5 EUR", 123450],
  ])("typed as “%s” is %i cents", (text, expected) => {
    expect(assertOk(parseEuroAsTyped(text))).toBe(expected);
  });

  test("of a wage may be zero and not a cent below", () => {
    expect(parseEuroNotNegative("0.00")).toEqual({ ok: true, value: 0 });
    expect(parseEuroNotNegative("-0.01", "grossWage")).toMatchObject({
      ok: false,
      error: { id: "euro.negative", field: "grossWage" },
    });
  });
});
