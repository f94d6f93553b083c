// Bounds that certainly hold for withheld numbers, found fast: each sum narrows its terms until nothing moves. The truth can be narrower.
import { floorOf, type Sums } from "./audit.ts";
import type { Line } from "./relations.ts";

interface Bounds {
  min: number;
  max: number;
}

/** As many rounds are enough: more only narrow by ones. */
const ROUNDS = 40;

export function outerBounds(
  cells: readonly number[],
  lines: readonly Line[],
  sums: Sums,
  withheld: ReadonlySet<number>,
): ReadonlyMap<number, Bounds> {
  const bounds = new Map(
    cells.map((cell): [number, Bounds] => [cell, { min: floorOf(cell, sums), max: Number.POSITIVE_INFINITY }]),
  );
  const of = (cell: number): Bounds =>
    withheld.has(cell)
      ? (bounds.get(cell) ?? { min: 0, max: Number.POSITIVE_INFINITY })
      : { min: sums.counts[cell]!, max: sums.counts[cell]! };
  let moved = true;
  const narrow = (cell: number, min: number, max: number): void => {
    const own = bounds.get(cell);
    if (own === undefined || (min <= own.min && max >= own.max)) return;
    bounds.set(cell, { min: Math.max(min, own.min), max: Math.min(max, own.max) });
    moved = true;
  };
  for (let round = 0; moved && round < ROUNDS; round += 1) {
    moved = false;
    for (const { total, parts, exact } of lines) {
      const least = parts.reduce((sum, part) => sum + of(part).min, 0);
      const most = parts.reduce((sum, part) => sum + of(part).max, 0);
      if (exact) narrow(total, least, most);
      else narrow(total, Math.max(...parts.map((part) => of(part).min)), most);
      const { min, max } = of(total);
      for (const part of parts) {
        const others = { min: least - of(part).min, max: restOf(most, of(part).max, parts, part, of) };
        if (exact) narrow(part, min - others.max, max - others.min);
        else narrow(part, min - others.max, max);
      }
    }
  }
  return bounds;
}

/** Infinity less infinity says nothing: then the others are added up again. */
function restOf(most: number, own: number, parts: readonly number[], part: number, of: (cell: number) => Bounds): number {
  if (own !== Number.POSITIVE_INFINITY) return most - own;
  return parts.reduce((sum, other) => (other === part ? sum : sum + of(other).max), 0);
}
