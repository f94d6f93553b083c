// Public face of what to do when the law changed after money was paid.
export {
  type CorrectionProposal,
  type MovedValue,
  type PaidQuarters,
  type ProposalPorts,
  proposeCorrection,
} from "./correction-proposal.ts";
