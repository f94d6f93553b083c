// The facts of one relation in one quarter: all its attests together, as the calculation takes them.
import { type PlainDate, toEpochDay } from "../../kernel/index.ts";
import type { QuarterFrame } from "../entitlement/quarter-frame.ts";
import type { Wage } from "../ports.ts";

export interface RelationFacts<W extends Wage = Wage> {
  readonly grossCents: number;
  readonly contributionCents: number;
  readonly reductionCents: number;
  readonly contractualFraction: number;
  readonly performedFraction: number;
  readonly inServiceFrom: PlainDate;
  readonly inServiceUntil: PlainDate;
  /** How many attests were added up. */
  readonly summed: number;
  /** The attest that a ledger line names: the first by number among those that count. */
  readonly attest: W;
}

const CANCELLED = 3;
const WHOLE = 10_000;

/**
 * Sums the attests that still count (OPEN-24: lines are summed). Null when there is none: nothing was declared, or all was cancelled.
 * Fractions are weighted by days in service over the days that any of them covers, so that jobs side by side add up and jobs one after the
 * other do not; together at most full time.
 */
export function relationFacts<W extends Wage>(frame: QuarterFrame, attests: readonly W[]): RelationFacts<W> | null {
  const counting = attests.filter((one) => one.status !== CANCELLED);
  const [first] = counting;
  if (first === undefined) return null;
  if (counting.length === 1) return factsOfOne(frame, first);
  const services = counting.sort(byNumber).map((attest) => ({ attest, ...service(frame, attest) }));
  const covered = coveredDays(frame, services);
  const weighted = (fraction: (attest: W) => number): number => {
    const sum = services.reduce((total, one) => total + fraction(one.attest) * one.days, 0);
    return covered === 0 ? 0 : Math.min(WHOLE, Math.round(sum / covered));
  };
  const sum = (cents: (attest: W) => number) => counting.reduce((total, one) => total + cents(one), 0);
  return {
    grossCents: sum((one) => countedGross(frame, one)),
    contributionCents: sum((one) => one.contributionCents),
    reductionCents: sum((one) => one.reductionCents),
    contractualFraction: weighted((one) => one.contractualFraction),
    performedFraction: weighted((one) => one.performedFraction ?? one.contractualFraction),
    inServiceFrom: services.map((one) => one.from).sort()[0]!,
    inServiceUntil: services
      .map((one) => one.until)
      .sort()
      .at(-1)!,
    summed: counting.length,
    attest: counting[0]!,
  };
}

/** By far most relations have one attest: nothing to sum or weigh. */
function factsOfOne<W extends Wage>(frame: QuarterFrame, attest: W): RelationFacts<W> {
  const { contributionCents, reductionCents, contractualFraction } = attest;
  const { from, until } = service(frame, attest);
  const performedFraction = attest.performedFraction ?? contractualFraction;
  return {
    grossCents: countedGross(frame, attest),
    contributionCents,
    reductionCents,
    contractualFraction,
    performedFraction,
    inServiceFrom: from,
    inServiceUntil: until,
    summed: 1,
    attest,
  };
}

/** The reason to withhold where a list of codes should decide what counts, and there is none (OPEN-24). */
export const NO_WAGE_CODES = "OPEN-24.codes";

/** Whether the wage cannot be told: only codes that are not listed can say what counts. */
export function wageUntold(frame: QuarterFrame, attests: readonly Wage[]): boolean {
  return frame.countedCodes === null && attests.some((one) => one.status !== CANCELLED && one.remunerations !== null);
}

/** Where the source gave only a sum, the sum counts: which codes are in it is not known. */
function countedGross({ countedCodes }: QuarterFrame, { grossCents, remunerations }: Wage): number {
  if (countedCodes === "ALL" || countedCodes === null || remunerations === null) return grossCents;
  return Object.entries(remunerations).reduce((total, [code, cents]) => (countedCodes.has(code) ? total + cents : total), 0);
}

/** The attest to name when nothing counts any more: the one whose cancelling took the entitlement away. */
export function cancelledAttest<W extends Wage>(attests: readonly W[]): W | null {
  return attests.filter((one) => one.status === CANCELLED).sort(byNumber)[0] ?? null;
}

function service(frame: QuarterFrame, attest: Wage): { from: PlainDate; until: PlainDate; days: number } {
  const { inServiceFrom, inServiceUntil } = attest;
  const from = inServiceFrom !== null && inServiceFrom > frame.firstDay ? inServiceFrom : frame.firstDay;
  const until = inServiceUntil !== null && inServiceUntil < frame.lastDay ? inServiceUntil : frame.lastDay;
  const whole = from === frame.firstDay && until === frame.lastDay;
  return { from, until, days: whole ? frame.days : Math.max(0, toEpochDay(until) - toEpochDay(from) + 1) };
}

/** Days of the quarter that lie in at least one of the services. */
function coveredDays(frame: QuarterFrame, services: readonly { from: PlainDate; until: PlainDate }[]): number {
  const start = toEpochDay(frame.firstDay);
  const covered = new Uint8Array(frame.days);
  for (const { from, until } of services) covered.fill(1, toEpochDay(from) - start, Math.max(0, toEpochDay(until) - start + 1));
  return covered.reduce((total, day) => total + day, 0);
}

const byNumber = (a: Wage, b: Wage) => (a.attestNo < b.attestNo ? -1 : 1);
