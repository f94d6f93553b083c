// A whole term at once, and its total found the short way.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertOk, type Cents, parseEuro, sumCents } from "../../kernel/index.ts";
import { openLaw } from "../open-law.ts";
import { parseCalculation, type StartPackage, staircase, startPackages, termTotal } from "./index.ts";

const law = openLaw();

const cases = fc.record({
  scheme: fc.constantFrom("employer", "selfEmployed"),
  package: fc.constantFrom<StartPackage>(...startPackages),
  startQuarter: fc.constantFrom("2023-Q2", "2023-Q3", "2024-Q4", "2026-Q1", "2027-Q3"),
  guidanceNeed: fc.constantFrom("NONE", "LOW", "HIGH"),
  employmentFraction: fc.constantFrom("1", "0.8", "1/3"),
  grossWage: fc.integer({ min: 0, max: 2_000_000 }).map((cents) => (cents / 100).toFixed(2)),
  switches: fc.constantFrom(
    {},
    { "OPEN-01": "5/3/12" },
    { "OPEN-25": "MONTHLY_X3" },
    { "OPEN-11": "INDEXED" },
    { "OPEN-26": "MONTHS" },
  ),
});

function inputOf({ scheme, package: named, startQuarter, switches, ...employer }: Record<string, unknown>) {
  const percentage = named === "AFTER_EVALUATION" ? "45" : null;
  const shared = { scheme, package: named, percentage, startQuarter, quarter: startQuarter, switches };
  const wage = { employerContributions: "1200.00", contributionReductions: "0.00" };
  return parseCalculation(scheme === "employer" ? { ...shared, ...employer, ...wage } : shared);
}

describe("the total of a term", () => {
  it("is the sum of its quarters, and nothing where the staircase stops", () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(cases, (one) => {
        const input = inputOf(one);
        if (!input.ok) return;
        const term = staircase(law, input.value);
        const slow: Cents | null =
          term.outcome === "stopped"
            ? null
            : sumCents(term.quarters.map(({ output }) => assertOk(parseEuro((output as { total: string }).total))));
        seen.add(slow === null);
        expect(termTotal(law, input.value)).toBe(slow);
      }),
      { numRuns: 300 },
    );
    expect(seen.size).toBe(2);
  });

  it("is nothing without a start quarter", () => {
    expect(termTotal(law, { scheme: "employer" } as never)).toBeNull();
  });
});
