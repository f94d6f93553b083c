// Public face of payment: declarations, entitlements, the ledger and its replay, and what is asked of a bank.
export * from "./account/index.ts";
export * from "./advance/index.ts";
export { type RelationFacts, relationFacts } from "./attest/relation-facts.ts";
export * from "./bank/index.ts";
export * from "./block/index.ts";
export type { CauseKind, CorrectionCause, Situation } from "./correction/causes.ts";
export { type CorrectionReasons, explainCorrection } from "./correction/explain-correction.ts";
export type { AttestParties } from "./declaration/attest-of.ts";
export type { AttestParts } from "./declaration/attest-parts.ts";
export { type DeclarationPorts, Declarations, type IntakeFile, type Taken } from "./declaration/declarations.ts";
export type * from "./declaration/dmfa-attest.ts";
export * from "./declaration/intake-port.ts";

export { type Claim, COMPONENTS_OF, type Entitlement } from "./entitlement/entitlement.ts";
export { positionOfRight } from "./entitlement/older/position-of-right.ts";
export { positionIn } from "./entitlement/position-of-grant.ts";
export { employerCase, type PremiumCase, selfEmployedCase } from "./entitlement/premium-case.ts";
export { type QuarterFrame, quarterFrame } from "./entitlement/quarter-frame.ts";
export * from "./forecast/index.ts";
export { calculateQuarter, type QuarterInput, type QuarterResult } from "./ledger/calculate-quarter.ts";
export { explainLine, type Replay, ruleOfReplay } from "./ledger/explain-line.ts";
export { LINE_STATES, type LineState, lineStateWords } from "./ledger/line-state.ts";
export { mergePositions } from "./ledger/merge-positions.ts";
export {
  type LedgerVerification,
  type LineFlaw,
  type QuarterVerification,
  verifyLedger,
  verifyQuarter,
} from "./ledger/verify.ts";
export * from "./moved/index.ts";
export * from "./payout/index.ts";
export * from "./ports.ts";
export * from "./recovery/index.ts";
export * from "./run/index.ts";
export * from "./sample/index.ts";
