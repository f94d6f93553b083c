// Public face of the work on a file inside the department: assignment, notes, second looks.
export type * from "./commands.ts";
export { decideHandling } from "./decide.ts";
export * from "./events.ts";
export { type DecisionProposal, type Handling, handlingRefOf, loadHandling } from "./stream.ts";
