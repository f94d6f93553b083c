import { describe, expect, it } from "vitest";
import { cents, plainDate as d, employmentFraction, type Insz, type Kbo, quarter } from "../../kernel/index.ts";
import { at } from "../fixtures.ts";
import { attestOf } from "./attest-of.ts";
import type { DmfaAttest, Occupation } from "./dmfa-attest.ts";

const job = (more: Partial<Occupation> = {}): Occupation => ({
  sequence: 1,
  jointCommittee: "201",
  startedOn: d("2020-01-01"),
  endedOn: null,
  weeklyHours: 3800,
  fullTimeWeeklyHours: 3800,
  performedFraction: employmentFraction(10_000),
  remunerations: [
    { code: "1", amount: cents(800_000) },
    { code: "2", amount: cents(50_000) },
  ],
  ...more,
});
const declared = (occupations: Occupation[], more: Partial<DmfaAttest> = {}): DmfaAttest => ({
  number: "A-1",
  version: 0,
  status: "NEW",
  quarter: quarter("2024-Q3"),
  employer: "0" as unknown as Kbo,
  worker: "0" as unknown as Insz,
  occupations,
  contributions: [{ code: "495", amount: cents(200_000) }],
  reductions: [{ code: "3000", amount: cents(40_000) }],
  ...more,
});
const taken = (occupations: Occupation[], more: Partial<DmfaAttest> = {}) =>
  attestOf(declared(occupations, more), { personRef: "p", employerRef: "e", receivedAt: at("2024-11-05") });

describe("a declared attest", () => {
  it("sums its lines, contributions and reductions", () => {
    expect(taken([job(), job({ sequence: 2 })])).toMatchObject({
      grossCents: 1_700_000,
      contributionCents: 200_000,
      reductionCents: 40_000,
    });
  });

  it("keeps the amount of each remuneration code, for the list of codes that count", () => {
    expect(taken([job(), job({ sequence: 2 })]).remunerations).toEqual({ "1": 1_600_000, "2": 100_000 });
  });

  it("keeps number, version and status", () => {
    expect(taken([job()], { version: 2, status: "CANCELLED" })).toMatchObject({ attestNo: "A-1", version: 2, status: 3 });
    expect(taken([job()], { status: "REACTIVATED" }).status).toBe(4);
  });

  it("takes the fraction from Q over S, and mu as performed", () => {
    const part = job({ weeklyHours: 1900, performedFraction: employmentFraction(4500) });
    expect(taken([part])).toMatchObject({ contractualFraction: 5000, performedFraction: 4500 });
  });

  it("adds jobs side by side, and weighs jobs one after the other by their days", () => {
    const half = { weeklyHours: 1900, performedFraction: employmentFraction(5000) };
    expect(taken([job(half), job({ ...half, sequence: 2 })]).contractualFraction).toBe(10_000);
    const first = job({ ...half, endedOn: d("2024-08-15") });
    const second = job({ ...half, sequence: 2, startedOn: d("2024-08-16") });
    expect(taken([first, second]).contractualFraction).toBe(5000);
    // 46 of 92 days at full time after 46 at half time.
    expect(taken([first, job({ sequence: 2, startedOn: d("2024-08-16") })]).contractualFraction).toBe(7500);
  });

  it("is in service for the whole quarter unless a job starts or ends inside it", () => {
    expect(taken([job()])).toMatchObject({ inServiceFrom: null, inServiceUntil: null });
    expect(taken([job({ startedOn: d("2024-07-01"), endedOn: d("2024-09-30") })])).toMatchObject({
      inServiceFrom: null,
      inServiceUntil: null,
    });
    expect(taken([job({ startedOn: d("2024-07-02"), endedOn: d("2024-09-29") })])).toMatchObject({
      inServiceFrom: "2024-07-02",
      inServiceUntil: "2024-09-29",
    });
    expect(taken([job({ endedOn: d("2024-08-01") }), job({ sequence: 2 })]).inServiceUntil).toBeNull();
  });
});
