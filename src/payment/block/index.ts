// Public face of payment blocks: seizure, assignment, bankruptcy, death.
export type { BlockAction } from "./actions.ts";
export { type BlockPorts, type BlockStore, Blocks } from "./blocks.ts";
export type { BlockCommand } from "./decide.ts";
export { type Division, divide } from "./divide.ts";
export type { Block, BlockStage } from "./state.ts";
export { BLOCK_KINDS, type BlockKind, type BlockStep, type BlockTerms, type StoredBlockStep } from "./steps.ts";
