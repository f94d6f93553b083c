// The smallest or the largest of values of one unit.
import { extremeOfColumns } from "../columns/expression.ts";
import { type Exact, order } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { isNumeric, type Numeric } from "../units.ts";
import { both, NoValue } from "../value.ts";
import { sameUnits } from "./operands.ts";

export interface Extreme<U extends Numeric = Numeric> extends Expression<U> {
  readonly kind: "minimum" | "maximum";
  readonly of: readonly Expression<U>[];
}

export function minimum<U extends Numeric>(first: Expression<U>, ...rest: Expression<NoInfer<U>>[]): Expression<U> {
  return frozen<Extreme<U>>({ kind: "minimum", unit: first.unit, of: [first, ...rest] });
}

export function maximum<U extends Numeric>(first: Expression<U>, ...rest: Expression<NoInfer<U>>[]): Expression<U> {
  return frozen<Extreme<U>>({ kind: "maximum", unit: first.unit, of: [first, ...rest] });
}

function extremeKind(kind: "minimum" | "maximum"): Kind<Extreme> {
  const wanted = kind === "minimum" ? -1 : 1;
  return {
    kind,
    operands: (node) => node.of,
    check: (node) => sameUnits(node, node.of, isNumeric),
    prepare: (node, link) => {
      const operands = node.of.map(link.prepare);
      return (run) => {
        let found: Exact | NoValue | null = null;
        for (const operand of operands) {
          const value = operand(run) as Exact | NoValue;
          if (found === null) found = value;
          else if (found instanceof NoValue) found = value instanceof NoValue ? both(found, value) : found;
          else if (value instanceof NoValue || order(value, found) === wanted) found = value;
        }
        return found!;
      };
    },
    column: (node, compiler) =>
      node.of.map(compiler.number).reduce((a, b) => extremeOfColumns(kind === "minimum" ? "min" : "max", a, b)),
  };
}

export const minimumKind: Kind<Extreme> = extremeKind("minimum");
export const maximumKind: Kind<Extreme> = extremeKind("maximum");
