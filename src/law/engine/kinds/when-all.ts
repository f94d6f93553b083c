// A value under conditions. When some fail, the law refuses and says all of them, not only the first.

import type { Localized } from "../../../kernel/index.ts";
import type { ColumnCompiler } from "../columns/compiler.ts";
import { anyStatus, type ColumnExpression, extremeOfColumns, isConstant } from "../columns/expression.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { Unit } from "../units.ts";
import { both, NoValue, refusal } from "../value.ts";
import type { Compare } from "./compare.ts";
import { firstOf, hasUnit, sameUnits } from "./operands.ts";

/** A condition, the rulebook id it rests on, the field it is about, and what to say when it fails. */
export interface Condition {
  readonly holds: Expression<"flag">;
  readonly id: string;
  readonly field: string | null;
  readonly message: Localized;
  /** What would mend it, when the message itself does not say so. */
  readonly remedy?: Localized;
  /** Present when a failure means that the case is written wrongly, not that the law refuses it. */
  readonly input?: true;
}

export interface WhenAll<U extends Unit = Unit> extends Expression<U> {
  readonly kind: "whenAll";
  readonly conditions: readonly Condition[];
  readonly value: Expression<U>;
}

export function whenAll<U extends Unit>(conditions: readonly Condition[], value: Expression<U>): Expression<U> {
  return frozen<WhenAll<U>>({ kind: "whenAll", unit: value.unit, conditions: conditions.map((c) => Object.freeze(c)), value });
}

export const whenAllKind: Kind<WhenAll> = {
  kind: "whenAll",
  operands: (node) => [...node.conditions.map((condition) => condition.holds), node.value],
  check: (node) =>
    firstOf(
      ...node.conditions.map(({ holds }) => hasUnit(node, holds, "flag")),
      sameUnits(node, [node.value], () => true),
    ),
  prepare: (node, link) => {
    const value = link.prepare(node.value);
    const conditions = node.conditions.map(({ holds, id, field, message, remedy, input = false }) => ({
      holds: link.prepare(holds),
      reason: refusal({ id, rule: null, field, message, input, ...(remedy === undefined ? {} : { remedy }) }),
    }));
    return (run) => {
      let absent: NoValue | null = null;
      for (const { holds, reason } of conditions) {
        const met = holds(run);
        if (met === true) continue;
        const why = met instanceof NoValue ? met : reason;
        absent = absent === null ? why : both(absent, why);
      }
      if (absent === null) return value(run);
      // What the value itself would refuse is also a reason.
      const result = value(run);
      return result instanceof NoValue ? both(absent, result) : absent;
    };
  },
  column: (node, compiler) => {
    const tests = node.conditions.map(({ holds }) => compiler.flag(holds));
    const failed = tests.map((test) => `(${test.text} ^ 1)`);
    const value = narrowed(node, compiler.column(node.value), compiler);
    return { ...value, status: anyStatus(...failed, ...tests.map((test) => test.status), value.status) };
  },
};

// Stryker disable all: without these bounds the columns give the same answer, or are refused as not proved.
/** Where a condition keeps the value at or above a constant, the bounds may say so: below it there is no value. */
function narrowed(node: WhenAll, value: ColumnExpression, compiler: ColumnCompiler): ColumnExpression {
  if (value.type !== "number") return value;
  let column = value;
  for (const { holds } of node.conditions) {
    if (holds.kind !== "compare") continue;
    const { is, left, right } = holds as Compare;
    if (is !== "atLeast" || left !== node.value) continue;
    const least = compiler.number(right);
    if (isConstant(least)) column = extremeOfColumns("max", column, least);
  }
  return column;
}
// Stryker restore all
