// The way through SQL: compile a question, run it, and give its cells.
import type { RunContext } from "../context.ts";
import type { Definition, Window } from "../definition/index.ts";
import { type RawCell, sortCells } from "../figure/raw-cell.ts";
import type { Records } from "../port.ts";
import { compile } from "./compile.ts";

export { partsStatement } from "./compile.ts";
export type { Statement } from "./statement.ts";

export async function cellsBySql(
  records: Records,
  definition: Definition,
  window: Window,
  context: RunContext,
): Promise<readonly RawCell[]> {
  const statement = compile(definition, window, context);
  const rows = await records.query(statement.text, statement.parameters);
  const cells = rows.map((row) => ({
    key: definition.by.map((_, index) => (row[`t${index}`] === 1 ? null : String(row[`d${index}`]))),
    count: Number(row.n),
    value: definition.value === null || row.v === null ? null : String(row.v),
  }));
  return sortCells(cells);
}
