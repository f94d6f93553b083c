// What a grant gives in every quarter of its term, by the law's own calculation on the wage that was declared (REF-10, GP-04, SELF-09).
import { type Grant, lastDayOfGrant, termsIn } from "../../dossier/index.ts";
import {
  addQuarters,
  cents,
  employmentFraction,
  euro,
  firstDay,
  fractionText,
  type PlainDate,
  type Quarter,
  quarterIndexNumber,
  quarterOf,
} from "../../kernel/index.ts";
import { type CalculationOutput, calculateJson, type Law } from "../../law/index.ts";
import type { Declared } from "../ports.ts";

export interface GrantQuarter {
  readonly quarter: Quarter;
  /** From 1 in the start quarter. */
  readonly index: number;
  /**
   * COMING: the quarter has not ended. AWAITED: the declaration is not in yet. STOPPED: support ended before it. CALCULATED: with outcome.
   */
  readonly state: "COMING" | "AWAITED" | "STOPPED" | "CALCULATED";
  /** One per declaration; a self-employed person has exactly one. */
  readonly outcomes: readonly CalculationOutput[];
  readonly requests: readonly Readonly<Record<string, unknown>>[];
}

/**
 * @param declared - The last version of each attest of the relation.
 * @param steps - The quarter whose steps are wanted, or null.
 */
export function quartersOfGrant(
  law: Law,
  grant: Grant,
  declared: readonly Declared[],
  today: PlainDate,
  steps: Quarter | null,
): readonly GrantQuarter[] {
  const { facts } = grant;
  const current = quarterOf(today);
  const first = facts.fromQuarter ?? facts.startQuarter;
  const quarters: GrantQuarter[] = [];
  for (let quarter = first; quarter <= grant.endQuarter; quarter = addQuarters(quarter, 1)) {
    const index = quarterIndexNumber(quarter) - quarterIndexNumber(facts.startQuarter) + 1;
    const shared = { quarter, index, outcomes: [], requests: [] };
    if (firstDay(quarter) > lastDayOfGrant(grant)) quarters.push({ ...shared, state: "STOPPED" });
    else if (quarter >= current) quarters.push({ ...shared, state: "COMING" });
    else {
      const requests = requestsFor(grant, quarter, declared);
      if (requests.length === 0) quarters.push({ ...shared, state: "AWAITED" });
      else {
        const outcomes = requests.map((request) => calculateJson(law, request, { steps: quarter === steps }));
        quarters.push({ ...shared, state: "CALCULATED", outcomes, requests });
      }
    }
  }
  return quarters;
}

/** The questions to the calculation for one quarter: none while a worker's declaration is missing. */
function requestsFor(grant: Grant, quarter: Quarter, declared: readonly Declared[]): Readonly<Record<string, unknown>>[] {
  const terms = termsIn(grant, quarter);
  if (terms === null) return [];
  const { facts } = grant;
  const shared = {
    package: terms.package,
    percentage: terms.percentage === null ? null : String(terms.percentage),
    startQuarter: facts.startQuarter,
    quarter,
    switches: facts.switches,
  };
  if (facts.applicant === "SELF_EMPLOYED") return [{ scheme: "selfEmployed", ...shared }];
  const stop = grant.stop?.lastDay ?? null;
  return declared
    .filter((one) => one.quarter === quarterIndexNumber(quarter))
    .map((one) => ({
      scheme: "employer",
      ...shared,
      collectivePercentage: facts.collectivePercentage === null ? null : String(facts.collectivePercentage),
      guidanceNeed: terms.guidanceNeed,
      employmentFraction: fractionText(employmentFraction(one.contractualFraction)),
      performedFraction: one.performedFraction === null ? null : fractionText(employmentFraction(one.performedFraction)),
      grossWage: euro(cents(one.grossCents)),
      employerContributions: euro(cents(one.contributionCents)),
      contributionReductions: euro(cents(one.reductionCents)),
      inServiceFrom: one.inServiceFrom,
      inServiceUntil: earliest(one.inServiceUntil, stop),
    }));
}

function earliest(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
