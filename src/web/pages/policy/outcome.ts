// What the page shows of a run, the same on the server and in the browser.
import { addQuarters, type Quarter } from "../../../kernel/index.ts";
import type { Reform } from "../../../lab/index.ts";
import {
  applyReform,
  defaultAssumptions,
  defaultLoss,
  type LabResult,
  LabRoom,
  type Population,
  runLab,
  syntheticPopulation,
  type Trait,
  workingBytes,
} from "../../../lab/index.ts";
import { ColumnMemory, type Law, NotInColumns } from "../../../law/index.ts";

export interface Outcome {
  readonly result: LabResult;
  readonly traits: readonly Trait[];
}

/** Invented people and room to compute, kept while levers move. */
export class PolicyRoom {
  readonly population: Population;
  private readonly law: Law;
  private readonly room: LabRoom;

  constructor(law: Law, from: Quarter, grants: number, horizon: number) {
    this.law = law;
    const rows = grants + Math.ceil(grants * 0.07) * horizon;
    const memory = grants > 0 && hasWasm() ? new ColumnMemory(workingBytes(rows) + rows * 40) : null;
    this.population = syntheticPopulation(law, {
      grants,
      base: addQuarters(from, -1),
      horizon,
      ...(memory === null ? {} : { memory }),
    });
    this.room = new LabRoom(this.population, defaultAssumptions, memory === null ? { withoutWasm: true } : { memory });
  }

  /** Null: the law gives no exact amount under this reform, or refuses it. */
  run(reform: Reform, quarters: number): Outcome | null {
    const reformed = applyReform(this.law, reform);
    if (!reformed.ok) return null;
    try {
      const result = runLab(reformed.value, this.population, {
        quarters,
        room: this.room,
        keepBefore: true,
        // While a lever moves one quarter is enough; a longer look takes all there is.
        employerShare: quarters > 1,
        cases: quarters > 1,
        ...(quarters > 1 ? { loss: defaultLoss } : {}),
      });
      return { result, traits: this.population.traits };
    } catch (error) {
      if (error instanceof NotInColumns) return null;
      throw error;
    }
  }
}

function hasWasm(): boolean {
  try {
    return new ColumnMemory(1) !== null;
  } catch {
    return false;
  }
}
