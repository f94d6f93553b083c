// The percentages that the law knows: from the lowest to the highest, by one step (WP-02).
import type { LawReading } from "../law-reading.ts";
import type { Reason } from "../reason.ts";
import { percentageOffGrid } from "./reasons.ts";

/** `percentage` in whole percent. */
export function onGrid(law: LawReading, percentage: number): Reason[] {
  const min = law.number("wagePremium.minPct") / 100;
  const max = law.number("wagePremium.maxPct") / 100;
  const step = law.number("wagePremium.stepPct") / 100;
  const fits = Number.isInteger(percentage) && percentage >= min && percentage <= max && (percentage - min) % step === 0;
  return fits ? [] : [percentageOffGrid(percentage, min, max, step)];
}
