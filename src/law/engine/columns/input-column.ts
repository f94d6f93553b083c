// How a fact stands in a column: the array, the number for each value, what stands for "left out", and the bounds that are proved.
import { plainDate, type Quarter, quarter, quarterIndexNumber, toEpochDay } from "../../../kernel/index.ts";
import type { PlainFact } from "../explain.ts";
import type { Input } from "../kinds/input.ts";
import { isMoney, scaleOf } from "../units.ts";
import { type ColumnExpression, NotInColumns, Status } from "./expression.ts";

export type ColumnArrayName = "Int32Array" | "Int16Array" | "Uint8Array" | "Float64Array";

export interface InputColumn {
  readonly name: string;
  readonly unit: string;
  readonly array: ColumnArrayName;
  /** The number that stands for a fact that the case leaves out, next to the others; null: it cannot be left out. */
  readonly absent: number | null;
  /** Numbers from `least` to `most` are proved; others (but `absent`) give `Status.outside`. */
  readonly least: number;
  readonly most: number;
  /** For codes: number 1 stands for the first, and so on. */
  readonly codes: readonly string[] | null;
  /** One unit of the fact is this many of the column's numbers (100 % is 100, a fraction of 1 is 10 000). */
  readonly scale: number;
  /** Few enough values to list: the law is computed for each when the kernel is made. */
  readonly small: boolean;
}

/** Quarters before the reference quarter that a start quarter may lie, and quarters after it. */
const quartersBack = 30;
const quartersAhead = 1;

/** The years 0001 to 9999, as epoch days. */
const earliestDay = -719_162;
const latestDay = 2_932_896;

/** Below a million euro in a quarter: leaves room for exact products with the law's own numbers. Dearer cases are explained one by one. */
const mostCents = 99_999_999;

export function inputColumn(input: Input, reference: Quarter): InputColumn {
  const base = { name: input.name, unit: input.unit, codes: null, scale: 1, small: false };
  if (input.unit === "code") {
    const { codes } = input;
    if (codes === undefined) throw new NotInColumns(`The codes of “${input.name}” are not listed`);
    return { ...base, array: "Uint8Array", absent: 0, least: 1, most: codes.length, codes, small: true };
  }
  if (input.unit === "flag") return { ...base, array: "Uint8Array", absent: 2, least: 0, most: 1, small: true };
  if (input.unit === "quarter") {
    const at = quarterIndexNumber(reference);
    return { ...base, array: "Int32Array", absent: null, least: at - quartersBack, most: at + quartersAhead, small: true };
  }
  if (input.unit === "basisPoints")
    return { ...base, array: "Uint8Array", absent: 0, least: 1, most: 100, scale: 100, small: true };
  if (input.unit === "fraction") return { ...base, array: "Int16Array", absent: -1, least: 0, most: 10_000, scale: 10_000 };
  if (input.unit === "date") {
    const absent = input.open === "end" ? latestDay + 1 : earliestDay - 1;
    return { ...base, array: "Int32Array", absent, least: earliestDay, most: latestDay };
  }
  if (isMoney(input.unit)) return { ...base, array: "Int32Array", absent: null, least: 0, most: mostCents };
  throw new NotInColumns(`A fact of unit ${input.unit} has no column`);
}

/** The lowest and the highest number that the column can hold, `absent` included. */
export function edgesOf(column: InputColumn): readonly [number, number] {
  const { least, most, absent } = column;
  return absent === null ? [least, most] : [Math.min(least, absent), Math.max(most, absent)];
}

/** Binary digits that the numbers of a small column need, counted from its lowest. */
export function bitsOf(column: InputColumn): number {
  const [lowest, highest] = edgesOf(column);
  return Math.ceil(Math.log2(highest - lowest + 1));
}

/** The fact behind a number; undefined when it stands for "left out". */
export function factOfNumber(column: InputColumn, number: number): PlainFact | undefined {
  if (number === column.absent) return undefined;
  if (column.codes !== null) return column.codes[number - 1];
  if (column.unit === "flag") return number === 1;
  if (column.unit === "basisPoints") return number * (10_000 / column.scale);
  return number;
}

/** The number for a fact; `NaN` when the column cannot hold it, so that the caller explains the case instead. */
export function numberOfFact(column: InputColumn, fact: PlainFact | null | undefined): number {
  if (fact === null || fact === undefined) return column.absent ?? Number.NaN;
  if (typeof fact === "boolean") return fact ? 1 : 0;
  if (column.codes !== null) return column.codes.indexOf(fact as string) + 1 || Number.NaN;
  if (column.unit === "date") return toEpochDay(plainDate(fact as string));
  if (column.unit === "quarter") return typeof fact === "number" ? fact : quarterIndexNumber(quarter(fact));
  const number = column.unit === "basisPoints" ? (fact as number) / (10_000 / column.scale) : (fact as number);
  return Number.isInteger(number) && number >= column.least && number <= column.most ? number : Number.NaN;
}

/** Text that is negative when a row's number lies outside the column's edges, whatever the number. */
export function outsideText(column: InputColumn, text: string): string {
  const [lowest, highest] = edgesOf(column);
  const parts: string[] = [];
  if (!(column.array === "Uint8Array" && lowest === 0)) parts.push(lowest === 0 ? text : `${text} - ${lowest}`);
  if (!(column.array === "Int32Array" && highest === 2_147_483_647)) parts.push(`${highest} - ${text}`);
  return parts.join(" | ");
}

/** Reading the column where the fact must be there. */
export function readColumn(column: InputColumn, text: string): ColumnExpression {
  const status = column.absent === null ? "0" : `(${text} === ${column.absent} | 0) * ${Status.missing}`;
  if (column.codes !== null) return { type: "code", text, codes: column.codes, status };
  // "Left out" is 2: as a flag it is 0, for a flag is 0 or 1 also where its status lets another operand decide.
  if (column.unit === "flag") return { type: "flag", text: column.absent === null ? text : `(${text} & 1)`, status };
  const den = BigInt(column.unit === "fraction" || column.unit === "basisPoints" ? column.scale : scaleOf("days"));
  return { type: "number", text, den, lo: BigInt(column.least), hi: BigInt(column.most), status };
}
