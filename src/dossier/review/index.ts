// Public face of reviews: requests, terms, advice and decision.
export * from "./actions.ts";
export type * from "./commands.ts";
export type { ReviewContext } from "./decide.ts";
export * from "./events.ts";
export * from "./state.ts";
export { lastRequestDay, noticeThatCounts } from "./terms.ts";
