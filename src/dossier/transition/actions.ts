// What may happen next to an older right.
import type { PlainDate } from "../../kernel/index.ts";
import type { TransitionMeasure } from "../vocabulary.ts";
import type { TransitionCommand } from "./commands.ts";
import { lastDayOfRight, type OldRight } from "./state.ts";

/** VOP_ASKED: an evaluation waits for its decision. OVER: past its last day. */
export type RightStage = "NONE" | "VOP" | "VOP_ASKED" | "LDE" | "MWA" | "SUBSIDY" | "OTHER" | "OVER";

export const RIGHT_ACTIONS: Readonly<Record<RightStage, readonly TransitionCommand["type"][]>> = {
  NONE: ["RecordOldRight"],
  VOP: ["RequestVopEvaluation", "JudgeVopActivity", "EndOldRight"],
  VOP_ASKED: ["DecideVopEvaluation", "JudgeVopActivity", "EndOldRight"],
  LDE: ["ChooseForLde", "EnterOldRightAmount", "ConvertToContingent", "WarnOfEnd", "EndOldRight"],
  MWA: ["WarnOfEnd", "EndOldRight"],
  // A working subsidy without a person (TRANS-50).
  SUBSIDY: ["EnterOldRightAmount", "EndOldRight"],
  OTHER: ["ConvertToContingent", "EndOldRight"],
  // An evaluation asked in time is still decided when the right ran out meanwhile; that is stage VOP_ASKED.
  // An amount, or a proof of activity, for quarters that were before the end may come late. A trajectory is converted when it ended.
  // And it may turn out that it ended earlier still: a grant that began in its last quarter leaves that quarter to the grant (TRANS-05).
  OVER: ["EnterOldRightAmount", "JudgeVopActivity", "ConvertToContingent", "EndOldRight"],
};

const VOP: readonly TransitionMeasure[] = ["VOP", "TVOP"];
const LDE: readonly TransitionMeasure[] = ["LDE_INDIVIDUAL", "LDE_COLLECTIVE"];

export function rightStage(right: OldRight | null, day: PlainDate): RightStage {
  if (right === null) return "NONE";
  const { evaluation, facts } = right;
  if (evaluation !== null && evaluation.decidedOn === null) return "VOP_ASKED";
  const last = lastDayOfRight(right);
  if (last !== null && last < day) return "OVER";
  if (VOP.includes(facts.measure)) return "VOP";
  if (LDE.includes(facts.measure)) return "LDE";
  if (facts.measure === "MWA") return "MWA";
  return facts.measure === "ALD" ? "SUBSIDY" : "OTHER";
}
