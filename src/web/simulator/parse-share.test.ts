import { expect, test } from "vitest";
import { parseShare } from "./parse-share.ts";

test("reads percent, share of one and fractions as people type them", () => {
  expect(parseShare("80", false)).toBe("0.8");
  expect(parseShare(" 80 % ", false)).toBe("0.8");
  expect(parseShare("0,8", false)).toBe("0.8");
  expect(parseShare("4/5", false)).toBe("0.8");
  expect(parseShare("100", false)).toBe("1");
  expect(parseShare("1", false)).toBe("1");
  expect(parseShare("1 %", false)).toBe("0.01");
  expect(parseShare("078", false)).toBe("0.78");
});

test("rounds to four decimals, half up", () => {
  expect(parseShare("1/3", false)).toBe("0.3333");
  expect(parseShare("2/3", false)).toBe("0.6667");
  expect(parseShare("33,335", false)).toBe("0.3334");
});

test("refuses what is no share, and what lies outside it", () => {
  for (const typed of ["", "veel", "101", "1/0", "5/4", "-20", "80 procent", "0,00001"])
    expect(parseShare(typed, false)).toBeNull();
  expect(parseShare("100,01", false)).toBeNull();
});

test("takes zero only where no work is possible", () => {
  expect(parseShare("0", true)).toBe("0");
  expect(parseShare("0", false)).toBeNull();
});
