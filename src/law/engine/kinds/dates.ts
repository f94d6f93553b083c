// Days: a day some years later.
import { addYears, fromEpochDay, toEpochDay } from "../../../kernel/index.ts";
import { type Exact, toNumber, whole } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { absence } from "../value.ts";
import { firstOf, hasUnit } from "./operands.ts";

export interface YearsAfter extends Expression<"date"> {
  readonly kind: "yearsAfter";
  readonly date: Expression<"date">;
  readonly years: Expression<"years">;
}

/** The same day a number of years later; 29 February becomes 28 February in a year without it. */
export function yearsAfter(date: Expression<"date">, years: Expression<"years">): Expression<"date"> {
  return frozen<YearsAfter>({ kind: "yearsAfter", unit: "date", date, years });
}

export const yearsAfterKind: Kind<YearsAfter> = {
  kind: "yearsAfter",
  operands: (node) => [node.date, node.years],
  check: (node) => firstOf(hasUnit(node, node.date, "date"), hasUnit(node, node.years, "years")),
  prepare: (node, link) => {
    const date = link.prepare(node.date);
    const years = link.prepare(node.years);
    return (run) => {
      const a = date(run);
      const b = years(run);
      return absence(a, b) ?? whole(toEpochDay(addYears(fromEpochDay(toNumber(a as Exact)), toNumber(b as Exact))));
    };
  },
};
