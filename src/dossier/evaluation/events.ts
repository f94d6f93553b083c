// Events of an evaluation on the workfloor: the employer asks, VDAB visits and finds. Stream `file`.
import type { EvaluationRef, GrantRef, PlainDate, SealedRef } from "../../kernel/index.ts";
import type { EventOf } from "../event.ts";
import type { GuidanceNeed } from "../vocabulary.ts";

export const EVALUATION_PURPOSES = ["ADJUSTMENT", "EXTENSION"] as const;
export type EvaluationPurpose = (typeof EVALUATION_PURPOSES)[number];

interface EvaluationRequest {
  readonly evaluationRef: EvaluationRef;
  readonly grantRef: GrantRef;
  readonly requestedOn: PlainDate;
  readonly reason: SealedRef | null;
}

/** Dutch: vraag om aanpassing (PROC-20). */
export type AdjustmentRequested = EventOf<"AdjustmentRequested", EvaluationRequest>;

/** Dutch: vraag om verlenging (PROC-22). */
export type ExtensionRequested = EventOf<"ExtensionRequested", EvaluationRequest>;

/** NO_NEED stops support at the evaluation (IND-25); UNCHANGED leaves the grant as it is. */
export const EVALUATION_OUTCOMES = ["PACKAGE", "UNCHANGED", "NO_NEED"] as const;
export type EvaluationOutcome = (typeof EVALUATION_OUTCOMES)[number];

/** Dutch: evaluatie. */
export type EvaluationRecorded = EventOf<
  "EvaluationRecorded",
  {
    readonly evaluationRef: EvaluationRef;
    readonly grantRef: GrantRef;
    readonly purpose: EvaluationPurpose;
    readonly visitedOn: PlainDate | null;
    readonly decidedOn: PlainDate;
    readonly outcome: EvaluationOutcome;
    /** Whole percent when the outcome is PACKAGE; null otherwise. */
    readonly percentage: number | null;
    readonly guidanceNeed: GuidanceNeed | null;
    readonly motivation: SealedRef | null;
  }
>;

export type EvaluationEvent = AdjustmentRequested | ExtensionRequested | EvaluationRecorded;
