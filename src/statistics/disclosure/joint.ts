// What an attacker sees who lays a new table beside all earlier ones: cells that are the same number, and all sums of all tables.
import type { Figure, FigureCell } from "../figure/index.ts";
import { nameOf, sameBase, sameWindow, windowOf } from "./identity.ts";
import { type Line, linesOf } from "./relations.ts";

/** What the house remembers of a table that it published and does not publish itself. */
export interface Guard {
  /** Positions of the cells that were withheld to protect what is in them. */
  readonly primary: readonly number[];
  /** Sums that add up although their parts could overlap: position of the total, and dimension. */
  readonly exact: readonly (readonly [number, number])[];
}

/** An earlier table; without a guard every withheld cell counts as one to be protected. */
export type Earlier = Figure & { readonly guard?: Guard };

export interface Joint {
  /** Counts of the new table's cells first, then of cells that only earlier tables have; 0 stands for one that is not known. */
  readonly counts: readonly number[];
  readonly lines: readonly Line[];
  /** Cells of the new table that earlier tables show: withholding them hides nothing. */
  readonly known: ReadonlySet<number>;
  /** Cells of the new table that an earlier table withheld. */
  readonly hiddenBefore: ReadonlySet<number>;
  /** Withheld cells that only earlier tables have, and which of all withheld ones are to be protected. */
  readonly elsewhere: ReadonlySet<number>;
  readonly guarded: ReadonlySet<number>;
}

/** For the cells of one window of the new table. */
export function jointOf(figure: Figure, cells: readonly FigureCell[], window: string, earlier: readonly Earlier[]): Joint {
  const counts = cells.map(countOf);
  const place = new Map(cells.map((cell, index) => [nameOf(figure, cell), index]));
  const [known, hiddenBefore, elsewhere, guarded] = [new Set<number>(), new Set<number>(), new Set<number>(), new Set<number>()];
  const lines: Line[] = [
    ...linesOf(
      cells.map((cell) => cell.key),
      figure.dimensions.map((dimension) => dimension.exclusive),
      counts,
    ),
  ];
  const own = windowOf(figure, window)!;
  for (const other of earlier) {
    if (!sameBase(figure, other)) continue;
    const same = other.windows.find((one) => sameWindow(one, own));
    if (same === undefined) continue;
    const inWindow = [...other.cells.keys()].filter((index) => other.cells[index]!.window === same.name);
    const names = inWindow.map((index) => nameOf(other, other.cells[index]!));
    for (const [at, index] of inWindow.entries()) {
      const here = place.get(names[at]!);
      if (here !== undefined && here < cells.length && other.cells[index]!.suppressed === true) hiddenBefore.add(here);
    }
    // Records that moved between the two tables give other numbers: then their sums cannot be put together exactly.
    const moved = inWindow.some((index, at) => {
      const here = place.get(names[at]!);
      const cell = other.cells[index]!;
      return here !== undefined && cell.suppressed !== true && !elsewhere.has(here) && countOf(cell) !== counts[here];
    });
    if (moved) continue;
    const primary = other.guard === undefined ? null : new Set(other.guard.primary);
    const positions = inWindow.map((index, at) => {
      const cell = other.cells[index]!;
      let here = place.get(names[at]!);
      if (here === undefined) {
        here = counts.push(cell.suppressed === true ? 0 : countOf(cell)) - 1;
        place.set(names[at]!, here);
        if (cell.suppressed === true) elsewhere.add(here);
      } else if (cell.suppressed !== true) {
        if (here < cells.length) known.add(here);
        else if (elsewhere.delete(here)) counts[here] = countOf(cell);
      }
      if (cell.suppressed === true && (primary === null || primary.has(index))) guarded.add(here);
      return here;
    });
    lines.push(...linesOfEarlier(other, inWindow, positions));
  }
  for (const cell of [...guarded]) if (!hiddenBefore.has(cell) && !elsewhere.has(cell)) guarded.delete(cell);
  return { counts, lines: distinct(lines), known, hiddenBefore, elsewhere, guarded };
}

function linesOfEarlier(other: Earlier, inWindow: readonly number[], positions: readonly number[]): Line[] {
  const exact = new Set((other.guard?.exact ?? []).map(([total, dimension]) => `${total} ${dimension}`));
  const keys = inWindow.map((index) => other.cells[index]!.key);
  return other.dimensions.flatMap((dimension, at) =>
    linesOf(
      keys,
      other.dimensions.map(() => true),
      keys.map(() => 0),
      at,
    ).map((line) => ({
      total: positions[line.total]!,
      parts: line.parts.map((part) => positions[part]!),
      exact: dimension.exclusive || exact.has(`${inWindow[line.total]} ${at}`),
    })),
  );
}

/** The sums that add up by chance, to be remembered beside the table. */
export function exactSums(figure: Figure): (readonly [number, number])[] {
  return figure.windows.flatMap((window) => {
    const inWindow = [...figure.cells.keys()].filter((index) => figure.cells[index]!.window === window.name);
    const keys = inWindow.map((index) => figure.cells[index]!.key);
    const counts = inWindow.map((index) => countOf(figure.cells[index]!));
    return figure.dimensions.flatMap((dimension, at) =>
      dimension.exclusive
        ? []
        : linesOf(
            keys,
            figure.dimensions.map(() => false),
            counts,
            at,
          )
            .filter((line) => line.exact)
            .map((line) => [inWindow[line.total]!, at] as const),
    );
  });
}

function distinct(lines: readonly Line[]): Line[] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

export function countOf(cell: FigureCell): number {
  return cell.basis ?? (typeof cell.value === "number" ? cell.value : 0);
}
