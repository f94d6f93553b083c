// What an attacker knows of a table: which cells add up to which, and which can only be bounded by each other.

export type Key = readonly (string | null)[];

/** `total` is the sum of `parts` (exclusive dimension), or lies between the largest part and their sum (overlapping parts). */
export interface Line {
  readonly total: number;
  readonly parts: readonly number[];
  readonly exact: boolean;
}

/**
 * The lines of one window, over the positions of its cells. A line is only there when its total is. Parts that could overlap but
 * do not are taken as adding up: an attacker who guesses so is right.
 */
export function linesOf(
  keys: readonly Key[],
  exclusive: readonly boolean[],
  counts: readonly number[],
  /** Only the sums over this dimension; left out: over all. */
  only?: number,
): readonly Line[] {
  const place = new Map(keys.map((key, index) => [JSON.stringify(key), index]));
  const lines: Line[] = [];
  for (const [total, key] of keys.entries()) {
    for (const [dimension, part] of key.entries()) {
      if (part !== null || (only !== undefined && dimension !== only)) continue;
      const parts = keys.flatMap((other, index) => (isPart(other, key, dimension) ? [index] : []));
      if (parts.length > 0 && place.has(JSON.stringify(key))) {
        const sum = parts.reduce((all, at) => all + counts[at]!, 0);
        lines.push({ total, parts, exact: exclusive[dimension]! || sum === counts[total] });
      }
    }
  }
  return lines;
}

function isPart(other: Key, key: Key, dimension: number): boolean {
  return other.every((part, index) => (index === dimension ? part !== null : part === key[index]));
}
