// What of an amount due reaches whom: first advances are settled, then recoveries held back, then blocks take their part.
import type { PlainDate } from "../../kernel/index.ts";
import { releasable } from "../block/divide.ts";
import { type Block, divide } from "../block/index.ts";
import type { Beneficiary, Net, Recovery } from "../recovery/index.ts";
import { setOff } from "../recovery/plan.ts";

/** One beneficiary in one run; all cents are zero or more. */
export interface Payout {
  readonly beneficiary: Beneficiary;
  /** What the run comes to. */
  readonly dueCents: number;
  /** Held earlier under blocks that no longer count. */
  readonly released: readonly { readonly blockRef: string; readonly cents: number }[];
  /** Settled against advances that were paid before. */
  readonly advances: readonly { readonly advanceRef: string; readonly cents: number }[];
  readonly heldBack: readonly { readonly recoveryRef: string; readonly cents: number }[];
  readonly redirected: readonly { readonly blockRef: string; readonly payeeRef: string; readonly cents: number }[];
  readonly held: readonly { readonly blockRef: string; readonly cents: number }[];
  /** To the beneficiary's own account. */
  readonly payCents: number;
}

/** What stands against one beneficiary. */
export interface Claims {
  /** Advances of the quarter that are not settled, oldest first. */
  readonly advances: readonly { readonly advanceRef: string; readonly openCents: number }[];
  readonly recoveries: readonly Recovery[];
  readonly blocks: readonly Block[];
}

/** A net of zero or less pays nothing; money given free is paid all the same. */
export function planPayout(net: Net, claims: Claims, on: PlainDate): Payout {
  const dueCents = Math.max(0, net.cents);
  const released = claims.blocks
    .map((block) => ({ blockRef: block.blockRef, cents: releasable(block, on) }))
    .filter(({ cents }) => cents > 0);
  let left = dueCents;
  const advances: { advanceRef: string; cents: number }[] = [];
  for (const { advanceRef, openCents } of claims.advances) {
    const cents = Math.min(left, openCents);
    // Also when nothing is left to take: from then on the months withhold what was advanced too much.
    advances.push({ advanceRef, cents });
    left -= cents;
  }
  const givenFree = released.reduce((sum, one) => sum + one.cents, 0);
  const { payCents: afterRecovery, heldBack } = setOff(left + givenFree, claims.recoveries);
  const { freeCents, redirected, held } = divide(afterRecovery, claims.blocks, on);
  return { beneficiary: net.beneficiary, dueCents, released, advances, heldBack, redirected, held, payCents: freeCents };
}

/** A month's advances: no advance is settled and no recovery held back from them, because the quarter does both; blocks take their part. */
export function planMonth(net: Net, blocks: readonly Block[], on: PlainDate): Payout {
  const { freeCents, redirected, held } = divide(net.cents, blocks, on);
  const { beneficiary, cents: dueCents } = net;
  return { beneficiary, dueCents, released: [], advances: [], heldBack: [], redirected, held, payCents: freeCents };
}
