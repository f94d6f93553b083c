// Why a component is due another amount than before: each cause with its cents, all together the whole difference.
import { assertOk, parseEuro } from "../../kernel/index.ts";
import { type CaseUnderLaw, causesOf, type Law, type SwitchChoice } from "../../law/index.ts";
import { ruleOf } from "../entitlement/compute.ts";
import type { Entitlement } from "../entitlement/entitlement.ts";
import type { PremiumCase } from "../entitlement/premium-case.ts";
import { quarterFrame } from "../entitlement/quarter-frame.ts";
import { readingsOf } from "../ledger/law-hash.ts";
import type { Component } from "../ports.ts";

/**
 * DECLARED: an attest came, or came back. CANCELLED: the attest was cancelled. GRANTED, NOT_GRANTED: the grant came to hold, or turned out
 * not to hold, in the quarter. DECLARATION, GRANT: a fact of the attest or of the grant changed. READING: an open point is read otherwise.
 * PARAMETER, RULES: the law's values or rules changed.
 */
export const CAUSE_KINDS = [
  "DECLARED",
  "CANCELLED",
  "GRANTED",
  "NOT_GRANTED",
  "DECLARATION",
  "GRANT",
  "READING",
  "PARAMETER",
  "RULES",
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

export interface CorrectionCause {
  readonly kind: CauseKind;
  /** The fact, OPEN id or parameter; the attest's number where that is the cause. */
  readonly name: string;
  readonly cents: number;
}

/** What a grant was due in a quarter at a moment, under the law of that moment. */
export interface Situation {
  readonly law: Law;
  /** Null: the grant did not hold in the quarter. */
  readonly entitlement: Entitlement | null;
}

/** The causes of `after - before` of one component, in the order in which they are taken over. */
export function correctionCauses(
  component: Component,
  quarter: number,
  before: Situation,
  after: Situation,
): readonly CorrectionCause[] {
  const cents = centsOf(after, component) - centsOf(before, component);
  const [was, is] = [caseOf(before, component), caseOf(after, component)];
  if (was === null || is === null) return cents === 0 ? [] : [{ ...suddenCause(before, after), cents }];
  const [readBefore, readAfter] = movedReadings(before.law, after.law);
  const causes = causesOf(
    ruleOf(component, is.scheme),
    underLaw(before.law, quarter, was, readBefore),
    underLaw(after.law, quarter, is, readAfter),
  );
  // When no amount exists on the way from one to the other, the difference stands as a whole.
  if (causes === null) return cents === 0 ? [] : [{ ...suddenCause(before, after), cents }];
  return causes.map(({ kind, name, effect }) => ({ kind: kindOf(kind, name), name, cents: assertOk(parseEuro(effect)) }));
}

function underLaw(law: Law, quarter: number, one: PremiumCase, readings: SwitchChoice): CaseUnderLaw {
  return { law, facts: one.facts, switches: { ...readings, ...one.switches }, quarter: quarterFrame(law, quarter).quarter };
}

/** Open points that the two laws read differently, said as choices: so that the cause is the reading and not the values it picks. */
function movedReadings(before: Law, after: Law): readonly [SwitchChoice, SwitchChoice] {
  if (before === after) return [{}, {}];
  const [was, is] = [readingsOf(before), readingsOf(after)];
  const moved = Object.keys(was).filter((id) => is[id] !== undefined && is[id] !== was[id]);
  const of = (readings: SwitchChoice) => Object.fromEntries(moved.map((id) => [id, readings[id]!]));
  return [of(was), of(is)];
}

/** A component that the grant does not have is not a case, whatever the law would give for it. */
function caseOf(situation: Situation, component: Component): PremiumCase | null {
  const { entitlement } = situation;
  if (entitlement === null || entitlement.cents[component] === undefined) return null;
  return entitlement.case;
}

const centsOf = (situation: Situation, component: Component): number => situation.entitlement?.cents[component] ?? 0;

/** From nothing to an amount or back: the attest or the grant itself is the cause. */
function suddenCause(before: Situation, after: Situation): { readonly kind: CauseKind; readonly name: string } {
  const was = before.entitlement;
  const is = after.entitlement;
  if (was === null && is !== null && is.case !== null) return { kind: "GRANTED", name: "grant" };
  if (is === null) return { kind: "NOT_GRANTED", name: "grant" };
  if (is.case === null) {
    const cancelled = is.attest !== null && is.attest.status === 3;
    return cancelled ? { kind: "CANCELLED", name: is.attest.attestNo } : { kind: "NOT_GRANTED", name: "days" };
  }
  if (was !== null && was.case !== null) return { kind: "GRANT", name: "components" };
  return { kind: "DECLARED", name: is.attest?.attestNo ?? "" };
}

const OF_ATTEST: ReadonlySet<string> = new Set([
  "grossWage",
  "employerContributions",
  "contributionReductions",
  "employmentFraction",
  "performedFraction",
  "inServiceFrom",
  "inServiceUntil",
]);

function kindOf(kind: "quarter" | "fact" | "switch" | "parameter" | "rules", name: string): CauseKind {
  switch (kind) {
    case "fact":
      return OF_ATTEST.has(name) ? "DECLARATION" : "GRANT";
    case "switch":
      return "READING";
    case "parameter":
      return "PARAMETER";
    case "rules":
    case "quarter":
      return "RULES";
  }
}
