// Public face of evaluations: requests, findings, and their effect on the grant.
export * from "./actions.ts";
export type * from "./commands.ts";
export { percentageNow } from "./decide.ts";

export * from "./events.ts";
export type { Evaluation, Evaluations } from "./state.ts";
export { type Window, windowFor } from "./windows.ts";
