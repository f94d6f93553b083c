// Instalments and set-off: cents are moved, never made or lost.
import { addMonths, type PlainDate } from "../../kernel/index.ts";
import { openCents, type Recovery } from "./state.ts";
import type { Instalment } from "./steps.ts";

/** More instalments than this are a typing mistake as long as the law sets no number (OPEN-23). */
export const MOST_INSTALMENTS = 120;

/** Equal monthly parts; the cents that do not divide come with the first. */
export function instalments(cents: number, count: number, firstOn: PlainDate): readonly Instalment[] {
  const each = Math.floor(cents / count);
  return Array.from({ length: count }, (_, at) => ({
    dueOn: addMonths(firstOn, at),
    cents: at === 0 ? cents - each * (count - 1) : each,
  }));
}

export interface SetOff {
  /** What is left to pay. */
  readonly payCents: number;
  /** What is held back, per recovery, oldest first. */
  readonly heldBack: readonly { readonly recoveryRef: string; readonly cents: number }[];
}

/** Holds back from a payment what is still open of the beneficiary's recoveries that were decided so. */
export function setOff(dueCents: number, recoveries: readonly Recovery[]): SetOff {
  let payCents = Math.max(0, dueCents);
  const heldBack: { recoveryRef: string; cents: number }[] = [];
  for (const recovery of recoveries) {
    if (recovery.how?.manner !== "SET_OFF") continue;
    const cents = Math.min(payCents, openCents(recovery));
    if (cents <= 0) continue;
    heldBack.push({ recoveryRef: recovery.recoveryRef, cents });
    payCents -= cents;
  }
  return { payCents, heldBack };
}
