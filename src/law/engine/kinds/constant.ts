// A value that is no legal choice: nothing, or the three months of a quarter. Amounts, percentages and terms of the law are parameters.
import { scaled, whole } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { type AnyUnit, isNumeric, scaleOf, type Unit } from "../units.ts";
import type { Value } from "../value.ts";

export interface Constant<U extends Unit = Unit> extends Expression<U> {
  readonly kind: "constant";
  /** The integer as it would stand in a parameter file (cents, basis points), a flag, or a code. */
  readonly value: number | boolean | string;
}

export function constant<U extends Unit>(unit: U, value: number | boolean | string): Expression<U> {
  return frozen<Constant<U>>({ kind: "constant", unit, value });
}

/** Nothing, in the unit asked for. */
export function none<U extends Unit>(unit: U): Expression<U> {
  return constant(unit, 0);
}

export function code(value: string): Expression<"code"> {
  return constant("code", value);
}

/** Three: a fact of the calendar. */
export const monthsInQuarter: Expression<"times"> = constant("times", 3);

export function constantValue(node: Constant): Value {
  if (typeof node.value !== "number") return node.value;
  const scale = scaleOf(node.unit as AnyUnit);
  return scale === 1 ? whole(node.value) : scaled(node.value, scale);
}

export const constantKind: Kind<Constant> = {
  kind: "constant",
  operands: () => [],
  check: (node) => {
    const fits = isNumeric(node.unit)
      ? Number.isSafeInteger(node.value)
      : typeof node.value === (node.unit === "flag" ? "boolean" : "string");
    return fits ? null : `a constant of unit ${node.unit} cannot be ${JSON.stringify(node.value)}`;
  },
  prepare: (node) => {
    const value = constantValue(node);
    return () => value;
  },
};
