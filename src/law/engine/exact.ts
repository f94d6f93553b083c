// Exact numbers: fractions of whole numbers of any size, fast while they are small.

/**
 * A fraction `num / den` with `den > 0`; two equal values can have different parts. While both parts are safe integers they are held as
 * numbers, so that a whole case is computed without a big integer; a part that would leave that range moves the value into `wide`.
 */
export class Exact {
  /** NaN when the value is held wide: every comparison with it fails, so no fast path takes it. */
  readonly n: number;
  readonly d: number;
  private readonly wide: { readonly num: bigint; readonly den: bigint } | null;

  constructor(n: number, d: number, wide: { readonly num: bigint; readonly den: bigint } | null) {
    this.n = n;
    this.d = d;
    this.wide = wide;
  }

  get num(): bigint {
    return this.wide === null ? BigInt(this.n) : this.wide.num;
  }

  get den(): bigint {
    return this.wide === null ? BigInt(this.d) : this.wide.den;
  }
}

const most = Number.MAX_SAFE_INTEGER;
const least = -most;
const widest = BigInt(most);

/** `num / den` for any size; `den` above zero. */
export function exact(num: bigint, den: bigint): Exact {
  return num <= widest && num >= -widest && den <= widest
    ? new Exact(Number(num), Number(den), null)
    : new Exact(Number.NaN, Number.NaN, { num, den });
}

const smallest = -512;
const largest = 4096;
const small: Exact[] = Array.from({ length: largest - smallest + 1 }, (_, i) => new Exact(i + smallest, 1, null));

/** A whole number. Throws a `RangeError` when it is not a safe integer. */
export function whole(value: number): Exact {
  if (value >= smallest && value <= largest && Number.isInteger(value)) return small[value - smallest]!;
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number that can be held exactly`);
  return new Exact(value, 1, null);
}

/** `value / scale`, both whole. Smaller parts where that costs nothing keep later products within the range of numbers. */
export function scaled(value: number, scale: number): Exact {
  if (scale === 1) return whole(value);
  if (!Number.isSafeInteger(value)) return exact(BigInt(value), BigInt(scale));
  if (value % scale === 0) return whole(value / scale);
  if (scale !== 10_000 || value % 100 !== 0) return new Exact(value, scale, null);
  return value % 1000 === 0 ? new Exact(value / 1000, 10, null) : new Exact(value / 100, 100, null);
}

/** "2.2" as 22/10. */
export function exactDecimal(text: string): Exact {
  const [digits = "", decimals = ""] = text.split(".");
  return exact(BigInt(digits + decimals), 10n ** BigInt(decimals.length));
}

export function sum(a: Exact, b: Exact): Exact {
  if (a.d === b.d) {
    const n = a.n + b.n;
    if (n <= most && n >= least) return new Exact(n, a.d, null);
  } else {
    const left = a.n * b.d;
    const right = b.n * a.d;
    const d = a.d * b.d;
    const n = left + right;
    if (left <= most && left >= least && right <= most && right >= least && n <= most && n >= least && d <= most)
      return new Exact(n, d, null);
  }
  return exact(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function difference(a: Exact, b: Exact): Exact {
  if (a.d === b.d) {
    const n = a.n - b.n;
    if (n <= most && n >= least) return new Exact(n, a.d, null);
  } else {
    const left = a.n * b.d;
    const right = b.n * a.d;
    const d = a.d * b.d;
    const n = left - right;
    if (left <= most && left >= least && right <= most && right >= least && n <= most && n >= least && d <= most)
      return new Exact(n, d, null);
  }
  return exact(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function product(a: Exact, b: Exact): Exact {
  const n = a.n * b.n;
  const d = a.d * b.d;
  if (n <= most && n >= least && d <= most) return new Exact(n + 0, d, null);
  return exact(a.num * b.num, a.den * b.den);
}

/** Throws a `RangeError` when `b` is zero. */
export function quotient(a: Exact, b: Exact): Exact {
  if (isZero(b)) throw new RangeError("A rule divides by zero");
  const sign = b.n < 0 ? -1 : 1;
  const n = a.n * b.d * sign;
  const d = a.d * b.n * sign;
  if (n <= most && n >= least && d <= most) return new Exact(n + 0, d, null);
  return b.num > 0n ? exact(a.num * b.den, a.den * b.num) : exact(-a.num * b.den, a.den * -b.num);
}

export function isZero(a: Exact): boolean {
  // What is held wide has a part above the range of numbers; its numerator may still be zero.
  return a.n === 0 || (Number.isNaN(a.n) && a.num === 0n);
}

/** Negative, zero or positive. */
export function order(a: Exact, b: Exact): -1 | 0 | 1 {
  const same = a.d === b.d;
  const left = same ? a.n : a.n * b.d;
  const right = same ? b.n : b.n * a.d;
  if (left <= most && left >= least && right <= most && right >= least) return left < right ? -1 : left > right ? 1 : 0;
  const [wideLeft, wideRight] = [a.num * b.den, b.num * a.den];
  return wideLeft < wideRight ? -1 : wideLeft > wideRight ? 1 : 0;
}

/** The nearest whole number, a half going away from zero. */
export function halfUp(a: Exact): Exact {
  if (a.d === 1) return a;
  const size = Math.abs(a.n);
  const [over, under] = [2 * size + a.d, 2 * a.d];
  // Below 2^53 for the sum of both, the floor of a division of doubles is the exact one.
  if (over + under <= most) return whole(Math.floor(over / under) * (a.n < 0 ? -1 : 1) + 0);
  const wideSize = a.num < 0n ? -a.num : a.num;
  const rounded = (2n * wideSize + a.den) / (2n * a.den);
  return exact(a.num < 0n ? -rounded : rounded, 1n);
}

/** The nearest whole number on the side of zero. */
export function towardsZero(a: Exact): Exact {
  if (a.d === 1) return a;
  return Math.abs(a.n) + a.d <= most ? whole(Math.trunc(a.n / a.d) + 0) : exact(a.num / a.den, 1n);
}

export function isWhole(a: Exact): boolean {
  return a.d === 1 || (Number.isNaN(a.n) ? a.num % a.den === 0n : a.n % a.d === 0);
}

/** The value as a JavaScript integer. Throws when it is not whole or not safe. */
export function toNumber(a: Exact): number {
  if (a.d === 1) return a.n;
  const value = Number(a.num / a.den);
  if (!isWhole(a) || !Number.isSafeInteger(value)) throw new RangeError(`${a.num}/${a.den} is not a safe whole number`);
  return value;
}

/**
 * Decimal text of `a / 10^shift` with at least `shortest` and at most `longest` decimals, half up (away from zero), without other trailing zeros.
 */
export function decimalText(a: Exact, shift: number, shortest: number, longest: number): string {
  // Whole cents, or a whole number without decimals: the digits as they are.
  if (a.d === 1 && shift === shortest && shift >= 0) return wholeText(a.n, shift);
  const digits = shiftedDigits(a, longest - shift).padStart(longest + 1, "0");
  const point = digits.length - longest;
  let end = digits.length;
  while (end > point + shortest && digits.charCodeAt(end - 1) === 48) end -= 1;
  const text = end > point ? `${digits.slice(0, point)}.${digits.slice(point, end)}` : digits.slice(0, point);
  return isNegative(a) && /[1-9]/.test(text) ? `-${text}` : text;
}

function wholeText(n: number, decimals: number): string {
  const digits = Math.abs(n)
    .toString()
    .padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return n < 0 ? `-${text}` : text;
}

/** The size of `a * 10^places`, half up. */
function shiftedDigits(a: Exact, places: number): string {
  const twice = 2 * Math.abs(a.n) * 10 ** places;
  // Below 2^53 a power of ten, a product and a floor of a division of doubles are exact.
  if (twice + a.d <= most && 2 * a.d <= most) return Math.floor((twice + a.d) / (2 * a.d)).toString();
  const size = a.num < 0n ? -a.num : a.num;
  // Eight decimals of a euro are six of a cent.
  const scaledUp = size * (powers[places] ?? 10n ** BigInt(places));
  return ((2n * scaledUp + a.den) / (2n * a.den)).toString();
}

function isNegative(a: Exact): boolean {
  return Number.isNaN(a.n) ? a.num < 0n : a.n < 0;
}

const powers = Array.from({ length: 13 }, (_, i) => 10n ** BigInt(i));
