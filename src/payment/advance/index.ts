// Public face of monthly advances.
export { type AdvancePorts, type AdvanceStore, Advances, type MonthDue, type OpenAdvance } from "./advances.ts";
export type { AdvanceCommand, MonthlyAdvance } from "./decide.ts";
export type { Advance, AdvanceStage } from "./state.ts";
export type { AdvanceStep, StoredAdvanceStep } from "./steps.ts";
