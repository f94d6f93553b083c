import { describe, expect, test } from "vitest";
import { isOutage, Outage } from "./outage.ts";

const coded = (code: string) => Object.assign(new Error("x"), { code });

describe("an outage", () => {
  test.each([
    "08006",
    "57P01",
    "57P03",
    "25006",
    "53100",
    "53200",
    "53300",
    "58030",
    "ECONNREFUSED",
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
  ])("is told by the code %s", (code) => {
    expect(isOutage(coded(code))).toBe(true);
  });

  test("is told by the driver's own words, by its name, and by what lies behind it", () => {
    expect(isOutage(new Error("Connection terminated unexpectedly"))).toBe(true);
    expect(isOutage(new Outage("away"))).toBe(true);
    expect(isOutage(new Error("outer", { cause: coded("57P01") }))).toBe(true);
    expect(isOutage(new AggregateError([coded("ECONNREFUSED")]))).toBe(true);
  });

  test.each(["23505", "42501", "22P02", "40001", "57014"])("is not told by the code %s", (code) => {
    expect(isOutage(coded(code))).toBe(false);
  });

  test("is not what is no error, nor a mistake of ours", () => {
    expect([isOutage(null), isOutage("57P01"), isOutage(new TypeError("x is not a function"))]).toEqual([false, false, false]);
  });
});
