// Commands of an evaluation: the employer asks, VDAB records what it found, the department applies it.
import type { EvaluationRef, FileRef, PlainDate, SealedRef } from "../../kernel/index.ts";
import type { GuidanceNeed } from "../vocabulary.ts";
import type { EvaluationOutcome } from "./events.ts";

interface OfFile {
  readonly fileRef: FileRef;
  readonly evaluationRef: EvaluationRef;
}

interface Request extends OfFile {
  readonly on: PlainDate;
  readonly reason: SealedRef | null;
}

export type EvaluationCommand =
  | (Request & { readonly type: "RequestAdjustment" })
  | (Request & { readonly type: "RequestExtension" })
  | (OfFile & {
      readonly type: "RecordEvaluation";
      readonly decidedOn: PlainDate;
      readonly visitedOn: PlainDate | null;
      readonly outcome: EvaluationOutcome;
      /** Whole percent and level, with outcome PACKAGE. */
      readonly percentage?: number;
      readonly guidanceNeed?: GuidanceNeed;
      readonly motivation: SealedRef | null;
    })
  /** The department brings the evaluation's outcome into the grant. */
  | (OfFile & {
      readonly type: "ApplyEvaluation";
      readonly on: PlainDate;
      /** Number of quarters of an extension: entered by a person while OPEN-16 is open. */
      readonly quarters?: number;
      readonly motivation?: SealedRef;
    });
