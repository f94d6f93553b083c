// One value less another of the same unit.
import { subtractColumns } from "../columns/expression.ts";
import { difference, type Exact } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { isMoment, isNumeric, type Moment, type Numeric } from "../units.ts";
import { absence } from "../value.ts";
import { sameUnits } from "./operands.ts";

export interface Subtract<U extends Numeric = Numeric> extends Expression<U> {
  readonly kind: "subtract";
  readonly from: Expression<U>;
  readonly less: Expression<U>;
}

export function subtract<U extends Exclude<Numeric, Moment>>(from: Expression<U>, less: Expression<NoInfer<U>>): Expression<U> {
  return frozen<Subtract<U>>({ kind: "subtract", unit: from.unit, from, less });
}

export const subtractKind: Kind<Subtract> = {
  kind: "subtract",
  operands: (node) => [node.from, node.less],
  check: (node) => sameUnits(node, [node.from, node.less], (unit) => isNumeric(unit) && !isMoment(unit)),
  prepare: (node, link) => {
    const from = link.prepare(node.from);
    const less = link.prepare(node.less);
    return (run) => {
      const a = from(run);
      const b = less(run);
      return absence(a, b) ?? difference(a as Exact, b as Exact);
    };
  },
  column: (node, compiler) => subtractColumns(compiler.number(node.from), compiler.number(node.less)),
};
