// A figure as plain rows for charts and sheets: one row per cell, codes and their words, the value as a number.
import type { Language } from "../../kernel/index.ts";
import { windowText } from "../answer/view-tables.ts";
import { labelOf } from "../catalogue/index.ts";
import type { Figure, FigureCell } from "../figure/index.ts";

export interface FigureRow {
  readonly cell: FigureCell;
  readonly window: string;
  /** Words of the codes; the word for a total where the cell adds up. */
  readonly labels: readonly string[];
  readonly isTotal: boolean;
  readonly value: number | null;
}

export function rowsOf(figure: Figure, language: Language): readonly FigureRow[] {
  const windows = new Map(figure.windows.map((window) => [window.name, windowText(window, language)]));
  return figure.cells.map((cell) => ({
    cell,
    window: windows.get(cell.window) ?? cell.window,
    labels: cell.key.map((code, index) => labelOf(figure.dimensions[index]!.id, code)[language]),
    isTotal: cell.key.length > 0 && cell.key.some((code) => code === null),
    value: cell.value === null ? null : Number(cell.value),
  }));
}
