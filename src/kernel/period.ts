// A stretch of calendar days: the first day is in it, `until` is the first day after it, `null` means that no end is known.
import { addDays, compareDates, daysBetween, formatDate, type PlainDate } from "./plain-date.ts";
import { problem } from "./problem.ts";
import { firstDay, lastDay, type Quarter } from "./quarter.ts";
import { assertOk, fail, ok, type Result } from "./result.ts";
import { localized } from "./text.ts";

/** Half-open: [from, until). Never empty. */
export interface Period {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

export function isPeriod(value: { from: PlainDate; until: PlainDate | null }): value is Period {
  return value.until === null || compareDates(value.from, value.until) < 0;
}

/** Throws a `Refusal` when `until` is not after `from`. */
export function period(from: PlainDate, until: PlainDate | null): Period {
  return assertOk(parsePeriod(from, until));
}

export function parsePeriod(from: PlainDate, until: PlainDate | null, field?: string): Result<Period> {
  const candidate = { from, until };
  if (isPeriod(candidate)) return ok(candidate);
  return fail(
    problem(
      "period.order",
      localized(
        `Het einde (${formatDate(until!, "nl")}) moet na het begin (${formatDate(from, "nl")}) liggen`,
        `The end (${formatDate(until!, "en")}) must come after the start (${formatDate(from, "en")})`,
        `La fin (${formatDate(until!, "fr")}) doit suivre le début (${formatDate(from, "fr")})`,
      ),
      field,
      "until after from",
    ),
  );
}

/** The days of a quarter, or of a run of quarters when `last` is given. */
export function periodOf(first: Quarter, last: Quarter = first): Period {
  return period(firstDay(first), addDays(lastDay(last), 1));
}

export function contains(p: Period, date: PlainDate): boolean {
  return p.from <= date && (p.until === null || date < p.until);
}

export function overlaps(a: Period, b: Period): boolean {
  return intersect(a, b) !== null;
}

/** The days that are in both, or `null` when there are none. */
export function intersect(a: Period, b: Period): Period | null {
  const from = compareDates(a.from, b.from) >= 0 ? a.from : b.from;
  const until = a.until === null ? b.until : b.until === null || a.until < b.until ? a.until : b.until;
  return until === null || from < until ? { from, until } : null;
}

/** Number of days, or `null` when the end is not known. */
export function days(p: Period): number | null {
  return p.until === null ? null : daysBetween(p.from, p.until);
}
