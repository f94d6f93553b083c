import { describe, expect, it } from "vitest";
import { inszBirthDate, inszSex, isIban, isInsz, isKbo, insz as parseInsz } from "../kernel/index.ts";
import { NumberBook, syntheticIban, syntheticKbo } from "./numbers.ts";

describe("national numbers of synthetic people", () => {
  it("pass their check digits and tell month of birth and sex, before and from 2000", () => {
    const book = new NumberBook();
    for (const bornIn of ["1961-02", "1999-12", "2000-01", "2004-06"]) {
      for (const sex of ["F", "M"] as const) {
        const { bornOn, insz } = book.person(bornIn, sex);
        expect(isInsz(insz)).toBe(true);
        expect(inszBirthDate(parseInsz(insz))).toBe(bornOn);
        expect(bornOn.slice(0, 7)).toBe(bornIn);
        expect(inszSex(parseInsz(insz))).toBe(sex);
      }
    }
  });

  it("are plainly synthetic, by an order number of 900 or more, and are each given once", () => {
    const book = new NumberBook();
    const given = Array.from({ length: 1_300 }, (_, i) => book.person("1980-05", i % 2 === 0 ? "F" : "M").insz);
    expect(new Set(given).size).toBe(given.length);
    expect(given.every((one) => Number(one.slice(6, 9)) >= 900)).toBe(true);
  });

  it("go on below 900 for a very large population, and run out with a reason", () => {
    const book = new NumberBook();
    expect(() => {
      for (let i = 0; i < 20_000; i++) book.person("1980-05", "F");
    }).toThrow(/1980-05/);
  });
});

describe("enterprise numbers and accounts", () => {
  it("pass their check digits, lie in ranges that nobody has, and do not repeat", () => {
    const kbos = Array.from({ length: 3_000 }, (_, i) => syntheticKbo(i));
    const ibans = Array.from({ length: 3_000 }, (_, i) => syntheticIban(i));
    expect(kbos.every((one) => isKbo(one) && one.startsWith("19"))).toBe(true);
    expect(ibans.every((one) => isIban(one) && one.slice(4, 7) === "999")).toBe(true);
    expect(new Set(kbos).size).toBe(3_000);
    expect(new Set(ibans).size).toBe(3_000);
  });

  it("never give a firm and a self-employed person the same", () => {
    const { kbo, iban } = new NumberBook().ownEnterprise();
    const firms = Array.from({ length: 4_000 }, (_, i) => i);
    expect(firms.some((i) => syntheticKbo(i) === kbo || syntheticIban(i) === iban)).toBe(false);
  });

  it("refuse a place outside their range", () => {
    expect(() => syntheticKbo(1_000_000)).toThrow(RangeError);
    expect(() => syntheticIban(-1)).toThrow(RangeError);
  });
});
