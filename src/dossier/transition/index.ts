// Public face of older rights: recorded, evaluated, chosen, run out.
export * from "./actions.ts";
export type * from "./commands.ts";
export { type CrossingGrant, crossingCommand } from "./crossing.ts";
export { decideTransition } from "./decide.ts";
export * from "./events.ts";
export * from "./state.ts";
