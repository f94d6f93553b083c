// A day of the civil (Gregorian) calendar without time or time zone, with own arithmetic so that no host clock or library is involved.
import type { Brand } from "./brand.ts";
import { type Problem, problem } from "./problem.ts";
import { assertOk, fail, ok, type Result } from "./result.ts";
import { type Language, localized } from "./text.ts";

/** `YYYY-MM-DD`, years 0001 to 9999. Compares correctly as a string. */
export type PlainDate = Brand<string, "PlainDate">;

const monthNames = {
  nl: "januari februari maart april mei juni juli augustus september oktober november december".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
};

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  return exists(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8)));
}

/** Throws a `Refusal` when `text` is not an existing day written as `YYYY-MM-DD`. */
export function plainDate(text: string): PlainDate {
  return assertOk(parsePlainDate(text));
}

export function parsePlainDate(text: string, field?: string): Result<PlainDate> {
  if (isPlainDate(text)) return ok(text);
  return fail(/^\d{4}-\d{2}-\d{2}$/.test(text) ? noSuchDay(text, field) : notDate(text, "2024-03-15", field));
}

/** A date as people type it: `15/03/2024`, `15-3-2024`, `15.3.2024`, `15 3 2024`, or `2024-03-15`. The day comes first. */
export function parseDateAsTyped(text: string, field?: string): Result<PlainDate> {
  const trimmed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return parsePlainDate(trimmed, field);
  const match = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/.exec(trimmed);
  if (match === null) return fail(notDate(text, "15/03/2024", field));
  const [year, month, day] = [Number(match[3]), Number(match[2]), Number(match[1])];
  return exists(year, month, day) ? ok(write(year, month, day)) : fail(noSuchDay(trimmed, field));
}

/** Throws a `Refusal` when the day does not exist. */
export function makeDate(year: number, month: number, day: number): PlainDate {
  return exists(year, month, day) ? write(year, month, day) : plainDate(`${year}-${month}-${day}`);
}

export function dateParts(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

/** Days since 1970-01-01; negative before. */
export function toEpochDay(date: PlainDate): number {
  const { year, month, day } = dateParts(date);
  // Years are counted from March, so that the leap day is the last day of a year; 400 years are one cycle of 146 097 days.
  const y = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(y / 400);
  const yearOfCycle = y - cycle * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * 146_097 + dayOfCycle - 719_468;
}

/** Throws a `RangeError` outside the years 0001 to 9999. */
export function fromEpochDay(epochDay: number): PlainDate {
  if (!Number.isInteger(epochDay) || epochDay < -719_162 || epochDay > 2_932_896) {
    throw new RangeError(`Day ${epochDay} lies outside the years 0001 to 9999`);
  }
  const shifted = epochDay + 719_468;
  const cycle = Math.floor(shifted / 146_097);
  const dayOfCycle = shifted - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) / 365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return write(yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day);
}

export function addDays(date: PlainDate, count: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + count);
}

/** The same day `count` months later, or the last day of that month when it is shorter. */
export function addMonths(date: PlainDate, count: number): PlainDate {
  const { year, month, day } = dateParts(date);
  const months = year * 12 + (month - 1) + count;
  const newYear = Math.floor(months / 12);
  const newMonth = (((months % 12) + 12) % 12) + 1;
  if (!Number.isInteger(count) || newYear < 1 || newYear > 9999)
    throw new RangeError(`${date} plus ${count} months lies outside the years 0001 to 9999`);
  return write(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** 29 February becomes 28 February in a year without it. */
export function addYears(date: PlainDate, count: number): PlainDate {
  return addMonths(date, count * 12);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

export function compareDates(a: PlainDate, b: PlainDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** For readers: `15 maart 2024`, `15 March 2024`, `1er mars 2024`. */
export function formatDate(date: PlainDate, language: Language): string {
  const { year, month, day } = dateParts(date);
  return `${day}${language === "fr" && day === 1 ? "er" : ""} ${monthNames[language][month - 1]} ${year}`;
}

/** For tables: `15/03/2024`. */
export function formatDateShort(date: PlainDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

function exists(year: number, month: number, day: number): boolean {
  if (![year, month, day].every(Number.isInteger)) return false;
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function write(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as PlainDate;
}

function notDate(text: string, example: string, field: string | undefined): Problem {
  const shown = text.slice(0, 40);
  return problem(
    "date.form",
    localized(
      `Schrijf een datum als ${example}; u gaf “${shown}”`,
      `Write a date as ${example}; you gave “${shown}”`,
      `Écrivez une date sous la forme ${example} ; vous avez donné « ${shown} »`,
    ),
    field,
    example,
  );
}

function noSuchDay(text: string, field: string | undefined): Problem {
  return problem(
    "date.exists",
    localized(
      `De dag ${text} bestaat niet; kijk de dag en de maand na`,
      `The day ${text} does not exist; check the day and the month`,
      `Le jour ${text} n’existe pas ; vérifiez le jour et le mois`,
    ),
    field,
    "an existing day",
  );
}
