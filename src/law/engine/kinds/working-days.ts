// Working days: Monday to Friday. Holidays are not looked at: no rule says which count.
import { type Exact, toNumber, whole } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { absence, NoValue } from "../value.ts";
import { firstOf, hasUnit } from "./operands.ts";

// 1970-01-01 was a Thursday: 2 is Saturday, 3 is Sunday.
const weekdayOf = (day: number): number => ((day % 7) + 7) % 7;
const nextOpen = (day: number): number => (weekdayOf(day) === 2 ? day + 2 : weekdayOf(day) === 3 ? day + 1 : day);

export interface NextWorkingDay extends Expression<"date"> {
  readonly kind: "nextWorkingDay";
  readonly date: Expression<"date">;
}

/** The day itself, or the Monday after it when it is a Saturday or Sunday. */
export function nextWorkingDay(date: Expression<"date">): Expression<"date"> {
  return frozen<NextWorkingDay>({ kind: "nextWorkingDay", unit: "date", date });
}

export const nextWorkingDayKind: Kind<NextWorkingDay> = {
  kind: "nextWorkingDay",
  operands: (node) => [node.date],
  check: (node) => hasUnit(node, node.date, "date"),
  prepare: (node, link) => {
    const date = link.prepare(node.date);
    return (run) => {
      const value = date(run);
      return value instanceof NoValue ? value : whole(nextOpen(toNumber(value as Exact)));
    };
  },
};

export interface WorkingDayFrom extends Expression<"date"> {
  readonly kind: "workingDayFrom";
  readonly date: Expression<"date">;
  readonly count: Expression<"days">;
}

/** The working day with a number, counted from a day on: the first is the day itself when it is one. */
export function workingDayFrom(date: Expression<"date">, count: Expression<"days">): Expression<"date"> {
  return frozen<WorkingDayFrom>({ kind: "workingDayFrom", unit: "date", date, count });
}

export const workingDayFromKind: Kind<WorkingDayFrom> = {
  kind: "workingDayFrom",
  operands: (node) => [node.date, node.count],
  check: (node) => firstOf(hasUnit(node, node.date, "date"), hasUnit(node, node.count, "days")),
  prepare: (node, link) => {
    const date = link.prepare(node.date);
    const count = link.prepare(node.count);
    return (run) => {
      const a = date(run);
      const b = count(run);
      const absent = absence(a, b);
      if (absent !== undefined) return absent;
      let day = nextOpen(toNumber(a as Exact));
      for (let left = toNumber(b as Exact); left > 1; left -= 1) day = nextOpen(day + 1);
      return whole(day);
    };
  },
};
