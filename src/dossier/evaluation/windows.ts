// When an employer may ask an adjustment or an extension (PROC-20 to PROC-22): shown before it opens, and checked when asked.
import { firstDay, type PlainDate, type Quarter } from "../../kernel/index.ts";
import { type Grant, lastDayOfGrant } from "../grant/state.ts";
import type { LawReading } from "../law-reading.ts";
import type { EvaluationPurpose } from "./events.ts";

export interface Window {
  /** First day on which it can be asked. */
  readonly opensOn: PlainDate;
  /** Last day: while the grant runs. */
  readonly closesOn: PlainDate;
}

/** Null when a grant of this term never has one: a temporary need (PROC-21). */
export function windowFor(law: LawReading, grant: Grant, purpose: EvaluationPurpose): Window | null {
  if (grant.facts.quarters <= law.number("term.quarters.temporary")) return null;
  const opens = purpose === "ADJUSTMENT" ? "adjustmentFirstQuarter" : "extensionFirstQuarter";
  const { startQuarter } = grant.facts;
  const opensOn = firstDay(law.rule(opens, { startQuarter, requestedOn: law.day }) as Quarter);
  return { opensOn, closesOn: lastDayOfGrant(grant) };
}
