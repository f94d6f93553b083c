// Commands on older rights: carried over, evaluated, chosen, ended.
import type { Cents, EmployerRef, FileRef, GrantRef, PlainDate, Quarter, RightRef, SealedRef } from "../../kernel/index.ts";
import type { OldRightAmount, OldRightEndReason, OldRightFacts, VopActivityProof, VopOutcome } from "./events.ts";

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
  | (OfRight & {
      readonly type: "JudgeVopActivity";
      readonly on: PlainDate;
      readonly fromQuarter: Quarter;
      readonly proof: VopActivityProof;
      /** Of an assessment: the income year and the net taxable income as self-employed in it. */
      readonly income: { readonly year: number; readonly netCents: Cents } | null;
      /** Of an attest: whether VLAIO finds the activity viable. */
      readonly viable: boolean | null;
      readonly sealed: SealedRef;
    })
  | (OfRight & {
      readonly type: "ConvertToContingent";
      readonly on: PlainDate;
      /** LDE: full-time equivalents in hundredths, and the ratio of the year when the law's data hold none (OPEN-45), in 1/10000. */
      readonly lde: { readonly fte: number; readonly ratioEntered: number | null } | null;
      /** SINE outside the contingent: what the law asks of the worker and of the employer (TRANS-22). */
      readonly sine: {
        /** Null: there never was a package or an LDE allowance. */
        readonly quartersSincePackage: number | null;
        readonly keepsEmployment: boolean;
        readonly viabilityAtRisk: boolean;
      } | null;
      readonly sealed: SealedRef;
    })
  | (OfRight & { readonly type: "WarnOfEnd"; readonly on: PlainDate })
  | (OfRight & { readonly type: "EndOldRight"; readonly endedOn: PlainDate; readonly reason: OldRightEndReason });
