// What a grant gives in each quarter of its term, on the wage known: the case that the payment calculates, explained.
import { type Grant, termsIn } from "../../dossier/index.ts";
import { addQuarters, type Cents, fromQuarterNumber, parseEuro, type Quarter, quarterIndexNumber } from "../../kernel/index.ts";
import { type CalculationInput, type CalculationOutput, calculate, type Law, type StepLine } from "../../law/index.ts";
import type { AmountBasis, QuarterAmounts } from "../../letters/index.ts";
import {
  type Attest,
  COMPONENTS_OF,
  employerCase,
  type PremiumCase,
  positionIn,
  quarterFrame,
  relationFacts,
  selfEmployedCase,
} from "../../payment/index.ts";

export interface ExplainedQuarter extends QuarterAmounts {
  readonly steps: readonly StepLine[];
  readonly openPoints: readonly string[];
}

export interface TermAmounts {
  readonly quarters: readonly ExplainedQuarter[];
  /** The quarter whose wage stands in for those without a declaration; null: no wage is known or none is needed. */
  readonly lastKnown: Quarter | null;
}

/** More than any wage cap of the law, so that the cap decides. */
const ABOVE_EVERY_CAP = 100_000_000;

/**
 * @param from - First quarter shown; the grant's own first by default.
 * @param fraction - The contract's share of full time in 1/10000, for quarters of which no wage is known at all.
 */
export function termAmounts(
  law: Law,
  grant: Grant,
  attests: readonly Attest[],
  { from, fraction = 10_000 }: { readonly from?: Quarter; readonly fraction?: number } = {},
): TermAmounts {
  const first = from ?? grant.facts.fromQuarter ?? grant.facts.startQuarter;
  const counting = attests.filter((one) => one.status !== 3);
  const last = counting.reduce((held, one) => Math.max(held, one.quarter), 0);
  const quarters: ExplainedQuarter[] = [];
  for (let quarter = first; quarter <= grant.endQuarter; quarter = addQuarters(quarter, 1)) {
    const explained = inQuarter(law, grant, counting, last, quarter, fraction, quarter === first);
    if (explained !== null) quarters.push(explained);
  }
  const selfEmployed = grant.facts.applicant === "SELF_EMPLOYED";
  return { quarters, lastKnown: selfEmployed || last === 0 ? null : fromQuarterNumber(last) };
}

function inQuarter(
  law: Law,
  grant: Grant,
  attests: readonly Attest[],
  last: number,
  quarter: Quarter,
  fraction: number,
  steps: boolean,
): ExplainedQuarter | null {
  const number = quarterIndexNumber(quarter);
  const frame = quarterFrame(law, number);
  const position = positionIn(grant, number);
  if (position === null || termsIn(grant, quarter) === null) return null;
  const explained = (one: PremiumCase, basis: AmountBasis): ExplainedQuarter | null => {
    // The run counts quarters; the calculation names them.
    const startQuarter = fromQuarterNumber(one.facts.startQuarter as number);
    const input = {
      ...one.facts,
      startQuarter,
      scheme: one.scheme,
      quarter,
      switches: one.switches,
    } as unknown as CalculationInput;
    const output = calculate(law, input, { steps });
    if (output.outcome !== "value") return null;
    return {
      quarter,
      basis,
      percentage: output.percentage,
      cents: componentsOf(output, COMPONENTS_OF[position.premiums]),
      steps: output.steps ?? [],
      openPoints: [...new Set([...output.openPoints, ...one.openPoints])],
    };
  };
  if (position.applicant === "SELF_EMPLOYED") return explained(selfEmployedCase(frame, position), "NO_WAGE");
  const own = attests.filter((one) => one.quarter === number);
  const basis: AmountBasis = own.length > 0 ? "DECLARED" : last > 0 ? "LAST_KNOWN" : "AT_MOST";
  const used =
    own.length > 0
      ? own
      : wholeQuarter(last > 0 ? attests.filter((one) => one.quarter === last) : [atTheCap(position, fraction)], number);
  const facts = relationFacts(frame, used);
  const one = facts === null ? null : employerCase(frame, position, facts);
  return one === null ? null : explained(one, basis);
}

/** A wage that stands in for another quarter counts as paid in all of it. */
function wholeQuarter(attests: readonly Attest[], quarter: number): readonly Attest[] {
  return attests.map((one) => ({ ...one, quarter, inServiceFrom: null, inServiceUntil: null }));
}

function atTheCap(relation: { readonly personRef: string; readonly employerRef: string | null }, fraction: number): Attest {
  return {
    attestNo: "",
    version: 1,
    status: 0,
    personRef: relation.personRef,
    employerRef: relation.employerRef ?? "",
    quarter: 0,
    grossCents: ABOVE_EVERY_CAP,
    contributionCents: 0,
    reductionCents: 0,
    contractualFraction: fraction,
    performedFraction: null,
    inServiceFrom: null,
    inServiceUntil: null,
    source: "DMFA",
    remunerations: null,
    receivedAt: "" as Attest["receivedAt"],
  };
}

const AMOUNT_OF = { WAGE: "wagePremium", GUIDANCE: "guidancePremium", SUPPORT: "supportPremium" } as const;

function componentsOf(
  output: Extract<CalculationOutput, { outcome: "value" }>,
  components: readonly (keyof typeof AMOUNT_OF)[],
): QuarterAmounts["cents"] {
  const amounts = output as unknown as Readonly<Record<string, string>>;
  const found: Partial<Record<keyof typeof AMOUNT_OF, Cents>> = {};
  for (const component of components) {
    const parsed = parseEuro(amounts[AMOUNT_OF[component]] ?? "0.00");
    if (!parsed.ok) throw new Error(`The calculation gave no amount for ${component}`);
    found[component] = parsed.value;
  }
  return found;
}
