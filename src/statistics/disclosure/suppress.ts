// Which cells to withhold: the small ones, and as many others as it takes that none of the small ones follows from the rest.
import { Audit, WORK } from "./audit.ts";
import type { DisclosurePolicy } from "./policy.ts";
import { type Key, linesOf } from "./relations.ts";
import type { Sums } from "./sums.ts";

export interface Suppression {
  /** Positions of the cells to be protected. */
  readonly primary: ReadonlySet<number>;
  /** Positions of all that is withheld. */
  readonly all: ReadonlySet<number>;
  /** True when a cell to be protected still follows from what is shown, whatever is withheld. */
  readonly exposed: boolean;
  /** Left out unless it would take too long to find out, so that it counts as exposed. */
  readonly unsettled?: true;
}

/** What an attacker can put together, and what is to be kept from him. */
export interface CellSystem extends Sums {
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

/** So many cells are withheld for one by their rank; what it takes beyond that is found by solving. */
const FEW = 6;

/** Withholds everything where something cannot be protected any more, whatever is withheld. `work`: steps that the search may take. */
export function protect(system: CellSystem, policy: DisclosurePolicy, work: number = WORK): Suppression {
  const { primary, hidden, rank, counts } = system;
  const all = new Set([...hidden, ...primary]);
  const everything = new Set([...all, ...[...counts.keys()].filter((cell) => counts[cell]! > 0 && rank(cell) !== null)]);
  const [audit, utmost] = [new Audit(system, work), new Audit(system, work)];
  /** False when nothing that can be withheld here keeps the cell possible as so many numbers. */
  const secure = (cell: number, span: number): boolean => {
    if (audit.isWide(cell, all, span, true)) return true;
    if (!utmost.isWide(cell, everything, span)) return audit.isWide(cell, all, span);
    for (let more = 0; more <= FEW && !audit.isWide(cell, all, span, true); more += 1) {
      const next = nextToWithhold(cell, system, all, audit);
      // After a few, all that moves when this number moves.
      for (const one of more < FEW && next !== null ? [next] : utmost.movedWith(cell)) all.add(one);
    }
    return audit.isWide(cell, all, span);
  };
  // What cannot be protected is not published: nothing of it needs to be weighed any further.
  if ([...primary].some((cell) => !secure(cell, policy.span)))
    return { primary, all: everything, exposed: true, ...(audit.isSpent || utmost.isSpent ? { unsettled: true } : {}) };
  // Nor is what was withheld for them to be worked out, although nothing small would follow from it.
  const others = [...hidden].filter((cell) => !primary.has(cell) && system.remainders?.has(cell) !== true && secure(cell, 2));
  showAgain(
    system,
    all,
    () => {
      const safe = (cells: Iterable<number>, span: number): boolean =>
        [...cells].every((cell) => audit.isWide(cell, all, span, true));
      return safe(primary, policy.span) && safe(others, 2);
    },
    audit,
  );
  return { primary, all, exposed: false };
}

/** What was withheld on the way and is not needed in the end is shown after all: the largest sums first. */
function showAgain({ primary, hidden, rank, counts }: CellSystem, all: Set<number>, isSafe: () => boolean, audit: Audit): void {
  const extra = [...all].filter((cell) => !primary.has(cell) && !hidden.has(cell));
  for (const cell of extra.sort((a, b) => rank(b)! - rank(a)! || counts[b]! - counts[a]!)) {
    all.delete(cell);
    if (!audit.tryToShow(cell, isSafe)) all.add(cell);
  }
}

/** The smallest shown count beside the exposed cell, or beside what hangs together with it; a total only when no part is left. */
function nextToWithhold(exposed: number, system: CellSystem, all: ReadonlySet<number>, audit: Audit): number | null {
  const { counts, rank } = system;
  const beside = audit.shownBeside(audit.around(exposed, all), all).filter((cell) => counts[cell]! > 0 && rank(cell) !== null);
  const ranked = beside.sort((a, b) => rank(a)! - rank(b)! || counts[a]! - counts[b]! || a - b);
  return ranked[0] ?? null;
}
