// Exact arithmetic as JavaScript text. A column value is a whole number over a fixed denominator, with bounds proved while the text is made.

/** Numbers that a double holds exactly reach this far; a text that could pass it is refused. */
export const exactLimit: bigint = 2n ** 53n - 1n;

/** A number in columns: `text` gives a whole number between `lo` and `hi`; the value is that number over `den`. */
export interface NumberColumn {
  readonly type: "number";
  readonly text: string;
  readonly den: bigint;
  readonly lo: bigint;
  readonly hi: bigint;
  /** Bits that say why there is no value: see `Status`. The text is meaningless when they are not 0. */
  readonly status: string;
}

/** 0 or 1. */
export interface FlagColumn {
  readonly type: "flag";
  readonly text: string;
  readonly status: string;
}

/** The place of a code in `codes`, counted from 1; 0 when the case gives none. */
export interface CodeColumn {
  readonly type: "code";
  readonly text: string;
  readonly codes: readonly string[];
  readonly status: string;
}

export type ColumnExpression = NumberColumn | FlagColumn | CodeColumn;

/** Why a row has no value. Bits, so that several can hold at once. */
export const Status = {
  refused: 1,
  missing: 2,
  judgement: 4,
  /** A fact lies outside the bounds for which the columns are proved: explain the case instead. */
  outside: 8,
} as const;

/** A graph that cannot be run in columns exactly, and why. */
export class NotInColumns extends Error {
  override readonly name = "NotInColumns";
}

const none = "0";

export function constantColumn(num: bigint, den: bigint): NumberColumn {
  const divisor = gcd(num < 0n ? -num : num, den) || 1n;
  const value = num / divisor;
  return bounded({ type: "number", text: literal(value), den: den / divisor, lo: value, hi: value, status: none });
}

export function isConstant(column: NumberColumn): boolean {
  return column.lo === column.hi && column.status === none;
}

export function addColumns(a: NumberColumn, b: NumberColumn): NumberColumn {
  const [x, y] = overOneDenominator(a, b);
  return bounded({
    type: "number",
    text: whole32(x, y, [x.lo + y.lo, x.hi + y.hi]) ? `(${x.text} + ${y.text} | 0)` : `(${x.text} + ${y.text})`,
    den: x.den,
    lo: x.lo + y.lo,
    hi: x.hi + y.hi,
    status: anyStatus(a.status, b.status),
  });
}

export function subtractColumns(a: NumberColumn, b: NumberColumn): NumberColumn {
  const [x, y] = overOneDenominator(a, b);
  return bounded({
    type: "number",
    text: whole32(x, y, [x.lo - y.hi, x.hi - y.lo]) ? `(${x.text} - ${y.text} | 0)` : `(${x.text} - ${y.text})`,
    den: x.den,
    lo: x.lo - y.hi,
    hi: x.hi - y.lo,
    status: anyStatus(a.status, b.status),
  });
}

export function multiplyColumns(a: NumberColumn, b: NumberColumn): NumberColumn {
  if (isConstant(b)) return scale(a, b.lo, b.den);
  if (isConstant(a)) return scale(b, a.lo, a.den);
  const products = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  return bounded({
    type: "number",
    text: whole32(a, b, products) ? `Math.imul(${a.text}, ${b.text})` : `(${a.text} * ${b.text})`,
    den: a.den * b.den,
    lo: least(products),
    hi: most(products),
    status: anyStatus(a.status, b.status),
  });
}

/** `a` times `num / den`, with what they have in common taken out first, so that the bounds stay small. */
export function scale(a: NumberColumn, num: bigint, den: bigint): NumberColumn {
  if (num === 0n) return { ...constantColumn(0n, 1n), status: a.status };
  const fromDen = gcd(abs(num), a.den);
  const factor = num / fromDen;
  const ends = [a.lo * factor, a.hi * factor];
  return bounded({
    type: "number",
    text: factor === 1n ? a.text : timesText(a, factor),
    den: (a.den / fromDen) * den,
    lo: least(ends),
    hi: most(ends),
    status: a.status,
  });
}

export function divideColumns(a: NumberColumn, b: NumberColumn): NumberColumn {
  if (!isConstant(b) || b.lo === 0n) throw new NotInColumns("A division by what differs from case to case has no exact column");
  return b.lo > 0n ? scale(a, b.den, b.lo) : scale(a, -b.den, -b.lo);
}

export function extremeOfColumns(kind: "min" | "max", a: NumberColumn, b: NumberColumn): NumberColumn {
  const [x, y] = overOneDenominator(a, b);
  const pick = kind === "min" ? least : most;
  return {
    type: "number",
    text: `Math.${kind}(${x.text}, ${y.text})`,
    den: x.den,
    lo: pick([x.lo, y.lo]),
    hi: pick([x.hi, y.hi]),
    status: anyStatus(a.status, b.status),
  };
}

/** To a whole number, a half away from zero, or towards zero. Never by a reciprocal: a quotient of exact doubles floors exactly. */
export function roundColumn(a: NumberColumn, mode: "halfUp" | "towardsZero"): NumberColumn {
  if (a.den === 1n) return a;
  const even = a.den % 2n === 0n;
  const num = mode === "halfUp" && !even ? scaledBy(a, 2n) : a;
  const den = mode === "halfUp" && !even ? a.den * 2n : a.den;
  const half = mode === "halfUp" ? den / 2n : 0n;
  bounded({ ...num, lo: num.lo - half, hi: num.hi + half });
  const up = half === 0n ? num.text : `(${num.text} + ${half})`;
  const down = half === 0n ? num.text : `(${num.text} - ${half})`;
  const text =
    num.lo >= 0n ? `Math.floor(${up} / ${den})` : `(${num.text} < 0 ? Math.ceil(${down} / ${den}) : Math.floor(${up} / ${den}))`;
  return { type: "number", text, den: 1n, lo: rounded(num.lo, half, den), hi: rounded(num.hi, half, den), status: a.status };
}

function rounded(value: bigint, half: bigint, den: bigint): bigint {
  return value < 0n ? -((-value + half) / den) : (value + half) / den;
}

export function compareColumns(operator: ">=" | ">" | "<=" | "<" | "===", a: NumberColumn, b: NumberColumn): FlagColumn {
  const [x, y] = overOneDenominator(a, b);
  return { type: "flag", text: `(${x.text} ${operator} ${y.text} | 0)`, status: anyStatus(a.status, b.status) };
}

/** The first where the flag is 1, else the second; without a branch. */
export function selectColumns(when: FlagColumn, a: ColumnExpression, b: ColumnExpression): ColumnExpression {
  const status = anyStatus(when.status, chooseBits(when.text, a.status, b.status));
  if (a.type === "number" && b.type === "number") return selectNumbers(when.text, a, b, status);
  if (a.type === "flag" && b.type === "flag") return { type: "flag", text: chooseBits(when.text, a.text, b.text), status };
  if (a.type === "code" && b.type === "code") {
    const codes = [...new Set([...a.codes, ...b.codes])];
    return { type: "code", text: chooseBits(when.text, recoded(a, codes), recoded(b, codes)), codes, status };
  }
  throw new NotInColumns("A choice between values of different kinds has no column");
}

function selectNumbers(when: string, a: NumberColumn, b: NumberColumn, status: string): NumberColumn {
  const [x, y] = overOneDenominator(a, b);
  const lo = least([x.lo, y.lo]);
  const hi = most([x.hi, y.hi]);
  // Small whole numbers are chosen by their bits, which is cheaper than by a product.
  if (whole32(x, y, [lo, hi])) return { type: "number", text: chooseBits(when, x.text, y.text), den: x.den, lo, hi, status };
  const isZero = (column: NumberColumn) => column.lo === 0n && column.hi === 0n;
  let text = `(${y.text} + ${when} * (${x.text} - ${y.text}))`;
  if (isZero(y)) text = `(${when} * ${x.text})`;
  else if (isZero(x)) text = `((1 - ${when}) * ${y.text})`;
  else bounded({ ...x, lo: x.lo - y.hi, hi: x.hi - y.lo });
  return bounded({ type: "number", text, den: x.den, lo, hi, status });
}

/** Bits of the first where the flag is 1, else of the second. */
export function chooseBits(when: string, a: string, b: string): string {
  if (a === b) return a;
  if (b === none) return `(-${when} & ${a})`;
  if (a === none) return `(${when} - 1 & ${b})`;
  return `(-${when} & ${a} | ${when} - 1 & ${b})`;
}

export function anyStatus(...statuses: string[]): string {
  const some = [...new Set(statuses.filter((status) => status !== none))];
  if (some.length === 0) return none;
  return some.length === 1 ? some[0]! : `(${some.join(" | ")})`;
}

export function overOneDenominator(a: NumberColumn, b: NumberColumn): [NumberColumn, NumberColumn] {
  if (a.den === b.den) return [a, b];
  const common = gcd(a.den, b.den);
  return [scaledBy(a, b.den / common), scaledBy(b, a.den / common)];
}

function scaledBy(a: NumberColumn, factor: bigint): NumberColumn {
  if (factor === 1n) return a;
  const text = isConstant(a) ? literal(a.lo * factor) : timesText(a, factor);
  return bounded({ ...a, text, den: a.den * factor, lo: a.lo * factor, hi: a.hi * factor });
}

/** The codes of a column as places in another list. */
function recoded(column: CodeColumn, codes: readonly string[]): string {
  if (column.codes.every((code, index) => codes[index] === code)) return column.text;
  throw new NotInColumns("A choice between lists of codes in another order has no column");
}

/** A product with a constant. */
function timesText(a: NumberColumn, factor: bigint): string {
  const fits = whole32(a, constantOf(factor), [a.lo * factor, a.hi * factor]);
  return fits ? `Math.imul(${a.text}, ${literal(factor)})` : `(${a.text} * ${literal(factor)})`;
}

function constantOf(value: bigint): Pick<NumberColumn, "lo" | "hi"> {
  return { lo: value, hi: value };
}

/** Whether both operands and every result lie within 32 bits, so that the processor's own whole numbers do without any check. */
function whole32(a: Pick<NumberColumn, "lo" | "hi">, b: Pick<NumberColumn, "lo" | "hi">, results: readonly bigint[]): boolean {
  const [lo, hi] = [least([a.lo, b.lo, ...results]), most([a.hi, b.hi, ...results])];
  return lo >= -(2n ** 31n) && hi < 2n ** 31n;
}

/** Refuses what doubles might not hold exactly. */
export function bounded(column: NumberColumn): NumberColumn {
  if (column.lo < -exactLimit || column.hi > exactLimit) {
    throw new NotInColumns(
      `A value could reach ${column.hi > exactLimit ? column.hi : column.lo}, past what a double holds exactly`,
    );
  }
  return column;
}

function literal(value: bigint): string {
  return value < 0n ? `(${value})` : String(value);
}

export function least(values: readonly bigint[]): bigint {
  let found = values[0]!;
  for (const value of values) if (value < found) found = value;
  return found;
}

export function most(values: readonly bigint[]): bigint {
  let found = values[0]!;
  for (const value of values) if (value > found) found = value;
  return found;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
