// The premiums of the older schemes in columns are what an explanation gives, so that the quarterly run can pay them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Quarter, quarter } from "../../../kernel/index.ts";
import { columns, explain, numberOfFact, type PlainFact, plainValue } from "../../engine/index.ts";
import type { SwitchChoice } from "../../model.ts";
import { openLaw } from "../../open-law.ts";

const law = openLaw();
type Facts = Readonly<Record<string, PlainFact | null>>;

/** Cents in columns, or null for a row without a value. */
function inColumns(rule: string, at: Quarter, switches: SwitchChoice, facts: Facts): number | null {
  const kernel = columns(law, at, { rules: [rule], switches });
  const input = kernel.makeInput(1);
  for (const column of kernel.inputs) input[column.name]![0] = numberOfFact(column, facts[column.name]);
  const { values, status } = kernel.run(input, 1);
  return status[0] === 0 ? values[rule]![0]! : null;
}

function explained(rule: string, at: Quarter, switches: SwitchChoice, facts: Facts): number | null {
  const { values } = explain(law, { rules: [rule], facts, quarter: at, switches, steps: false });
  const value = values.get(rule);
  return value === undefined ? null : (plainValue(value, "cents/quarter") as number);
}

const quarters = ["2023-Q3", "2023-Q4", "2024-Q2", "2025-Q1", "2026-Q1"].map((text) => quarter(text));
const starts = ["2019-Q3", "2020-Q4", "2021-Q2", "2022-Q1", "2023-Q1", "2023-Q2"];
const cents = fc.integer({ min: 0, max: 2_000_000 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const readings = fc.constantFrom<SwitchChoice>(
  {},
  { "OPEN-25": "TRUNCATE" },
  { "OPEN-25": "MONTHLY_X3", "OPEN-10": "FIRST_MONTH" },
  { "OPEN-53": "RECOMPUTE" },
  { "OPEN-26": "PERFORMED" },
);
const days = fc.constantFrom("2023-06-30", "2023-08-15", "2024-05-31", "2025-02-01", "2025-12-31", "2028-03-31");

function agree(rule: string, facts: fc.Arbitrary<Facts>): void {
  fc.assert(
    fc.property(facts, fc.constantFrom(...quarters), readings, (one, at, switches) => {
      expect(inColumns(rule, at, switches, one)).toBe(explained(rule, at, switches, one));
    }),
    { numRuns: 200 },
  );
}

const wage = {
  grossWage: cents,
  employerContributions: cents,
  contributionReductions: fc.integer({ min: 0, max: 200_000 }),
  employmentFraction: fc.integer({ min: 1, max: 10_000 }),
  performedFraction: maybe(fc.integer({ min: 0, max: 10_000 })),
  inServiceFrom: maybe(days),
  inServiceUntil: maybe(days),
};

describe("an older scheme in columns", () => {
  it("gives the VOP of employees", () => {
    agree(
      "vopPremium",
      fc.record({
        ...wage,
        vopKind: fc.constantFrom("EMPLOYEE", "TEMPORARY", "INCREASED"),
        vopStartQuarter: fc.constantFrom(...starts),
        vopHiringQuarter: fc.constantFrom(...starts),
        vopGivenPercentage: maybe(fc.constantFrom(2000, 3000, 4000, 5500, 6000)),
        olderEndsOn: maybe(days),
      }),
    );
  });

  it("gives the VOP of the self-employed", () => {
    agree(
      "vopSelfPremium",
      fc.record({
        vopSelfKind: fc.constantFrom("LASTING", "TEMPORARY"),
        vopStartQuarter: fc.constantFrom(...starts),
        vopHiringQuarter: fc.constantFrom(...starts),
        vopActivity: maybe(fc.boolean()),
        vopRunsOn: maybe(fc.boolean()),
        olderEndsOn: maybe(days),
      }),
    );
  });

  it("gives the temporary compensation of LDE", () => {
    agree(
      "ldeCompensation",
      fc.record({
        employmentFraction: wage.employmentFraction,
        inServiceFrom: wage.inServiceFrom,
        inServiceUntil: wage.inServiceUntil,
        ldeEndsOn: days,
        ldeAmountPerFte: cents,
        imwPackageRuns: maybe(fc.boolean()),
      }),
    );
  });
});
