// Changing one value of the GGMMI changes the premiums of the quarters that it touches, and no other.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, firstDay, fromQuarterNumber, lastDay, plainDate, quarterIndexNumber } from "../kernel/index.ts";
import { explain, type Law, plainValue, writeValue } from "./index.ts";
import { openLaw } from "./open-law.ts";

const law = openLaw();
const rows = law.timeline("ggmmi").filter((row) => row.until === null || row.until > "2023-07-01");
const first = quarterIndexNumber("2023-Q3" as never);
const quarters = Array.from({ length: 14 }, (_, i) => fromQuarterNumber(first + i));

/** The support premium and the wage premium at the cap, for every quarter. */
function premiums(of: Law): number[] {
  return quarters.map((quarter) => {
    const facts = {
      package: "AFTER_EVALUATION",
      percentage: 7500,
      startQuarter: "2023-Q3",
      employmentFraction: 10_000,
      grossWage: 9_000_000,
      employerContributions: 0,
      contributionReductions: 0,
    };
    const { values } = explain(of, { rules: ["wagePremium", "supportPremium"], facts, quarter, steps: false });
    return [...values.values()].reduce((sum, value) => sum + Number(plainValue(value, "cents/quarter")), 0);
  });
}

describe("one value of the GGMMI", () => {
  it("touches exactly the quarters in which it holds", () => {
    const before = premiums(law);
    fc.assert(
      fc.property(fc.nat(rows.length - 1), fc.integer({ min: 100, max: 50_000 }), (at, raise) => {
        const row = rows[at]!;
        const last = row.until === null ? null : addDays(row.until, -1);
        const changed = law.withParameters([
          {
            id: "ggmmi",
            value: writeValue((row.value as number) + raise, "cents/month"),
            from: row.from,
            ...(last === null ? {} : { to: last }),
          },
        ]);
        if (!changed.ok) throw new Error("the law refused the change");
        const after = premiums(changed.value);
        for (const [i, quarter] of quarters.entries()) {
          const touched = row.from <= lastDay(quarter) && (last ?? plainDate("9999-12-31")) >= firstDay(quarter);
          expect(after[i] !== before[i], `${quarter} with the row of ${row.from}`).toBe(touched);
        }
      }),
      { numRuns: 40 },
    );
  });
});
