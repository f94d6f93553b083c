// Commands on older rights: carried over, evaluated, chosen, ended.
import type { EmployerRef, FileRef, GrantRef, PlainDate, Quarter, RightRef } from "../../kernel/index.ts";
import type { OldRightAmount, OldRightEndReason, OldRightFacts, VopOutcome } from "./events.ts";

interface OfRight {
  readonly rightRef: RightRef;
}

export type TransitionCommand =
  | (OfRight & { readonly type: "RecordOldRight"; readonly right: OldRightFacts })
  | (OfRight & { readonly type: "RequestVopEvaluation"; readonly on: PlainDate })
  | (OfRight & {
      readonly type: "DecideVopEvaluation";
      readonly on: PlainDate;
      readonly outcome: VopOutcome;
      /** With outcome IMW: the grant that follows, and its first quarter. */
      readonly grant?: { readonly fileRef: FileRef; readonly grantRef: GrantRef; readonly startQuarter: Quarter };
    })
  | (OfRight & {
      readonly type: "ChooseForLde";
      readonly choice: "INDIVIDUAL" | "COLLECTIVE";
      readonly organisationRef: EmployerRef;
      /** Null when the day of the choice is not known. */
      readonly chosenOn: PlainDate | null;
    })
  | (OfRight & { readonly type: "EnterOldRightAmount"; readonly on: PlainDate; readonly amount: OldRightAmount })
  | (OfRight & { readonly type: "WarnOfEnd"; readonly on: PlainDate })
  | (OfRight & { readonly type: "EndOldRight"; readonly endedOn: PlainDate; readonly reason: OldRightEndReason });
