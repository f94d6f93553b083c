// The break-even wage: up to which wage cost support covers a loss of productivity. The one place that says what it is.

/** In ten-thousandths of the wage cost; an assumption of whoever asks, not of the law. */
export const defaultLoss = 4000;

/** Dearer wage costs of a quarter than this are not looked at, in cents. */
export const dearestWage = 5_000_000;

/** Cents of wage cost, in whole euro. "never": at no wage cost; "always": still at the dearest. */
export type BreakEven = number | "never" | "always";

/** Cents of support and of the whole wage cost in one quarter. */
export function coversLoss(support: number, wageCost: number, loss: number): boolean {
  return support * 10_000 >= wageCost * loss;
}

/** The limit of one case; `support` gives null where the law gives no amount. */
export function breakEvenOf(support: (wageCost: number) => number | null, loss: number, most = dearestWage): BreakEven {
  const covers = (wageCost: number) => {
    const amount = support(wageCost);
    return amount !== null && coversLoss(amount, wageCost, loss);
  };
  const holds = (wages: Int32Array, held: Uint8Array) => {
    held[0] = Number(covers(wages[0]!));
  };
  return turningPoints(1, holds, most)[0]!;
}

/** Says of each row, at the wage cost it is given, whether something holds: 1 or 0. */
export type HoldsAt = (wages: Int32Array, held: Uint8Array) => void;

/**
 * For many rows at once the highest wage cost, in whole euro, at which something holds that holds for low wages and not for high ones. Support
 * grows slower than the wage, so there is one turning point.
 */
export function turningPoints(rows: number, holds: HoldsAt, most: number): readonly BreakEven[] {
  const wages = new Int32Array(rows);
  const [atLeast, atMost, held] = [new Uint8Array(rows), new Uint8Array(rows), new Uint8Array(rows)];
  holds(wages.fill(100), atLeast);
  holds(wages.fill(most), atMost);
  const low = new Int32Array(rows).fill(1);
  const high = new Int32Array(rows).fill(Math.floor(most / 100));
  for (let apart = high[0] ?? 0; apart > 1; apart = Math.ceil(apart / 2)) {
    for (let row = 0; row < rows; row += 1) wages[row] = ((low[row]! + high[row]!) >> 1) * 100;
    holds(wages, held);
    for (let row = 0; row < rows; row += 1) (held[row] === 1 ? low : high)[row] = wages[row]! / 100;
  }
  return Array.from(low, (euro, row) => (atMost[row] === 1 ? "always" : atLeast[row] === 1 ? euro * 100 : "never"));
}
