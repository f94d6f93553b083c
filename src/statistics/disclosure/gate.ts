// The one gate between the records and the world: every outlet passes its figures through here and shows what comes out.
import { localized } from "../../kernel/index.ts";
import type { Caveat, Figure, FigureCell } from "../figure/index.ts";
import { smallDifferences } from "./differencing.ts";
import { dominated } from "./dominance.ts";
import { countOf, type Earlier, exactSums, type Guard, jointOf } from "./joint.ts";
import type { DisclosurePolicy } from "./policy.ts";
import { protect, smallOnes } from "./suppress.ts";

export interface GateReport {
  readonly policy: string;
  /** Small counts withheld. */
  readonly primary: number;
  /** Other cells withheld so that the small ones cannot be worked out. */
  readonly secondary: number;
  /** Cells withheld because an earlier table differs from this one by a small count, or withheld them too. */
  readonly differencing: number;
  /** Amounts withheld because few employers, or one, stand for them; left out when there are none. */
  readonly dominance?: number;
  /** Windows in which something small follows from what was published before, whatever is withheld here; left out when there are none. */
  readonly exposed?: number;
}

/** A figure that has passed the gate, with what was done to it. */
export type GatedFigure = Figure & { readonly gate: GateReport };

/** A gated figure, and what the house must remember of it to protect it from later tables. */
export interface Passed {
  readonly figure: GatedFigure;
  readonly guard: Guard;
}

/** `earlier`: every table published before; laid beside them the new one must show no small group, by difference or by sums. */
export function gate(figure: Figure, policy: DisclosurePolicy, earlier: readonly Earlier[] = []): GatedFigure {
  return passGate(figure, policy, earlier).figure;
}

export function passGate(figure: Figure, policy: DisclosurePolicy, earlier: readonly Earlier[] = []): Passed {
  if (policy.smallest === 0)
    return {
      figure: { ...bare(figure), gate: { policy: policy.id, primary: 0, secondary: 0, differencing: 0 } },
      guard: { primary: [], exact: [] },
    };
  const different = smallDifferences(figure, [...earlier, ...itself(figure)], policy);
  const large = dominated(figure, policy);
  const withheld = new Set<number>();
  const protectedCells: number[] = [];
  const report = { policy: policy.id, primary: 0, secondary: 0, differencing: 0, dominance: 0, exposed: 0 };
  for (const window of figure.windows) {
    const places = [...figure.cells.keys()].filter((index) => figure.cells[index]!.window === window.name);
    const cells = places.map((index) => figure.cells[index]!);
    const joint = jointOf(figure, cells, window.name, earlier);
    const also = new Set([...cells.keys()].filter((at) => different.has(places[at]!) || large.has(places[at]!)));
    const own = smallOnes(joint.counts.slice(0, cells.length), policy, also);
    const hidden = new Set([...[...joint.hiddenBefore].filter((at) => joint.counts[at]! > 0), ...joint.elsewhere]);
    const primary = new Set([...own, ...joint.guarded].filter((at) => at >= cells.length || joint.counts[at]! > 0));
    const rank = (cell: number): number | null =>
      cell >= cells.length || joint.known.has(cell) ? null : cells[cell]!.key.filter((part) => part === null).length;
    const found = protect({ counts: joint.counts, lines: joint.lines, primary, hidden, rank }, policy);
    if (found.exposed) report.exposed += 1;
    for (const at of found.all) {
      if (at >= cells.length) continue;
      withheld.add(places[at]!);
      if (primary.has(at)) protectedCells.push(places[at]!);
      if (countOf(cells[at]!) <= policy.smallest) report.primary += 1;
      else if (large.has(places[at]!)) report.dominance += 1;
      else if (different.has(places[at]!) || joint.hiddenBefore.has(at)) report.differencing += 1;
      else report.secondary += 1;
    }
  }
  const cells = figure.cells.map((cell, index) => shown(cell, withheld.has(index), figure, withheld));
  const { dominance, exposed, ...always } = report;
  return {
    figure: {
      ...figure,
      cells,
      caveats: withheld.size === 0 ? figure.caveats : [...figure.caveats, suppressed(policy)],
      // By how much parts and total differ would give a withheld part away.
      warnings: withheld.size === 0 ? figure.warnings : [],
      gate: { ...always, ...(dominance > 0 ? { dominance } : {}), ...(exposed > 0 ? { exposed } : {}) },
    },
    guard: { primary: protectedCells, exact: exactSums(figure) },
  };
}

/** Running totals are subtracted from each other within one table too. */
function itself(figure: Figure): readonly Figure[] {
  return figure.measure === "cumulative" && figure.windows.length > 1 ? [figure] : [];
}

/** What only the gate may see goes. */
function bare(figure: Figure): Figure {
  return { ...figure, cells: figure.cells.map(({ employers: _, ...cell }) => cell) };
}

/** No share on a withheld base, no growth from or to a withheld count. */
function shown(
  { employers: _, ...cell }: FigureCell,
  withhold: boolean,
  figure: Figure,
  withheld: ReadonlySet<number>,
): FigureCell {
  const share =
    cell.share === undefined ? {} : { share: withhold || totalIsWithheld(cell, figure, withheld) ? null : cell.share };
  const growth =
    cell.growth === undefined ? {} : { growth: withhold || beforeIsWithheld(cell, figure, withheld) ? null : cell.growth };
  if (!withhold) return { ...cell, ...share, ...growth };
  const { basis: __, ...rest } = cell;
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
