// What may happen next to a recovery.
import type { RecoveryStage } from "./state.ts";

export type RecoveryAction = "PROPOSE" | "DECIDE" | "SETTLE" | "WAIVE";

/** A running recovery may be decided again: an instalment plan that turns out too heavy is replaced. */
export const RECOVERY_ACTIONS: Readonly<Record<RecoveryStage, readonly RecoveryAction[]>> = {
  NONE: ["PROPOSE"],
  PROPOSED: ["DECIDE"],
  RUNNING: ["DECIDE", "SETTLE", "WAIVE"],
  CLOSED: [],
};
