// One of two formulas, by a condition. Only the chosen one is computed, so that a result leans on nothing that it did not need.
import { selectColumns } from "../columns/expression.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { AnyUnit } from "../units.ts";
import { NoValue } from "../value.ts";
import { firstOf, hasUnit, sameUnits } from "./operands.ts";

export interface Select<U extends AnyUnit = AnyUnit> extends Expression<U> {
  readonly kind: "select";
  readonly when: Expression<"flag">;
  readonly value: Expression<U>;
  readonly otherwise: Expression<U>;
}

export function select<U extends AnyUnit>(
  when: Expression<"flag">,
  value: Expression<U>,
  otherwise: Expression<NoInfer<U>>,
): Expression<U> {
  return frozen<Select<U>>({ kind: "select", unit: value.unit, when, value, otherwise });
}

export const selectKind: Kind<Select> = {
  kind: "select",
  operands: (node) => [node.when, node.value, node.otherwise],
  check: (node) =>
    firstOf(
      hasUnit(node, node.when, "flag"),
      sameUnits(node, [node.value, node.otherwise], () => true),
    ),
  prepare: (node, link) => {
    const when = link.prepare(node.when);
    const value = link.prepare(node.value);
    const otherwise = link.prepare(node.otherwise);
    return (run) => {
      const holds = when(run);
      if (holds instanceof NoValue) return holds;
      return holds === true ? value(run) : otherwise(run);
    };
  },
  column: (node, compiler) =>
    selectColumns(compiler.flag(node.when), compiler.column(node.value), compiler.column(node.otherwise)),
};
