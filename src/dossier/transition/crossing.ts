// How an older right ends where a grant takes over: each quarter is paid by exactly one of the two (TRANS-05).
import {
  addDays,
  type FileRef,
  firstDay,
  type GrantRef,
  type PlainDate,
  type Quarter,
  type RightRef,
} from "../../kernel/index.ts";
import type { TransitionCommand } from "./commands.ts";
import { lastDayOfRight, type OldRight } from "./state.ts";

export interface CrossingGrant {
  readonly fileRef: FileRef;
  readonly grantRef: GrantRef;
  readonly startQuarter: Quarter;
}

/** The command that ends the right: by deciding its evaluation when one was asked. Null when it was over before the grant starts. */
export function crossingCommand(
  rightRef: RightRef,
  right: OldRight | null,
  grant: CrossingGrant,
  decidedOn: PlainDate,
): TransitionCommand | null {
  if (right === null) return null;
  if (right.evaluation !== null && right.evaluation.decidedOn === null) {
    return { type: "DecideVopEvaluation", rightRef, on: decidedOn, outcome: "IMW", grant };
  }
  const endedOn = addDays(firstDay(grant.startQuarter), -1);
  const last = lastDayOfRight(right);
  if (last !== null && last <= endedOn) return null;
  return { type: "EndOldRight", rightRef, endedOn, reason: "IMW_GRANTED" };
}
