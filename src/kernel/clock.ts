// The clock that is handed to whoever needs to know the time. `systemClock` is the only place that reads the machine's clock.
import type { Brand } from "./brand.ts";
import { addDays, dateParts, fromEpochDay, isPlainDate, makeDate, type PlainDate, toEpochDay } from "./plain-date.ts";
import { problem } from "./problem.ts";
import { assertOk, fail, ok, type Result } from "./result.ts";
import { localized } from "./text.ts";

/** A moment in UTC with milliseconds, `2024-03-15T10:00:00.000Z`. Compares correctly as a string. */
export type Instant = Brand<string, "Instant">;

export interface Clock {
  now(): Instant;
  /** The day it is in Brussels. */
  today(): PlainDate;
}

const dayLength = 86_400_000;
const form = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\.(\d{3})Z$/;

export function isInstant(value: unknown): value is Instant {
  return typeof value === "string" && isPlainDate(form.exec(value)?.[1]);
}

/** Throws a `Refusal` when `text` is not a moment in UTC with milliseconds. */
export function instant(text: string): Instant {
  return assertOk(parseInstant(text));
}

export function parseInstant(text: string, field?: string): Result<Instant> {
  if (isInstant(text)) return ok(text);
  const shown = text.slice(0, 40);
  return fail(
    problem(
      "instant.form",
      localized(
        `Schrijf een tijdstip in UTC als 2024-03-15T10:00:00.000Z; u gaf “${shown}”`,
        `Write a moment in UTC as 2024-03-15T10:00:00.000Z; you gave “${shown}”`,
        `Écrivez un moment en UTC sous la forme 2024-03-15T10:00:00.000Z ; vous avez donné « ${shown} »`,
      ),
      field,
      "YYYY-MM-DDTHH:MM:SS.mmmZ",
    ),
  );
}

export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Throws a `RangeError` outside the years 0001 to 9999. */
export function instantFromEpochMilliseconds(value: number): Instant {
  const day = Math.floor(value / dayLength);
  const rest = value - day * dayLength;
  const two = (n: number) => String(n).padStart(2, "0");
  const time = `${two(Math.floor(rest / 3_600_000))}:${two(Math.floor(rest / 60_000) % 60)}:${two(Math.floor(rest / 1000) % 60)}`;
  return `${fromEpochDay(day)}T${time}.${String(rest % 1000).padStart(3, "0")}Z` as Instant;
}

export function epochMillisecondsOf(at: Instant): number {
  const [, date, hours, minutes, seconds, milliseconds] = form.exec(at)!;
  const time = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(milliseconds);
  return toEpochDay(date as PlainDate) * dayLength + time;
}

/** The day in Brussels: UTC plus one hour, or two in summer time as the European Union has had it since 1996. */
export function brusselsDate(at: Instant): PlainDate {
  const { year } = dateParts(at.slice(0, 10) as PlainDate);
  const summer = at >= `${lastSunday(year, 3)}T01:00:00.000Z` && at < `${lastSunday(year, 10)}T01:00:00.000Z`;
  return instantFromEpochMilliseconds(epochMillisecondsOf(at) + (summer ? 2 : 1) * 3_600_000).slice(0, 10) as PlainDate;
}

/** The last moment that is still this day in Brussels: what was known "on" a day was known by then. */
export function endOfBrusselsDate(date: PlainDate): Instant {
  const winter = `${date}T22:59:59.999Z` as Instant;
  return brusselsDate(winter) === date ? winter : (`${date}T21:59:59.999Z` as Instant);
}

/** "Known at" as people and programs give it: a day, which means its end in Brussels, or a moment in UTC. One meaning at every door. */
export function parseKnownAt(text: string, field = "knownAt"): Result<Instant> {
  return isPlainDate(text) ? ok(endOfBrusselsDate(text)) : parseInstant(text, field);
}

export const systemClock: Clock = {
  now: () => instantFromEpochMilliseconds(Date.now()),
  today: () => brusselsDate(systemClock.now()),
};

/** A clock that stands still: at a moment, or at noon UTC of a day. */
export function fixedClock(at: string): Clock {
  const moment = instant(isPlainDate(at) ? `${at}T12:00:00.000Z` : at);
  return { now: () => moment, today: () => brusselsDate(moment) };
}

/** For the months of 31 days in which summer time starts and ends. */
function lastSunday(year: number, month: 3 | 10): PlainDate {
  const last = makeDate(year, month, 31);
  // 1970-01-04, day 3 of the epoch, was a Sunday.
  return addDays(last, -((((toEpochDay(last) - 3) % 7) + 7) % 7));
}
