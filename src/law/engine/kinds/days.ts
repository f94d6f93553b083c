// Counting in days, months and quarters from a day: terms of procedure, windows, and the length of a contract.
import {
  addDays,
  addMonths,
  firstDay,
  fromEpochDay,
  fromQuarterNumber,
  type PlainDate,
  toEpochDay,
} from "../../../kernel/index.ts";
import { difference, type Exact, sum, toNumber, whole } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { absence, NoValue } from "../value.ts";
import { firstOf, hasUnit } from "./operands.ts";
import { spanKind } from "./span.ts";

export type CalendarUnit = "days" | "months" | "quarters";

export interface DateAfter extends Expression<"date"> {
  readonly kind: "dateAfter";
  readonly date: Expression<"date">;
  readonly count: Expression<CalendarUnit>;
}

/**
 * The day a number of days, months or quarters later; earlier with a negative number. Counted from the day after the first: a term of
 * 45 days from 1 March ends on 15 April. A day that the month lacks becomes its last day.
 */
export function dateAfter(date: Expression<"date">, count: Expression<CalendarUnit>): Expression<"date"> {
  return frozen<DateAfter>({ kind: "dateAfter", unit: "date", date, count });
}

const later: Readonly<Record<CalendarUnit, (date: PlainDate, count: number) => PlainDate>> = {
  days: addDays,
  months: addMonths,
  quarters: (date, count) => addMonths(date, 3 * count),
};

export const dateAfterKind: Kind<DateAfter> = {
  kind: "dateAfter",
  operands: (node) => [node.date, node.count],
  check: (node) =>
    firstOf(
      hasUnit(node, node.date, "date"),
      Object.hasOwn(later, node.count.unit) ? null : `“dateAfter” counts days, months or quarters, not ${node.count.unit}`,
    ),
  prepare: (node, link) => {
    const date = link.prepare(node.date);
    const count = link.prepare(node.count);
    const after = later[node.count.unit];
    return (run) => {
      const a = date(run);
      const b = count(run);
      return absence(a, b) ?? whole(toEpochDay(after(fromEpochDay(toNumber(a as Exact)), toNumber(b as Exact))));
    };
  },
};

export interface FirstDayOf extends Expression<"date"> {
  readonly kind: "firstDayOf";
  readonly quarter: Expression<"quarter">;
}

/** The first day of a quarter. */
export function firstDayOf(quarter: Expression<"quarter">): Expression<"date"> {
  return frozen<FirstDayOf>({ kind: "firstDayOf", unit: "date", quarter });
}

export const firstDayOfKind: Kind<FirstDayOf> = {
  kind: "firstDayOf",
  operands: (node) => [node.quarter],
  check: (node) => hasUnit(node, node.quarter, "quarter"),
  prepare: (node, link) => {
    const quarter = link.prepare(node.quarter);
    return (run) => {
      const value = quarter(run);
      return value instanceof NoValue ? value : whole(toEpochDay(firstDay(fromQuarterNumber(toNumber(value as Exact)))));
    };
  },
};

export interface QuarterAt extends Expression<"quarter"> {
  readonly kind: "quarterAt";
  readonly start: Expression<"quarter">;
  readonly index: Expression<"quarterIndex">;
}

/** The quarter that has an index in a term: the start quarter has 1. */
export function quarterAt(start: Expression<"quarter">, index: Expression<"quarterIndex">): Expression<"quarter"> {
  return frozen<QuarterAt>({ kind: "quarterAt", unit: "quarter", start, index });
}

const one = whole(1);

export const quarterAtKind: Kind<QuarterAt> = {
  kind: "quarterAt",
  operands: (node) => [node.start, node.index],
  check: (node) => firstOf(hasUnit(node, node.start, "quarter"), hasUnit(node, node.index, "quarterIndex")),
  prepare: (node, link) => {
    const start = link.prepare(node.start);
    const index = link.prepare(node.index);
    return (run) => {
      const a = start(run);
      const b = index(run);
      return absence(a, b) ?? difference(sum(a as Exact, b as Exact), one);
    };
  },
};

export interface HoursFromTo extends Expression<"hours"> {
  readonly kind: "hoursFromTo";
  readonly from: Expression<"date">;
  readonly until: Expression<"date">;
}

/** The hours of the calendar days from one day up to and with another; 0 when the second lies before the first. */
export function hoursFromTo(from: Expression<"date">, until: Expression<"date">): Expression<"hours"> {
  return frozen<HoursFromTo>({ kind: "hoursFromTo", unit: "hours", from, until });
}

export const hoursFromToKind: Kind<HoursFromTo> = spanKind("hoursFromTo", (_, first, last) =>
  whole(24 * Math.max(0, last - first + 1)),
);
