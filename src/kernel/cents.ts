// Money in whole cents of a euro. A JavaScript number holds every integer up to about 90 thousand billion euro-cents exactly.
import type { Brand } from "./brand.ts";
import { type Problem, problem } from "./problem.ts";
import { fail, ok, type Result } from "./result.ts";
import { type Language, localized } from "./text.ts";

export type Cents = Brand<number, "Cents">;

const nonBreakingSpace = "\u00a0";

export function isCents(value: unknown): value is Cents {
  return Number.isSafeInteger(value);
}

/** Throws a `RangeError` when `value` is not a safe integer; minus zero becomes zero. */
export function cents(value: number): Cents {
  if (!isCents(value)) throw new RangeError(`${value} is not a whole number of cents`);
  return (value === 0 ? 0 : value) as Cents;
}

export function addCents(a: Cents, b: Cents): Cents {
  return cents(a + b);
}

export function subtractCents(a: Cents, b: Cents): Cents {
  return cents(a - b);
}

export function negateCents(a: Cents): Cents {
  return cents(-a);
}

export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = cents(0);
  for (const amount of amounts) total = addCents(total, amount);
  return total;
}

/** The form of the API: `1234.56`, at most two decimals, an optional minus, no grouping. */
export function parseEuro(text: string, field?: string): Result<Cents> {
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (match === null) return fail(notEuro(text, "1234.56", field));
  return fromParts(match[1] === "-", match[2] ?? "0", match[3] ?? "", text, field);
}

/** As `parseEuro`, for amounts that cannot be negative, such as a wage. */
export function parseEuroNotNegative(text: string, field?: string): Result<Cents> {
  const parsed = parseEuro(text, field);
  if (parsed.ok && parsed.value < 0) return fail(negative(text, field));
  return parsed;
}

/**
 * An amount as people in Belgium type it: `1.234,56`, `1234,56`, `1 234,56`, `€ 1234`, `1234.56`.
 * A point before exactly three digits groups thousands; a comma always starts the decimals.
 */
export function parseEuroAsTyped(text: string, field?: string): Result<Cents> {
  const bare = text
    .replace(/^\s*(-?)\s*(?:€|EUR)\s*/i, "$1")
    .replace(/\s*(?:€|EUR)\s*$/i, "")
    .replace(/^(-)\s+/, "$1")
    .trim();
  const match =
    /^(-?)(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,(\d+))?$/.exec(bare) ?? /^(-?)(\d+|\d{1,3}(?:\s\d{3})+)\.(\d{1,2})$/.exec(bare);
  if (match === null) return fail(notEuro(text, "1.234,56", field));
  return fromParts(match[1] === "-", (match[2] ?? "").replace(/[.\s]/g, ""), match[3] ?? "", text, field);
}

/** The form of the API: always two decimals, `-1234.50`. */
export function euro(amount: Cents): string {
  return `${amount < 0 ? "-" : ""}${integerPart(amount)}.${decimals(amount)}`;
}

/** For readers: `€ 1.234,56`, `€1,234.56`, `1 234,56 €`; the spaces do not break. */
export function formatEuro(amount: Cents, language: Language): string {
  return formatEuroText(euro(amount), language);
}

/** As `formatEuro`, of an amount as decimal text with two decimals or more: `9572.064` is `€ 9.572,064`. */
export function formatEuroText(text: string, language: Language): string {
  const sign = text.startsWith("-") ? "-" : "";
  const point = text.indexOf(".");
  const before = text.slice(sign.length, point);
  const after = text.slice(point + 1);
  if (language === "en") return `${sign}€${grouped(before, ",")}.${after}`;
  if (language === "fr") return `${sign}${grouped(before, nonBreakingSpace)},${after}${nonBreakingSpace}€`;
  return `€${nonBreakingSpace}${sign}${grouped(before, ".")},${after}`;
}

function integerPart(amount: Cents): string {
  return Math.floor(Math.abs(amount) / 100).toString();
}

function decimals(amount: Cents): string {
  return (Math.abs(amount) % 100).toString().padStart(2, "0");
}

function grouped(digits: string, separator: string): string {
  let rest = digits;
  let text = "";
  for (; rest.length > 3; rest = rest.slice(0, -3)) text = separator + rest.slice(-3) + text;
  return rest + text;
}

function fromParts(
  isNegative: boolean,
  whole: string,
  decimalDigits: string,
  text: string,
  field: string | undefined,
): Result<Cents> {
  if (decimalDigits.length > 2) return fail(tooManyDecimals(text, field));
  const value = Number(whole + decimalDigits.padEnd(2, "0"));
  if (!Number.isSafeInteger(value)) return fail(tooLarge(field));
  return ok(cents(isNegative ? -value : value));
}

function notEuro(text: string, example: string, field: string | undefined): Problem {
  const shown = text.slice(0, 40);
  return problem(
    "euro.form",
    localized(
      `Schrijf een bedrag in euro, bijvoorbeeld ${example}; u gaf “${shown}”`,
      `Write an amount in euro, for example ${example}; you gave “${shown}”`,
      `Écrivez un montant en euros, par exemple ${example} ; vous avez donné « ${shown} »`,
    ),
    field,
    example,
  );
}

function tooManyDecimals(text: string, field: string | undefined): Problem {
  const shown = text.slice(0, 40);
  return problem(
    "euro.decimals",
    localized(
      `Een bedrag heeft hoogstens 2 decimalen; u gaf “${shown}”`,
      `An amount has at most 2 decimals; you gave “${shown}”`,
      `Un montant a au plus 2 décimales ; vous avez donné « ${shown} »`,
    ),
    field,
    "at most 2 decimals",
  );
}

function negative(text: string, field: string | undefined): Problem {
  return problem(
    "euro.negative",
    localized(
      `Dit bedrag kan niet negatief zijn; u gaf “${text}”`,
      `This amount cannot be negative; you gave “${text}”`,
      `Ce montant ne peut pas être négatif ; vous avez donné « ${text} »`,
    ),
    field,
    ">= 0",
  );
}

function tooLarge(field: string | undefined): Problem {
  return problem(
    "euro.size",
    localized("Dit bedrag is te groot", "This amount is too large", "Ce montant est trop grand"),
    field,
    "<= 90071992547409.91",
  );
}
