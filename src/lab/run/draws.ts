// The same reform over several drawn populations: how much of the result is chance.
import type { Population } from "../population/population.ts";
import type { ReformedLaw } from "../reform/apply-reform.ts";
import type { LabResult } from "./result.ts";
import { type LabOptions, runLab } from "./run-lab.ts";

/** The result of the first draw, with the spread of the total change over all of them. `population` makes the one of a seed. */
export function repeatedDraws(
  reformed: ReformedLaw,
  population: (seed: number) => Population,
  options: LabOptions,
  draws: number,
  seed: number,
): LabResult {
  const first = runLab(reformed, population(seed), options);
  if (draws < 2) return first;
  const changes = [first.change];
  for (let draw = 1; draw < draws; draw += 1) changes.push(runLab(reformed, population(seed + draw), options).change);
  changes.sort((a, b) => a - b);
  const at = (share: number) => changes[Math.min(draws - 1, Math.floor(draws * share))]!;
  return { ...first, uncertainty: { draws, change: { low: at(0.05), middle: at(0.5), high: at(0.95) } } };
}
