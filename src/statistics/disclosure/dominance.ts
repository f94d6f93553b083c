// Amounts that tell what one employer received: few employers stand for the cell, or one of them for most of it, or it is the amount of one.
import type { Figure } from "../figure/index.ts";
import type { DisclosurePolicy } from "./policy.ts";

/** Positions of the cells that the policy withholds for it. Cells without employers (support premiums) are judged by their persons. */
export function dominated(figure: Figure, { dominance }: DisclosurePolicy): ReadonlySet<number> {
  if (dominance === null) return new Set();
  return new Set(
    [...figure.cells.entries()].flatMap(([index, { employers, value, ofOne }]) => {
      if (ofOne === true) return [index];
      if (employers === undefined || employers.count === 0) return [];
      const total = absolute(employers.all === undefined ? centsOf(String(value)) : BigInt(employers.all));
      const most = absolute(BigInt(employers.largest)) * 100n >= total * BigInt(dominance.percent);
      return employers.count < dominance.fewest || most ? [index] : [];
    }),
  );
}

/** Cents of an amount written in euro with two decimals. */
function centsOf(euro: string): bigint {
  return /^-?\d+\.\d\d$/.test(euro) ? BigInt(euro.replace(".", "")) : 0n;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
