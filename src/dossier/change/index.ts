// Public face of changes: what is reported during a grant and what follows.
export * from "./actions.ts";
export type * from "./commands.ts";

export type * from "./events.ts";
export * from "./state.ts";
