// The reviews of a stream, folded from its events.
import type { PlainDate, ReviewRef } from "../../kernel/index.ts";
import type { ReviewEvent, ReviewOutcome, ReviewSubject } from "./events.ts";

export interface Review {
  readonly reviewRef: ReviewRef;
  readonly subject: ReviewSubject;
  readonly subjectRef: string;
  readonly requestedOn: PlainDate;
  readonly committeeBy: PlainDate;
  readonly advisedOn: PlainDate | null;
  readonly boardBy: PlainDate | null;
  readonly decidedOn: PlainDate | null;
  readonly outcome: ReviewOutcome | null;
}

export type Reviews = Readonly<Record<string, Review>>;

export function evolveReviews(state: Reviews, event: ReviewEvent): Reviews {
  const { reviewRef } = event.payload;
  if (event.type === "ReviewRequested") {
    const { subject, subjectRef, requestedOn, committeeBy } = event.payload;
    const open = { advisedOn: null, boardBy: null, decidedOn: null, outcome: null };
    return { ...state, [reviewRef]: { reviewRef, subject, subjectRef, requestedOn, committeeBy, ...open } };
  }
  const review = state[reviewRef];
  if (review === undefined) return state;
  switch (event.type) {
    case "ReviewAdvised": {
      const { advisedOn, boardBy } = event.payload;
      return { ...state, [reviewRef]: { ...review, advisedOn, boardBy } };
    }
    case "ReviewDecided": {
      const { decidedOn, outcome } = event.payload;
      return { ...state, [reviewRef]: { ...review, decidedOn, outcome } };
    }
  }
}
