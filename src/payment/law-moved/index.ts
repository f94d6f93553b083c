// Public face of what to do when the law changed after money was paid.
export {
  type CorrectionProposal,
  correctionProposals,
  type MovedValue,
  type PaidQuarters,
  type ProposalPorts,
} from "./correction-proposal.ts";
