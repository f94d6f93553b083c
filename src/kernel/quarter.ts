// A calendar quarter, the unit in which the premiums are calculated, declared and paid.
import type { Brand } from "./brand.ts";
import { addDays, addMonths, dateParts, daysBetween, makeDate, type PlainDate } from "./plain-date.ts";
import { problem } from "./problem.ts";
import { assertOk, fail, ok, type Result } from "./result.ts";
import { type Language, localized } from "./text.ts";

/** `YYYY-Qn`, years 0001 to 9998. Compares correctly as a string. */
export type Quarter = Brand<string, "Quarter">;

export function isQuarter(value: unknown): value is Quarter {
  return typeof value === "string" && /^\d{4}-Q[1-4]$/.test(value) && value >= "0001" && value < "9999";
}

/** Throws a `Refusal` when `text` is not a quarter written as `YYYY-Qn`. */
export function quarter(text: string): Quarter {
  return assertOk(parseQuarter(text));
}

export function parseQuarter(text: string, field?: string): Result<Quarter> {
  if (isQuarter(text)) return ok(text);
  const shown = text.slice(0, 40);
  return fail(
    problem(
      "quarter.form",
      localized(
        `Schrijf een kwartaal als 2024-Q1, met een cijfer van 1 tot en met 4; u gaf “${shown}”`,
        `Write a quarter as 2024-Q1, with a digit from 1 to 4; you gave “${shown}”`,
        `Écrivez un trimestre sous la forme 2024-Q1, avec un chiffre de 1 à 4 ; vous avez donné « ${shown} »`,
      ),
      field,
      "YYYY-Qn",
    ),
  );
}

export function quarterParts(q: Quarter): { year: number; number: 1 | 2 | 3 | 4 } {
  return { year: Number(q.slice(0, 4)), number: Number(q.slice(6)) as 1 | 2 | 3 | 4 };
}

export function quarterOf(date: PlainDate): Quarter {
  const { year, month } = dateParts(date);
  return fromQuarterNumber(year * 4 + Math.floor((month - 1) / 3));
}

/** year × 4 + n − 1: consecutive quarters have consecutive numbers. The form in which the database holds quarters. */
export function quarterIndexNumber(q: Quarter): number {
  const { year, number } = quarterParts(q);
  return year * 4 + number - 1;
}

/** Throws a `RangeError` outside the years 0001 to 9998. */
export function fromQuarterNumber(value: number): Quarter {
  const year = Math.floor(value / 4);
  if (!Number.isInteger(value) || year < 1 || year > 9998) throw new RangeError(`${value} is not the number of a quarter`);
  return `${String(year).padStart(4, "0")}-Q${(value % 4) + 1}` as Quarter;
}

export function addQuarters(q: Quarter, count: number): Quarter {
  return fromQuarterNumber(quarterIndexNumber(q) + count);
}

/** Quarters from `from` to `to`; 0 for the same quarter, negative when `to` is earlier. */
export function quartersBetween(from: Quarter, to: Quarter): number {
  return quarterIndexNumber(to) - quarterIndexNumber(from);
}

export function compareQuarters(a: Quarter, b: Quarter): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function firstDay(q: Quarter): PlainDate {
  const { year, number } = quarterParts(q);
  return makeDate(year, number * 3 - 2, 1);
}

export function lastDay(q: Quarter): PlainDate {
  return addDays(addMonths(firstDay(q), 3), -1);
}

/** Calendar days in the quarter: 90, 91 or 92. */
export function daysIn(q: Quarter): number {
  return daysBetween(firstDay(q), lastDay(q)) + 1;
}

/** The three months of the quarter as `YYYY-MM`. */
export function monthsOf(q: Quarter): [string, string, string] {
  const { year, number } = quarterParts(q);
  const month = (offset: number) => makeDate(year, number * 3 - 2 + offset, 1).slice(0, 7);
  return [month(0), month(1), month(2)];
}

/** For readers: `2e kwartaal 2024`, `2nd quarter 2024`, `2e trimestre 2024`. */
export function formatQuarter(q: Quarter, language: Language): string {
  const { year, number } = quarterParts(q);
  if (language === "en") return `${["1st", "2nd", "3rd", "4th"][number - 1]} quarter ${year}`;
  if (language === "fr") return `${number === 1 ? "1er" : `${number}e`} trimestre ${year}`;
  return `${number}e kwartaal ${year}`;
}
