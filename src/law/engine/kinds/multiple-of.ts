// Whether a value is a whole number of steps.
import { type Exact, isWhole, isZero, quotient } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { isNumeric, type Numeric } from "../units.ts";
import { absence } from "../value.ts";

export interface MultipleOf extends Expression<"flag"> {
  readonly kind: "multipleOf";
  readonly value: Expression<Numeric>;
  readonly step: Expression<Numeric>;
}

export function isMultipleOf<U extends Numeric>(value: Expression<U>, step: Expression<NoInfer<U>>): Expression<"flag"> {
  return frozen<MultipleOf>({ kind: "multipleOf", unit: "flag", value, step });
}

export const multipleOfKind: Kind<MultipleOf> = {
  kind: "multipleOf",
  operands: (node) => [node.value, node.step],
  check: (node) => {
    if (!isNumeric(node.value.unit)) return `“multipleOf” does not work on ${node.value.unit}`;
    return node.value.unit === node.step.unit ? null : `“multipleOf” mixes ${node.value.unit} and ${node.step.unit}`;
  },
  prepare: (node, link) => {
    const value = link.prepare(node.value);
    const step = link.prepare(node.step);
    return (run) => {
      const a = value(run);
      const b = step(run);
      const absent = absence(a, b);
      if (absent !== undefined) return absent;
      return !isZero(b as Exact) && isWhole(quotient(a as Exact, b as Exact));
    };
  },
};
