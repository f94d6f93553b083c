// Decides on reviews: asked in time, advised, decided by the board.
import { ok, type PlainDate } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { type Context, type Decision, deciding, refuse } from "../deciding.ts";
import { LawReading } from "../law-reading.ts";
import { inFuture, notNow, type Reason, wrongOrder } from "../reason.ts";
import { REVIEW_ACTIONS, reviewStage } from "./actions.ts";
import type { ReviewCommand } from "./commands.ts";
import type { ReviewEvent } from "./events.ts";
import * as reasons from "./reasons.ts";
import type { Review, Reviews } from "./state.ts";
import { boardDay, committeeDay, lastRequestDay, noticeThatCounts } from "./terms.ts";

type Of<Type extends ReviewCommand["type"]> = Extract<ReviewCommand, { type: Type }>;

export interface ReviewContext extends Context {
  /** The day of the VDAB decision that the request is about; null when there is none. */
  readonly subjectDecidedOn: PlainDate | null;
}

export function decideReview(law: Law, state: Reviews, command: ReviewCommand, context: ReviewContext): Decision<ReviewEvent> {
  const review = state[command.reviewRef];
  const stage = reviewStage(review);
  if (!REVIEW_ACTIONS[stage].includes(command.type)) return refuse(notNow(command.type, stage, REVIEW_ACTIONS[stage]));
  if (command.on > context.today) return refuse(inFuture("on", command.on, context.today));
  return deciding(() => {
    const reading = new LawReading(law, command.on, context.switches);
    switch (command.type) {
      case "RequestReview":
        return request(reading, state, command, context);
      case "AdviseReview":
        return advise(reading, review as Review, command);
      case "DecideReview":
        return decide(review as Review, command);
    }
  });
}

function request(law: LawReading, state: Reviews, command: Of<"RequestReview">, context: ReviewContext): Decision<ReviewEvent> {
  const { reviewRef, subject, subjectRef, on, reason } = command;
  const noticeOn = noticeThatCounts(command.noticeOn, context.recordedNotice ?? null);
  const found: Reason[] = [];
  if (context.subjectDecidedOn === null) found.push(reasons.nothingToReview());
  else if (noticeOn < context.subjectDecidedOn) found.push(wrongOrder("noticeOn", context.subjectDecidedOn, noticeOn));
  if (on < noticeOn) found.push(wrongOrder("on", noticeOn, on));
  const last = lastRequestDay(law, noticeOn);
  if (on > last) found.push(reasons.tooLate(last));
  if (Object.values(state).some((one) => one.subjectRef === subjectRef && one.decidedOn === null))
    found.push(reasons.alreadyUnderReview());
  if (found.length > 0) return refuse(...found);
  const payload = { reviewRef, subject, subjectRef, noticeOn, requestedOn: on, committeeBy: committeeDay(law, on), reason };
  return ok([{ type: "ReviewRequested", effectiveOn: on, payload }]);
}

function advise(law: LawReading, review: Review, command: Of<"AdviseReview">): Decision<ReviewEvent> {
  const { reviewRef, on, advice } = command;
  if (on < review.requestedOn) return refuse(wrongOrder("on", review.requestedOn, on));
  return ok([
    { type: "ReviewAdvised", effectiveOn: on, payload: { reviewRef, advisedOn: on, boardBy: boardDay(law, on), advice } },
  ]);
}

function decide(review: Review, command: Of<"DecideReview">): Decision<ReviewEvent> {
  const { reviewRef, on, outcome, motivation } = command;
  const found: Reason[] = [];
  if (review.advisedOn === null && outcome !== "WITHDRAWN") found.push(reasons.adviceFirst());
  const after = review.advisedOn ?? review.requestedOn;
  if (on < after) found.push(wrongOrder("on", after, on));
  const change = review.subject === "INDICATION" ? command.ticket : command.evaluation;
  if (outcome === "CHANGED" && change === undefined) found.push(reasons.changeMissing());
  if (found.length > 0) return refuse(...found);
  return ok([{ type: "ReviewDecided", effectiveOn: on, payload: { reviewRef, decidedOn: on, outcome, motivation } }]);
}
