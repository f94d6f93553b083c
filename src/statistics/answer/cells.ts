// Looking up one cell of a computed figure by its key.
import type { Figure, FigureCell } from "../figure/index.ts";
import type { CellReference } from "./source.ts";

export function cellOf(figure: Figure, key: readonly (string | null)[]): FigureCell | undefined {
  return figure.cells.find((cell) => cell.key.length === key.length && cell.key.every((part, index) => part === key[index]));
}

/** The count in a cell; a combination in which nobody falls has no cell and counts zero. Throws for an unknown figure. */
export function countIn(figures: ReadonlyMap<string, Figure>, reference: CellReference): number {
  const figure = figures.get(reference.figure);
  if (figure === undefined) throw new RangeError(`No figure "${reference.figure}"`);
  if (reference.key.length !== figure.dimensions.length)
    throw new RangeError(`${reference.figure} has ${figure.dimensions.length} dimensions, not ${reference.key.length}`);
  const value = cellOf(figure, reference.key)?.value ?? 0;
  if (typeof value !== "number") throw new RangeError(`${reference.figure} is not a count`);
  return value;
}

/** Whether the gate took the cell away. */
export function isWithheld(figures: ReadonlyMap<string, Figure>, reference: CellReference): boolean {
  const figure = figures.get(reference.figure);
  return figure !== undefined && cellOf(figure, reference.key)?.suppressed === true;
}
