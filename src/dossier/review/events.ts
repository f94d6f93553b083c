// Events of a review of a VDAB decision. Stream `person` for an indication, stream `file` for an evaluation (PROC-30).
import type { PlainDate, ReviewRef, SealedRef } from "../../kernel/index.ts";
import type { EventOf } from "../event.ts";

/** INDICATION is asked by the person, EVALUATION by the employer. */
export const REVIEW_SUBJECTS = ["INDICATION", "EVALUATION"] as const;
export type ReviewSubject = (typeof REVIEW_SUBJECTS)[number];

/** Dutch: verzoek tot heroverweging. */
export type ReviewRequested = EventOf<
  "ReviewRequested",
  {
    readonly reviewRef: ReviewRef;
    readonly subject: ReviewSubject;
    /** The indication or evaluation under review. */
    readonly subjectRef: string;
    /** The day on which notice was taken; starts the term. */
    readonly noticeOn: PlainDate;
    readonly requestedOn: PlainDate;
    /** Last day for the committee's advice (PROC-31). */
    readonly committeeBy: PlainDate;
    readonly reason: SealedRef | null;
  }
>;

/** Dutch: advies van de heroverwegingscommissie. */
export type ReviewAdvised = EventOf<
  "ReviewAdvised",
  { readonly reviewRef: ReviewRef; readonly advisedOn: PlainDate; readonly boardBy: PlainDate; readonly advice: SealedRef | null }
>;

export const REVIEW_OUTCOMES = ["CONFIRMED", "CHANGED", "WITHDRAWN"] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Dutch: beslissing van de raad van bestuur. What a changed outcome brings comes as its own events. */
export type ReviewDecided = EventOf<
  "ReviewDecided",
  {
    readonly reviewRef: ReviewRef;
    readonly decidedOn: PlainDate;
    readonly outcome: ReviewOutcome;
    readonly motivation: SealedRef | null;
  }
>;

export type ReviewEvent = ReviewRequested | ReviewAdvised | ReviewDecided;
