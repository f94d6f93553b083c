// Public face of indication: requests, findings and tickets.
export * from "./actions.ts";
export type * from "./commands.ts";
export { decideIndication, longestValidity } from "./decide.ts";
export type * from "./events.ts";
export { doubleTicketAtOnce, inBacklog, type Proposal, type ProposedTicket, proposeTickets } from "./propose.ts";
export * from "./state.ts";
