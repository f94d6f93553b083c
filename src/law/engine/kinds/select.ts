// One of two formulas, by a condition. Only the chosen one is computed, so that a result leans on nothing that it did not need.
import type { ColumnCompiler } from "../columns/compiler.ts";
import { type ColumnExpression, extremeOfColumns, selectColumns } from "../columns/expression.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { type AnyUnit, scaleOf, type Unit } from "../units.ts";
import { NoValue } from "../value.ts";
import { constant } from "./constant.ts";
import type { Extreme } from "./extreme.ts";
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
    boundedChoice(node, compiler) ??
    selectColumns(compiler.flag(node.when), compiler.column(node.value), compiler.column(node.otherwise)),
};

// Stryker disable all: without this shortcut the columns give the same answer, only slower.
/**
 * "When c the smaller of a and b, else a" is the smaller of a and "when c b, else more than a ever is". Where c and b are in a table, the
 * whole choice is then one look-up.
 */
function boundedChoice(node: Select, compiler: ColumnCompiler): ColumnExpression | null {
  const { when, value, otherwise } = node;
  if (value.kind !== "minimum") return null;
  const { of } = value as unknown as Extreme;
  const bound = of.length === 2 ? of.find((operand) => operand !== otherwise) : undefined;
  if (bound === undefined || !of.includes(otherwise as Expression<never>) || !compiler.isTabled(when, bound)) return null;
  const free = compiler.number(otherwise);
  const unit = otherwise.unit as Unit;
  const scale = BigInt(scaleOf(unit));
  // Twice the most, so that the table keeps the grid of its other values.
  const more = constant(unit, Number((free.hi * scale * 2n) / free.den) || 1);
  const choice: Select = frozen({ ...node, value: bound, otherwise: more });
  return extremeOfColumns("min", free, compiler.number(choice));
}
// Stryker restore all
