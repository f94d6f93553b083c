// The same reform over several drawn populations: how much of the result is chance.
import type { ColumnMemory } from "../../law/index.ts";
import type { Population } from "../population/population.ts";
import type { ReformedLaw } from "../reform/apply-reform.ts";
import type { LabResult } from "./result.ts";
import { type LabOptions, runLabInTurns } from "./run-lab.ts";

export interface DrawnPopulation {
  readonly population: Population;
  /** Where its columns stand. */
  readonly memory?: ColumnMemory;
}

/** The result of the first draw, with the spread of the total change over all of them. `make` gives the population of a draw: 0, 1, ... */
export async function repeatedDraws(
  reformed: ReformedLaw,
  make: (draw: number) => DrawnPopulation,
  options: LabOptions,
  draws: number,
): Promise<LabResult> {
  const run = (draw: number, given: LabOptions) => {
    const { population, memory } = make(draw);
    return runLabInTurns(reformed, population, { ...given, ...(memory === undefined ? {} : { memory }) });
  };
  const first = await run(0, options);
  if (draws < 2) return first;
  const changes = [first.change];
  const { loss: _, ...rest } = options;
  for (let draw = 1; draw < draws; draw += 1) {
    const { change } = await run(draw, { ...rest, employerShare: false, cases: false });
    changes.push(change);
  }
  changes.sort((a, b) => a - b);
  const at = (share: number) => changes[Math.min(draws - 1, Math.floor(draws * share))]!;
  return { ...first, uncertainty: { draws, change: { low: at(0.05), middle: at(0.5), high: at(0.95) } } };
}
