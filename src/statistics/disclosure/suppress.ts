// Which cells to withhold: the small ones, and as many others as it takes that none of the small ones follows from the rest.
import { possibleValues } from "./audit.ts";
import type { DisclosurePolicy } from "./policy.ts";
import { type Key, type Line, linesOf } from "./relations.ts";

export interface Suppression {
  /** Positions of the cells to be protected. */
  readonly primary: ReadonlySet<number>;
  /** Positions of all that is withheld. */
  readonly all: ReadonlySet<number>;
  /** True when a cell to be protected still follows from what is shown, whatever is withheld. */
  readonly exposed: boolean;
}

/** Everything that an attacker can put together: cells by position, and which add up to which. */
export interface CellSystem {
  readonly counts: readonly number[];
  readonly lines: readonly Line[];
  /** To be protected. */
  readonly primary: ReadonlySet<number>;
  /** Withheld in any case, also by earlier tables. */
  readonly hidden: ReadonlySet<number>;
  /** Order in which other cells are given up: the lowest first; null: it cannot be, as it is known already. */
  readonly rank: (cell: number) => number | null;
}

/** `counts` by position of `keys`; `exclusive` by dimension. `also`: cells that are withheld for another reason. */
export function suppress(
  keys: readonly Key[],
  counts: readonly number[],
  exclusive: readonly boolean[],
  policy: DisclosurePolicy,
  also: ReadonlySet<number> = new Set(),
): Suppression {
  const primary = smallOnes(counts, policy, also);
  const rank = (cell: number): number => keys[cell]!.filter((part) => part === null).length;
  return protect({ counts, lines: linesOf(keys, exclusive, counts), primary, hidden: new Set(), rank }, policy);
}

/** Positions of counts from 1 to the policy's smallest, and of those of `also` in which there is somebody. */
export function smallOnes(counts: readonly number[], policy: DisclosurePolicy, also: ReadonlySet<number>): ReadonlySet<number> {
  return new Set(
    [...counts.keys()].filter((index) => counts[index]! > 0 && (counts[index]! <= policy.smallest || also.has(index))),
  );
}

export function protect(system: CellSystem, policy: DisclosurePolicy): Suppression {
  const { primary } = system;
  const all = new Set([...system.hidden, ...primary]);
  for (;;) {
    const cell = exposedCell(system, all, policy);
    if (cell === null) return { primary, all, exposed: false };
    const next = nextToWithhold(cell, system, all);
    if (next === null) return { primary, all, exposed: true };
    all.add(next);
  }
}

/** The first cell to be protected that the shown ones pin down too closely, or null. */
function exposedCell({ counts, primary, lines }: CellSystem, all: ReadonlySet<number>, policy: DisclosurePolicy): number | null {
  const possible = possibleValues(counts, all, lines, primary);
  for (const cell of primary) {
    const { min, max } = possible.get(cell)!;
    if (max !== null && max - min + 1 < policy.span) return cell;
  }
  return null;
}

/** The smallest shown count beside the exposed cell in one of its lines; a total only when no part is left. */
function nextToWithhold(exposed: number, system: CellSystem, all: ReadonlySet<number>): number | null {
  const { counts, lines, rank } = system;
  const reachable = connectedTo(exposed, all, lines);
  const beside = lines
    .filter((line) => [line.total, ...line.parts].some((cell) => reachable.has(cell)))
    .flatMap((line) => [line.total, ...line.parts])
    .filter((cell) => !all.has(cell) && counts[cell]! > 0 && rank(cell) !== null);
  const ranked = [...new Set(beside)].sort((a, b) => rank(a)! - rank(b)! || counts[a]! - counts[b]! || a - b);
  return ranked[0] ?? null;
}

/** The withheld cells that hang together with one of them. */
function connectedTo(start: number, all: ReadonlySet<number>, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set([start]);
  for (;;) {
    const before = found.size;
    for (const line of lines) {
      const withheld = [line.total, ...line.parts].filter((cell) => all.has(cell));
      if (withheld.some((cell) => found.has(cell))) for (const cell of withheld) found.add(cell);
    }
    if (found.size === before) return found;
  }
}
