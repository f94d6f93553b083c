// The months of the reference quarter: a monthly amount summed over them, or a quarterly amount spread over them.
import { addColumns, scale } from "../columns/expression.ts";
import { type Exact, product, quotient, sum, whole } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { Run } from "../run.ts";
import { both, NoValue, type Value } from "../value.ts";
import { hasUnit } from "./operands.ts";

/** Each month its own value, or the value of the first or the last month three times. */
export type MonthMethod = "each" | "first" | "last";

export interface SumOverMonths extends Expression<"cents/quarter"> {
  readonly kind: "sumOverMonths";
  readonly method: MonthMethod;
  readonly of: Expression<"cents/month">;
}

export function sumOverMonths(of: Expression<"cents/month">, method: MonthMethod = "each"): Expression<"cents/quarter"> {
  return frozen<SumOverMonths>({ kind: "sumOverMonths", unit: "cents/quarter", method, of });
}

const three = whole(3);
const third = quotient(whole(1), three);

export const sumOverMonthsKind: Kind<SumOverMonths> = {
  kind: "sumOverMonths",
  operands: (node) => [node.of],
  check: (node) =>
    ["each", "first", "last"].includes(node.method)
      ? hasUnit(node, node.of, "cents/month")
      : `there is no way to sum months called ${String(node.method)}`,
  prepare: (node, link) => {
    const of = link.prepare(node.of);
    const inMonth = (run: Run, month: number): Value | NoValue => {
      const outer = run.month;
      run.month = month;
      const value = of(run);
      run.month = outer;
      return value;
    };
    if (node.method !== "each") {
      const month = node.method === "first" ? 0 : 2;
      return (run) => {
        const value = inMonth(run, month);
        return value instanceof NoValue ? value : product(value as Exact, three);
      };
    }
    return (run) => {
      const a = inMonth(run, 0);
      const b = inMonth(run, 1);
      const c = inMonth(run, 2);
      if (a instanceof NoValue || b instanceof NoValue || c instanceof NoValue) {
        return [a, b, c].filter((value) => value instanceof NoValue).reduce(both);
      }
      return sum(sum(a as Exact, b as Exact), c as Exact);
    };
  },
  column: (node, compiler) => {
    const inMonth = (month: number) => compiler.inMonth(month, () => compiler.number(node.of));
    if (node.method === "each") return [0, 1, 2].map(inMonth).reduce(addColumns);
    return scale(inMonth(node.method === "first" ? 0 : 2), 3n, 1n);
  },
};

export interface PerMonth extends Expression<"cents/month"> {
  readonly kind: "perMonth";
  readonly of: Expression<"cents/quarter">;
}

/** A third of a quarter's amount. */
export function perMonth(of: Expression<"cents/quarter">): Expression<"cents/month"> {
  return frozen<PerMonth>({ kind: "perMonth", unit: "cents/month", of });
}

export const perMonthKind: Kind<PerMonth> = {
  kind: "perMonth",
  operands: (node) => [node.of],
  check: (node) => hasUnit(node, node.of, "cents/quarter"),
  prepare: (node, link) => {
    const of = link.prepare(node.of);
    return (run) => {
      // The quarter's amount is the same in every month: it is computed outside the loop.
      const outer = run.month;
      run.month = -1;
      const value = of(run);
      run.month = outer;
      if (value instanceof NoValue) return value;
      return product(value as Exact, third);
    };
  },
  column: (node, compiler) =>
    scale(
      compiler.inMonth(-1, () => compiler.number(node.of)),
      1n,
      3n,
    ),
};
