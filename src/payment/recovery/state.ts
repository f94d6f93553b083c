// A recovery as it stands, folded from its steps.
import type { Actor } from "../../dossier/index.ts";
import type { Beneficiary, RecoveryManner, StoredRecoveryStep } from "./steps.ts";

export type RecoveryStage = "NONE" | "PROPOSED" | "RUNNING" | "CLOSED";

export interface Recovery {
  readonly recoveryRef: string;
  readonly runRef: string;
  readonly beneficiary: Beneficiary;
  readonly proposedBy: Actor;
  readonly cents: number;
  readonly how: RecoveryManner | null;
  readonly settledCents: number;
  readonly waivedCents: number;
  readonly seq: number;
}

export function foldRecovery(steps: readonly StoredRecoveryStep[]): Recovery | null {
  return steps.reduce<Recovery | null>(evolveRecovery, null);
}

export function evolveRecovery(state: Recovery | null, { recoveryRef, seq, actor, step }: StoredRecoveryStep): Recovery {
  if (step.step === "PROPOSED") {
    const { runRef, beneficiary, cents } = step;
    return { recoveryRef, runRef, beneficiary, proposedBy: actor, cents, how: null, settledCents: 0, waivedCents: 0, seq };
  }
  if (state === null) throw new Error(`Recovery ${recoveryRef} has a step ${step.step} and no proposal`);
  switch (step.step) {
    case "DECIDED":
      return { ...state, how: step.how, seq };
    case "SETTLED":
      return { ...state, settledCents: state.settledCents + step.cents, seq };
    case "WAIVED":
      return { ...state, waivedCents: state.waivedCents + step.cents, seq };
  }
}

/** Never below zero. */
export const openCents = (recovery: Recovery): number => recovery.cents - recovery.settledCents - recovery.waivedCents;

export function recoveryStage(recovery: Recovery | null): RecoveryStage {
  if (recovery === null) return "NONE";
  if (openCents(recovery) === 0) return "CLOSED";
  return recovery.how === null ? "PROPOSED" : "RUNNING";
}
