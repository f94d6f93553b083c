// Commands of a review of a VDAB decision (PROC-30, PROC-31).
import type { FileRef, PersonRef, PlainDate, ReviewRef, SealedRef, TicketRef } from "../../kernel/index.ts";
import type { TicketInput } from "../indication/commands.ts";
import type { GuidanceNeed } from "../vocabulary.ts";
import type { ReviewOutcome, ReviewSubject } from "./events.ts";

/** A review lies in the stream of the decision that it is about: a person's indication or a file's evaluation. */
type Where =
  | { readonly personRef: PersonRef; readonly fileRef?: never }
  | { readonly fileRef: FileRef; readonly personRef?: never };

interface OfReview {
  readonly reviewRef: ReviewRef;
}

export type ReviewCommand = Where &
  OfReview &
  (
    | {
        readonly type: "RequestReview";
        readonly subject: ReviewSubject;
        readonly subjectRef: string;
        /** The day on which notice was taken of the decision. */
        readonly noticeOn: PlainDate;
        readonly on: PlainDate;
        readonly reason: SealedRef | null;
      }
    | { readonly type: "AdviseReview"; readonly on: PlainDate; readonly advice: SealedRef | null }
    | {
        readonly type: "DecideReview";
        readonly on: PlainDate;
        readonly outcome: ReviewOutcome;
        readonly motivation: SealedRef | null;
        /** What a changed indication brings. */
        readonly ticket?: TicketInput;
        /** For the individual ticket that a changed collective one brings (IND-14). */
        readonly doubleTicketRef?: TicketRef;
        /** What a changed evaluation brings; it is applied to the grant as any evaluation. */
        readonly evaluation?: { readonly percentage: number; readonly guidanceNeed: GuidanceNeed };
      }
  );
