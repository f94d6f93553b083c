// The one gate between the records and the world: every outlet passes its figures through here and shows what comes out.
import { localized } from "../../kernel/index.ts";
import type { Caveat, Figure, FigureCell } from "../figure/index.ts";
import { smallDifferences } from "./differencing.ts";
import type { DisclosurePolicy } from "./policy.ts";
import { suppress } from "./suppress.ts";

export interface GateReport {
  readonly policy: string;
  /** Small counts withheld. */
  readonly primary: number;
  /** Other cells withheld so that the small ones cannot be worked out. */
  readonly secondary: number;
  /** Cells withheld because an earlier table differs from this one by a small count. */
  readonly differencing: number;
}

/** A figure that has passed the gate, with what was done to it. */
export type GatedFigure = Figure & { readonly gate: GateReport };

/** `earlier`: every table published before; the new one must not show a small group by its difference with them. */
export function gate(figure: Figure, policy: DisclosurePolicy, earlier: readonly Figure[] = []): GatedFigure {
  if (policy.smallest === 0) return { ...figure, gate: { policy: policy.id, primary: 0, secondary: 0, differencing: 0 } };
  const different = smallDifferences(figure, earlier, policy);
  const withheld = new Set<number>();
  let primary = 0;
  let differencing = 0;
  for (const window of figure.windows) {
    const places = [...figure.cells.keys()].filter((index) => figure.cells[index]!.window === window.name);
    const cells = places.map((index) => figure.cells[index]!);
    const also = new Set(places.flatMap((index, at) => (different.has(index) ? [at] : [])));
    const found = suppress(
      cells.map((cell) => cell.key),
      cells.map(countOf),
      figure.dimensions.map((dimension) => dimension.exclusive),
      policy,
      also,
    );
    for (const at of found.primary) {
      if (countOf(cells[at]!) <= policy.smallest) primary += 1;
      else differencing += 1;
    }
    for (const at of found.all) withheld.add(places[at]!);
  }
  const cells = figure.cells.map((cell, index) => shown(cell, withheld.has(index), figure, withheld));
  const report = {
    policy: policy.id,
    primary,
    secondary: withheld.size - primary - differencing,
    differencing,
  };
  return {
    ...figure,
    cells,
    caveats: withheld.size === 0 ? figure.caveats : [...figure.caveats, suppressed(policy)],
    gate: report,
  };
}

function countOf(cell: FigureCell): number {
  return cell.basis ?? (typeof cell.value === "number" ? cell.value : 0);
}

/** No share on a withheld base, no growth from or to a withheld count. */
function shown(cell: FigureCell, withhold: boolean, figure: Figure, withheld: ReadonlySet<number>): FigureCell {
  const share =
    cell.share === undefined ? {} : { share: withhold || totalIsWithheld(cell, figure, withheld) ? null : cell.share };
  const growth =
    cell.growth === undefined ? {} : { growth: withhold || beforeIsWithheld(cell, figure, withheld) ? null : cell.growth };
  if (!withhold) return { ...cell, ...share, ...growth };
  const { basis: _, ...rest } = cell;
  return { ...rest, value: null, ...share, ...growth, suppressed: true };
}

function totalIsWithheld(cell: FigureCell, figure: Figure, withheld: ReadonlySet<number>): boolean {
  return [...withheld].some(
    (index) => figure.cells[index]!.window === cell.window && figure.cells[index]!.key.every((part) => part === null),
  );
}

function beforeIsWithheld(cell: FigureCell, figure: Figure, withheld: ReadonlySet<number>): boolean {
  const at = figure.windows.findIndex((window) => window.name === cell.window);
  const before = figure.windows[at - 1]?.name;
  return [...withheld].some((index) => {
    const other = figure.cells[index]!;
    return other.window === before && JSON.stringify(other.key) === JSON.stringify(cell.key);
  });
}

function suppressed(policy: DisclosurePolicy): Caveat {
  return {
    id: "suppressed",
    ids: ["STAT-09"],
    text: localized(
      `Aantallen van 1 tot en met ${policy.smallest} zijn afgeschermd, en andere waar dat nodig is opdat ze niet uit het verschil volgen.`,
      `Counts from 1 to ${policy.smallest} are withheld, and others where that is needed so that they do not follow by subtraction.`,
      `Les nombres de 1 à ${policy.smallest} sont masqués, ainsi que d'autres là où il le faut pour qu'ils ne se déduisent pas.`,
    ),
  };
}
