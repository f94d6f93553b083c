// Public face of indication: requests, findings and tickets.
export * from "./actions.ts";
export type * from "./commands.ts";

export type * from "./events.ts";
export type { Proposal, ProposedTicket } from "./propose.ts";
export * from "./state.ts";
