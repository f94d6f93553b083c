// A dated quantity of the law. Read at the first day of the reference quarter, of the month being looped over, or of a day of the case.
import type { Exact } from "../exact.ts";
import { toNumber } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { AnyUnit, ReadableUnit } from "../units.ts";
import { NoValue } from "../value.ts";

export interface Parameter<U extends AnyUnit = AnyUnit> extends Expression<U> {
  readonly kind: "parameter";
  readonly id: string;
  readonly at: "quarter" | "month" | "day";
  /** The day, when `at` is "day". */
  readonly on?: Expression<"date">;
}

/** The value at the first day of the reference quarter. */
export function parameter<U extends ReadableUnit>(id: string, unit: U): Expression<U> {
  return frozen<Parameter<U>>({ kind: "parameter", unit, id, at: "quarter" });
}

/** The value in the month that `sumOverMonths` is at. */
export function monthlyParameter<U extends ReadableUnit>(id: string, unit: U): Expression<U> {
  return frozen<Parameter<U>>({ kind: "parameter", unit, id, at: "month" });
}

/** The value on a day of the case. */
export function parameterOn<U extends ReadableUnit>(id: string, unit: U, on: Expression<"date">): Expression<U> {
  return frozen<Parameter<U>>({ kind: "parameter", unit, id, at: "day", on });
}

export const parameterKind: Kind<Parameter> = {
  kind: "parameter",
  operands: (node) => (node.on === undefined ? [] : [node.on]),
  check: (node) => {
    if (!["quarter", "month", "day"].includes(node.at)) return `a parameter cannot be read at ${String(node.at)}`;
    if ((node.at === "day") !== (node.on !== undefined)) return "only a parameter read at a day has one";
    return node.on === undefined || node.on.unit === "date" ? null : `a parameter is dated by a date, not by ${node.on.unit}`;
  },
  prepare: (node, link) => {
    const slot = link.parameter(node.id, node.unit);
    if (node.at === "quarter") return (run) => run.readParameter(run.frame.cell(slot, -1));
    if (node.at === "month") return (run) => run.readParameter(run.frame.cell(slot, run.month));
    const on = link.prepare(node.on!);
    return (run) => {
      const day = on(run);
      return day instanceof NoValue ? day : run.readParameter(run.frame.cellOn(slot, toNumber(day as Exact)));
    };
  },
};
