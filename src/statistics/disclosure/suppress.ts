// Which cells to withhold: the small ones, and as many others as it takes that none of the small ones follows from the rest.
import { possibleValues } from "./audit.ts";
import type { DisclosurePolicy } from "./policy.ts";
import { type Key, type Line, linesOf } from "./relations.ts";

export interface Suppression {
  /** Positions of the small counts. */
  readonly primary: ReadonlySet<number>;
  /** Positions of all that is withheld. */
  readonly all: ReadonlySet<number>;
}

/** `counts` by position of `keys`; `exclusive` by dimension. `also`: cells that are withheld for another reason. */
export function suppress(
  keys: readonly Key[],
  counts: readonly number[],
  exclusive: readonly boolean[],
  policy: DisclosurePolicy,
  also: ReadonlySet<number> = new Set(),
): Suppression {
  const primary = new Set(
    [...counts.keys()].filter(
      (index) => (counts[index]! > 0 && counts[index]! <= policy.smallest) || (also.has(index) && counts[index]! > 0),
    ),
  );
  const all = new Set(primary);
  const lines = linesOf(keys, exclusive, counts);
  for (;;) {
    const exposed = exposedCell(counts, primary, all, lines, policy);
    if (exposed === null) return { primary, all };
    const next = nextToWithhold(exposed, keys, counts, all, lines);
    if (next === null) return { primary, all };
    all.add(next);
  }
}

/** The first small cell that the shown ones pin down too closely, or null. */
export function exposedCell(
  counts: readonly number[],
  primary: ReadonlySet<number>,
  all: ReadonlySet<number>,
  lines: readonly Line[],
  policy: DisclosurePolicy,
): number | null {
  const possible = possibleValues(counts, all, lines, primary);
  for (const cell of primary) {
    const { min, max } = possible.get(cell)!;
    if (max !== null && max - min + 1 < policy.span) return cell;
  }
  return null;
}

/** The smallest shown count beside the exposed cell in one of its lines; a total only when no part is left. */
function nextToWithhold(
  exposed: number,
  keys: readonly Key[],
  counts: readonly number[],
  all: ReadonlySet<number>,
  lines: readonly Line[],
): number | null {
  const reachable = connectedTo(exposed, all, lines);
  const beside = lines
    .filter((line) => [line.total, ...line.parts].some((cell) => reachable.has(cell)))
    .flatMap((line) => [line.total, ...line.parts])
    .filter((cell) => !all.has(cell) && counts[cell]! > 0);
  const totals = (cell: number): number => keys[cell]!.filter((part) => part === null).length;
  const ranked = [...new Set(beside)].sort((a, b) => totals(a) - totals(b) || counts[a]! - counts[b]! || a - b);
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
