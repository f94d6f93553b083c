// When an employer may ask an adjustment or an extension (PROC-20 to PROC-22): shown before it opens, and checked when asked.
import { addQuarters, firstDay, type PlainDate } from "../../kernel/index.ts";
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
  const fromIndex = law.number(purpose === "ADJUSTMENT" ? "adjustment.fromQuarter" : "extension.fromQuarter");
  const opensOn = firstDay(addQuarters(grant.facts.startQuarter, fromIndex - 1));
  return { opensOn, closesOn: lastDayOfGrant(grant) };
}
