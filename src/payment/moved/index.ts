// Public face of what to do when the law or the facts changed after money was paid.
export { type CorrectionProposal, correctionProposals, type PaidQuarters, type ProposalPorts } from "./correction-proposal.ts";
export { type CalculatedQuarter, MOVED_KINDS, type MovedCount, type MovedFacts, type MovedKind } from "./moved-facts.ts";
export type { MovedLaw } from "./moved-law.ts";
