// Events of an older right that runs out beside the scheme (rulebook section 12). Stream `right`.
import type {
  Cents,
  EmployerRef,
  EmploymentFraction,
  FileRef,
  GrantRef,
  PersonRef,
  PlainDate,
  Quarter,
  SealedRef,
} from "../../kernel/index.ts";
import type { EventOf } from "../event.ts";
import type { TransitionMeasure } from "../vocabulary.ts";

/** One phase of an older right: whole percent up to and including quarter `throughQuarter`, counted from 1. */
export interface SchedulePhase {
  readonly throughQuarter: number;
  readonly percentage: number;
}

export interface OldRightFacts {
  readonly measure: TransitionMeasure;
  readonly personRef: PersonRef | null;
  readonly employerRef: EmployerRef | null;
  readonly startedOn: PlainDate;
  readonly startQuarter: Quarter;
  /** Null when the right has no fixed number of quarters. */
  readonly quarters: number | null;
  /** As given by the source (OPEN-53); empty when the measure has no percentages. */
  readonly schedule: readonly SchedulePhase[];
  /** Foreseen last day, included; null when indefinite. */
  readonly endsOn: PlainDate | null;
  /** Name of the list or file that the record came from. */
  readonly source: string;
  /** Code of the SINE reduction in the quarterly declaration (TRANS-24); left out for other measures. */
  readonly reductionCode?: SineCode;
  /** Employment fraction as the list gives it; left out: not given. What is paid follows the declarations. */
  readonly fraction?: EmploymentFraction;
}

/** Dutch: doelgroepvermindering SINE (TRANS-24). */
export const SINE_CODES = ["3240", "3241", "3250"] as const;
export type SineCode = (typeof SINE_CODES)[number];

/** An older right as carried over from the list that `source` names. */
export type OldRightRecorded = EventOf<"OldRightRecorded", OldRightFacts>;

/** TRANS-04, TRANS-05. */
export type VopEvaluationRequested = EventOf<"VopEvaluationRequested", { readonly requestedOn: PlainDate }>;

/** IMW: a grant under the new criteria follows; OLD_CRITERIA: requested before the new criteria could be used. */
export const VOP_OUTCOMES = ["IMW", "NO_NEED", "OLD_CRITERIA"] as const;
export type VopOutcome = (typeof VOP_OUTCOMES)[number];

export type VopEvaluationDecided = EventOf<
  "VopEvaluationDecided",
  {
    readonly decidedOn: PlainDate;
    readonly outcome: VopOutcome;
    readonly fileRef: FileRef | null;
    readonly grantRef: GrantRef | null;
  }
>;

/** TRANS-30: the organisation chooses for its workers; the day is not always known. */
export type LdeChoiceMade = EventOf<
  "LdeChoiceMade",
  { readonly choice: "INDIVIDUAL" | "COLLECTIVE"; readonly organisationRef: EmployerRef; readonly chosenOn: PlainDate | null }
>;

export const OLD_RIGHT_END_REASONS = [
  "TERM_OVER",
  "IMW_GRANTED",
  "CONTRACT_ENDED",
  "NO_NEED_FOUND",
  "MEASURE_ENDED",
  "CHOICE_OF_ORGANISATION",
] as const;
export type OldRightEndReason = (typeof OLD_RIGHT_END_REASONS)[number];

/** FTE_QUARTER: per full-time equivalent and quarter (OPEN-44); YEAR: for a calendar year (TRANS-50). */
export type AmountPer = "FTE_QUARTER" | "YEAR";

/** What the law gives no amount for, as a person entered it. A later entry for the same quarters counts instead. */
export interface OldRightAmount {
  readonly cents: Cents;
  readonly per: AmountPer;
  readonly fromQuarter: Quarter;
  /** Last quarter, included; null: to the end of the right. */
  readonly throughQuarter: Quarter | null;
  /** Where the amount comes from: the list that brought it, or what a person wrote, sealed. */
  readonly source: { readonly list: string } | { readonly sealed: SealedRef };
}
export type OldRightAmountEntered = EventOf<"OldRightAmountEntered", OldRightAmount>;

/** Dutch: aanslagbiljet; attest leefbaarheid (TRANS-10, TRANS-11). */
export const VOP_ACTIVITY_PROOFS = ["ASSESSMENT", "VIABILITY_ATTEST"] as const;
export type VopActivityProof = (typeof VOP_ACTIVITY_PROOFS)[number];

/** Whether the activity of a self-employed person suffices for the second phase, from a quarter on until a later judgement. */
export type VopActivityJudged = EventOf<
  "VopActivityJudged",
  {
    readonly judgedOn: PlainDate;
    readonly fromQuarter: Quarter;
    readonly proof: VopActivityProof;
    /** Of an assessment; null for an attest. */
    readonly incomeYear: number | null;
    readonly suffices: boolean;
    /** The proof as the person who judged it wrote it down, income included: sealed. */
    readonly sealed: SealedRef;
  }
>;

/**
 * What a right becomes in the contingent of a maatwerkbedrijf. LDE: full-time equivalents at the ratio of the year in which the trajectory
 * ended (TRANS-32). SINE: counted with the other convertible workers of the organisation, in groups (TRANS-22).
 */
export type ContingentConverted = EventOf<
  "ContingentConverted",
  {
    readonly convertedOn: PlainDate;
    readonly of: "LDE" | "SINE";
    /** Of LDE: full-time equivalents of the trajectory in hundredths, the ratio entered in 1/10000, and what it gives in 1/10000. */
    readonly fte: number | null;
    readonly ratioEntered: number | null;
    readonly contingent: number | null;
    readonly sealed: SealedRef;
  }
>;

/** TRANS-31: the employer was told until when an evaluation can be asked in time. */
export type EndWarningGiven = EventOf<
  "EndWarningGiven",
  { readonly warnedOn: PlainDate; readonly endsOn: PlainDate; readonly lastUsefulOn: PlainDate }
>;

/** TRANS-05: asked in time and decided late, the right goes on past its foreseen end to the grant; both days included. */
export type OldRightRanOn = EventOf<"OldRightRanOn", { readonly from: PlainDate; readonly until: PlainDate }>;

/** `endedOn` is the last day of the right. */
export type OldRightEnded = EventOf<"OldRightEnded", { readonly endedOn: PlainDate; readonly reason: OldRightEndReason }>;

export type TransitionEvent =
  | OldRightRecorded
  | VopEvaluationRequested
  | VopEvaluationDecided
  | LdeChoiceMade
  | OldRightAmountEntered
  | VopActivityJudged
  | ContingentConverted
  | EndWarningGiven
  | OldRightRanOn
  | OldRightEnded;
