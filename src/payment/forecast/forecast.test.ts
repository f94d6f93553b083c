import { describe, expect, it } from "vitest";
import { plainDate as d, newRef, quarter, quarterIndexNumber } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { anAttest, aPosition, at } from "../fixtures.ts";
import { calculateQuarter } from "../ledger/calculate-quarter.ts";
import { forecastQuarter } from "./forecast.ts";

const law = openLaw();
const q3 = quarterIndexNumber(quarter("2024-Q3"));
const position = aPosition({ premiums: "WAGE", guidanceNeed: "NONE" });
const wage = (of: ReturnType<typeof forecastQuarter>) => of.components.find((one) => one.component === "WAGE");

describe("a forecast", () => {
  it("of a quarter whose wages are in equals what the run would book", () => {
    const attests = [anAttest()];
    const run = calculateQuarter(law, {
      quarter: q3,
      positions: [position],
      attests,
      booked: [],
      runRef: newRef(),
      bookedAt: at("2024-11-20"),
    });
    const foreseen = forecastQuarter(law, q3, [position], attests);
    expect(foreseen.cents).toBe(run.lines.reduce((sum, one) => sum + one.cents, 0));
    expect(foreseen.cents).toBeGreaterThan(0);
  });

  it("carries the last wage forward, as a wage of the whole quarter", () => {
    const last = anAttest({ quarter: q3 - 1, inServiceFrom: d("2024-05-01") });
    expect(wage(forecastQuarter(law, q3, [position], [last]))).toMatchObject({ grants: 1, estimatedGrants: 0 });
    expect(forecastQuarter(law, q3, [position], [last]).cents).toBe(forecastQuarter(law, q3, [position], [anAttest()]).cents);
  });

  it("counts nothing for somebody who left, and nothing for a cancelled attest", () => {
    const left = anAttest({ quarter: q3 - 1, inServiceUntil: d("2024-06-20") });
    expect(wage(forecastQuarter(law, q3, [position], [left]))).toMatchObject({ grants: 1, cents: 0, estimatedCents: 0 });
    expect(forecastQuarter(law, q3, [position], [anAttest({ status: 3 })]).cents).toBe(0);
  });

  it("takes the average of the others for a grant without any declared wage, and says of how many", () => {
    const fresh = aPosition({ premiums: "WAGE", guidanceNeed: "NONE", personRef: newRef() });
    const foreseen = wage(forecastQuarter(law, q3, [position, fresh], [anAttest()]));
    expect(foreseen).toMatchObject({ grants: 1, estimatedGrants: 1 });
    expect(foreseen?.estimatedCents).toBe(foreseen?.cents);
  });

  it("needs no wage for a self-employed person", () => {
    const self = aPosition({ applicant: "SELF_EMPLOYED", employerRef: null, premiums: "SUPPORT", guidanceNeed: "NONE" });
    const { components } = forecastQuarter(law, q3, [self], []);
    expect(components.find((one) => one.component === "SUPPORT")).toMatchObject({ grants: 1, estimatedGrants: 0 });
  });
});
