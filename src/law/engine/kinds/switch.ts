// A reading of an open point of the law chooses between formulas. A reading without a formula is refused by its name.

import { localized } from "../../../kernel/index.ts";
import { NotInColumns } from "../columns/expression.ts";
import type { Followed, Frame } from "../frame.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
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
    const place = link.reading();
    const follow = (frame: Frame): Followed => {
      const option = frame.option(openPoint);
      if (option instanceof NoValue) return { read: null, formula: () => option };
      const none = withoutFormula(openPoint, option);
      return { read: { openPoint, option }, formula: options.get(option) ?? (() => none) };
    };
    return (run) => {
      run.lean(openPoint);
      const { frame, trace } = run;
      let followed = frame.followed[place];
      if (followed === undefined) {
        followed = follow(frame);
        frame.followed[place] = followed;
      }
      if (trace !== null && followed.read !== null) trace.switch(followed.read);
      return followed.formula(run);
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
