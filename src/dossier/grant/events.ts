// Events of a grant: the department's decision, and its end. Stream `file`.
import type {
  EmployerRef,
  EvaluationRef,
  GrantRef,
  PersonRef,
  PlainDate,
  Quarter,
  RightRef,
  SealedRef,
  TicketRef,
} from "../../kernel/index.ts";
import type { EventOf } from "../event.ts";
import type { Applicant, GuidanceNeed, Package, Premiums, PreviousMeasure } from "../vocabulary.ts";

/** Everything that the quarterly calculation and the counting need, so that replay never asks the law again. */
export interface GrantFacts {
  readonly grantRef: GrantRef;
  readonly decidedOn: PlainDate;
  readonly applicant: Applicant;
  readonly employerRef: EmployerRef | null;
  readonly personRef: PersonRef;
  readonly premiums: Premiums;
  /** The ticket that the grant rests on. */
  readonly ticketRef: TicketRef | null;
  readonly package: Package;
  /** Whole percent; only with AFTER_EVALUATION or a manually entered package. */
  readonly percentage: number | null;
  /** Whole percent of the collective advice when a maatwerkbedrijf hires (WP-08). */
  readonly collectivePercentage: number | null;
  /** NONE when the guidance premium is not granted. */
  readonly guidanceNeed: GuidanceNeed;
  /** q1 (PROC-11). */
  readonly startQuarter: Quarter;
  /** First quarter with support, when it is not q1: the counter of a grant that was taken over runs on (OPEN-17). */
  readonly fromQuarter?: Quarter;
  readonly quarters: number;
  /** Last quarter, included. */
  readonly endQuarter: Quarter;
  /** Every switch that the decision read, with the option chosen. */
  readonly switches: Readonly<Record<string, string>>;
  /** OPEN ids that the decision leaned on. */
  readonly openPoints: readonly string[];
  readonly lawVersion: string;
  readonly parametersHash: string;
  readonly previousRightRef: RightRef | null;
  readonly previousMeasure: PreviousMeasure;
  /** Last day of support when it had passed at the decision already, because the contract was over; null otherwise. */
  readonly supportUntil: PlainDate | null;
  /** Reason where a person decided in place of a rule. */
  readonly motivation: SealedRef | null;
}

/** Dutch: toekenning. */
export type GrantDecided = EventOf<"GrantDecided", GrantFacts>;

/** Why support ended before its term. */
export const STOP_REASONS = [
  "CONTRACT_ENDED",
  "TAKEN_OVER",
  "NO_NEED_FOUND",
  "ACTIVITY_STOPPED",
  "BANKRUPTCY",
  "DECEASED",
  "MOVED_AWAY",
  "ON_REQUEST",
  "CONDITIONS_NOT_MET",
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** Dutch: stopzetting. `lastDay` is the last day with support. */
export type GrantStopped = EventOf<
  "GrantStopped",
  { readonly grantRef: GrantRef; readonly lastDay: PlainDate; readonly reason: StopReason }
>;

/** Dutch: aanpassing na evaluatie (PROC-20, WP-10, GP-05). */
export type GrantAdjusted = EventOf<
  "GrantAdjusted",
  {
    readonly grantRef: GrantRef;
    readonly decidedOn: PlainDate;
    readonly fromQuarter: Quarter;
    /** Whole percent, WP-02 grid. */
    readonly percentage: number;
    readonly guidanceNeed: GuidanceNeed;
    readonly evaluationRef: EvaluationRef;
    readonly openPoints: readonly string[];
  }
>;

/**
 * Dutch: verlenging (PROC-22); its terms are entered by a person while OPEN-16 is open. The whole position is said again: the start
 * quarter and the day of the first decision stay, so that the quarter index runs on; `endQuarter` is the new one.
 */
export type GrantExtended = EventOf<
  "GrantExtended",
  GrantFacts & {
    readonly extendedOn: PlainDate;
    readonly fromQuarter: Quarter;
    readonly evaluationRef: EvaluationRef | null;
  }
>;

export type GrantEvent = GrantDecided | GrantStopped | GrantAdjusted | GrantExtended;
