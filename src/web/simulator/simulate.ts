// A whole term, quarter by quarter, with the law's own calculation: what an employer or a self-employed person may expect.
import {
  assertOk,
  type Cents,
  cents,
  daysBetween,
  daysIn,
  euro,
  firstDay,
  lastDay,
  parseEuro,
  plainDate,
  type Quarter,
  quarter,
  sumCents,
} from "../../kernel/index.ts";
import {
  type CalculationOutput,
  calculateJson,
  type Law,
  type Note,
  parseCalculation,
  type ReasonLine,
  type StepLine,
  staircase,
  termTotal,
} from "../../law/index.ts";
import type { EmployerCase, SimulatedCase } from "./contract.ts";

export interface SimulatedQuarter {
  readonly quarter: Quarter;
  /** 1 in the start quarter. */
  readonly index: number;
  /** In percent, as decimal text. */
  readonly percentage: string;
  /** Wage premium, or support premium of a self-employed person. */
  readonly premium: Cents;
  readonly guidance: Cents;
  readonly total: Cents;
  /** The wage cap of an employer, or the base of a self-employed person, as decimal text in euro. */
  readonly base: string;
  readonly notes: readonly Note[];
}

export type Simulation =
  | {
      readonly kind: "term";
      readonly quarters: readonly SimulatedQuarter[];
      readonly total: Cents;
      /** OPEN ids that any quarter leaned on. */
      readonly openPoints: readonly string[];
    }
  | { readonly kind: "none"; readonly outcome: string; readonly reasons: readonly ReasonLine[] };

const amount = (text: string): Cents => assertOk(parseEuro(text));

/** The share of a quarter's wage that falls in service, half up: an estimate of what the declaration will show. */
function inService(wholeQuarter: number, of: Quarter, simulated: EmployerCase): Cents {
  const from = simulated.inServiceFrom === null ? null : plainDate(simulated.inServiceFrom);
  const until = simulated.inServiceUntil === null ? null : plainDate(simulated.inServiceUntil);
  const first = from !== null && from > firstDay(of) ? from : firstDay(of);
  const last = until !== null && until < lastDay(of) ? until : lastDay(of);
  const days = Math.max(0, daysBetween(first, last) + 1);
  const whole = daysIn(of);
  return cents(Math.floor((2 * wholeQuarter * days + whole) / (2 * whole)));
}

/** The request for one quarter, in the form that the command line and the API take. */
export function requestFor(simulated: SimulatedCase, of: Quarter): Readonly<Record<string, unknown>> {
  const shared = {
    scheme: simulated.scheme,
    package: simulated.package,
    percentage: simulated.percentage,
    startQuarter: simulated.startQuarter,
    quarter: of,
    switches: simulated.switches,
  };
  if (simulated.scheme === "selfEmployed") return shared;
  return {
    ...shared,
    collectivePercentage: simulated.collectivePercentage,
    guidanceNeed: simulated.guidanceNeed,
    employmentFraction: simulated.employmentFraction,
    performedFraction: simulated.performedFraction,
    grossWage: euro(inService(simulated.wageCents, of, simulated)),
    employerContributions: euro(inService(simulated.contributionCents ?? 0, of, simulated)),
    // The form asks for contributions after reductions.
    contributionReductions: "0.00",
    inServiceFrom: simulated.inServiceFrom,
    inServiceUntil: simulated.inServiceUntil,
  };
}

function read(output: CalculationOutput, of: Quarter): SimulatedQuarter | null {
  if (!("total" in output)) return null;
  const employer = "wagePremium" in output;
  return {
    quarter: of,
    index: output.quarterIndex,
    percentage: output.percentage,
    premium: amount(employer ? output.wagePremium : output.supportPremium),
    guidance: employer ? amount(output.guidancePremium) : cents(0),
    total: amount(output.total),
    base: employer ? output.wageCap : output.supportBase,
    notes: output.notes ?? [],
  };
}

/** Every quarter of the term. The first quarter that gives no amount ends it with its reasons. */
export function simulate(law: Law, simulated: SimulatedCase): Simulation {
  const input = parseCalculation(requestFor(simulated, quarter(simulated.startQuarter)));
  if (!input.ok) return { kind: "none", outcome: "invalid", reasons: input.error };
  const term = staircase(law, input.value);
  if (term.outcome === "stopped") return { kind: "none", outcome: term.answer.outcome, reasons: term.answer.reasons };
  const quarters: SimulatedQuarter[] = [];
  const openPoints = new Set<string>();
  for (const step of term.quarters) {
    // The term is laid out in full quarters; a quarter with part service is asked again with its days.
    const output = hasServiceDays(simulated) ? calculateJson(law, requestFor(simulated, step.quarter)) : step.output;
    const result = read(output, step.quarter);
    if (result === null || !("openPoints" in output)) {
      return { kind: "none", outcome: output.outcome, reasons: "reasons" in output ? output.reasons : [] };
    }
    quarters.push(result);
    for (const id of output.openPoints) openPoints.add(id);
  }
  return { kind: "term", quarters, total: sumCents(quarters.map((q) => q.total)), openPoints: [...openPoints].sort() };
}

/** Only the total of `simulate`; null when it gives none. */
export function simulatedTotal(law: Law, simulated: SimulatedCase): Cents | null {
  if (hasServiceDays(simulated)) {
    const whole = simulate(law, simulated);
    return whole.kind === "none" ? null : whole.total;
  }
  const input = parseCalculation(requestFor(simulated, quarter(simulated.startQuarter)));
  return input.ok ? termTotal(law, input.value) : null;
}

function hasServiceDays(simulated: SimulatedCase): boolean {
  return simulated.scheme === "employer" && (simulated.inServiceFrom !== null || simulated.inServiceUntil !== null);
}

/** The steps of one quarter, what a step uses before it. */
export function stepsOf(law: Law, simulated: SimulatedCase, of: Quarter): readonly StepLine[] {
  return calculateJson(law, requestFor(simulated, of), { steps: true }).steps ?? [];
}

/**
 * The most that the case can give when its contributions are not known: a wage at the cap or above. Null when they are known, or when the
 * wage alone already reaches the cap in the start quarter.
 */
export function mostWithContributions(law: Law, simulated: SimulatedCase): Simulation | null {
  if (simulated.scheme !== "employer" || simulated.contributionCents !== null) return null;
  // Any contribution beyond the cap gives the same premium, so that an amount above every cap stands for the most.
  return simulate(law, { ...simulated, contributionCents: aboveEveryCap });
}

const aboveEveryCap = 1_000_000_00;
