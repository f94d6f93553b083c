// What each open point is worth in a case: the same case under every other reading that has a formula.
import { compareExplanations, type ExplanationDifference } from "./compare-explanations.ts";
import { type Explanation, explain, type Question } from "./explain.ts";
import type { Law } from "./law.ts";

export interface OtherReading {
  readonly openPoint: string;
  /** The reading that the case followed, and the one that is tried. */
  readonly chosen: string;
  readonly option: string;
  /** What moves; `results` holds the difference in euro. Empty: this reading changes nothing here. */
  readonly difference: ExplanationDifference;
  /** The outcome under this reading, in case it is no longer an amount. */
  readonly outcome: Explanation["outcome"];
}

/** One entry for every open point that the case leaned on and every other reading of it that can be computed, in order. */
export function otherReadings(law: Law, question: Question): readonly OtherReading[] {
  const withSteps = { ...question, steps: true };
  const now = explain(law, withSteps);
  return now.openPoints.flatMap((openPoint) => {
    const point = law.switches.get(openPoint);
    const chosen = law.switchValue(openPoint, question.switches);
    if (point === undefined || !chosen.ok) return [];
    return point.options
      .filter((option) => option.computable && option.value !== chosen.value)
      .map((option) => {
        const other = explain(law, { ...withSteps, switches: { ...question.switches, [openPoint]: option.value } });
        return {
          openPoint,
          chosen: chosen.value,
          option: option.value,
          difference: compareExplanations(now, other),
          outcome: other.outcome,
        };
      });
  });
}
