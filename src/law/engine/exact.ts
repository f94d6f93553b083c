/** `num / den` with `den > 0`; two equal values can have different parts. */
export class Exact {
  readonly num: bigint;
  readonly den: bigint;

  constructor(num: bigint, den: bigint) {
    this.num = num;
    this.den = den;
  }
}

const smallest = -512;
const largest = 4096;
const small: Exact[] = Array.from({ length: largest - smallest + 1 }, (_, i) => new Exact(BigInt(i + smallest), 1n));

/** A whole number. Throws a `RangeError` when it is not a safe integer. */
export function whole(value: number): Exact {
  if (value >= smallest && value <= largest && Number.isInteger(value)) return small[value - smallest]!;
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number that can be held exactly`);
  return new Exact(BigInt(value), 1n);
}

/** `value / scale`, both whole. */
export function scaled(value: number, scale: number): Exact {
  return scale === 1 ? whole(value) : new Exact(BigInt(value), BigInt(scale));
}

/** "2.2" as 22/10. */
export function exactDecimal(text: string): Exact {
  const [digits = "", decimals = ""] = text.split(".");
  return new Exact(BigInt(digits + decimals), 10n ** BigInt(decimals.length));
}

export function sum(a: Exact, b: Exact): Exact {
  return a.den === b.den ? new Exact(a.num + b.num, a.den) : new Exact(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function difference(a: Exact, b: Exact): Exact {
  return a.den === b.den ? new Exact(a.num - b.num, a.den) : new Exact(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function product(a: Exact, b: Exact): Exact {
  return new Exact(a.num * b.num, a.den * b.den);
}

/** Throws a `RangeError` when `b` is zero. */
export function quotient(a: Exact, b: Exact): Exact {
  if (b.num === 0n) throw new RangeError("A rule divides by zero");
  return b.num > 0n ? new Exact(a.num * b.den, a.den * b.num) : new Exact(-a.num * b.den, a.den * -b.num);
}

/** Negative, zero or positive. */
export function order(a: Exact, b: Exact): -1 | 0 | 1 {
  const left = a.den === b.den ? a.num : a.num * b.den;
  const right = a.den === b.den ? b.num : b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The nearest whole number, a half going away from zero. */
export function halfUp(a: Exact): Exact {
  if (a.den === 1n) return a;
  const size = a.num < 0n ? -a.num : a.num;
  const rounded = (2n * size + a.den) / (2n * a.den);
  return new Exact(a.num < 0n ? -rounded : rounded, 1n);
}

/** The nearest whole number on the side of zero. */
export function towardsZero(a: Exact): Exact {
  return a.den === 1n ? a : new Exact(a.num / a.den, 1n);
}

export function isWhole(a: Exact): boolean {
  return a.den === 1n || a.num % a.den === 0n;
}

/** The value as a JavaScript integer. Throws when it is not whole or not safe. */
export function toNumber(a: Exact): number {
  const value = Number(a.den === 1n ? a.num : a.num / a.den);
  if (!isWhole(a) || !Number.isSafeInteger(value)) throw new RangeError(`${a.num}/${a.den} is not a safe whole number`);
  return value;
}

/**
 * Decimal text of `a / 10^shift` with at least `least` and at most `most` decimals, half up (away from zero), without other trailing zeros.
 */
export function decimalText(a: Exact, shift: number, least: number, most: number): string {
  const size = a.num < 0n ? -a.num : a.num;
  const power = powers[most - shift];
  // Eight decimals of a euro are six of a cent.
  const scaledUp = power === undefined ? size * 10n ** BigInt(most - shift) : size * power;
  const digits = ((2n * scaledUp + a.den) / (2n * a.den)).toString().padStart(most + 1, "0");
  const point = digits.length - most;
  let end = digits.length;
  while (end > point + least && digits.charCodeAt(end - 1) === 48) end -= 1;
  const text = end > point ? `${digits.slice(0, point)}.${digits.slice(point, end)}` : digits.slice(0, point);
  return a.num < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}

const powers = Array.from({ length: 13 }, (_, i) => 10n ** BigInt(i));
