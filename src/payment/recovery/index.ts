// Public face of recovery: proposed, decided, settled.
export { RECOVERY_ACTIONS, type RecoveryAction } from "./actions.ts";
export { decideRecovery, type RecoveryCommand } from "./decide.ts";
export { type Net, netPerBeneficiary } from "./net.ts";
export { instalments, type SetOff, setOff } from "./plan.ts";
export { Recoveries, type RecoveryPorts, type RecoveryStore } from "./recoveries.ts";
export { evolveRecovery, foldRecovery, openCents, type Recovery, type RecoveryStage, recoveryStage } from "./state.ts";
export type { Beneficiary, Instalment, RecoveryManner, RecoveryStep, StoredRecoveryStep } from "./steps.ts";
