// A file as a whole: the application and all that follows from it, folded from one stream and decided in one place.
import { ok } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import { applicationStage } from "./application/actions.ts";
import type { ApplicationCommand } from "./application/commands.ts";
import { type ApplicationContext, decideApplication } from "./application/decide.ts";
import { type Application, evolveApplication } from "./application/state.ts";
import type { ChangeCommand } from "./change/commands.ts";
import { decideChange } from "./change/decide.ts";
import { type Changes, evolveChanges, NO_CHANGES } from "./change/state.ts";
import type { Decision } from "./deciding.ts";
import type { EvaluationCommand } from "./evaluation/commands.ts";
import { decideEvaluation } from "./evaluation/decide.ts";
import { type Evaluations, evolveEvaluations, markApplied } from "./evaluation/state.ts";
import type { FileEvent } from "./events.ts";
import type { GrantCommand } from "./grant/commands.ts";
import { decideGrant, type GrantContext } from "./grant/decide.ts";
import { evolveGrant, type Grant } from "./grant/state.ts";
import type { GuidanceCommand } from "./guidance/commands.ts";
import { decideGuidance } from "./guidance/decide.ts";
import { evolveGuidance, type Guidance, NO_GUIDANCE } from "./guidance/state.ts";
import type { ReviewCommand } from "./review/commands.ts";
import { decideReview } from "./review/decide.ts";
import { evolveReviews, type Reviews } from "./review/state.ts";

export interface FileState {
  readonly application: Application | null;
  readonly grant: Grant | null;
  readonly evaluations: Evaluations;
  readonly reviews: Reviews;
  readonly changes: Changes;
  readonly guidance: Guidance;
}

export const NO_FILE: FileState = {
  application: null,
  grant: null,
  evaluations: {},
  reviews: {},
  changes: NO_CHANGES,
  guidance: NO_GUIDANCE,
};

export type FileCommand =
  | ApplicationCommand
  | GrantCommand
  | EvaluationCommand
  | Extract<ReviewCommand, { readonly personRef?: never }>
  | ChangeCommand
  | GuidanceCommand;

/** Everything that any decision on a file may need from outside it. */
export type FileContext = ApplicationContext & GrantContext;

export function evolveFile(state: FileState, event: FileEvent): FileState {
  switch (event.type) {
    case "ApplicationFiled":
    case "ApplicationCompletionRequested":
    case "ApplicationCompleted":
    case "ApplicationWithdrawn":
    case "ApplicationInadmissible":
    case "ApplicationRefused":
      return { ...state, application: evolveApplication(state.application, event) };
    case "GrantDecided": {
      const { application } = state;
      const granted = application && { ...application, state: "GRANTED" as const, stateOn: event.payload.decidedOn };
      return { ...state, application: granted, grant: evolveGrant(state.grant, event) };
    }
    case "GrantStopped": {
      const grant = evolveGrant(state.grant, event);
      if (event.payload.reason !== "NO_NEED_FOUND") return { ...state, grant };
      return { ...state, grant, evaluations: markApplied(state.evaluations, (one) => one.finding?.outcome === "NO_NEED") };
    }
    case "GrantAdjusted":
    case "GrantExtended": {
      const { evaluationRef } = event.payload;
      const evaluations = markApplied(state.evaluations, (one) => one.evaluationRef === evaluationRef);
      return { ...state, grant: evolveGrant(state.grant, event), evaluations };
    }
    case "AdjustmentRequested":
    case "ExtensionRequested":
    case "EvaluationRecorded":
      return { ...state, evaluations: evolveEvaluations(state.evaluations, event) };
    case "ReviewRequested":
    case "ReviewAdvised":
    case "ReviewDecided":
      return { ...state, reviews: evolveReviews(state.reviews, event) };
    case "ChangeReported":
      return { ...state, changes: evolveChanges(state.changes, event) };
    case "GuideDesignated":
    case "SupportPlanDrawnUp":
      return { ...state, guidance: evolveGuidance(state.guidance, event) };
  }
}

export function decideFile(law: Law, state: FileState, command: FileCommand, context: FileContext): Decision<FileEvent> {
  switch (command.type) {
    case "FileApplication":
    case "RequestCompletion":
    case "CompleteApplication":
    case "WithdrawApplication":
    case "DeclareInadmissible":
    case "RefuseApplication":
      return decideApplication(law, state.application, command, context);
    case "DecideGrant":
    case "StopGrant":
      return decideGrant(law, state, command, context);
    case "RequestAdjustment":
    case "RequestExtension":
    case "RecordEvaluation":
    case "ApplyEvaluation":
      return decideEvaluation(law, state, command, context);
    case "RequestReview":
    case "AdviseReview":
    case "DecideReview":
      return decideFileReview(law, state, command, context);
    case "ReportChange": {
      const stage = applicationStage(state.application);
      const selfEmployed = state.application?.applicant === "SELF_EMPLOYED";
      return decideChange({ stage, selfEmployed, grant: state.grant }, command, context);
    }
    case "DesignateGuide":
    case "DrawUpSupportPlan":
      return decideGuidance(law, state, command, context);
  }
}

/** A review of an evaluation. When it changes the outcome, the evaluation is recorded anew and waits to be applied. */
function decideFileReview(
  law: Law,
  state: FileState,
  command: Extract<FileCommand, ReviewCommand>,
  context: FileContext,
): Decision<FileEvent> {
  const reviewed =
    state.evaluations[
      command.type === "RequestReview" ? command.subjectRef : (state.reviews[command.reviewRef]?.subjectRef ?? "")
    ];
  const subjectDecidedOn = reviewed?.finding?.decidedOn ?? null;
  const decision = decideReview(law, state.reviews, command, { ...context, subjectDecidedOn });
  if (!decision.ok || command.type !== "DecideReview" || command.outcome !== "CHANGED") return decision;
  if (reviewed === undefined || command.evaluation === undefined) return decision;
  const { evaluationRef, grantRef, purpose } = reviewed;
  const { percentage, guidanceNeed } = command.evaluation;
  const payload = {
    evaluationRef,
    grantRef,
    purpose,
    visitedOn: null,
    decidedOn: command.on,
    outcome: "PACKAGE" as const,
    percentage,
    guidanceNeed,
    motivation: command.motivation,
  };
  return ok([...decision.value, { type: "EvaluationRecorded", effectiveOn: command.on, payload }]);
}
