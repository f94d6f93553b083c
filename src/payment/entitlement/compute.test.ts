import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, firstDay, fromQuarterNumber, quarter, quarterIndexNumber } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { anAttest, aPosition } from "../fixtures.ts";
import type { Position } from "../ports.ts";
import { type Claim, type Entitlement, entitlement, entitlements } from "./entitlement.ts";
import { quarterFrame } from "./quarter-frame.ts";

const law = openLaw();
const start = quarterIndexNumber(quarter("2023-Q3"));

const claims = fc.record({
  number: fc.integer({ min: start, max: start + 13 }),
  package: fc.constantFrom("T2", "P5", "P5_PLUS", "P5_MWB", "AFTER_EVALUATION", "TEMP_VULNERABLE" as const),
  percentage: fc.integer({ min: 3, max: 16 }).map((step) => step * 5),
  collectivePercentage: fc.option(fc.integer({ min: 8, max: 15 }).map((step) => step * 5)),
  guidanceNeed: fc.constantFrom("NONE", "LOW", "MEDIUM", "HIGH" as const),
  premiums: fc.constantFrom("WAGE", "WAGE_AND_GUIDANCE", "GUIDANCE", "SUPPORT" as const),
  back: fc.integer({ min: 0, max: 26 }),
  grossCents: fc.oneof(fc.integer({ min: 0, max: 3_000_000 }), fc.constantFrom(0, 3_000_000_000)),
  contributionCents: fc.integer({ min: 0, max: 700_000 }),
  reductionCents: fc.integer({ min: 0, max: 100_000 }),
  contractualFraction: fc.integer({ min: 1, max: 10_000 }),
  performedFraction: fc.option(fc.integer({ min: 0, max: 10_000 })),
  from: fc.option(fc.integer({ min: 0, max: 89 })),
  switches: fc.constantFrom(
    {},
    { "OPEN-25": "TRUNCATE" },
    { "OPEN-10": "FIRST_MONTH" },
    { "OPEN-06": "CONTRACTUAL" },
    { "OPEN-03": "DECISION_QUARTER" },
  ),
});

type Drawn = typeof claims extends fc.Arbitrary<infer T> ? T : never;

function claimOf(drawn: Drawn, number: number): Claim {
  const { grossCents, contributionCents, reductionCents, contractualFraction, performedFraction, premiums, from } = drawn;
  const applicant = premiums === "SUPPORT" ? "SELF_EMPLOYED" : "EMPLOYER";
  const manual = drawn.package === "AFTER_EVALUATION" || drawn.package === "TEMP_VULNERABLE";
  const position: Position = aPosition({
    applicant,
    premiums,
    package: applicant === "SELF_EMPLOYED" && drawn.package === "P5_MWB" ? "P5" : drawn.package,
    percentage: manual ? drawn.percentage : null,
    collectivePercentage: drawn.collectivePercentage,
    guidanceNeed: drawn.guidanceNeed,
    startQuarter: number - drawn.back,
    endQuarter: number + 5,
    switches: drawn.switches,
    validFrom: firstDay(fromQuarterNumber(number - drawn.back)),
  });
  const inServiceFrom = from === null ? null : addDays(firstDay(fromQuarterNumber(number)), from);
  const wage = { grossCents, contributionCents, reductionCents, contractualFraction, performedFraction, inServiceFrom };
  return { position, attests: applicant === "SELF_EMPLOYED" ? [] : [anAttest({ ...wage, quarter: number })] };
}

const withoutPoints = ({ openPoints: _, ...rest }: Entitlement) => rest;

describe("many claims computed together", () => {
  it("give the cents and the reasons of each claim by itself, and name every open point that it leans on", () => {
    fc.assert(
      fc.property(fc.array(claims, { minLength: 200, maxLength: 300 }), (drawn) => {
        const number = drawn[0]!.number;
        const frame = quarterFrame(law, number);
        const all = drawn.map((one) => claimOf(one, number));
        const together = entitlements(frame, all);
        const alone = all.map((claim) => entitlement(frame, claim));
        expect(together.map(withoutPoints)).toEqual(alone.map(withoutPoints));
        for (const [at, one] of alone.entries())
          expect(together[at]!.openPoints).toEqual(expect.arrayContaining([...one.openPoints]));
        // Most of the claims must have gone through the columns, or this compares one by one with one by one.
        expect([...frame.kernels.values()].some((kernel) => kernel !== null)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it("give a wage that the columns cannot hold the same amount as by itself: just inside and just outside their range", () => {
    const frame = quarterFrame(law, start + 4);
    const all = Array.from({ length: 64 }, (_, at) => {
      const grossCents = at % 2 === 0 ? 99_999_999 : 100_000_000;
      return { position: aPosition({ startQuarter: start }), attests: [anAttest({ quarter: start + 4, grossCents })] };
    });
    const together = entitlements(frame, all);
    expect(together.map((one) => one.cents)).toEqual(all.map((claim) => entitlement(frame, claim).cents));
    expect(together.every((one) => one.withheld.length === 0 && one.cents.WAGE! > 0)).toBe(true);
    expect([...frame.kernels.values()].some((kernel) => kernel !== null)).toBe(true);
  });
});
