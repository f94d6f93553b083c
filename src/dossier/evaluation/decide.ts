// Decides on requests for adjustment and extension, on what VDAB finds, and on what the department does with it.
import { addQuarters, ok, type PlainDate, type Quarter, quarterOf } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { type Context, type Decision, deciding, refuse } from "../deciding.ts";
import { GRANT_ACTIONS, grantStage } from "../grant/actions.ts";
import type { GrantEvent } from "../grant/events.ts";
import { onGrid } from "../grant/grid.ts";
import { percentageIn } from "../grant/percentage.ts";
import { type Grant, termsIn } from "../grant/state.ts";
import { LawReading } from "../law-reading.ts";
import { inFuture, notNow, type Reason, wrongOrder } from "../reason.ts";
import { EVALUATION_ACTIONS, evaluationStage } from "./actions.ts";
import type { EvaluationCommand } from "./commands.ts";
import type { EvaluationEvent, EvaluationPurpose } from "./events.ts";
import * as reasons from "./reasons.ts";
import type { Evaluation, Evaluations, Finding } from "./state.ts";
import { windowFor } from "./windows.ts";

type Of<Type extends EvaluationCommand["type"]> = Extract<EvaluationCommand, { type: Type }>;

export function decideEvaluation(
  law: Law,
  state: { readonly grant: Grant | null; readonly evaluations: Evaluations },
  command: EvaluationCommand,
  context: Context,
): Decision<EvaluationEvent | GrantEvent> {
  const { grant } = state;
  const stage = grantStage(grant, context.today);
  if (grant === null || !GRANT_ACTIONS[stage].includes(command.type))
    return refuse(notNow(command.type, stage, GRANT_ACTIONS[stage]));
  const evaluation = state.evaluations[command.evaluationRef];
  const step = evaluationStage(evaluation);
  if (!EVALUATION_ACTIONS[step].includes(command.type)) return refuse(notNow(command.type, step, EVALUATION_ACTIONS[step]));
  return deciding<EvaluationEvent | GrantEvent>(() => {
    switch (command.type) {
      case "RequestAdjustment":
        return request(law, grant, state.evaluations, command, "ADJUSTMENT", context);
      case "RequestExtension":
        return request(law, grant, state.evaluations, command, "EXTENSION", context);
      case "RecordEvaluation":
        return record(law, evaluation as Evaluation, command, context);
      case "ApplyEvaluation":
        return apply(law, grant, evaluation as Evaluation, command, context);
    }
  });
}

function request(
  law: Law,
  grant: Grant,
  evaluations: Evaluations,
  command: Of<"RequestAdjustment"> | Of<"RequestExtension">,
  purpose: EvaluationPurpose,
  context: Context,
): Decision<EvaluationEvent> {
  const { on, evaluationRef, reason } = command;
  if (on > context.today) return refuse(inFuture("on", on, context.today));
  const window = windowFor(new LawReading(law, on, context.switches), grant, purpose);
  if (window === null) return refuse(reasons.temporaryGrant());
  const found: Reason[] = [];
  if (on < window.opensOn) found.push(reasons.windowClosed(purpose, window.opensOn));
  if (Object.values(evaluations).some((one) => evaluationStage(one) !== "CLOSED")) found.push(reasons.alreadyAsked(purpose));
  if (found.length > 0) return refuse(...found);
  const payload = { evaluationRef, grantRef: grant.facts.grantRef, requestedOn: on, reason };
  return ok([{ type: purpose === "ADJUSTMENT" ? "AdjustmentRequested" : "ExtensionRequested", effectiveOn: on, payload }]);
}

function record(law: Law, evaluation: Evaluation, command: Of<"RecordEvaluation">, context: Context): Decision<EvaluationEvent> {
  const { decidedOn, visitedOn, outcome, motivation } = command;
  const reading = new LawReading(law, decidedOn, context.switches);
  const found: Reason[] = [];
  if (decidedOn > context.today) found.push(inFuture("decidedOn", decidedOn, context.today));
  if (decidedOn < evaluation.requestedOn) found.push(wrongOrder("decidedOn", evaluation.requestedOn, decidedOn));
  if (visitedOn !== null && visitedOn > decidedOn) found.push(wrongOrder("decidedOn", visitedOn, decidedOn));
  const { percentage = null, guidanceNeed = null } = command;
  if (outcome === "PACKAGE") {
    if (percentage === null || guidanceNeed === null) found.push(reasons.packageIncomplete());
    else found.push(...onGrid(reading, percentage));
  }
  if (found.length > 0) return refuse(...found);
  const { evaluationRef, grantRef, purpose } = evaluation;
  const chosen = outcome === "PACKAGE" ? { percentage, guidanceNeed } : { percentage: null, guidanceNeed: null };
  const payload = { evaluationRef, grantRef, purpose, visitedOn, decidedOn, outcome, ...chosen, motivation };
  return ok([{ type: "EvaluationRecorded", effectiveOn: decidedOn, payload }]);
}

function apply(
  law: Law,
  grant: Grant,
  evaluation: Evaluation,
  command: Of<"ApplyEvaluation">,
  context: Context,
): Decision<GrantEvent> {
  const finding = evaluation.finding as Finding;
  const found: Reason[] = [];
  if (command.on > context.today) found.push(inFuture("on", command.on, context.today));
  if (command.on < finding.decidedOn) found.push(wrongOrder("on", finding.decidedOn, command.on));
  if (found.length > 0) return refuse(...found);
  if (finding.outcome === "NO_NEED") {
    // IND-25: support stops at the moment of the evaluation, before the old end.
    const payload = { grantRef: grant.facts.grantRef, lastDay: finding.decidedOn, reason: "NO_NEED_FOUND" as const };
    return ok([{ type: "GrantStopped", effectiveOn: finding.decidedOn, payload }]);
  }
  const reading = new LawReading(law, command.on, context.switches);
  return evaluation.purpose === "ADJUSTMENT"
    ? adjust(reading, grant, evaluation, finding, command.on)
    : extend(reading, grant, evaluation, finding, command);
}

/** WP-10, GP-05; from which quarter and whether it may fall is OPEN-15. */
function adjust(law: LawReading, grant: Grant, evaluation: Evaluation, finding: Finding, on: PlainDate): Decision<GrantEvent> {
  const effect = law.policy("OPEN-15");
  const fromQuarter = quarterOf(effect === "FROM_REQUEST" ? evaluation.requestedOn : on);
  const asked = finding.percentage ?? 0;
  const percentage = effect === "NEVER_LOWER" ? Math.max(asked, percentageNow(law, grant, fromQuarter)) : asked;
  const guided = grant.facts.premiums === "WAGE_AND_GUIDANCE" || grant.facts.premiums === "GUIDANCE";
  const guidanceNeed = guided ? (finding.guidanceNeed ?? "NONE") : "NONE";
  const { evaluationRef } = evaluation;
  const { openPoints } = law;
  const payload = {
    grantRef: grant.facts.grantRef,
    decidedOn: on,
    fromQuarter,
    percentage,
    guidanceNeed,
    evaluationRef,
    openPoints,
  };
  return ok([{ type: "GrantAdjusted", effectiveOn: on, payload }]);
}

/** OPEN-16: percentages and duration after an extension are entered, or the last phase runs for a whole term again. */
function extend(
  law: LawReading,
  grant: Grant,
  evaluation: Evaluation,
  finding: Finding,
  command: Of<"ApplyEvaluation">,
): Decision<GrantEvent> {
  const again = law.policy("OPEN-16") === "LAST_PHASE_AGAIN";
  const added = again ? law.number("term.quarters.lasting") : command.quarters;
  if (added === undefined || added < 1 || (!again && command.motivation === undefined)) return refuse(reasons.extensionTerms());
  const percentage = again ? percentageNow(law, grant, grant.endQuarter) : finding.percentage;
  const { facts } = grant;
  const { supportUntil: _, ...kept } = facts;
  return ok([
    {
      type: "GrantExtended",
      effectiveOn: command.on,
      payload: {
        ...kept,
        package: "AFTER_EVALUATION",
        percentage,
        guidanceNeed: facts.guidanceNeed === "NONE" ? "NONE" : (finding.guidanceNeed ?? facts.guidanceNeed),
        fromQuarter: addQuarters(grant.endQuarter, 1),
        quarters: facts.quarters + added,
        endQuarter: addQuarters(grant.endQuarter, added),
        extendedOn: command.on,
        evaluationRef: evaluation.evaluationRef,
        supportUntil: null,
        openPoints: law.openPoints,
        motivation: command.motivation ?? null,
      },
    },
  ]);
}

/** Whole percent of the grant in a quarter; 0 outside its term. */
export function percentageNow(law: LawReading, grant: Grant, quarter: Quarter): number {
  const terms = termsIn(grant, quarter);
  return terms === null ? 0 : percentageIn(law, terms, grant.facts.startQuarter, quarter);
}
