// The law of one quarter as a graph of plain arithmetic, for printing it in other languages.
import type { Quarter } from "../../../kernel/index.ts";
import { compileColumns } from "../columns/compiler.ts";
import type { InputColumn } from "../columns/input-column.ts";
import type { ColumnOptions } from "../columns/kernel.ts";
import type { Law } from "../law.ts";
import { type ReadColumns, readColumns } from "./read-statements.ts";
import { StatementGraph } from "./statement-graph.ts";

export interface Statements {
  readonly inputs: readonly InputColumn[];
  readonly read: ReadColumns;
}

/** Throws `NotInColumns` when the law cannot be computed exactly in columns. */
export function statementsOf(law: Law, quarter: Quarter, options: ColumnOptions): Statements {
  const compiled = compileColumns(law, quarter, options.switches ?? {}, options.rules);
  return { inputs: compiled.inputs, read: readColumns(compiled, new StatementGraph()) };
}
