// Whole numbers of a smallest step in the form in which they leave the API: 5950 of 1/10000 is 0.5950.

/** @param value - Zero or more. */
export function decimalText(value: number, decimals: number): string {
  return `${Math.floor(value / 10 ** decimals)}.${String(value % 10 ** decimals).padStart(decimals, "0")}`;
}
