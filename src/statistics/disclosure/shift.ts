// Moves a withheld number and, along the sums it stands in, a few other withheld ones, so that all that is shown still adds up.

import type { Line } from "./relations.ts";
import type { Sums } from "./sums.ts";

/** By number, by how much it departs from the true one. */
export type Shift = ReadonlyMap<number, number>;

/** Short loops first: they leave the others free, and are found at once. */
const LENGTHS = [5, 14] as const;
/** So many steps are tried for each length. */
const STEPS = 60;
const WIDTH = 8;

interface Search {
  readonly sums: Sums;
  readonly linesOf: ReadonlyMap<number, readonly Line[]>;
  readonly withheld: ReadonlySet<number>;
  readonly moves: Map<number, number>;
  /** Sums that do not add up yet, by how much their total is too high. */
  readonly open: Map<Line, number>;
  steps: number;
}

/** The true numbers fit all that is shown, so that only what departs from them has to add up. Null: none was found, there can be one. */
export function shiftOf(
  cell: number,
  by: number,
  { sums, linesOf, withheld }: Pick<Search, "sums" | "linesOf" | "withheld">,
): Shift | null {
  for (const length of LENGTHS) {
    const search: Search = { sums, linesOf, withheld, moves: new Map(), open: new Map(), steps: STEPS };
    if (!canMove(search, cell, by)) return null;
    move(search, cell, by);
    if (close(search, length)) return search.moves;
  }
  return null;
}

function close(search: Search, left: number): boolean {
  const { open } = search;
  if (open.size === 0) return [...search.moves.keys()].every((cell) => overlapsHold(search, cell));
  if (left === 0 || search.steps <= 0) return false;
  search.steps -= 1;
  for (const [cell, by] of nextMoves(search)) {
    move(search, cell, by);
    if (close(search, left - 1)) return true;
    move(search, cell, -by);
    if (search.steps <= 0) return false;
  }
  return false;
}

/** What can mend the sum that leaves least to choose; first what leaves fewest others to be mended. */
function nextMoves(search: Search): (readonly [cell: number, by: number])[] {
  let least: (readonly [number, number])[] | null = null;
  for (const [line, off] of search.open) {
    const options: (readonly [number, number])[] = [];
    const consider = (cell: number, by: number): void => {
      if (search.withheld.has(cell) && !search.moves.has(cell) && canMove(search, cell, by)) options.push([cell, by]);
    };
    consider(line.total, -off);
    for (const part of line.parts) {
      if (least !== null && options.length >= least.length) break;
      consider(part, off);
    }
    if (least === null || options.length < least.length) least = options;
    if (least.length === 0) return [];
  }
  const { counts } = search.sums;
  return least!
    .map(([cell, by]) => ({ cell, by, opened: openedBy(search, cell, by) }))
    .sort((a, b) => a.opened - b.opened || counts[b.cell]! - counts[a.cell]!)
    .slice(0, WIDTH)
    .map(({ cell, by }) => [cell, by] as const);
}

function openedBy({ linesOf, open }: Search, cell: number, by: number): number {
  let opened = 0;
  for (const line of linesOf.get(cell) ?? []) {
    if (!line.exact) continue;
    const off = open.get(line) ?? 0;
    const next = off + (line.total === cell ? by : -by);
    if (off === 0 && next !== 0) opened += 1;
    if (off !== 0 && next === 0) opened -= 1;
  }
  return opened;
}

function canMove({ sums }: Search, cell: number, by: number): boolean {
  if (sums.unknown?.has(cell) === true) return false;
  return sums.counts[cell]! + by >= (sums.remainders?.has(cell) === true ? 0 : 1);
}

function move({ linesOf, moves, open }: Search, cell: number, by: number): void {
  const own = (moves.get(cell) ?? 0) + by;
  if (own === 0) moves.delete(cell);
  else moves.set(cell, own);
  for (const line of linesOf.get(cell) ?? []) {
    if (!line.exact) continue;
    const off = (open.get(line) ?? 0) + (line.total === cell ? by : -by);
    if (off === 0) open.delete(line);
    else open.set(line, off);
  }
}

/** Where parts overlap, their total is no more than their sum, and no less than each. */
function overlapsHold({ sums, linesOf, moves }: Search, cell: number): boolean {
  const now = (one: number): number => sums.counts[one]! + (moves.get(one) ?? 0);
  return (linesOf.get(cell) ?? []).every((line) => {
    if (line.exact) return true;
    if ([line.total, ...line.parts].some((one) => sums.unknown?.has(one) === true)) return false;
    const total = now(line.total);
    return line.parts.every((part) => now(part) <= total) && total <= line.parts.reduce((sum, part) => sum + now(part), 0);
  });
}
