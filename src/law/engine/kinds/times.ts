// A quantity multiplied by a number without dimension: a percentage, a fraction, a multiplier. The unit is that of the quantity.
import { multiplyColumns } from "../columns/expression.ts";
import { type Exact, product } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { isMoment, isNumeric, isScalar, type Moment, type Numeric, type Scalar } from "../units.ts";
import { absence } from "../value.ts";
import { sameUnits } from "./operands.ts";

export interface Times<U extends Numeric = Numeric> extends Expression<U> {
  readonly kind: "times";
  readonly of: Expression<U>;
  readonly by: Expression<Scalar>;
}

export function times<U extends Exclude<Numeric, Moment>>(of: Expression<U>, by: Expression<Scalar>): Expression<U> {
  return frozen<Times<U>>({ kind: "times", unit: of.unit, of, by });
}

export const timesKind: Kind<Times> = {
  kind: "times",
  operands: (node) => [node.of, node.by],
  check: (node) =>
    isScalar(node.by.unit)
      ? sameUnits(node, [node.of], (unit) => isNumeric(unit) && !isMoment(unit))
      : `“times” multiplies by a percentage, fraction or number, not by ${node.by.unit}`,
  prepare: (node, link) => {
    const of = link.prepare(node.of);
    const by = link.prepare(node.by);
    return (run) => {
      const a = of(run);
      const b = by(run);
      return absence(a, b) ?? product(a as Exact, b as Exact);
    };
  },
  column: (node, compiler) => multiplyColumns(compiler.number(node.of), compiler.number(node.by)),
};
