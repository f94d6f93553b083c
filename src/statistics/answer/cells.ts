// Looking up one cell of a computed figure by its key.
import type { FigureCell } from "../figure/index.ts";
import type { AnswerFigure } from "./answer.ts";
import type { CellReference } from "./source.ts";

export function cellOf(figure: AnswerFigure, key: readonly (string | null)[]): FigureCell | undefined {
  return figure.cells.find((cell) => cell.key.length === key.length && cell.key.every((part, index) => part === key[index]));
}

/** The count in a cell; a combination in which nobody falls has no cell and counts zero. Throws for an unknown figure. */
export function countIn(figures: ReadonlyMap<string, AnswerFigure>, reference: CellReference): number {
  const figure = figures.get(reference.figure);
  if (figure === undefined) throw new RangeError(`No figure "${reference.figure}"`);
  if (reference.key.length !== figure.dimensions.length)
    throw new RangeError(`${reference.figure} has ${figure.dimensions.length} dimensions, not ${reference.key.length}`);
  const value = cellOf(figure, reference.key)?.value ?? 0;
  if (typeof value !== "number") throw new RangeError(`${reference.figure} is not a count`);
  return value;
}
