// A run as it stands, folded from its steps.
import type { Actor } from "../../dossier/index.ts";
import type { RunResult, RunStart, StoredStep } from "./steps.ts";

/** REJECTED and CANCELLED are ends without effect; BOOKED is the end of the calculation, and the start of paying. */
export type RunStage = "NONE" | "STARTED" | "CALCULATED" | "APPROVED" | "BOOKED" | "REJECTED" | "CANCELLED";

export interface Run {
  readonly runRef: string;
  readonly stage: RunStage;
  readonly start: RunStart;
  readonly startedBy: Actor;
  readonly result: RunResult | null;
  readonly approvedBy: Actor | null;
  /** Number of the last step. */
  readonly seq: number;
}

export function foldRun(steps: readonly StoredStep[]): Run | null {
  return steps.reduce<Run | null>(evolveRun, null);
}

export function evolveRun(run: Run | null, { runRef, seq, actor, step }: StoredStep): Run {
  if (step.step === "STARTED") {
    const { step: _, ...start } = step;
    return { runRef, stage: "STARTED", start, startedBy: actor, result: null, approvedBy: null, seq };
  }
  if (run === null) throw new Error(`Run ${runRef} has a step ${step.step} and no start`);
  switch (step.step) {
    case "CALCULATED": {
      const { step: _, ...result } = step;
      return { ...run, stage: "CALCULATED", result, seq };
    }
    case "APPROVED":
      return { ...run, stage: "APPROVED", approvedBy: actor, seq };
    case "REJECTED":
    case "BOOKED":
    case "CANCELLED":
      return { ...run, stage: step.step, seq };
  }
}
