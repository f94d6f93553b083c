// The sum of values of one unit.
import { addColumns } from "../columns/expression.ts";
import { type Exact, sum } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { isMoment, isNumeric, type Moment, type Numeric } from "../units.ts";
import { both, NoValue } from "../value.ts";
import { sameUnits } from "./operands.ts";

export interface Add<U extends Numeric = Numeric> extends Expression<U> {
  readonly kind: "add";
  readonly terms: readonly Expression<U>[];
}

export function add<U extends Exclude<Numeric, Moment>>(first: Expression<U>, ...rest: Expression<NoInfer<U>>[]): Expression<U> {
  return frozen<Add<U>>({ kind: "add", unit: first.unit, terms: [first, ...rest] });
}

export const addKind: Kind<Add> = {
  kind: "add",
  operands: (node) => node.terms,
  check: (node) => sameUnits(node, node.terms, (unit) => isNumeric(unit) && !isMoment(unit)),
  prepare: (node, link) => {
    const terms = node.terms.map(link.prepare);
    return (run) => {
      let total: Exact | NoValue | null = null;
      for (const term of terms) {
        const value = term(run) as Exact | NoValue;
        if (total === null) total = value;
        else if (total instanceof NoValue) total = value instanceof NoValue ? both(total, value) : total;
        else total = value instanceof NoValue ? value : sum(total, value);
      }
      return total!;
    };
  },
  column: (node, compiler) => node.terms.map(compiler.number).reduce(addColumns),
};
