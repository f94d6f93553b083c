// A formula per code, for example one percentage table per package. A code without a row is refused.
import { localized } from "../../../kernel/index.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { AnyUnit } from "../units.ts";
import { NoValue, refusal } from "../value.ts";
import { firstOf, hasUnit, sameUnits } from "./operands.ts";

export interface CodeTable<U extends AnyUnit = AnyUnit> extends Expression<U> {
  readonly kind: "codeTable";
  readonly code: Expression<"code">;
  readonly rows: Readonly<Record<string, Expression<U>>>;
}

export function codeTable<U extends AnyUnit>(
  code: Expression<"code">,
  rows: Readonly<Record<string, Expression<U>>>,
): Expression<U> {
  const first = Object.values(rows)[0];
  if (first === undefined) throw new TypeError("A code table needs at least one row");
  return frozen<CodeTable<U>>({ kind: "codeTable", unit: first.unit, code, rows });
}

export const codeTableKind: Kind<CodeTable> = {
  kind: "codeTable",
  operands: (node) => [node.code, ...Object.values(node.rows)],
  check: (node) =>
    firstOf(
      hasUnit(node, node.code, "code"),
      sameUnits(node, Object.values(node.rows), () => true),
    ),
  prepare: (node, link) => {
    const code = link.prepare(node.code);
    const rows = new Map(Object.entries(node.rows).map(([name, row]) => [name, link.prepare(row)]));
    return (run) => {
      const value = code(run);
      if (value instanceof NoValue) return value;
      const row = rows.get(value as string);
      return row === undefined ? withoutRow(value as string, [...rows.keys()]) : row(run);
    };
  },
};

function withoutRow(given: string, known: readonly string[]): NoValue {
  const list = known.join(", ");
  const message = localized(
    `De wet kent hier geen “${given}”; kies ${list}.`,
    `The law knows no “${given}” here; choose ${list}.`,
    `La loi ne connaît pas « ${given} » ici ; choisissez ${list}.`,
  );
  return refusal({ id: "engine.code", rule: null, field: null, message, input: false });
}
