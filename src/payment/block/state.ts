// A payment block as it stands, folded from its steps.
import type { Actor } from "../../dossier/index.ts";
import type { PlainDate } from "../../kernel/index.ts";
import type { BlockTerms, StoredBlockStep } from "./steps.ts";

export type BlockStage = "NONE" | "PROPOSED" | "IN_FORCE" | "LIFT_PROPOSED" | "LIFTED" | "REFUSED";

export interface Block extends BlockTerms {
  readonly blockRef: string;
  readonly stage: Exclude<BlockStage, "NONE">;
  readonly setBy: Actor;
  readonly confirmedBy: Actor | null;
  readonly liftAskedBy: Actor | null;
  /** Last day on which it counts; null: no end is known. */
  readonly lastDay: PlainDate | null;
  readonly reasonRef: string;
  /** Waiting here now: held, and not given free yet. */
  readonly heldCents: number;
  readonly redirectedCents: number;
  readonly seq: number;
}

/** Money that goes to somebody else than the beneficiary asks for two persons, on the way in and on the way out. */
export const needsTwo = (terms: Pick<BlockTerms, "payeeRef">): boolean => terms.payeeRef !== null;

export const blockStage = (block: Block | null): BlockStage => block?.stage ?? "NONE";

export function foldBlock(steps: readonly StoredBlockStep[]): Block | null {
  return steps.reduce<Block | null>(evolveBlock, null);
}

export function evolveBlock(block: Block | null, { blockRef, seq, actor, step }: StoredBlockStep): Block {
  if (step.step === "SET") {
    const { step: _, ...terms } = step;
    return {
      ...terms,
      blockRef,
      stage: needsTwo(terms) ? "PROPOSED" : "IN_FORCE",
      setBy: actor,
      confirmedBy: null,
      liftAskedBy: null,
      lastDay: null,
      heldCents: 0,
      redirectedCents: 0,
      seq,
    };
  }
  if (block === null) throw new Error(`Block ${blockRef} has a step ${step.step} and was never set`);
  switch (step.step) {
    case "CONFIRMED":
      return { ...block, stage: "IN_FORCE", confirmedBy: actor, seq };
    case "REFUSED":
      return { ...block, stage: "REFUSED", seq };
    case "LIFT_ASKED":
      return { ...block, stage: "LIFT_PROPOSED", liftAskedBy: actor, lastDay: step.lastDay, seq };
    case "LIFTED":
      return { ...block, stage: "LIFTED", lastDay: step.lastDay, seq };
    case "USED":
      return used(block, step.how, step.cents, seq);
  }
}

function used(block: Block, how: "HELD" | "REDIRECTED" | "RELEASED", cents: number, seq: number): Block {
  if (how === "REDIRECTED") return { ...block, redirectedCents: block.redirectedCents + cents, seq };
  return { ...block, heldCents: block.heldCents + (how === "HELD" ? cents : -cents), seq };
}
