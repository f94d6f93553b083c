import { describe, expect, it } from "vitest";
import { plainDate, quarter, quarterIndexNumber } from "../../../kernel/index.ts";
import { openLaw } from "../../../law/open-law.ts";
import { anAttest, aPosition } from "../../fixtures.ts";
import type { Attest, OlderTerms, Position } from "../../ports.ts";
import { entitlement } from "../entitlement.ts";
import { quarterFrame } from "../quarter-frame.ts";
import { BESIDE_GRANT } from "./older-case.ts";

const law = openLaw();
const at = (text: string) => quarterIndexNumber(quarter(text));
const schedule = [
  { throughQuarter: 5, percentage: 40 },
  { throughQuarter: 9, percentage: 30 },
  { throughQuarter: 20, percentage: 20 },
];
const terms: OlderTerms = {
  measure: "VOP",
  schedule,
  amountPerFte: null,
  activity: null,
  lastDay: null,
  ranOn: false,
  besideGrant: false,
};

function older(more: Partial<OlderTerms> = {}, position: Partial<Position> = {}): Position {
  return aPosition({
    startQuarter: at("2023-Q1"),
    endQuarter: at("2027-Q4"),
    validFrom: plainDate("2023-01-09"),
    ...position,
    older: { ...terms, ...more },
  });
}

const claim = (position: Position, attest: Partial<Attest> = {}) => {
  const one = anAttest({ quarter: at("2023-Q3"), contractualFraction: 8_000, performedFraction: 8_000, ...attest });
  return entitlement(quarterFrame(law, at("2023-Q3")), { position, attests: position.employerRef === null ? [] : [one] });
};

describe("an older right in the run", () => {
  it("is paid as VOP by its own percentage, as its own component (TV-17)", () => {
    // 3,500 a month at a fraction of 0.80, in the third quarter.
    const due = claim(older(), { grossCents: 840_000, contributionCents: 0, reductionCents: 0 });
    expect(due.cents).toEqual({ VOP: 336_000 });
    expect(due.withheld).toEqual([]);
  });

  it("above the cap, and the percentage as the source gives it (TV-18, OPEN-53)", () => {
    const above = { grossCents: 1_008_000, contributionCents: 0, reductionCents: 0 };
    expect(claim(older(), above).cents).toEqual({ VOP: 375_358 });
    const raised = older({ schedule: [{ throughQuarter: 20, percentage: 60 }] });
    expect(claim(raised, { grossCents: 840_000, contributionCents: 0, reductionCents: 0 }).cents).toEqual({ VOP: 504_000 });
  });

  it("is not paid after its schedule, nor without a declaration", () => {
    const past = older({}, { startQuarter: at("2018-Q3"), validFrom: plainDate("2018-07-02") });
    expect(claim(past).withheld).not.toEqual([]);
    const undeclared = entitlement(quarterFrame(law, at("2023-Q3")), { position: older(), attests: [] });
    expect([undeclared.cents, undeclared.case]).toEqual([{ VOP: 0 }, null]);
  });

  it("that runs on until a late decision keeps its last percentage (TRANS-05)", () => {
    const wage = { grossCents: 840_000, contributionCents: 0, reductionCents: 0 };
    const late = { startQuarter: at("2018-Q2"), validFrom: plainDate("2018-04-02") };
    const ranOn = older({ ranOn: true, lastDay: plainDate("2023-09-30") }, late);
    expect(claim(ranOn, wage).cents).toEqual({ VOP: 168_000 });
    expect(claim(older({ lastDay: plainDate("2023-09-30") }, late), wage).withheld).not.toEqual([]);
    const self = { ...late, employerRef: null, applicant: "SELF_EMPLOYED", premiums: "SUPPORT" } as const;
    expect(claim(older({ ranOn: true, activity: true, lastDay: plainDate("2023-09-30") }, self)).withheld).toEqual([]);
  });

  it("waits for a person when a grant runs beside it: no quarter is paid twice (TRANS-05)", () => {
    expect(claim(older({ besideGrant: true }))).toMatchObject({ cents: {}, withheld: [BESIDE_GRANT] });
  });

  it("of LDE pays the amount that a person entered, by contractual hours, and asks for it when there is none (OPEN-44)", () => {
    const lde = (amountPerFte: number | null) =>
      older({ measure: "LDE_INDIVIDUAL", schedule: [], amountPerFte, lastDay: plainDate("2026-06-30") });
    expect(claim(lde(200_000)).cents).toEqual({ COMPENSATION: 160_000 });
    expect(claim(lde(null)).withheld).toEqual(["missing ldeAmountPerFte"]);
  });

  it("of a self-employed person needs no declaration in the first phase, and a person's answer in the second (TRANS-10)", () => {
    const self = (startQuarter: string) =>
      older({}, { employerRef: null, applicant: "SELF_EMPLOYED", premiums: "SUPPORT", startQuarter: at(startQuarter) });
    expect(claim(self("2023-Q1")).cents.VOP).toBeGreaterThan(0);
    expect(claim(self("2021-Q1")).withheld).toEqual(["missing vopActivity"]);
    const judged = (activity: boolean) => {
      const position = self("2021-Q1");
      return claim({ ...position, older: { ...terms, activity } });
    };
    expect(judged(true).cents.VOP).toBeGreaterThan(0);
    expect(judged(false)).toMatchObject({ cents: { VOP: 0 }, withheld: [] });
  });
});
