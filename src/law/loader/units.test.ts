import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertOk } from "../../kernel/index.ts";
import type { ParameterUnit } from "../model.ts";
import { parseValue, UNIT_WORDS, writeValue } from "./units.ts";

const read = (text: string, unit: ParameterUnit) => {
  const value = parseValue(text, unit);
  return value.ok ? value.value : value.error.rule;
};

describe("values as people write them", () => {
  it("become integers in the smallest unit", () => {
    expect(read("1954.99", "cents/month")).toBe(195_499);
    expect(read("1200", "cents/quarter")).toBe(120_000);
    expect(read("45 %", "basisPoints")).toBe(4_500);
    expect(read("20.5 %", "basisPoints")).toBe(2_050);
    expect(read("0.85", "ratio")).toBe(8_500);
    expect(read("189.5 FTE", "fte")).toBe(18_950);
    expect(read("24 hours", "hours")).toBe(24);
  });

  it("become a list where commas stand", () => {
    expect(read("40 %, 30 %, 20 %", "basisPoints")).toEqual([4_000, 3_000, 2_000]);
    expect(read("5, 8, 20", "quarterIndex")).toEqual([5, 8, 20]);
  });

  it("stay text where the unit is a date, month, duration or word", () => {
    expect(read("2023-07-01", "date")).toBe("2023-07-01");
    expect(read("2024-03", "month")).toBe("2024-03");
    expect(read("P2Y1D", "duration")).toBe("P2Y1D");
    expect(read("PER_MONTH", "switch")).toBe("PER_MONTH");
    expect(read("true", "flag")).toBe(true);
  });

  it("keep the decimals of a multiplier exactly, as text", () => {
    expect(read("2", "times")).toBe(2);
    expect(read("2.0", "times")).toBe(2);
    expect(read("2.20 times", "times")).toBe("2.2");
    expect(read("0.1234", "times")).toBe("0.1234");
    expect(read("2.12345", "times")).toBe("value.shape");
    expect(read("2 years", "times")).toBe("value.unit");
    expect(writeValue("2.2", "times")).toBe("2.2");
  });

  it("are wage codes in a list, each once, or all of them", () => {
    expect(read("ALL", "wageCodes")).toBe("ALL");
    expect(read("1", "wageCodes")).toBe("1");
    expect(read("1, 2, 10", "wageCodes")).toEqual(["1", "2", "10"]);
    for (const text of ["1, ALL", "1, 1", "A", "1234", "", "1,"]) expect(read(text, "wageCodes"), text).toBe("value.shape");
  });

  it("are refused with another unit's word", () => {
    expect(read("45 %", "cents/month")).toBe("value.unit");
    expect(read("8 years", "quarters")).toBe("value.unit");
    expect(read("45 percent", "basisPoints")).toBe("value.unit");
  });

  it("are refused in any other form", () => {
    for (const text of ["", "-1.00", "1,954.99", "1.954,99", "1954.999", "1e3", "NaN", "12.", ".5", "99999999999999999"]) {
      expect([text, read(text, "cents/month")]).not.toEqual([text, expect.any(Number)]);
    }
    expect(read("2023-02-29", "date")).toBe("value.shape");
    expect(read("2024-13", "month")).toBe("value.shape");
    expect(read("P", "duration")).toBe("value.shape");
    expect(read("yes", "flag")).toBe("value.shape");
    expect(read("per month", "code")).toBe("value.shape");
    expect(read("1.5", "years")).toBe("value.shape");
  });

  it("are written back as they are read, for every unit that counts", () => {
    const counted = Object.values(UNIT_WORDS).filter(
      (unit) => !["date", "month", "duration", "flag", "code", "switch", "wageCodes"].includes(unit),
    );
    fc.assert(
      fc.property(fc.constantFrom(...counted), fc.nat(2_000_000_000), (unit, value) => {
        expect(assertOk(parseValue(writeValue(value, unit), unit))).toBe(value);
      }),
    );
  });

  it("are written with the decimals of money and without useless ones elsewhere", () => {
    expect(writeValue(120_000, "cents")).toBe("1200.00");
    expect(writeValue(5, "cents")).toBe("0.05");
    expect(writeValue([4_000, 2_050], "basisPoints")).toBe("40, 20.5");
    expect(writeValue(7_000, "ratio")).toBe("0.7");
  });
});
