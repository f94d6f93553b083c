// What may happen next to a payment block, shared by screen, API and decision.
import type { BlockStage } from "./state.ts";

export type BlockAction = "SET" | "CONFIRM" | "REFUSE" | "LIFT" | "CONFIRM_LIFT" | "KEEP" | "USE";

/** A run may give free what was held after the end, and may hold back while a second person has not looked yet. */
export const BLOCK_ACTIONS: Readonly<Record<BlockStage, readonly BlockAction[]>> = {
  NONE: ["SET"],
  PROPOSED: ["CONFIRM", "REFUSE", "USE"],
  IN_FORCE: ["LIFT", "USE"],
  LIFT_PROPOSED: ["CONFIRM_LIFT", "KEEP", "USE"],
  LIFTED: ["USE"],
  REFUSED: ["USE"],
};
