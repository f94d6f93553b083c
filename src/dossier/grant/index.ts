// Public face of grants: what a decision would be, the decision itself, and its end.
export * from "./actions.ts";
export { type Assessment, assess, type Outcome, type Question } from "./assess.ts";
export type * from "./commands.ts";
export type { GrantContext } from "./decide.ts";
export * from "./events.ts";
export { gridOf } from "./grid.ts";

export * from "./state.ts";
export type { Term } from "./term.ts";
