// Public face of the department's counter: its work list, files, assessments and steps.
export type { Sent } from "./acting.ts";
export { assessFile, type DeskAssessment } from "./assessment.ts";
export { type Choice, confirmProposal, type DecisionView, decide, viewDecision, viewProposal } from "./decide.ts";
export { type DeskFile, openDeskFile, openEvidence, textOf } from "./file.ts";
export * from "./ports.ts";
export type { Preview } from "./preview.ts";
export { SEARCH_LIMIT, SEARCH_PURPOSES, type SearchResult, searchFiles } from "./search.ts";
export { type Colleague, colleagues, meet } from "./staff.ts";
export {
  type At,
  askCompletion,
  assignFile,
  declareInadmissible,
  noteFile,
  refuseApplication,
  seeChanges,
  sendBack,
  stopGrant,
} from "./steps.ts";
export { deadlineOf, previewOutcome } from "./triage.ts";
export { refreshWork, type WorkLine, type WorkPage, workPage } from "./work.ts";
