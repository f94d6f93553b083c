// A comparison of two values of one unit.
import { compareColumns } from "../columns/expression.ts";
import { type Exact, order } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { isNumeric, type Numeric } from "../units.ts";
import { absence } from "../value.ts";

export type Comparison = "atLeast" | "above" | "atMost" | "below" | "equals";

export interface Compare extends Expression<"flag"> {
  readonly kind: "compare";
  readonly is: Comparison;
  readonly left: Expression<Numeric>;
  readonly right: Expression<Numeric>;
}

function compare<U extends Numeric>(is: Comparison, left: Expression<U>, right: Expression<NoInfer<U>>): Expression<"flag"> {
  return frozen<Compare>({ kind: "compare", unit: "flag", is, left, right });
}

export function atLeast<U extends Numeric>(left: Expression<U>, right: Expression<NoInfer<U>>): Expression<"flag"> {
  return compare("atLeast", left, right);
}

export function above<U extends Numeric>(left: Expression<U>, right: Expression<NoInfer<U>>): Expression<"flag"> {
  return compare("above", left, right);
}

export function atMost<U extends Numeric>(left: Expression<U>, right: Expression<NoInfer<U>>): Expression<"flag"> {
  return compare("atMost", left, right);
}

export function below<U extends Numeric>(left: Expression<U>, right: Expression<NoInfer<U>>): Expression<"flag"> {
  return compare("below", left, right);
}

export function equals<U extends Numeric>(left: Expression<U>, right: Expression<NoInfer<U>>): Expression<"flag"> {
  return compare("equals", left, right);
}

const holds: Readonly<Record<Comparison, (order: -1 | 0 | 1) => boolean>> = {
  atLeast: (o) => o >= 0,
  above: (o) => o > 0,
  atMost: (o) => o <= 0,
  below: (o) => o < 0,
  equals: (o) => o === 0,
};

const operators = { atLeast: ">=", above: ">", atMost: "<=", below: "<", equals: "===" } as const;

export const compareKind: Kind<Compare> = {
  kind: "compare",
  operands: (node) => [node.left, node.right],
  check: (node) => {
    if (!Object.hasOwn(holds, node.is)) return `there is no comparison ${String(node.is)}`;
    if (!isNumeric(node.left.unit)) return `“compare” does not work on ${node.left.unit}`;
    return node.left.unit === node.right.unit ? null : `“compare” mixes ${node.left.unit} and ${node.right.unit}`;
  },
  prepare: (node, link) => {
    const left = link.prepare(node.left);
    const right = link.prepare(node.right);
    const test = holds[node.is];
    return (run) => {
      const a = left(run);
      const b = right(run);
      return absence(a, b) ?? test(order(a as Exact, b as Exact));
    };
  },
  column: (node, compiler) => compareColumns(operators[node.is], compiler.number(node.left), compiler.number(node.right)),
};
