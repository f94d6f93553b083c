// The percentages that the law knows: from the lowest to the highest, by one step (WP-02).
import type { LawReading } from "../law-reading.ts";
import type { Reason } from "../reason.ts";
import { percentageOffGrid } from "./reasons.ts";

/** `percentage` in whole percent. */
export function onGrid(law: LawReading, percentage: number): Reason[] {
  const { min, max, step } = bounds(law);
  const fits = Number.isInteger(percentage) && percentage >= min && percentage <= max && (percentage - min) % step === 0;
  return fits ? [] : [percentageOffGrid(percentage, min, max, step)];
}

/** Every percentage of the grid, in whole percent, for people to choose from. */
export function gridOf(law: LawReading): readonly number[] {
  const { min, max, step } = bounds(law);
  return Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, n) => min + n * step);
}

function bounds(law: LawReading) {
  return {
    min: law.number("wagePremium.minPct") / 100,
    max: law.number("wagePremium.maxPct") / 100,
    step: law.number("wagePremium.stepPct") / 100,
  };
}
