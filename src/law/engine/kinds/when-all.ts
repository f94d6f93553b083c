// A value under conditions. When some fail, the law refuses and says all of them, not only the first.
import type { Localized } from "../../../kernel/index.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { Unit } from "../units.ts";
import { both, NoValue, refusal } from "../value.ts";
import { firstOf, hasUnit, sameUnits } from "./operands.ts";

/** A condition, the rulebook id it rests on, the field it is about, and what to say when it fails. */
export interface Condition {
  readonly holds: Expression<"flag">;
  readonly id: string;
  readonly field: string | null;
  readonly message: Localized;
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
    const conditions = node.conditions.map(({ holds, id, field, message, input = false }) => ({
      holds: link.prepare(holds),
      reason: refusal({ id, rule: null, field, message, input }),
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
};
