import { describe, expect, it } from "vitest";
import { plainDate as d, type Insz, instant, type Kbo, newRef, quarter, quarterIndexNumber } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import type { Attest } from "../payment/index.ts";
import { declarationMaker, type RelationToDeclare } from "./declarations.ts";

const law = openLaw();
const Q = quarterIndexNumber(quarter("2025-Q2"));
const relations = Array.from(
  { length: 2_000 },
  (_, i): RelationToDeclare => ({
    grantRef: `${String(i).padStart(8, "0")}-0000-4000-8000-000000000000`,
    worker: "85073003328" as Insz,
    employer: "0403019261" as Kbo,
    from: d("2024-01-01"),
    until: null,
    known: [],
  }),
);
const anAttest = (): Attest => ({
  attestNo: `A-${newRef()}`,
  version: 4,
  status: 0,
  personRef: newRef(),
  employerRef: newRef(),
  quarter: Q,
  grossCents: 900_000,
  contributionCents: 225_000,
  reductionCents: 60_000,
  contractualFraction: 10_000,
  performedFraction: null,
  inServiceFrom: null,
  inServiceUntil: null,
  source: "DMFA",
  remunerations: null,
  receivedAt: instant("2025-08-01T10:00:00.000Z"),
});
const made = (wave: "FIRST" | "LATE", of = relations, seed = "x") => of.flatMap(declarationMaker(law, Q, wave, seed));

describe("synthetic attests", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(made("FIRST")).toEqual(made("FIRST"));
    expect(made("FIRST")).not.toEqual(made("FIRST", relations, "y"));
  });

  it("come once on time for most grants, and late or corrected for a few", () => {
    const first = made("FIRST");
    const late = made("LATE");
    expect(new Set(first.map((one) => one.number)).size).toBe(first.length);
    expect(first.every((one) => one.version === 1 && one.status === "NEW")).toBe(true);
    expect(first.length).toBeGreaterThan(relations.length * 0.95);
    expect(new Set(late.map((one) => one.status))).toEqual(new Set(["NEW", "CHANGED", "CANCELLED", "REACTIVATED"]));
    const all = [...first, ...late].map((one) => `${one.number} ${one.version}`);
    expect(new Set(all).size).toBe(all.length);
  });

  it("correct what is known with its next version", () => {
    const known = relations.map((one) => ({ ...one, known: [anAttest()] }));
    expect(made("FIRST", known)).toEqual([]);
    const late = made("LATE", known);
    expect(late.length).toBeGreaterThan(0);
    expect(late.every((one) => one.version === 5 && one.status !== "NEW")).toBe(true);
  });

  it("end the job on the last day of a grant that ends in the quarter", () => {
    const [one] = made("FIRST", [{ ...relations[0]!, until: d("2025-05-10") }]);
    expect(one!.occupations[0]).toMatchObject({ endedOn: "2025-05-10" });
  });
});
