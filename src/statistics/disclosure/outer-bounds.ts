// Bounds that certainly hold for withheld numbers, found fast: each sum narrows its terms until nothing moves. The truth can be narrower.
import type { Line } from "./relations.ts";
import { floorOf, type Sums } from "./sums.ts";

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
      let [least, most, endless] = [0, 0, 0];
      for (const part of parts) {
        const { min, max } = of(part);
        least += min;
        if (max === Number.POSITIVE_INFINITY) endless += 1;
        else most += max;
      }
      const highest = endless > 0 ? Number.POSITIVE_INFINITY : most;
      if (exact) narrow(total, least, highest);
      else narrow(total, Math.max(...parts.map((part) => of(part).min)), highest);
      const { min, max } = of(total);
      for (const part of parts) {
        const own = of(part);
        // Each is narrowed once for a sum, so that here it still is what was added up.
        const others = {
          min: least - own.min,
          max: endless > (own.max === Number.POSITIVE_INFINITY ? 1 : 0) ? Number.POSITIVE_INFINITY : most - own.max,
        };
        if (exact) narrow(part, min - others.max, max - others.min);
        else narrow(part, min - others.max, max);
      }
    }
  }
  return bounds;
}
