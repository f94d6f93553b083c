// Looking up one cell of a computed figure by its key.
import type { Figure, FigureCell } from "../figure/index.ts";
import type { CellReference } from "./source.ts";

export function cellOf(figure: Figure, key: readonly (string | null)[]): FigureCell | undefined {
  return figure.cells.find((cell) => cell.key.length === key.length && cell.key.every((part, index) => part === key[index]));
}

/** The count in a cell, null where the gate took it away; a combination in which nobody falls has no cell and counts zero. Throws for an unknown figure. */
export function countIn(figures: ReadonlyMap<string, Figure>, reference: CellReference): number | null {
  const figure = figures.get(reference.figure);
  if (figure === undefined) throw new RangeError(`No figure "${reference.figure}"`);
  if (reference.key.length !== figure.dimensions.length)
    throw new RangeError(`${reference.figure} has ${figure.dimensions.length} dimensions, not ${reference.key.length}`);
  const cell = cellOf(figure, reference.key);
  if (cell?.suppressed === true) return null;
  const value = cell?.value ?? 0;
  if (typeof value !== "number") throw new RangeError(`${reference.figure} is not a count`);
  return value;
}

/** The counts of all cells together; null where the gate took one of them away. */
export function sumIn(figures: ReadonlyMap<string, Figure>, references: readonly CellReference[]): number | null {
  return references.reduce<number | null>((sum, reference) => {
    const count = countIn(figures, reference);
    return sum === null || count === null ? null : sum + count;
  }, 0);
}
