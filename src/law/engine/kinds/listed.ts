// Whether a value is one of the values that the law lists.
import { type Exact, order } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { ListUnit, Numeric } from "../units.ts";
import { absence } from "../value.ts";
import { hasUnit } from "./operands.ts";

export interface Listed extends Expression<"flag"> {
  readonly kind: "listed";
  readonly value: Expression<Numeric>;
  readonly list: Expression<ListUnit>;
}

export function isListed<U extends Numeric>(
  value: Expression<U>,
  list: Expression<Extract<`${U}[]`, ListUnit>>,
): Expression<"flag"> {
  return frozen<Listed>({ kind: "listed", unit: "flag", value, list });
}

export const listedKind: Kind<Listed> = {
  kind: "listed",
  operands: (node) => [node.value, node.list],
  check: (node) => hasUnit(node, node.list, `${node.value.unit}[]`),
  prepare: (node, link) => {
    const value = link.prepare(node.value);
    const list = link.prepare(node.list);
    return (run) => {
      const a = value(run);
      const b = list(run);
      return absence(a, b) ?? (b as readonly Exact[]).some((one) => order(a as Exact, one) === 0);
    };
  },
};
