// The numbers of a figure as they are shown: amounts in euro, fractions, means, percents and growth, from exact counts and cents.
import { ratio, toDecimal } from "../../kernel/index.ts";
import type { Definition } from "../definition/index.ts";
import type { RawCell } from "./raw-cell.ts";

export function numberOf(cell: RawCell): bigint {
  return cell.value === null ? BigInt(cell.count) : BigInt(cell.value);
}

/** Counts as they are; amounts in euro; fractions in full-time equivalents; means with two decimals, medians as they are. */
export function shown(definition: Definition, cell: RawCell): number | string | null {
  if (definition.value === null) return cell.count;
  if (cell.value === null) return definition.value.statistic === "sum" ? decimal(0n, 1n, definition.unit) : null;
  const divisor = definition.value.statistic === "mean" ? BigInt(cell.count) : 1n;
  return decimal(BigInt(cell.value), divisor, definition.unit);
}

function decimal(value: bigint, divisor: bigint, unit: string): string | number {
  if (unit === "euro") return fixed(value, divisor * 100n, 2);
  if (unit === "fte") return fixed(value, divisor * 10_000n, 1);
  return divisor === 1n ? Number(value) : fixed(value, divisor, 1);
}

function fixed(value: bigint, divisor: bigint, decimals: number): string {
  const text = toDecimal(ratio(value, divisor), decimals);
  const [whole, part = ""] = text.split(".");
  return `${whole}.${part.padEnd(decimals, "0")}`;
}

/** Percent with one decimal, half up; null when there is nothing to divide by. */
export function percentOf(part: bigint, whole: bigint): string | null {
  return whole === 0n ? null : fixed(part * 100n, whole, 1);
}

export function growthOf(now: bigint, before: bigint): string | null {
  return before === 0n ? null : fixed((now - before) * 100n, before, 1);
}
