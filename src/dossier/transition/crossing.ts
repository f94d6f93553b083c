// How an older right ends where a grant takes over: each quarter is paid by exactly one of the two (TRANS-05).
import type { FileRef, GrantRef, PlainDate, Quarter, RightRef } from "../../kernel/index.ts";
import type { LawReading } from "../law-reading.ts";
import type { TransitionCommand } from "./commands.ts";
import { lastDayOfRight, type OldRight } from "./state.ts";

export interface CrossingGrant {
  readonly fileRef: FileRef;
  readonly grantRef: GrantRef;
  readonly startQuarter: Quarter;
}

/**
 * The last day of the right when a grant starts in the quarter, by the law (TRANS-05): its own end when that comes first, unless the grant
 * answers an evaluation that was asked in time.
 * @param requestedOn - Day on which the evaluation that the grant answers was asked; null: there was none.
 */
export function runsUntil(law: LawReading, right: OldRight, startQuarter: Quarter, requestedOn: PlainDate | null): PlainDate {
  // What ended early, by a contract for example, does not run on.
  const asked = requestedOn === null || right.endedOn !== null ? {} : { olderRequestedOn: requestedOn };
  return law.rule("olderRunsUntil", { startQuarter, olderEndsOn: lastDayOfRight(right), ...asked }) as PlainDate;
}

/** The command that ends the right: by deciding its evaluation when one was asked. Null when it was over before the grant starts. */
export function crossingCommand(
  law: LawReading,
  rightRef: RightRef,
  right: OldRight | null,
  grant: CrossingGrant,
  decidedOn: PlainDate,
): TransitionCommand | null {
  if (right === null) return null;
  if (right.evaluation !== null && right.evaluation.decidedOn === null) {
    return { type: "DecideVopEvaluation", rightRef, on: decidedOn, outcome: "IMW", grant };
  }
  const endedOn = runsUntil(law, right, grant.startQuarter, null);
  if (endedOn === lastDayOfRight(right)) return null;
  return { type: "EndOldRight", rightRef, endedOn, reason: "IMW_GRANTED" };
}
