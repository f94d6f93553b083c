// Public face of registration: who persons and employers are, and which measure an employer is registered for.
export * from "./actions.ts";
export type * from "./commands.ts";
export { decideEmployer } from "./decide.ts";
export type * from "./events.ts";
export * from "./state.ts";
