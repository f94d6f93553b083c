// Public face of the quarterly run.
export { RUN_ACTIONS, type RunAction } from "./actions.ts";
export type { OwnEnterprises } from "./activity/ask.ts";
export type { ActivitySeen, RunActivity } from "./activity/seen.ts";
export { activityRemedy, activityText } from "./activity/words.ts";
export type { DryRun, DryRunOptions, Outlier } from "./report.ts";
export { type BookedSlice, type Progress, type RunPorts, type RunProgress, type RunStore, Runs } from "./runs.ts";
export { foldRun, type Run, type RunStage } from "./state.ts";
export { linesHashOf, type Statement, type StatementHead, type StatementLine } from "./statement.ts";
export type { RunResult, RunStart, RunStep, RunStepName, RunTotal, StoredStep } from "./steps.ts";
