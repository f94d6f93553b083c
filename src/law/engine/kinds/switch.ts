// A reading of an open point of the law chooses between formulas. A reading without a formula is refused by its name.

import { localized } from "../../../kernel/index.ts";
import { NotInColumns } from "../columns/expression.ts";
import type { Frame } from "../frame.ts";
import { type Evaluate, type Expression, frozen, type Kind } from "../node.ts";
import type { AnyUnit, OneUnit } from "../units.ts";
import { NoValue, refusal } from "../value.ts";

export interface Switch<U extends AnyUnit = AnyUnit> extends Expression<U> {
  readonly kind: "switch";
  readonly openPoint: string;
  readonly options: Readonly<Record<string, Expression<U>>>;
}

/** The formula of the chosen reading of an OPEN id. */
export function bySwitch<U extends AnyUnit>(
  openPoint: string,
  options: Readonly<Record<string, Expression<U>>> & OneUnit<U>,
): Expression<U> {
  const first = Object.values(options)[0];
  if (first === undefined) throw new TypeError(`${openPoint} needs at least one option`);
  return frozen<Switch<U>>({ kind: "switch", unit: first.unit, openPoint, options });
}

export const switchKind: Kind<Switch> = {
  kind: "switch",
  operands: (node) => Object.values(node.options),
  check: (node) => {
    const other = Object.values(node.options).find((option) => option.unit !== node.unit);
    return other === undefined ? null : `the readings of ${node.openPoint} give ${node.unit} and ${other.unit}`;
  },
  prepare: (node, link) => {
    const options = new Map(Object.entries(node.options).map(([name, option]) => [name, link.prepare(option)]));
    const { openPoint } = node;
    // Case after case asks the same frame.
    let asked: Frame | null = null;
    let option: string | NoValue = "";
    let chosen: Evaluate = ([...options.values()] as Evaluate[])[0]!;
    return (run) => {
      run.lean(openPoint);
      if (run.frame !== asked) {
        asked = run.frame;
        option = asked.option(openPoint);
        const none = option instanceof NoValue ? option : withoutFormula(openPoint, option);
        chosen = (option instanceof NoValue ? undefined : options.get(option)) ?? (() => none);
      }
      if (run.trace !== null && typeof option === "string") run.trace.switch(openPoint, option);
      return chosen(run);
    };
  },
  column: (node, compiler) => {
    const option = compiler.option(node.openPoint);
    const chosen = option instanceof NoValue ? undefined : node.options[option];
    if (chosen === undefined) throw new NotInColumns(`The chosen reading of ${node.openPoint} has no formula`);
    return compiler.column(chosen);
  },
};

export function withoutFormula(openPoint: string, option: string): NoValue {
  const message = localized(
    `Voor de lezing ${option} van ${openPoint} bestaat geen formule. Kies een andere lezing.`,
    `There is no formula for the reading ${option} of ${openPoint}. Choose another reading.`,
    `Il n’existe pas de formule pour la lecture ${option} de ${openPoint}. Choisissez une autre lecture.`,
  );
  return refusal({ id: openPoint, rule: null, field: `switches.${openPoint}`, message, input: false });
}
