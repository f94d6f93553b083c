// What blocks do to an amount that is due: each takes its part in turn, and no cent is made or lost.
import type { PlainDate } from "../../kernel/index.ts";
import type { Block } from "./state.ts";

export interface Division {
  /** For the beneficiary. */
  readonly freeCents: number;
  readonly redirected: readonly { readonly blockRef: string; readonly payeeRef: string; readonly cents: number }[];
  /** Waits here. */
  readonly held: readonly { readonly blockRef: string; readonly cents: number }[];
}

/** Whether a payment on the day is touched. One that waits for its second person counts: money that left cannot be held any more. */
export function countsOn(block: Block, on: PlainDate): boolean {
  if (block.stage === "REFUSED" || block.from > on) return false;
  return block.stage !== "LIFTED" || (block.lastDay ?? on) >= on;
}

/** What was held under a block that no longer counts, and is due to the beneficiary again. */
export const releasable = (block: Block, on: PlainDate): number => (countsOn(block, on) ? 0 : block.heldCents);

/** @param blocks - Of one beneficiary, in the order in which they take: oldest first. */
export function divide(dueCents: number, blocks: readonly Block[], on: PlainDate): Division {
  let freeCents = Math.max(0, dueCents);
  const redirected: { blockRef: string; payeeRef: string; cents: number }[] = [];
  const held: { blockRef: string; cents: number }[] = [];
  for (const block of [...blocks].sort(byAge)) {
    if (!countsOn(block, on)) continue;
    const { blockRef, payeeRef, mostCents } = block;
    const room = mostCents === null ? freeCents : Math.max(0, mostCents - block.redirectedCents - block.heldCents);
    const cents = Math.min(freeCents, room);
    if (cents === 0) continue;
    if (payeeRef !== null && block.stage !== "PROPOSED") redirected.push({ blockRef, payeeRef, cents });
    else held.push({ blockRef, cents });
    freeCents -= cents;
  }
  return { freeCents, redirected, held };
}

const byAge = (a: Block, b: Block): number => (a.from === b.from ? (a.blockRef < b.blockRef ? -1 : 1) : a.from < b.from ? -1 : 1);
