// What an attacker can put together: every number with the sums that it stands in.
import type { Line } from "./relations.ts";

/** Everything that an attacker can put together: numbers by position, and which add up to which. */
export interface Sums {
  readonly counts: readonly number[];
  readonly lines: readonly Line[];
  /** Numbers that can be zero although they are not shown; the others are at least 1, as zeros are always shown. */
  readonly remainders?: ReadonlySet<number>;
  /** Withheld numbers of which `counts` does not tell how many there are. */
  readonly unknown?: ReadonlySet<number>;
}

export function floorOf(cell: number, sums: Sums): number {
  return sums.remainders?.has(cell) === true ? 0 : 1;
}
