// What kinds that count from one day up to and with another have in common.
import { type Exact, toNumber } from "../exact.ts";
import type { Expression, Kind } from "../node.ts";
import type { Run } from "../run.ts";
import { absence, type Value } from "../value.ts";
import { firstOf, hasUnit } from "./operands.ts";

export interface Span extends Expression {
  readonly from: Expression<"date">;
  readonly until: Expression<"date">;
}

/** `count` gets both days as epoch days. */
export function spanKind<N extends Span>(kind: string, count: (run: Run, first: number, last: number) => Value): Kind<N> {
  return {
    kind,
    operands: (node) => [node.from, node.until],
    check: (node) => firstOf(hasUnit(node, node.from, "date"), hasUnit(node, node.until, "date")),
    prepare: (node, link) => {
      const from = link.prepare(node.from);
      const until = link.prepare(node.until);
      return (run) => {
        const a = from(run);
        const b = until(run);
        return absence(a, b) ?? count(run, toNumber(a as Exact), toNumber(b as Exact));
      };
    },
  };
}
