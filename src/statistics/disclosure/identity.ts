// When two cells of two tables are the same number, or when the one lies inside the other: read from what the tables say of themselves.
import type { Figure, FigureCell, FigureWindow } from "../figure/index.ts";

/** Same unit, same way of counting: then cells can be held against each other. */
export function sameBase(a: Figure, b: Figure): boolean {
  return a.unit.id === b.unit.id && a.measure === b.measure && a.counted.en === b.counted.en;
}

export function windowOf(figure: Figure, name: string): FigureWindow | undefined {
  return figure.windows.find((window) => window.name === name);
}

/** What a cell is about beside unit, measure and window: the population's conditions and the cell's own codes, as one set of words. */
export function nameOf(figure: Figure, cell: Pick<FigureCell, "key">): string {
  return JSON.stringify([...populationOf(figure), ...keyOf(figure, cell)].sort());
}

/** The cell's own codes in words, without the population. */
export function keyOf(figure: Figure, cell: Pick<FigureCell, "key">): readonly string[] {
  return cell.key
    .flatMap((code, index) => {
      if (code === null) return [];
      const dimension = figure.dimensions[index]!;
      const title = dimension.values.find((value) => value.code === code)?.title.en ?? code;
      return [`${dimension.title.en}: ${title}`];
    })
    .sort();
}

function populationOf(figure: Figure): readonly string[] {
  return figure.population.en === "all" ? [] : figure.population.en.split("; ");
}

/** Whether the one population holds all that the other holds, as far as their words tell; equal ones do. */
export function nested(a: Figure, b: Figure): boolean {
  const [left, right] = [conditionsOf(a), conditionsOf(b)];
  return narrower(left, right) || narrower(right, left);
}

function conditionsOf(figure: Figure): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    populationOf(figure).map((part) => {
      const at = part.indexOf(": ");
      const [title, values] = at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 2)];
      return [title, new Set(values.split(", "))];
    }),
  );
}

function narrower(a: ReadonlyMap<string, ReadonlySet<string>>, b: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return [...b].every(([title, values]) => {
    const own = a.get(title);
    return own !== undefined && [...own].every((value) => values.has(value));
  });
}
