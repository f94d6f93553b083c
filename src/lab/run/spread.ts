// How amounts lie spread. Counts by whole euro: quicker than sorting, and a spread needs no cents.
import type { ColumnArray } from "../../law/index.ts";
import type { Spread } from "./result.ts";
import type { TallyColumns } from "./tally.ts";

/** Dearer amounts than this count as this much. */
const mostEuro = 99_999;
const aside = mostEuro + 1;

export const noSpread: Spread = { average: 0, p10: 0, p50: 0, p90: 0 };

export class EuroCounts {
  private readonly counts = new Uint32Array(aside + 1);

  /** Cents, over the rows that are at work in a quarter and have an amount under both laws. */
  count(
    amounts: ColumnArray,
    { lastQuarter, statusBefore, statusAfter }: Pick<TallyColumns, "lastQuarter" | "statusBefore" | "statusAfter">,
    quarter: number,
    rows: number,
  ): Spread {
    const { counts } = this;
    counts.fill(0);
    let [people, sum] = [0, 0];
    for (let row = 0; row < rows; row += 1) {
      // Without a branch, as nobody knows who has left: who has no amount is counted in a place of its own.
      const due = Number(lastQuarter[row]! >= quarter) & Number((statusBefore[row]! | statusAfter[row]!) === 0);
      const amount = amounts[row]!;
      people += due;
      sum += amount * due;
      const euro = Math.max(0, Math.min(mostEuro, (amount / 100) | 0));
      counts[aside + (euro - aside) * due]! += 1;
    }
    return spreadOf(counts, people, sum);
  }
}

function spreadOf(counts: Uint32Array, count: number, sum: number): Spread {
  if (count === 0) return noSpread;
  const at = (share: number) => {
    const place = Math.min(count - 1, Math.floor(count * share));
    let passed = 0;
    for (let euro = 0; euro < counts.length; euro += 1) {
      passed += counts[euro]!;
      if (passed > place) return euro * 100;
    }
    return mostEuro * 100;
  };
  return { average: Math.round(sum / count), p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
