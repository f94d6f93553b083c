// Days of the reference quarter: its edges, its length, and how many of them lie in a time of service.
import { addColumns, constantColumn, extremeOfColumns, subtractColumns } from "../columns/expression.ts";
import { type Exact, toNumber, whole } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { Run } from "../run.ts";
import { absence } from "../value.ts";
import { firstOf, hasUnit } from "./operands.ts";

export interface DaysInService extends Expression<"days"> {
  readonly kind: "daysInService";
  readonly from: Expression<"date">;
  readonly until: Expression<"date">;
}

/** Calendar days of the reference quarter from one day up to and with another; 0 when the two lie outside it. */
export function daysInService(from: Expression<"date">, until: Expression<"date">): Expression<"days"> {
  return frozen<DaysInService>({ kind: "daysInService", unit: "days", from, until });
}

export const daysInServiceKind: Kind<DaysInService> = {
  kind: "daysInService",
  operands: (node) => [node.from, node.until],
  check: (node) => firstOf(hasUnit(node, node.from, "date"), hasUnit(node, node.until, "date")),
  prepare: (node, link) => {
    const from = link.prepare(node.from);
    const until = link.prepare(node.until);
    return (run) => {
      const a = from(run);
      const b = until(run);
      const absent = absence(a, b);
      if (absent !== undefined) return absent;
      const first = Math.max(run.frame.firstDay, toNumber(a as Exact));
      const last = Math.min(run.frame.lastDay, toNumber(b as Exact));
      return whole(Math.max(0, last - first + 1));
    };
  },
  column: (node, compiler) => {
    const first = extremeOfColumns("max", compiler.number(node.from), constantColumn(BigInt(compiler.firstDay), 1n));
    const last = extremeOfColumns("min", compiler.number(node.until), constantColumn(BigInt(compiler.lastDay), 1n));
    const days = addColumns(subtractColumns(last, first), constantColumn(1n, 1n));
    return extremeOfColumns("max", days, constantColumn(0n, 1n));
  },
};

export interface EdgeOfQuarter extends Expression<"date"> {
  readonly kind: "edgeOfQuarter";
  readonly edge: "first" | "last";
}

export const firstDayOfQuarter: Expression<"date"> = frozen<EdgeOfQuarter>({
  kind: "edgeOfQuarter",
  unit: "date",
  edge: "first",
});
export const lastDayOfQuarter: Expression<"date"> = frozen<EdgeOfQuarter>({ kind: "edgeOfQuarter", unit: "date", edge: "last" });

export const edgeOfQuarterKind: Kind<EdgeOfQuarter> = {
  kind: "edgeOfQuarter",
  operands: () => [],
  check: (node) => (node.edge === "first" || node.edge === "last" ? null : `a quarter has no edge ${String(node.edge)}`),
  prepare: (node) => (run) => whole(node.edge === "first" ? run.frame.firstDay : run.frame.lastDay),
};

export interface DaysOfQuarter extends Expression<"days"> {
  readonly kind: "daysOfQuarter";
}

/** 90, 91 or 92. */
export const daysOfQuarter: Expression<"days"> = frozen<DaysOfQuarter>({ kind: "daysOfQuarter", unit: "days" });

export const daysOfQuarterKind: Kind<DaysOfQuarter> = {
  kind: "daysOfQuarter",
  operands: () => [],
  check: () => null,
  prepare: () => (run: Run) => run.frame.days,
};
