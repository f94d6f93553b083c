// For how many grants their own support covers a loss of productivity on their own wage cost, under both laws.
import type { ColumnArray } from "../../law/index.ts";
import type { DisclosureGate } from "../disclosure.ts";
import { coversLoss } from "./break-even.ts";
import type { Covered } from "./result.ts";

interface Grants {
  readonly rows: number;
  /** Whether a row is due in the quarter. */
  readonly due: (row: number) => boolean;
  /** Cents of support under each law. */
  readonly support: readonly [ColumnArray, ColumnArray];
  /** Wages, contributions and reductions of the quarter. */
  readonly input: Readonly<Record<string, ColumnArray>>;
}

/** Null: the gate lets not all of the counts through. */
export function coveredOf({ rows, due, support, input }: Grants, loss: number, gate: DisclosureGate): Covered | null {
  const [one, other] = support;
  /** Neither, before alone, after alone, both. */
  const cells: [number, number, number, number] = [0, 0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    if (!due(row)) continue;
    const paid = input.grossWage![row]! + input.employerContributions![row]! - input.contributionReductions![row]!;
    const cell = Number(coversLoss(one[row]!, paid, loss)) + 2 * Number(coversLoss(other[row]!, paid, loss));
    cells[cell]! += 1;
  }
  // Where all four may stand, so may whatever they add up to.
  if (!cells.every(gate.mayShow)) return null;
  const [neither, lost, gained, both] = cells;
  return { due: neither + lost + gained + both, before: both + lost, after: both + gained, gained, lost };
}
