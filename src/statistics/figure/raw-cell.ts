// What both ways of counting give back for one window: the same shape, so that they can be compared.

export interface RawCell {
  /** One value per dimension; null where the row adds up that dimension. */
  readonly key: readonly (string | null)[];
  /** Counted units: the figure itself, or what a statistic of money or time rests on. */
  readonly count: number;
  /** The statistic as whole-number text (for a mean: the sum); null when nothing was measured. Only with a value measure. */
  readonly value: string | null;
}

/** In the order of the key, totals last. */
export function sortCells(cells: readonly RawCell[]): RawCell[] {
  return [...cells].sort((a, b) => {
    for (const [index, left] of a.key.entries()) {
      const right = b.key[index]!;
      if (left === right) continue;
      if (left === null) return 1;
      return right === null || left < right ? -1 : 1;
    }
    return 0;
  });
}
