// Rounding to a whole cent, or to whole groups: a named step of the law, never a side effect of printing.
import { roundColumn } from "../columns/expression.ts";
import { type Exact, halfUp, towardsZero } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { isMoney, type Money } from "../units.ts";
import { NoValue } from "../value.ts";
import { sameUnits } from "./operands.ts";

/** What can be rounded: money to cents, a ratio to whole times. */
type Rounded = Money | "ratio";

export type RoundingMode = "halfUp" | "towardsZero";

export interface Round<U extends Rounded = Rounded> extends Expression<U> {
  readonly kind: "round";
  readonly mode: RoundingMode;
  readonly of: Expression<U>;
}

export function roundHalfUp<U extends Money>(of: Expression<U>): Expression<U> {
  return frozen<Round<U>>({ kind: "round", unit: of.unit, mode: "halfUp", of });
}

export function truncate<U extends Rounded>(of: Expression<U>): Expression<U> {
  return frozen<Round<U>>({ kind: "round", unit: of.unit, mode: "towardsZero", of });
}

export const roundKind: Kind<Round> = {
  kind: "round",
  operands: (node) => [node.of],
  check: (node) =>
    node.mode === "halfUp" || node.mode === "towardsZero"
      ? sameUnits(node, [node.of], (unit) => isMoney(unit) || unit === "ratio")
      : `there is no rounding ${String(node.mode)}`,
  prepare: (node, link) => {
    const of = link.prepare(node.of);
    const rounded = node.mode === "halfUp" ? halfUp : towardsZero;
    return (run) => {
      const value = of(run);
      return value instanceof NoValue ? value : rounded(value as Exact);
    };
  },
  column: (node, compiler) => roundColumn(compiler.number(node.of), node.mode),
};
