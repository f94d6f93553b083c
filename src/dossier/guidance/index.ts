// Public face of guidance on the workfloor: guide, coach and support plan.
export * from "./actions.ts";
export type * from "./commands.ts";

export * from "./events.ts";
export * from "./state.ts";
