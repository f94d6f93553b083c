// What may happen next to a review.
import type { ReviewCommand } from "./commands.ts";
import type { Review } from "./state.ts";

export type ReviewStage = "NONE" | "REQUESTED" | "ADVISED" | "DECIDED";

/** A request can be withdrawn at any time before the board decides: that is a decision with outcome WITHDRAWN. */
export const REVIEW_ACTIONS: Readonly<Record<ReviewStage, readonly ReviewCommand["type"][]>> = {
  NONE: ["RequestReview"],
  REQUESTED: ["AdviseReview", "DecideReview"],
  ADVISED: ["DecideReview"],
  DECIDED: [],
};

export function reviewStage(review: Review | undefined): ReviewStage {
  if (review === undefined) return "NONE";
  if (review.decidedOn !== null) return "DECIDED";
  return review.advisedOn === null ? "REQUESTED" : "ADVISED";
}
