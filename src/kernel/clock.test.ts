import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  brusselsDate,
  compareInstants,
  endOfBrusselsDate,
  epochMillisecondsOf,
  fixedClock,
  instant,
  instantFromEpochMilliseconds,
  isInstant,
  ok,
  parseInstant,
  parseKnownAt,
  plainDate,
  systemClock,
} from "./index.ts";

const moment = fc.integer({ min: -2_208_988_800_000, max: 4_102_444_800_000 });
const sinceSummerTimeRule = fc.integer({ min: 852_076_800_000, max: 4_102_444_800_000 });

describe("an instant", () => {
  test("is written as the machine's calendar writes it, and comes back", () => {
    fc.assert(
      fc.property(moment, (value) => {
        const at = instantFromEpochMilliseconds(value);
        expect(at).toBe(new Date(value).toISOString());
        expect(epochMillisecondsOf(at)).toBe(value);
      }),
    );
  });

  test("sorts as text in the order of time", () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(compareInstants(instantFromEpochMilliseconds(a), instantFromEpochMilliseconds(b))).toBe(Math.sign(a - b));
      }),
    );
  });

  test.each([
    "2024-03-15",
    "2024-03-15T10:00:00Z",
    "2024-03-15T10:00:00.000+01:00",
    "2024-02-30T10:00:00.000Z",
    "2024-03-15T24:00:00.000Z",
    "",
  ])("refuses “%s”", (text) => {
    expect(isInstant(text)).toBe(false);
    expect(parseInstant(text, "recordedAt")).toMatchObject({ ok: false, error: { id: "instant.form", field: "recordedAt" } });
  });
});

describe("the day in Brussels", () => {
  test.each([
    ["2024-01-15T22:59:59.999Z", "2024-01-15"],
    ["2024-01-15T23:00:00.000Z", "2024-01-16"],
    ["2024-07-15T21:59:59.999Z", "2024-07-15"],
    ["2024-07-15T22:00:00.000Z", "2024-07-16"],
    ["2023-12-31T23:00:00.000Z", "2024-01-01"],
    // Summer time starts on 31 March 2024 and ends on 27 October 2024, at 01:00 UTC.
    ["2024-03-30T22:30:00.000Z", "2024-03-30"],
    ["2024-03-31T22:30:00.000Z", "2024-04-01"],
    ["2024-10-26T22:30:00.000Z", "2024-10-27"],
    ["2024-10-27T22:30:00.000Z", "2024-10-27"],
  ])("at %s it is %s", (at, expected) => {
    expect(brusselsDate(instant(at))).toBe(expected);
  });

  test("is the one the time zone database gives", () => {
    const zone = new Intl.DateTimeFormat("en-CA", {
      timeZone: "Europe/Brussels",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    fc.assert(
      fc.property(sinceSummerTimeRule, (value) => {
        expect(brusselsDate(instantFromEpochMilliseconds(value))).toBe(zone.format(value));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a clock", () => {
  test("that stands still gives the same moment and its day in Brussels", () => {
    const clock = fixedClock("2024-03-15T23:30:00.000Z");
    expect([clock.now(), clock.now(), clock.today()]).toEqual([
      "2024-03-15T23:30:00.000Z",
      "2024-03-15T23:30:00.000Z",
      "2024-03-16",
    ]);
    expect(fixedClock("2024-03-15").today()).toBe("2024-03-15");
    expect(() => fixedClock("15 March")).toThrow("Write a moment");
  });

  test("of the machine gives the time it is", () => {
    const before = Date.now();
    const now = epochMillisecondsOf(systemClock.now());
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
    expect(systemClock.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe("what was known at", () => {
  test("a day is its end in Brussels, and a moment is itself", () => {
    expect(parseKnownAt("2024-01-08")).toEqual(ok(endOfBrusselsDate(plainDate("2024-01-08"))));
    expect(parseKnownAt("2024-07-08")).toEqual(ok("2024-07-08T21:59:59.999Z"));
    expect(parseKnownAt("2024-07-08T00:00:00.000Z")).toEqual(ok("2024-07-08T00:00:00.000Z"));
  });

  test("anything else is refused and names the field", () => {
    for (const text of ["yesterday", "2024-02-30", "2024-01-08T10:00", ""])
      expect(parseKnownAt(text, "--known-at")).toMatchObject({ ok: false, error: { id: "instant.form", field: "--known-at" } });
  });
});

describe("the end of a day in Brussels", () => {
  test("is the last moment of that day: one hour before midnight UTC in winter, two in summer", () => {
    expect(endOfBrusselsDate(plainDate("2024-01-08"))).toBe("2024-01-08T22:59:59.999Z");
    expect(endOfBrusselsDate(plainDate("2024-07-08"))).toBe("2024-07-08T21:59:59.999Z");
    // The days on which the hour changes.
    expect(endOfBrusselsDate(plainDate("2024-03-31"))).toBe("2024-03-31T21:59:59.999Z");
    expect(endOfBrusselsDate(plainDate("2024-10-27"))).toBe("2024-10-27T22:59:59.999Z");
  });

  test("still belongs to the day, and the next millisecond does not", () => {
    fc.assert(
      fc.property(sinceSummerTimeRule, (value) => {
        const day = brusselsDate(instantFromEpochMilliseconds(value));
        const end = endOfBrusselsDate(day);
        expect(brusselsDate(end)).toBe(day);
        expect(brusselsDate(instantFromEpochMilliseconds(epochMillisecondsOf(end) + 1))).not.toBe(day);
      }),
    );
  });
});
