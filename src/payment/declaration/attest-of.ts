// From a DmfA attest to the record that the calculation takes: lines summed, fractions from Q/S and mu, days in service (OPEN-24, OPEN-26).
import {
  add,
  div,
  firstDay,
  type Instant,
  lastDay,
  type PlainDate,
  type Quarter,
  quarterIndexNumber,
  ratio,
  roundHalfUp,
  toEpochDay,
  toInteger,
  zero,
} from "../../kernel/index.ts";
import type { Attest } from "../ports.ts";
import type { DmfaAttest, Occupation, Remuneration } from "./dmfa-attest.ts";

export interface AttestParties {
  readonly personRef: string;
  readonly employerRef: string;
  readonly receivedAt: Instant;
}

const STATUS = { NEW: 0, CHANGED: 1, CANCELLED: 3, REACTIVATED: 4 } as const;
const WHOLE = 10_000;

export function attestOf(declared: DmfaAttest, parties: AttestParties): Attest {
  const { occupations, quarter } = declared;
  const remunerations = occupations.flatMap((one) => one.remunerations);
  return {
    attestNo: declared.number,
    version: declared.version,
    status: STATUS[declared.status],
    personRef: parties.personRef,
    employerRef: parties.employerRef,
    quarter: quarterIndexNumber(quarter),
    grossCents: sum(remunerations.map((one) => one.amount)),
    contributionCents: sum(declared.contributions.map((one) => one.amount)),
    reductionCents: sum(declared.reductions.map((one) => one.amount)),
    contractualFraction: contractualFraction(occupations, quarter),
    performedFraction: Math.min(WHOLE, sum(occupations.map((one) => one.performedFraction))),
    ...service(occupations, quarter),
    source: "DMFA",
    remunerations: perCode(remunerations),
    receivedAt: parties.receivedAt,
  };
}

/** Q/S of each occupation, weighted by its days over the days that any of them covers; at most full time. */
function contractualFraction(occupations: readonly Occupation[], quarter: Quarter): number {
  const start = toEpochDay(firstDay(quarter));
  const length = toEpochDay(lastDay(quarter)) - start + 1;
  const covered = new Uint8Array(length);
  let weighted = zero;
  for (const { startedOn, endedOn, weeklyHours, fullTimeWeeklyHours } of occupations) {
    const from = Math.max(0, toEpochDay(startedOn) - start);
    const until = Math.min(length, endedOn === null ? length : toEpochDay(endedOn) - start + 1);
    if (until <= from || fullTimeWeeklyHours <= 0) continue;
    covered.fill(1, from, until);
    weighted = add(weighted, ratio(weeklyHours * WHOLE * (until - from), fullTimeWeeklyHours));
  }
  const days = covered.reduce((total, day) => total + day, 0);
  return days === 0 ? 0 : Math.min(WHOLE, Number(toInteger(roundHalfUp(div(weighted, ratio(days))))));
}

/** First and last day in service where they lie inside the quarter; null: from before it, or past it. */
function service(
  occupations: readonly Occupation[],
  quarter: Quarter,
): { inServiceFrom: PlainDate | null; inServiceUntil: PlainDate | null } {
  const first = occupations.map((one) => one.startedOn).sort()[0];
  const ends = occupations.map((one) => one.endedOn);
  const last = ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  return {
    inServiceFrom: first === undefined || first <= firstDay(quarter) ? null : first,
    inServiceUntil: last === null || last >= lastDay(quarter) ? null : last,
  };
}

/** Kept beside the sum, so that another list of codes (OPEN-24) can be counted later. */
function perCode(remunerations: readonly Remuneration[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { code, amount } of remunerations) sums[code] = (sums[code] ?? 0) + amount;
  return sums;
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
