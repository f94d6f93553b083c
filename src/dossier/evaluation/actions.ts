// What may happen next to an evaluation.
import type { EvaluationCommand } from "./commands.ts";
import type { Evaluation } from "./state.ts";

export type EvaluationStage = "NONE" | "REQUESTED" | "RECORDED" | "CLOSED";

export const EVALUATION_ACTIONS: Readonly<Record<EvaluationStage, readonly EvaluationCommand["type"][]>> = {
  NONE: ["RequestAdjustment", "RequestExtension"],
  REQUESTED: ["RecordEvaluation"],
  RECORDED: ["ApplyEvaluation"],
  CLOSED: [],
};

export function evaluationStage(evaluation: Evaluation | undefined): EvaluationStage {
  if (evaluation === undefined) return "NONE";
  if (evaluation.applied) return "CLOSED";
  return evaluation.finding === null ? "REQUESTED" : "RECORDED";
}
