// What may happen next to a run, shared by screen, API and decision.
import type { RunStage } from "./state.ts";

export type RunAction = "START" | "CALCULATE" | "APPROVE" | "REJECT" | "BOOK" | "CANCEL";

export const RUN_ACTIONS: Readonly<Record<RunStage, readonly RunAction[]>> = {
  NONE: ["START"],
  STARTED: ["CALCULATE", "CANCEL"],
  CALCULATED: ["APPROVE", "REJECT", "CANCEL"],
  APPROVED: ["BOOK", "CANCEL"],
  BOOKED: [],
  REJECTED: [],
  CANCELLED: [],
};
