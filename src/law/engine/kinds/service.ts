// Days of the reference quarter: its edges, its length, and how many of them lie in a time of service.
import type { ColumnCompiler } from "../columns/compiler.ts";
import { addColumns, constantColumn, extremeOfColumns, type NumberColumn, subtractColumns } from "../columns/expression.ts";
import { edgesOf } from "../columns/input-column.ts";
import { whole } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { Run } from "../run.ts";
import type { Input } from "./input.ts";
import type { Otherwise } from "./presence.ts";
import { spanKind } from "./span.ts";

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
  ...spanKind<DaysInService>("daysInService", (run, from, until) => {
    const first = Math.max(run.frame.firstDay, from);
    const last = Math.min(run.frame.lastDay, until);
    return whole(Math.max(0, last - first + 1));
  }),
  column: (node, compiler) => {
    const from = openDay(node.from, "first", compiler) ?? compiler.number(node.from);
    const until = openDay(node.until, "last", compiler) ?? compiler.number(node.until);
    const first = extremeOfColumns("max", from, constantColumn(BigInt(compiler.firstDay), 1n));
    const last = extremeOfColumns("min", until, constantColumn(BigInt(compiler.lastDay), 1n));
    const days = addColumns(subtractColumns(last, first), constantColumn(1n, 1n));
    return extremeOfColumns("max", days, constantColumn(0n, 1n));
  },
};

// Stryker disable all: without this shortcut the columns give the same answer, only slower.
/**
 * A day with the edge of the quarter standing in for it, as its bare column: "left out" lies beyond the edge already, so that the bounds of
 * the quarter do what the stand-in would.
 */
function openDay(node: Expression, edge: "first" | "last", compiler: ColumnCompiler): NumberColumn | null {
  if (node.kind !== "otherwise") return null;
  const { fact, value } = node as Otherwise;
  if (value.kind !== "edgeOfQuarter" || (value as unknown as EdgeOfQuarter).edge !== edge) return null;
  const { column, text } = compiler.input(fact as Input);
  const beyond = edge === "first" ? column.absent! < column.least : column.absent! > column.most;
  if (!beyond) return null;
  const [lowest, highest] = edgesOf(column);
  return { type: "number", text, den: 1n, lo: BigInt(lowest), hi: BigInt(highest), status: "0" };
}
// Stryker restore all

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
