// For tests of this room: a position, an attest and a ledger with everything filled in, changed where a test says so.
import {
  addDays,
  cents,
  firstDay,
  type Instant,
  instant,
  lastDay,
  newRef,
  quarter,
  quarterIndexNumber,
} from "../kernel/index.ts";
import type { Attest, BookedSum, LedgerLine, Position } from "./ports.ts";

export const PERSON = newRef() as string;
export const EMPLOYER = newRef() as string;

/** A grant of both premiums from 2024-Q1 for a lasting need, with the quarter asked inside it. */
export function aPosition(more: Partial<Position> = {}): Position {
  const start = quarter("2024-Q1");
  const end = quarter("2028-Q4");
  return {
    grantRef: newRef(),
    employerRef: EMPLOYER,
    personRef: PERSON,
    applicant: "EMPLOYER",
    premiums: "WAGE_AND_GUIDANCE",
    package: "P5",
    percentage: null,
    collectivePercentage: null,
    guidanceNeed: "MEDIUM",
    startQuarter: quarterIndexNumber(start),
    endQuarter: quarterIndexNumber(end),
    switches: {},
    validFrom: firstDay(start),
    validTo: addDays(lastDay(end), 1),
    ...more,
  };
}

export function anAttest(more: Partial<Attest> = {}): Attest {
  return {
    attestNo: "A-1",
    version: 0,
    status: 0,
    personRef: PERSON,
    employerRef: EMPLOYER,
    quarter: quarterIndexNumber(quarter("2024-Q3")),
    grossCents: cents(900_000),
    contributionCents: cents(225_000),
    reductionCents: cents(60_000),
    contractualFraction: 10_000,
    performedFraction: null,
    inServiceFrom: null,
    inServiceUntil: null,
    source: "DMFA",
    remunerations: null,
    receivedAt: at("2024-11-05"),
    ...more,
  };
}

export const at = (day: string): Instant => instant(`${day}T10:00:00.000Z`);

/** What a ledger says was booked, from its lines. */
export function sumsOf(lines: readonly LedgerLine[]): BookedSum[] {
  const sums = new Map<string, BookedSum>();
  for (const line of lines) {
    const key = `${line.grantRef} ${line.quarter} ${line.component}`;
    const { grantRef, employerRef, quarter, component } = line;
    const held = sums.get(key);
    sums.set(key, {
      grantRef,
      employerRef,
      quarter,
      component,
      cents: (held?.cents ?? 0) + line.cents,
      nextSeq: Math.max(held?.nextSeq ?? 0, line.seq + 1),
    });
  }
  return [...sums.values()];
}
