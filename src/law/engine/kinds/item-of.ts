// The value of a list at a phase. When all values are the same, the phase decides nothing and is not consulted.
import { localized } from "../../../kernel/index.ts";
import { type Exact, order, toNumber } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { type AnyUnit, elementUnit, type ListUnit, type Unit } from "../units.ts";
import { NoValue, refusal } from "../value.ts";
import { firstOf, hasUnit } from "./operands.ts";

export interface ItemOf<U extends Unit = Unit> extends Expression<U> {
  readonly kind: "itemOf";
  readonly list: Expression<ListUnit>;
  readonly phase: Expression<"phase">;
}

type Listed<U extends Unit> = Extract<`${U}[]`, ListUnit>;

export function itemOf<U extends Exclude<Unit, "flag" | "code" | "date" | "quarter">>(
  list: Expression<Listed<U>>,
  phase: Expression<"phase">,
): Expression<U> {
  const node: ItemOf<U> = { kind: "itemOf", unit: elementUnit(list.unit as AnyUnit) as U, list, phase };
  return frozen(node);
}

export const itemOfKind: Kind<ItemOf> = {
  kind: "itemOf",
  operands: (node) => [node.list, node.phase],
  check: (node) => firstOf(hasUnit(node, node.list, `${node.unit}[]`), hasUnit(node, node.phase, "phase")),
  prepare: (node, link) => {
    const list = link.prepare(node.list);
    const phase = link.prepare(node.phase);
    return (run) => {
      const values = list(run) as readonly Exact[] | NoValue;
      if (values instanceof NoValue) return values;
      const first = values[0];
      if (first !== undefined && values.every((value) => order(value, first) === 0)) return first;
      const at = phase(run);
      if (at instanceof NoValue) return at;
      return values[toNumber(at as Exact) - 1] ?? withoutItem;
    };
  },
};

const withoutItem = refusal({
  id: "engine.phase",
  rule: null,
  field: null,
  input: false,
  message: localized(
    "De wet geeft voor deze fase geen waarde. Kijk de gegevens van de wet na.",
    "The law gives no value for this phase. Check the values of the law.",
    "La loi ne donne pas de valeur pour cette phase. Vérifiez les valeurs de la loi.",
  ),
});
