// Public face of recovery: proposed, decided, settled.
export type { RecoveryAction } from "./actions.ts";
export type { RecoveryCommand } from "./decide.ts";
export type { Net } from "./net.ts";
export { overdueCents } from "./overdue.ts";
export { instalments, MOST_INSTALMENTS, type SetOff, setOff } from "./plan.ts";
export { Recoveries, type RecoveryPorts, type RecoveryStore } from "./recoveries.ts";
export { type Recovery, type RecoveryStage, recoveryStage } from "./state.ts";
export type { Beneficiary, Instalment, RecoveryManner, RecoveryStep, StoredRecoveryStep } from "./steps.ts";
export type { RecoveryTerms } from "./terms.ts";
