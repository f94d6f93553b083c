// What may happen next to a grant.
import type { PlainDate } from "../../kernel/index.ts";
import type { EvaluationCommand } from "../evaluation/commands.ts";
import type { GrantCommand } from "./commands.ts";
import { type Grant, lastDayOfGrant } from "./state.ts";

export type GrantStage = "NONE" | "RUNNING" | "STOPPED" | "OVER";
export type GrantAction = Exclude<GrantCommand["type"], "DecideGrant"> | EvaluationCommand["type"];

/** RUNNING includes a grant whose first quarter is still to come. Whether a window is open is checked with the date. */
export const GRANT_ACTIONS: Readonly<Record<GrantStage, readonly GrantAction[]>> = {
  NONE: [],
  RUNNING: ["StopGrant", "RequestAdjustment", "RequestExtension", "RecordEvaluation", "ApplyEvaluation"],
  // An earlier last day can still come to light, and an evaluation that is under way still ends.
  STOPPED: ["StopGrant", "RecordEvaluation", "ApplyEvaluation"],
  OVER: ["StopGrant", "RecordEvaluation", "ApplyEvaluation"],
};

export function grantStage(grant: Grant | null, day: PlainDate): GrantStage {
  if (grant === null) return "NONE";
  if (grant.stop !== null) return "STOPPED";
  return day <= lastDayOfGrant(grant) ? "RUNNING" : "OVER";
}
