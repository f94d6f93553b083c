// From positions, attests and what was booked to new ledger lines: a line is calculate(now) minus booked, and never a zero.
import type { Instant } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { type Entitlement, entitlements } from "../entitlement/entitlement.ts";
import { BESIDE_GRANT } from "../entitlement/older/older-case.ts";
import { type QuarterFrame, quarterFrame } from "../entitlement/quarter-frame.ts";
import { groupBy } from "../group-by.ts";
import type { Attest, BookedSum, Component, LedgerLine, Position } from "../ports.ts";
import { COMPONENTS } from "../ports.ts";
import { mergePositions } from "./merge-positions.ts";

export interface QuarterInput {
  /** year x 4 + n - 1. */
  readonly quarter: number;
  /** All positions of the quarter; several rows of one grant are taken together. */
  readonly positions: readonly Position[];
  /** The last version of every attest of the quarter. */
  readonly attests: readonly Attest[];
  readonly booked: readonly BookedSum[];
  readonly runRef: string;
  readonly bookedAt: Instant;
  /** What the lines name as their values and readings; left out: the hash of the law's values. */
  readonly parametersHash?: string;
}

export interface QuarterResult {
  readonly lines: readonly LedgerLine[];
  /** One per grant, also where no line came of it. */
  readonly entitlements: readonly Entitlement[];
}

/** @param law - As it is to be applied: a run takes the law as known on its day, so that each line can be replayed. */
export function calculateQuarter(law: Law, input: QuarterInput): QuarterResult {
  const frame = quarterFrame(law, input.quarter);
  const attestsOf = groupBy(input.attests, (one) => one.personRef);
  const bookedOf = groupBy(input.booked, (one) => one.grantRef);
  const claims = mergePositions(input.positions).map((position) => ({
    position,
    attests: ofEmployer(attestsOf.get(position.personRef), position.employerRef),
  }));
  const due = entitlements(frame, claims);
  const lines: LedgerLine[] = [];
  const seen = new Set<string>();
  for (const one of due) {
    const { grantRef } = one.position;
    seen.add(grantRef);
    if (one.withheld.length === 0 || givesWay(one)) difference(frame, input, one, bookedOf.get(grantRef) ?? NO_SUMS, lines);
  }
  // A grant that was booked and no longer holds in the quarter: everything comes back.
  for (const { grantRef, employerRef, component, cents, nextSeq } of input.booked) {
    if (!seen.has(grantRef) && cents !== 0)
      lines.push(line(frame, input, { grantRef, employerRef }, component, -cents, nextSeq, null));
  }
  return { lines, entitlements: due };
}

/** A right beside a grant is work for a person; what was booked for it comes back meanwhile, so that the grant alone pays the quarter. */
const givesWay = ({ withheld }: Entitlement): boolean => withheld.includes(BESIDE_GRANT);

const NO_ATTESTS: readonly Attest[] = [];
const NO_SUMS: readonly BookedSum[] = [];

function difference(
  frame: QuarterFrame,
  input: QuarterInput,
  due: Entitlement,
  booked: readonly BookedSum[],
  lines: LedgerLine[],
): void {
  for (const component of COMPONENTS) {
    const before = booked.find((sum) => sum.component === component);
    const cents = (due.cents[component] ?? 0) - (before?.cents ?? 0);
    if (cents !== 0) lines.push(line(frame, input, due.position, component, cents, before?.nextSeq ?? 0, due.attest));
  }
}

function line(
  frame: QuarterFrame,
  input: QuarterInput,
  of: { readonly grantRef: string; readonly employerRef: string | null },
  component: Component,
  cents: number,
  seq: number,
  attest: Attest | null,
): LedgerLine {
  return {
    grantRef: of.grantRef,
    quarter: frame.number,
    component,
    seq,
    employerRef: of.employerRef,
    cents,
    origin: seq === 0 ? "initial" : "correction",
    runRef: input.runRef,
    attestNo: attest?.attestNo ?? null,
    attestVersion: attest?.version ?? null,
    graphHash: frame.law.graph.hash,
    parametersHash: input.parametersHash ?? frame.law.parametersHash,
    bookedAt: input.bookedAt,
  };
}

/** Most workers have one employer, whose attests are all there are. */
function ofEmployer(attests: readonly Attest[] | undefined, employerRef: string | null): readonly Attest[] {
  if (attests === undefined) return NO_ATTESTS;
  return attests.every((one) => one.employerRef === employerRef)
    ? attests
    : attests.filter((one) => one.employerRef === employerRef);
}
