// From positions, attests and what was booked to new ledger lines: a line is calculate(now) minus booked, and never a zero.
import type { Instant } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { type Entitlement, entitlement } from "../entitlement/entitlement.ts";
import type { Attest, BookedSum, Component, LedgerLine, Position } from "../ports.ts";
import { COMPONENTS } from "../ports.ts";
import { mergePositions } from "./merge-positions.ts";

export interface QuarterInput {
  readonly quarter: number;
  /** All positions of the quarter; several rows of one grant are taken together. */
  readonly positions: readonly Position[];
  /** The last version of every attest of the quarter. */
  readonly attests: readonly Attest[];
  readonly booked: readonly BookedSum[];
  readonly runRef: string;
  readonly bookedAt: Instant;
}

export interface QuarterResult {
  readonly lines: readonly LedgerLine[];
  /** One per grant, also where no line came of it. */
  readonly entitlements: readonly Entitlement[];
}

export function calculateQuarter(law: Law, input: QuarterInput): QuarterResult {
  const attestsOf = groupBy(input.attests, (one) => relationKey(one.personRef, one.employerRef));
  const bookedOf = groupBy(input.booked, (one) => one.grantRef);
  const lines: LedgerLine[] = [];
  const entitlements: Entitlement[] = [];
  const seen = new Set<string>();
  for (const position of mergePositions(input.positions)) {
    seen.add(position.grantRef);
    const attests = attestsOf.get(relationKey(position.personRef, position.employerRef)) ?? [];
    const due = entitlement(law, input.quarter, position, attests);
    entitlements.push(due);
    if (due.withheld.length === 0) lines.push(...difference(law, input, due, bookedOf.get(position.grantRef) ?? []));
  }
  // A grant that was booked and no longer holds in the quarter: everything comes back.
  for (const sum of input.booked) {
    if (!seen.has(sum.grantRef) && sum.cents !== 0)
      lines.push(line(law, input, sum.grantRef, sum.employerRef, sum.component, -sum.cents, sum.nextSeq, null));
  }
  return { lines, entitlements };
}

function difference(law: Law, input: QuarterInput, due: Entitlement, booked: readonly BookedSum[]): LedgerLine[] {
  return COMPONENTS.flatMap((component) => {
    const before = booked.find((sum) => sum.component === component);
    const cents = (due.cents[component] ?? 0) - (before?.cents ?? 0);
    if (cents === 0) return [];
    const { grantRef, employerRef } = due.position;
    return [line(law, input, grantRef, employerRef, component, cents, before?.nextSeq ?? 0, due.attest)];
  });
}

function line(
  law: Law,
  input: QuarterInput,
  grantRef: string,
  employerRef: string | null,
  component: Component,
  cents: number,
  seq: number,
  attest: Attest | null,
): LedgerLine {
  return {
    grantRef,
    quarter: input.quarter,
    component,
    seq,
    employerRef,
    cents,
    origin: seq === 0 ? "initial" : "correction",
    runRef: input.runRef,
    attestNo: attest?.attestNo ?? null,
    attestVersion: attest?.version ?? null,
    graphHash: law.graph.hash,
    parametersHash: law.parametersHash,
    bookedAt: input.bookedAt,
  };
}

const relationKey = (personRef: string, employerRef: string | null): string => `${employerRef} ${personRef}`;

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const held = groups.get(key(item));
    if (held === undefined) groups.set(key(item), [item]);
    else held.push(item);
  }
  return groups;
}
