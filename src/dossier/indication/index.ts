// Public face of indication: requests, findings and tickets.
export * from "./actions.ts";
export type * from "./commands.ts";

export type * from "./events.ts";
export {
  type Asked,
  type ExplainedProposal,
  explainProposal,
  longestValidity,
  type Proposal,
  type ProposedTicket,
  packageOfDuration,
} from "./propose.ts";
export * from "./state.ts";
