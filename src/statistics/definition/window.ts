// Dates and periods as people write them in a question: 2023-12-31, 2023, 2023-H2, 2023-Q4, 2023-11, or from and until.
import { addDays, addMonths, dateParts, daysBetween, isPlainDate, makeDate, type PlainDate } from "../../kernel/index.ts";

export type PeriodShape = "year" | "half" | "quarter" | "month" | "days";

/** A day, or a period whose first and last day both belong to it. */
export type Window =
  | { readonly kind: "day"; readonly on: PlainDate }
  | { readonly kind: "period"; readonly from: PlainDate; readonly until: PlainDate; readonly shape: PeriodShape };

/** The window that a text names, or null. Does not understand from-until pairs: see {@link periodBetween}. */
export function windowOf(text: string): Window | null {
  if (isPlainDate(text)) return { kind: "day", on: text };
  const match = /^(\d{4})(?:-(?:(H)([12])|(Q)([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  if (year < 1900 || year > 2999) return null;
  if (match[2] !== undefined) return months(year, Number(match[3]) * 6 - 5, 6);
  if (match[4] !== undefined) return months(year, Number(match[5]) * 3 - 2, 3);
  if (match[6] !== undefined) return months(year, Number(match[6]), 1);
  return months(year, 1, 12);
}

/** The period from one day to another, both included; null when it would be empty. */
export function periodBetween(from: PlainDate, until: PlainDate): Window | null {
  return from > until ? null : { kind: "period", from, until, shape: shapeOf(from, until) };
}

/** The last day on which the window looks. */
export function lastDayOf(window: Window): PlainDate {
  return window.kind === "day" ? window.on : window.until;
}

export function firstDayOf(window: Window): PlainDate {
  return window.kind === "day" ? window.on : window.from;
}

/** "2023-12-31", "2023", "2023-Q4" or "2023-07-01/2023-12-15": the name under which results carry the window. */
export function nameOfWindow(window: Window): string {
  if (window.kind === "day") return window.on;
  const { year, month } = dateParts(window.from);
  switch (window.shape) {
    case "year":
      return String(year);
    case "half":
      return `${year}-H${month === 1 ? 1 : 2}`;
    case "quarter":
      return `${year}-Q${(month + 2) / 3}`;
    case "month":
      return window.from.slice(0, 7);
    case "days":
      return `${window.from}/${window.until}`;
  }
}

/** Two windows can stand in one series, or be compared, only when they are days or periods of the same calendar shape and length. */
export function comparable(a: Window, b: Window): boolean {
  if (a.kind === "day" || b.kind === "day") return a.kind === b.kind;
  if (a.shape !== b.shape) return false;
  return a.shape !== "days" || lengthInDays(a) === lengthInDays(b);
}

function months(year: number, first: number, count: number): Window {
  const from = makeDate(year, first, 1);
  const until = addDays(addMonths(from, count), -1);
  return { kind: "period", from, until, shape: shapeOf(from, until) };
}

function shapeOf(from: PlainDate, until: PlainDate): PeriodShape {
  const { month, day } = dateParts(from);
  if (day !== 1) return "days";
  const ends = (count: number): boolean => until === addDays(addMonths(from, count), -1);
  if (month === 1 && ends(12)) return "year";
  if ((month === 1 || month === 7) && ends(6)) return "half";
  if (month % 3 === 1 && ends(3)) return "quarter";
  return ends(1) ? "month" : "days";
}

function lengthInDays(window: { readonly from: PlainDate; readonly until: PlainDate }): number {
  return daysBetween(window.from, window.until) + 1;
}
