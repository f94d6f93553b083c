// From events of a review to rows of review; reviews lie in a person's or a file's stream.
import type { Envelope } from "../event.ts";
import type { RowChange } from "../read-rows.ts";
import type { ReviewEvent } from "../review/events.ts";

export function projectReview(event: ReviewEvent, envelope: Envelope): RowChange {
  const key = { stream_ref: envelope.streamRef, review_ref: event.payload.reviewRef };
  const of = { table: "review", key, validFrom: null, validTo: null } as const;
  switch (event.type) {
    case "ReviewRequested": {
      const { subject, subjectRef, requestedOn, committeeBy } = event.payload;
      const open = { advised_on: null, board_by: null, decided_on: null, outcome: null };
      const row = { subject, subject_ref: subjectRef, requested_on: requestedOn, committee_by: committeeBy, ...open };
      return { ...of, change: "put", row };
    }
    case "ReviewAdvised": {
      const { advisedOn, boardBy } = event.payload;
      return { ...of, change: "patch", row: { advised_on: advisedOn, board_by: boardBy } };
    }
    case "ReviewDecided": {
      const { decidedOn, outcome } = event.payload;
      return { ...of, change: "patch", row: { decided_on: decidedOn, outcome } };
    }
  }
}
