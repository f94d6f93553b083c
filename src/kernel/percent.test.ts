import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assertOk,
  basisPoints,
  employmentFraction,
  formatFraction,
  formatPercent,
  fractionText,
  isEmploymentFraction,
  parseFraction,
  parseFractionOrZero,
  parsePercent,
  percentText,
} from "./index.ts";

describe("a percentage", () => {
  test("is held in hundredths of a percent", () => {
    expect(["40", "22.5", "0.01", "100"].map((text) => assertOk(parsePercent(text)))).toEqual([4000, 2250, 1, 10_000]);
    expect(() => basisPoints(0.5)).toThrow(RangeError);
  });

  test("comes back from its text", () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        expect(assertOk(parsePercent(percentText(basisPoints(n))))).toBe(n);
      }),
    );
    expect([4000, 2250, 2205, 0, -2250].map((n) => percentText(basisPoints(n)))).toEqual(["40", "22.5", "22.05", "0", "-22.5"]);
  });

  test("is written for readers", () => {
    expect([formatPercent(basisPoints(2250), "nl"), formatPercent(basisPoints(2250), "en")]).toEqual(["22,5\u00a0%", "22.5%"]);
  });
});

describe("a share of full-time work", () => {
  test("is held in ten-thousandths and comes back from its text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (n) => {
        expect(assertOk(parseFraction(fractionText(employmentFraction(n))))).toBe(n);
      }),
    );
    expect([8000, 10_000, 1, 0].map((n) => fractionText(employmentFraction(n)))).toEqual(["0.8", "1", "0.0001", "0"]);
  });

  test("is above zero for an employment; work performed may be zero", () => {
    expect(parseFraction("0").ok).toBe(false);
    expect(parseFractionOrZero("0")).toEqual({ ok: true, value: 0 });
    expect(parseFractionOrZero("1")).toEqual({ ok: true, value: 10_000 });
    expect(parseFractionOrZero("1.0001", "performedFraction")).toMatchObject({
      ok: false,
      error: { field: "performedFraction", expected: "[0, 1]" },
    });
  });

  test("lies from zero to one", () => {
    expect([-1, 0, 10_000, 10_001, 0.5].map(isEmploymentFraction)).toEqual([false, true, true, false, false]);
    expect(() => employmentFraction(10_001)).toThrow(RangeError);
  });

  test("is written for readers as a percentage of full time", () => {
    expect([formatFraction(employmentFraction(8000), "nl"), formatFraction(employmentFraction(3333), "fr")]).toEqual([
      "80\u00a0%",
      "33,33\u00a0%",
    ]);
    expect(formatFraction(employmentFraction(3333), "en")).toBe("33.33%");
  });
});
