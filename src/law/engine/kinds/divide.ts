// A quantity divided by a number without dimension, or the ratio of two quantities of one unit.

import { localized } from "../../../kernel/index.ts";
import { divideColumns } from "../columns/expression.ts";
import { type Exact, isZero, quotient } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { isMoment, isNumeric, isScalar, type Moment, type Numeric, type Scalar } from "../units.ts";
import { absence, refusal } from "../value.ts";

export interface Divide<U extends Numeric = Numeric> extends Expression<U> {
  readonly kind: "divide";
  readonly of: Expression<Numeric>;
  readonly by: Expression<Numeric>;
}

export function divide<U extends Exclude<Numeric, Moment>>(of: Expression<U>, by: Expression<Scalar>): Expression<U> {
  return frozen<Divide<U>>({ kind: "divide", unit: of.unit, of, by });
}

/** How much of the second the first is: days in service over days of the quarter. */
export function ratioOf<U extends Exclude<Numeric, Moment>>(
  part: Expression<U>,
  whole: Expression<NoInfer<U>>,
): Expression<"ratio"> {
  return frozen<Divide<"ratio">>({ kind: "divide", unit: "ratio", of: part, by: whole });
}

export const divideKind: Kind<Divide> = {
  kind: "divide",
  operands: (node) => [node.of, node.by],
  check: (node) => {
    if (!isNumeric(node.of.unit) || isMoment(node.of.unit)) return `“divide” does not work on ${node.of.unit}`;
    if (node.unit === "ratio" && node.of.unit === node.by.unit) return null;
    if (isScalar(node.by.unit) && node.unit === node.of.unit) return null;
    return `“divide” cannot give ${node.unit} from ${node.of.unit} and ${node.by.unit}`;
  },
  prepare: (node, link) => {
    const of = link.prepare(node.of);
    const by = link.prepare(node.by);
    return (run) => {
      const a = of(run);
      const b = by(run);
      const absent = absence(a, b);
      if (absent !== undefined) return absent;
      return isZero(b as Exact) ? byZero : quotient(a as Exact, b as Exact);
    };
  },
  column: (node, compiler) => divideColumns(compiler.number(node.of), compiler.number(node.by)),
};

const byZero = refusal({
  id: "engine.divisionByZero",
  rule: null,
  field: null,
  input: false,
  message: localized(
    "Een regel deelt door nul. Kijk de gegevens van de wet na.",
    "A rule divides by zero. Check the values of the law.",
    "Une règle divise par zéro. Vérifiez les valeurs de la loi.",
  ),
});
