// A fact of the case. When the case does not give it, what leans on it is incomplete, unless `given` or `otherwise` deals with its absence.

import { localized } from "../../../kernel/index.ts";
import { readColumn } from "../columns/input-column.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { isAnyUnit, type Unit } from "../units.ts";
import { NoValue } from "../value.ts";

export interface Input<U extends Unit = Unit> extends Expression<U> {
  readonly kind: "input";
  readonly name: string;
  /** Every code that the fact can be; only for facts that are codes. */
  readonly codes?: readonly string[];
  /** A day that, left out, means "without end": in columns it stands after all days instead of before them. */
  readonly open?: "end";
}

export function input<U extends Exclude<Unit, "code">>(name: string, unit: U): Input<U> {
  return frozen<Input<U>>({ kind: "input", unit, name });
}

/** A last day that may be left out. */
export function lastDayInput(name: string): Input<"date"> {
  return frozen<Input<"date">>({ kind: "input", unit: "date", name, open: "end" });
}

/** A fact that is one of a closed list of codes. */
export function codeInput(name: string, codes: readonly string[]): Input<"code"> {
  return frozen<Input<"code">>({ kind: "input", unit: "code", name, codes });
}

export function missing(name: string): NoValue {
  const message = localized(
    `Het gegeven “${name}” ontbreekt. Vul het aan.`,
    `The fact “${name}” is missing. Add it.`,
    `La donnée « ${name} » manque. Complétez-la.`,
  );
  return new NoValue([], [{ field: name, message }], []);
}

export const inputKind: Kind<Input> = {
  kind: "input",
  operands: () => [],
  check: (node) => (isAnyUnit(node.unit) && !node.unit.endsWith("[]") ? null : `an input cannot have the unit ${node.unit}`),
  prepare: (node, link) => {
    const { index, name, unit } = link.input(node.name, node.unit);
    const absent = missing(name);
    return (run) => {
      const fact = run.facts[index];
      if (run.trace !== null) run.trace.fact(name, unit, fact);
      return fact === undefined ? absent : fact;
    };
  },
  column: (node, compiler) => {
    const { column, text } = compiler.input(node);
    return readColumn(column, text);
  },
};
