// Quarters: the reference quarter, the quarter of a day, counting from a start quarter, and the end of a term.
import { fromEpochDay, quarterIndexNumber, quarterOf as quarterOfDate } from "../../../kernel/index.ts";
import { difference, type Exact, order, sum, toNumber, whole } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { absence, NoValue } from "../value.ts";
import { firstOf, hasUnit } from "./operands.ts";

export interface ReferenceQuarter extends Expression<"quarter"> {
  readonly kind: "referenceQuarter";
}

/** The quarter for which the case is computed. */
export const referenceQuarter: Expression<"quarter"> = frozen<ReferenceQuarter>({ kind: "referenceQuarter", unit: "quarter" });

export const referenceQuarterKind: Kind<ReferenceQuarter> = {
  kind: "referenceQuarter",
  operands: () => [],
  check: () => null,
  prepare: () => (run) => {
    if (run.frame.quarterNumber === null) throw new TypeError("This rule is about a quarter, and no quarter is given");
    return run.frame.quarterNumber;
  },
};

export interface QuarterOf extends Expression<"quarter"> {
  readonly kind: "quarterOf";
  readonly date: Expression<"date">;
}

/** The quarter in which a day lies. */
export function quarterOf(date: Expression<"date">): Expression<"quarter"> {
  return frozen<QuarterOf>({ kind: "quarterOf", unit: "quarter", date });
}

export const quarterOfKind: Kind<QuarterOf> = {
  kind: "quarterOf",
  operands: (node) => [node.date],
  check: (node) => hasUnit(node, node.date, "date"),
  prepare: (node, link) => {
    const date = link.prepare(node.date);
    return (run) => {
      const day = date(run);
      return day instanceof NoValue ? day : whole(quarterIndexNumber(quarterOfDate(fromEpochDay(toNumber(day as Exact)))));
    };
  },
};

export interface QuartersSince extends Expression<"quarterIndex"> {
  readonly kind: "quartersSince";
  readonly start: Expression<"quarter">;
  readonly quarter: Expression<"quarter">;
}

/** The index of a quarter in a term: 1 in the start quarter, one more at each quarter boundary passed since. */
export function quartersSince(start: Expression<"quarter">, quarter: Expression<"quarter">): Expression<"quarterIndex"> {
  return frozen<QuartersSince>({ kind: "quartersSince", unit: "quarterIndex", start, quarter });
}

export const quartersSinceKind: Kind<QuartersSince> = {
  kind: "quartersSince",
  operands: (node) => [node.start, node.quarter],
  check: (node) => firstOf(hasUnit(node, node.start, "quarter"), hasUnit(node, node.quarter, "quarter")),
  prepare: (node, link) => {
    const start = link.prepare(node.start);
    const quarter = link.prepare(node.quarter);
    const first = whole(1);
    return (run) => {
      const a = start(run);
      const b = quarter(run);
      return absence(a, b) ?? sum(difference(b as Exact, a as Exact), first);
    };
  },
};

export interface LastQuarter extends Expression<"quarter"> {
  readonly kind: "lastQuarter";
  readonly start: Expression<"quarter">;
  readonly length: Expression<"quarters">;
}

/** The last quarter of a term of `length` quarters that begins in `start`. */
export function lastQuarter(start: Expression<"quarter">, length: Expression<"quarters">): Expression<"quarter"> {
  return frozen<LastQuarter>({ kind: "lastQuarter", unit: "quarter", start, length });
}

export const lastQuarterKind: Kind<LastQuarter> = {
  kind: "lastQuarter",
  operands: (node) => [node.start, node.length],
  check: (node) => firstOf(hasUnit(node, node.start, "quarter"), hasUnit(node, node.length, "quarters")),
  prepare: (node, link) => {
    const start = link.prepare(node.start);
    const length = link.prepare(node.length);
    const one = whole(1);
    return (run) => {
      const a = start(run);
      const b = length(run);
      return absence(a, b) ?? difference(sum(a as Exact, b as Exact), one);
    };
  },
};

export interface WithinTerm extends Expression<"flag"> {
  readonly kind: "withinTerm";
  readonly index: Expression<"quarterIndex">;
  readonly length: Expression<"quarters">;
}

/** Whether an index lies in a term: from 1 to the number of quarters. */
export function withinTerm(index: Expression<"quarterIndex">, length: Expression<"quarters">): Expression<"flag"> {
  return frozen<WithinTerm>({ kind: "withinTerm", unit: "flag", index, length });
}

export const withinTermKind: Kind<WithinTerm> = {
  kind: "withinTerm",
  operands: (node) => [node.index, node.length],
  check: (node) => firstOf(hasUnit(node, node.index, "quarterIndex"), hasUnit(node, node.length, "quarters")),
  prepare: (node, link) => {
    const index = link.prepare(node.index);
    const length = link.prepare(node.length);
    return (run) => {
      const a = index(run);
      const b = length(run);
      return absence(a, b) ?? (order(a as Exact, whole(1)) >= 0 && order(a as Exact, b as Exact) <= 0);
    };
  },
};
