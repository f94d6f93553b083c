// A formula per code, for example one percentage table per package. A code without a row is refused.

import { localized } from "../../../kernel/index.ts";
import type { ColumnCompiler } from "../columns/compiler.ts";
import { anyStatus, type ColumnExpression, constantColumn, Status, selectColumns } from "../columns/expression.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { AnyUnit, OneUnit } from "../units.ts";
import { NoValue, refusal } from "../value.ts";
import { firstOf, hasUnit, sameUnits } from "./operands.ts";

export interface CodeTable<U extends AnyUnit = AnyUnit> extends Expression<U> {
  readonly kind: "codeTable";
  readonly code: Expression<"code">;
  readonly rows: Readonly<Record<string, Expression<U>>>;
}

export function codeTable<U extends AnyUnit>(
  code: Expression<"code">,
  rows: Readonly<Record<string, Expression<U>>> & OneUnit<U>,
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
  column: (node, compiler) => {
    const names = Object.keys(node.rows);
    const inTable = names.filter((name) => compiler.isTabled(node.code, node.rows[name]!));
    // Rows over the same few facts share one table; the others are chosen one by one, each without a branch.
    const group = grouped(node, inTable, compiler);
    const shared = group.length > 1 ? group : [];
    const alone = names.filter((name) => !shared.includes(name));
    const code = compiler.code(node.code);
    const refused: ColumnExpression = { ...constantColumn(0n, 1n), status: String(Status.refused) };
    const rest = shared.length === 0 ? refused : compiler.column(partOf(node, shared));
    const chosen = alone.reduce<ColumnExpression>((otherwise, name) => {
      const place = code.codes.indexOf(name) + 1;
      if (place === 0) return otherwise;
      const isRow = compiler.named({ type: "flag", text: `(${code.text} === ${place} | 0)`, status: "0" } as const);
      return compiler.named(selectColumns(isRow, compiler.column(node.rows[name]!), otherwise));
    }, rest);
    return { ...chosen, status: anyStatus(code.status, chosen.status) };
  },
};

/** The largest set of rows that fit into one table together, tried from the first row on. */
function grouped(node: CodeTable, names: readonly string[], compiler: ColumnCompiler): string[] {
  const group: string[] = [];
  for (const name of names) {
    const together = [...group, name].map((one) => node.rows[one]!);
    if (compiler.isTabled(node.code, ...together)) group.push(name);
  }
  return group;
}

const parts = new WeakMap<CodeTable, Map<string, CodeTable>>();

/** The same table with some of its rows, made once so that its column is found again. */
function partOf(node: CodeTable, names: readonly string[]): CodeTable {
  const known = parts.get(node) ?? new Map<string, CodeTable>();
  parts.set(node, known);
  const key = names.join(" ");
  const part = known.get(key) ?? frozen({ ...node, rows: Object.fromEntries(names.map((name) => [name, node.rows[name]!])) });
  known.set(key, part);
  return part;
}

function withoutRow(given: string, known: readonly string[]): NoValue {
  const list = known.join(", ");
  const message = localized(
    `De wet kent hier geen “${given}”; kies ${list}.`,
    `The law knows no “${given}” here; choose ${list}.`,
    `La loi ne connaît pas « ${given} » ici ; choisissez ${list}.`,
  );
  return refusal({ id: "engine.code", rule: null, field: null, message, input: false });
}
