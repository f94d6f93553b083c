// What a reading of an open point changes, shown by the worked cases: for each reading, the results that the cases expect under it.
import { type LawCase, readingsOfCase } from "../cases/law-case.ts";
import type { LawSwitch } from "../model.ts";

export interface ReadingShown {
  readonly option: string;
  readonly cases: readonly { readonly id: string; readonly results: Readonly<Record<string, string>> }[];
}

/** Per option, in the order of the open point. A case that names no reading of the point shows the default. */
export function readingsShown(point: LawSwitch, cases: readonly LawCase[]): readonly ReadingShown[] {
  // A mistake in the question shows no reading.
  const about = cases.filter((one) => one.ids.includes(point.id) && one.expected.outcome !== "invalid");
  return point.options.map((option) => ({
    option: option.value,
    cases: about
      .filter((one) => (readingsOfCase(one)[point.id] ?? point.default) === option.value)
      .map((one) => ({ id: one.id, results: one.expected })),
  }));
}
