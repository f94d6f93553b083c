// Public face of payment: declarations, entitlements, the ledger and its replay, and what is asked of a bank.
export { cancelledAttest, type RelationFacts, relationFacts } from "./attest/relation-facts.ts";
export type * from "./bank/port.ts";
export type * from "./declaration/dmfa-attest.ts";
export { computePremiums, explainCase, type Premiums as ComputedPremiums } from "./entitlement/compute.ts";
export { COMPONENTS_OF, type Entitlement, entitlement } from "./entitlement/entitlement.ts";
export { employerCase, type PremiumCase, selfEmployedCase } from "./entitlement/premium-case.ts";
export { calculateQuarter, type QuarterInput, type QuarterResult } from "./ledger/calculate-quarter.ts";
export { explainLine, type Replay } from "./ledger/explain-line.ts";
export { mergePositions } from "./ledger/merge-positions.ts";
export * from "./ports.ts";
