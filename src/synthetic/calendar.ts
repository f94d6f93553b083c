// Days and moments drawn from a random source: working days, and the minute of a working day when something is recorded.
import { addDays, compareDates, fromEpochDay, type Instant, instant, type PlainDate, toEpochDay } from "../kernel/index.ts";
import type { Rng } from "./rng.ts";

/** 0 for Sunday to 6 for Saturday; 1970-01-01 was a Thursday. */
function weekday(epochDay: number): number {
  return (((epochDay + 4) % 7) + 7) % 7;
}

/** The day itself, or the next Monday when it falls in a weekend. */
export function workingDayFrom(day: PlainDate): PlainDate {
  const dayOfWeek = weekday(toEpochDay(day));
  if (dayOfWeek === 6) return addDays(day, 2);
  if (dayOfWeek === 0) return addDays(day, 1);
  return day;
}

/** The day itself, or the Friday before when it falls in a weekend. */
export function workingDayUpTo(day: PlainDate): PlainDate {
  const dayOfWeek = weekday(toEpochDay(day));
  if (dayOfWeek === 6) return addDays(day, -1);
  if (dayOfWeek === 0) return addDays(day, -2);
  return day;
}

/** A day from `first` to `last`, both included, each as likely. */
export function dayBetween(rng: Rng, first: PlainDate, last: PlainDate): PlainDate {
  return fromEpochDay(rng.between(toEpochDay(first), Math.max(toEpochDay(first), toEpochDay(last))));
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

/** A moment on a day, in office hours (UTC), to the second. */
export function momentOn(rng: Rng, day: PlainDate): Instant {
  const seconds = rng.between(7 * 3600, 16 * 3600);
  const hh = String(Math.floor(seconds / 3600)).padStart(2, "0");
  const mm = String(Math.floor(seconds / 60) % 60).padStart(2, "0");
  const ss = String(seconds % 60).padStart(2, "0");
  return instant(`${day}T${hh}:${mm}:${ss}.000Z`);
}
