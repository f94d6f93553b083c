// Units that a rule's value can have. A node carries its unit in its type, so that the compiler refuses cents plus percent.
import type { ParameterUnit } from "../model.ts";

/** Money per period, in cents. */
export type Money = "cents" | "cents/month" | "cents/quarter" | "cents/year";
/** Numbers without a dimension: percentages, employment fractions and plain multipliers. */
export type Scalar = "basisPoints" | "fraction" | "ratio" | "times";
/** Counted things. */
export type Count = "quarterIndex" | "quarters" | "phase" | "years" | "months" | "days" | "hours" | "count" | "fte";
/** Points in time. A date is held as its epoch day, a quarter as its number. */
export type Moment = "date" | "quarter";

export type Numeric = Money | Scalar | Count | Moment;
export type Unit = Numeric | "flag" | "code";
/** Several values of one unit, for example one percentage per phase. */
export type ListUnit = `${Exclude<Numeric, Moment>}[]`;
export type AnyUnit = Unit | ListUnit;

export type ElementOf<L extends ListUnit> = L extends `${infer U}[]` ? Extract<U, Unit> : never;

/** Accepts anything when `U` is one unit, nothing when several were mixed: tables of formulas have one unit throughout. */
export type OneUnit<U> = IsUnion<U> extends true ? never : unknown;

type IsUnion<U, Whole = U> = U extends Whole ? ([Whole] extends [U] ? false : true) : never;

const money: ReadonlySet<string> = new Set<Money>(["cents", "cents/month", "cents/quarter", "cents/year"]);
const scalars: ReadonlySet<string> = new Set<Scalar>(["basisPoints", "fraction", "ratio", "times"]);
const counts: ReadonlySet<string> = new Set<Count>([
  "quarterIndex",
  "quarters",
  "phase",
  "years",
  "months",
  "days",
  "hours",
  "count",
  "fte",
]);

export function isMoney(unit: string): unit is Money {
  return money.has(unit);
}

export function isScalar(unit: string): unit is Scalar {
  return scalars.has(unit);
}

export function isMoment(unit: string): unit is Moment {
  return unit === "date" || unit === "quarter";
}

export function isNumeric(unit: string): unit is Numeric {
  return isMoney(unit) || isScalar(unit) || counts.has(unit) || isMoment(unit);
}

export function isAnyUnit(unit: string): unit is AnyUnit {
  if (unit.endsWith("[]")) return isNumeric(unit.slice(0, -2)) && !isMoment(unit.slice(0, -2));
  return isNumeric(unit) || unit === "flag" || unit === "code";
}

/** How a stored integer relates to the exact value: a percentage of 4000 basis points is 2/5. */
export function scaleOf(unit: AnyUnit): number {
  const element = unit.endsWith("[]") ? unit.slice(0, -2) : unit;
  if (element === "fte") return 100;
  return element === "basisPoints" || element === "fraction" || element === "ratio" ? 10_000 : 1;
}

/** The unit of one element: "basisPoints" for a list of percentages. */
export function elementUnit(unit: AnyUnit): Unit {
  return (unit.endsWith("[]") ? unit.slice(0, -2) : unit) as Unit;
}

/** Units that a parameter can be read in. */
export type ReadableUnit = Extract<AnyUnit, ParameterUnit> | ListUnit;
