// Payment blocks from end to end: set, confirmed, used by runs, lifted. Each step is written once.
import type { Actor, Reason } from "../../dossier/index.ts";
import { type Clock, fail, newRef, ok, type Result } from "../../kernel/index.ts";
import { changedMeanwhile } from "../changed-meanwhile.ts";
import { type BlockCommand, decideBlock } from "./decide.ts";
import { type Block, foldBlock } from "./state.ts";
import type { StoredBlockStep } from "./steps.ts";

export interface BlockStore {
  steps(blockRef: string): Promise<readonly StoredBlockStep[]>;
  /** In order of block and number. */
  ofBeneficiaries(refs: readonly string[]): Promise<readonly StoredBlockStep[]>;
  /** Of the blocks set last. */
  latest(limit: number): Promise<readonly StoredBlockStep[]>;
  /** All or none; "conflict" when a step with one of their numbers is there already. */
  add(steps: readonly StoredBlockStep[]): Promise<"added" | "conflict">;
}

export interface BlockPorts {
  readonly blocks: BlockStore;
  readonly clock: Clock;
}

type Outcome<T> = Promise<Result<T, readonly Reason[]>>;

export class Blocks {
  private readonly ports: BlockPorts;

  constructor(ports: BlockPorts) {
    this.ports = ports;
  }

  async find(blockRef: string): Promise<Block | null> {
    return foldBlock(await this.ports.blocks.steps(blockRef));
  }

  history(blockRef: string): Promise<readonly StoredBlockStep[]> {
    return this.ports.blocks.steps(blockRef);
  }

  async ofBeneficiaries(refs: readonly string[]): Promise<readonly Block[]> {
    return folded(await this.ports.blocks.ofBeneficiaries(refs));
  }

  async latest(limit: number): Promise<readonly Block[]> {
    return folded(await this.ports.blocks.latest(limit));
  }

  /** @param blockRef - Chosen by who asks, so that the same question again sets one block. */
  set(command: Extract<BlockCommand, { type: "SET" }>, actor: Actor, blockRef: string = newRef()): Outcome<Block> {
    return this.do(blockRef, command, actor);
  }

  async do(blockRef: string, command: BlockCommand, actor: Actor): Outcome<Block> {
    const steps = await this.ports.blocks.steps(blockRef);
    const block = foldBlock(steps);
    const decided = decideBlock(block, command, actor);
    if (!decided.ok) return decided;
    // A run settles once, however often it is asked.
    const before = command.type === "USE" ? steps.some(({ step }) => sameUse(step, command)) : false;
    if (before && block !== null) return ok(block);
    const at = this.ports.clock.now();
    const first = (block?.seq ?? 0) + 1;
    const added = decided.value.map((step, i) => ({ blockRef, seq: first + i, at, actor, step }));
    if ((await this.ports.blocks.add(added)) === "conflict") return fail([changedMeanwhile()]);
    return ok(foldBlock([...steps, ...added]) as Block);
  }
}

function sameUse(step: StoredBlockStep["step"], command: Extract<BlockCommand, { type: "USE" }>): boolean {
  return step.step === "USED" && step.runRef === command.runRef && step.how === command.how;
}

function folded(steps: readonly StoredBlockStep[]): readonly Block[] {
  const refs = [...new Set(steps.map((one) => one.blockRef))];
  return refs.flatMap((ref) => foldBlock(steps.filter((one) => one.blockRef === ref)) ?? []);
}
