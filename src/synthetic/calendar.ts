// Days and moments drawn from a random source: working days, and the minute of a working day when something is recorded.
import { compareDates, fromEpochDay, type Instant, type PlainDate, toEpochDay } from "../kernel/index.ts";
import type { Rng } from "./rng.ts";

// A population uses the same few thousand days millions of times, so their numbers are kept.
const numberOf = new Map<string, number>();
const dayOf = new Map<number, PlainDate>();

function dayNumber(day: PlainDate): number {
  let known = numberOf.get(day);
  if (known === undefined) {
    known = toEpochDay(day);
    numberOf.set(day, known);
  }
  return known;
}

function fromDayNumber(value: number): PlainDate {
  let known = dayOf.get(value);
  if (known === undefined) {
    known = fromEpochDay(value);
    dayOf.set(value, known);
  }
  return known;
}

export function addDays(day: PlainDate, count: number): PlainDate {
  return fromDayNumber(dayNumber(day) + count);
}

/** Days from the first to the second. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 for Sunday to 6 for Saturday; 1970-01-01 was a Thursday. */
function weekday(epochDay: number): number {
  return (((epochDay + 4) % 7) + 7) % 7;
}

/** The day itself, or the next Monday when it falls in a weekend. */
export function workingDayFrom(day: PlainDate): PlainDate {
  const dayOfWeek = weekday(dayNumber(day));
  if (dayOfWeek === 6) return addDays(day, 2);
  if (dayOfWeek === 0) return addDays(day, 1);
  return day;
}

/** The day itself, or the Friday before when it falls in a weekend. */
export function workingDayUpTo(day: PlainDate): PlainDate {
  const dayOfWeek = weekday(dayNumber(day));
  if (dayOfWeek === 6) return addDays(day, -1);
  if (dayOfWeek === 0) return addDays(day, -2);
  return day;
}

/** A day from `first` to `last`, both included, each as likely. */
export function dayBetween(rng: Rng, first: PlainDate, last: PlainDate): PlainDate {
  return fromDayNumber(rng.between(dayNumber(first), Math.max(dayNumber(first), dayNumber(last))));
}

/** A working day from `first` to `last`, both included; `last` must not lie in a weekend that starts before `first`. */
export function workingDayBetween(rng: Rng, first: PlainDate, last: PlainDate): PlainDate {
  const drawn = workingDayFrom(dayBetween(rng, first, last));
  return compareDates(drawn, last) > 0 ? workingDayUpTo(last) : drawn;
}

export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return compareDates(a, b) <= 0 ? a : b;
}

export function later(a: PlainDate, b: PlainDate): PlainDate {
  return compareDates(a, b) >= 0 ? a : b;
}

const TWO = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, "0"));

/** A moment on a day, in office hours (UTC), to the second; in Brussels it is the same day. */
export function momentOn(rng: Rng, day: PlainDate): Instant {
  const seconds = rng.between(7 * 3600, 16 * 3600 - 1);
  const time = `${TWO[Math.floor(seconds / 3600)]}:${TWO[Math.floor(seconds / 60) % 60]}:${TWO[seconds % 60]}`;
  return `${day}T${time}.000Z` as Instant;
}

/** The day of a moment made here. */
export function dayOfMoment(at: Instant): PlainDate {
  return at.slice(0, 10) as PlainDate;
}

/** A moment in the evening of the same day, after everything that was done in office hours. */
export function evening(at: Instant): Instant {
  return `${at.slice(0, 11)}17:${at.slice(14)}` as Instant;
}

/** A moment early on the same day, before everything that was done in office hours. */
export function morning(at: Instant): Instant {
  return `${at.slice(0, 11)}06:${at.slice(14)}` as Instant;
}
