// What a decision would pay in every quarter of its term, at the wage that is known now, by the law's own calculation.
import { type Grant, type GrantFacts, type GrantTerms, lastDayOfGrant, termsIn } from "../../dossier/index.ts";
import {
  addQuarters,
  type Cents,
  cents,
  employmentFraction,
  euro,
  fractionText,
  fromQuarterNumber,
  type PlainDate,
  parseEuro,
  type Quarter,
  quarterIndexNumber,
} from "../../kernel/index.ts";
import { type CalculationOutput, calculateJson, type Law } from "../../law/index.ts";
import type { Declared } from "../ports.ts";

export interface PreviewQuarter {
  readonly quarter: Quarter;
  /** From 1 in the start quarter. */
  readonly index: number;
  readonly request: Readonly<Record<string, unknown>>;
  readonly outcome: CalculationOutput;
  readonly total: Cents;
}

export interface Preview {
  /** DECLARED: at the wage of the last declaration. MOST: no declaration yet, so at a wage above the cap. NONE: no wage is needed. */
  readonly wage: "DECLARED" | "MOST" | "NONE";
  /** Quarter of the declaration. */
  readonly basedOn: Quarter | null;
  readonly quarters: readonly PreviewQuarter[];
  readonly total: Cents;
}

/** Beyond every cap: any wage above the cap gives the same premium, so this stands for the most. */
const aboveEveryCap = cents(1_000_000_00);

export interface WageKnown {
  readonly declared: readonly Declared[];
  /** Agreed share of full time in 1/10000, for a worker of whom no declaration came in yet. */
  readonly agreedFraction: number | null;
  readonly contractFrom: PlainDate | null;
  readonly contractUntil: PlainDate | null;
}

/** @param from - First quarter to show; the grant's first when left out. */
export function previewGrant(law: Law, grant: Grant, wage: WageKnown, from?: Quarter): Preview {
  const { facts } = grant;
  const first = from ?? facts.fromQuarter ?? facts.startQuarter;
  const last = latest(wage.declared);
  const basis = facts.applicant === "SELF_EMPLOYED" ? "NONE" : last === null ? "MOST" : "DECLARED";
  const until = earliest(wage.contractUntil, lastDayOfGrant(grant));
  const quarters: PreviewQuarter[] = [];
  for (let quarter = first; quarter <= grant.endQuarter; quarter = addQuarters(quarter, 1)) {
    const terms = termsIn(grant, quarter);
    if (terms === null) continue;
    const request = requestFor(facts, terms, quarter, last, wage, until);
    const outcome = calculateJson(law, request);
    const index = quarterIndexNumber(quarter) - quarterIndexNumber(facts.startQuarter) + 1;
    quarters.push({ quarter, index, request, outcome, total: totalOf(outcome) });
  }
  const total = cents(quarters.reduce((sum, one) => sum + one.total, 0));
  return { wage: basis, basedOn: last === null ? null : fromQuarterNumber(last.quarter), quarters, total };
}

function requestFor(
  facts: GrantFacts,
  terms: GrantTerms,
  quarter: Quarter,
  last: Declared | null,
  wage: WageKnown,
  until: PlainDate | null,
): Readonly<Record<string, unknown>> {
  const shared = {
    package: terms.package,
    percentage: terms.percentage === null ? null : String(terms.percentage),
    startQuarter: facts.startQuarter,
    quarter,
    switches: facts.switches,
  };
  if (facts.applicant === "SELF_EMPLOYED") return { scheme: "selfEmployed", ...shared };
  const fraction = last?.contractualFraction ?? wage.agreedFraction ?? 10_000;
  return {
    scheme: "employer",
    ...shared,
    collectivePercentage: facts.collectivePercentage === null ? null : String(facts.collectivePercentage),
    guidanceNeed: terms.guidanceNeed,
    employmentFraction: fractionText(employmentFraction(fraction)),
    performedFraction: last?.performedFraction == null ? null : fractionText(employmentFraction(last.performedFraction)),
    grossWage: euro(last === null ? aboveEveryCap : cents(last.grossCents)),
    employerContributions: euro(cents(last?.contributionCents ?? 0)),
    contributionReductions: euro(cents(last?.reductionCents ?? 0)),
    inServiceFrom: last?.inServiceFrom ?? wage.contractFrom,
    inServiceUntil: until,
  };
}

const latest = (declared: readonly Declared[]): Declared | null =>
  declared.reduce<Declared | null>((held, one) => (held === null || one.quarter > held.quarter ? one : held), null);

function totalOf(outcome: CalculationOutput): Cents {
  const amount = "total" in outcome ? parseEuro(outcome.total) : null;
  return amount?.ok === true ? amount.value : cents(0);
}

function earliest(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
