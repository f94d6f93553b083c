// Exact fractions on bigint. Every amount of the law is computed with these, so that rounding happens only where the law says so.
import { type Cents, cents } from "./cents.ts";
import { type Problem, problem } from "./problem.ts";
import { assertOk, fail, ok, type Result } from "./result.ts";
import { localized } from "./text.ts";

/** `num / den`, reduced, `den > 0`: equal values have equal parts. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/** Throws a `RangeError` when `den` is zero or a number is not a safe integer. */
export function ratio(num: bigint | number, den: bigint | number = 1n): Ratio {
  const n = whole(num);
  const d = whole(den);
  if (d === 0n) throw new RangeError("A ratio cannot have a zero denominator");
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  return { num: (sign * n) / divisor, den: (sign * d) / divisor };
}

export const zero: Ratio = { num: 0n, den: 1n };
export const one: Ratio = { num: 1n, den: 1n };

export function add(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function sub(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function mul(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.num, a.den * b.den);
}

/** Throws a `RangeError` when `b` is zero. */
export function div(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.den, a.den * b.num);
}

export function negate(a: Ratio): Ratio {
  return { num: -a.num, den: a.den };
}

export function abs(a: Ratio): Ratio {
  return a.num < 0n ? negate(a) : a;
}

/** Negative, zero or positive, as `Array.sort` wants it. */
export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equal(a: Ratio, b: Ratio): boolean {
  return a.num === b.num && a.den === b.den;
}

export function min(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

export function max(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

/** The nearest multiple of `multiple` (default 1) that is not above `a`. */
export function floor(a: Ratio, multiple: Ratio = one): Ratio {
  const count = div(a, positive(multiple));
  return mul(ratio(floorDivide(count.num, count.den)), multiple);
}

/** The nearest multiple of `multiple` (default 1), a half going away from zero. */
export function roundHalfUp(a: Ratio, multiple: Ratio = one): Ratio {
  const count = div(abs(a), positive(multiple));
  const rounded = mul(ratio(floorDivide(2n * count.num + count.den, 2n * count.den)), multiple);
  return a.num < 0n ? negate(rounded) : rounded;
}

/** The nearest multiple of `multiple` (default 1) on the side of zero. */
export function truncate(a: Ratio, multiple: Ratio = one): Ratio {
  const count = div(a, positive(multiple));
  return mul(ratio(count.num / count.den), multiple);
}

/** The value as an integer. Throws a `RangeError` when it is not one: rounding is a step of its own. */
export function toInteger(a: Ratio): bigint {
  if (a.den !== 1n) throw new RangeError(`${a.num}/${a.den} is not a whole number; round it first`);
  return a.num;
}

/** A ratio that counts cents, as `Cents`. Throws when it is not whole or too large. */
export function toCents(a: Ratio): Cents {
  return cents(Number(toInteger(a)));
}

/** Decimal text with at most `maxDecimals` decimals, half up, without trailing zeros: `9572.064`. */
export function toDecimal(a: Ratio, maxDecimals: number): string {
  const scale = 10n ** BigInt(maxDecimals);
  const scaled = toInteger(roundHalfUp(mul(a, ratio(scale))));
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(maxDecimals + 1, "0");
  const integerPart = digits.slice(0, digits.length - maxDecimals);
  const decimals = digits.slice(digits.length - maxDecimals).replace(/0+$/, "");
  return `${scaled < 0n ? "-" : ""}${integerPart}${decimals === "" ? "" : `.${decimals}`}`;
}

/** `"1954.99"` → 195499/100. Accepts an optional minus, no exponent, no grouping. */
export function parseDecimal(text: string, field?: string): Result<Ratio> {
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (match === null || text.length > 60) return fail(notDecimal(text, field));
  const decimals = match[3] ?? "";
  const value = ratio(BigInt(match[2] + decimals), 10n ** BigInt(decimals.length));
  return ok(match[1] === "-" ? negate(value) : value);
}

/** As `parseDecimal`, for text that is known to be a decimal; throws a `Refusal` otherwise. */
export function ratioFromDecimal(text: string): Ratio {
  return assertOk(parseDecimal(text));
}

function notDecimal(text: string, field: string | undefined): Problem {
  const shown = text.slice(0, 60);
  return problem(
    "decimal.form",
    localized(
      `Schrijf een getal met een punt voor de decimalen, bijvoorbeeld 12.5; u gaf “${shown}”`,
      `Write a number with a point before the decimals, for example 12.5; you gave “${shown}”`,
      `Écrivez un nombre avec un point avant les décimales, par exemple 12.5 ; vous avez donné « ${shown} »`,
    ),
    field,
    "[-]digits[.digits]",
  );
}

function whole(value: bigint | number): bigint {
  if (typeof value === "bigint") return value;
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a safe integer`);
  return BigInt(value);
}

function positive(multiple: Ratio): Ratio {
  if (multiple.num <= 0n) throw new RangeError("Can only round to a positive multiple");
  return multiple;
}

function floorDivide(num: bigint, den: bigint): bigint {
  const quotient = num / den;
  return num % den !== 0n && num < 0n ? quotient - 1n : quotient;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
