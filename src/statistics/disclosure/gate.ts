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
  /** Amounts withheld because few employers, or one, stand for them, or because they are those of one; left out when there are none. */
  readonly dominance?: number;
  /** 1 where something small follows from what was published before, whatever is withheld here; left out otherwise. */
  readonly exposed?: number;
  /** 1 where that was not settled within the work that one table may take; left out otherwise. */
  readonly unsettled?: number;
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

/** `work`: steps that one table may take; the usual number when left out. */
export function passGate(figure: Figure, policy: DisclosurePolicy, earlier: readonly Earlier[] = [], work?: number): Passed {
  if (policy.smallest === 0)
    return {
      figure: { ...bare(figure), gate: { policy: policy.id, primary: 0, secondary: 0, differencing: 0 } },
      guard: { primary: [], exact: [] },
    };
  const different = smallDifferences(figure, [...earlier, ...itself(figure)], policy);
  const large = dominated(figure, policy);
  const joint = jointOf(figure, earlier, policy.smallest);
  const own = smallOnes(figure.cells.map(countOf), policy, new Set([...different, ...large]));
  const small = smallOnes(figure.cells.map(countOf), policy, different);
  const secret = [...[...own].map((cell) => joint.places[cell]), ...[...small].map((cell) => joint.bases[cell])];
  const rest = [...joint.remainders].filter((number) => joint.hidden.has(number) && joint.counts[number]! <= policy.smallest);
  // What others show already is kept out of this table, and no longer kept from anybody.
  const primary = new Set([
    ...(secret.filter((place) => typeof place === "number" && !joint.known.has(place)) as number[]),
    ...[...joint.guarded].filter((number) => joint.hidden.has(number)),
    ...rest,
  ]);
  const ranks = new Map<number, number>();
  for (const [index, { key }] of figure.cells.entries()) {
    for (const place of [joint.places[index], joint.bases[index]])
      if (typeof place === "number" && !joint.known.has(place)) ranks.set(place, key.filter((part) => part === null).length);
  }
  const hidden = new Set([...joint.hidden, ...[...joint.hiddenBefore].filter((place) => !joint.known.has(place))]);
  const found = protect({ ...joint, primary, hidden, rank: (cell) => ranks.get(cell) ?? null }, policy, work);
  const withheld = new Set<number>();
  const protectedCells: number[] = [];
  const report = { policy: policy.id, primary: 0, secondary: 0, differencing: 0, dominance: 0, exposed: found.exposed ? 1 : 0 };
  for (const [index, cell] of figure.cells.entries()) {
    const [place, basis] = [joint.places[index] ?? null, joint.bases[index] ?? null];
    if (place === null || !(own.has(index) || found.all.has(place) || (basis !== null && found.all.has(basis)))) continue;
    withheld.add(index);
    if (primary.has(place)) protectedCells.push(index);
    if (countOf(cell) <= policy.smallest) report.primary += 1;
    else if (large.has(index)) report.dominance += 1;
    else if (different.has(index) || joint.hiddenBefore.has(place)) report.differencing += 1;
    else report.secondary += 1;
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
      gate: {
        ...always,
        ...(dominance > 0 ? { dominance } : {}),
        ...(exposed > 0 ? { exposed } : {}),
        ...(found.unsettled === true ? { unsettled: 1 } : {}),
      },
    },
    guard: {
      primary: protectedCells,
      exact: exactSums(figure),
      withheld: [...withheld].map((index) => [index, countOf(figure.cells[index]!)] as const),
    },
  };
}

/** Running totals are subtracted from each other within one table too. */
function itself(figure: Figure): readonly Figure[] {
  return figure.measure === "cumulative" && figure.windows.length > 1 ? [figure] : [];
}

/** What only the gate may see goes. */
function bare(figure: Figure): Figure {
  return { ...figure, cells: figure.cells.map(({ employers: _, ofOne: __, ...cell }) => cell) };
}

/** No share on a withheld base, no growth from or to a withheld count. */
function shown(
  { employers: _, ofOne: __, ...cell }: FigureCell,
  withhold: boolean,
  figure: Figure,
  withheld: ReadonlySet<number>,
): FigureCell {
  const share =
    cell.share === undefined ? {} : { share: withhold || totalIsWithheld(cell, figure, withheld) ? null : cell.share };
  const growth =
    cell.growth === undefined ? {} : { growth: withhold || beforeIsWithheld(cell, figure, withheld) ? null : cell.growth };
  if (!withhold) return { ...cell, ...share, ...growth };
  const { basis: ___, ...rest } = cell;
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
