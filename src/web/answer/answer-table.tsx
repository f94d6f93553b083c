// A table of an answer: the first column names the row, numbers stand to the right; a wide one scrolls in its own frame.
import type { TableView } from "../../statistics/index.ts";
import { Table } from "../look/table.tsx";

export interface AnswerTableProps {
  readonly caption: string;
  /** Heading of a first column that the answer leaves without one. */
  readonly corner: string;
  readonly table: TableView;
  readonly captionHidden?: boolean;
  /** Columns of words are long, so that the table becomes a list on a phone. */
  readonly stack?: boolean;
}

/** Up to this many columns fit a phone beside each other. */
const fitting = 3;

export function AnswerTable({ caption, corner, captionHidden = false, table, stack }: AnswerTableProps) {
  const columns = table.columns.map((column, index) => ({
    key: String(index),
    // A heading that says nothing is one that a screen reader cannot name.
    title: column.text === "" ? corner : column.text,
    name: column.text,
    number: column.numeric,
  }));
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      label={caption}
      stack={stack ?? table.columns.length <= fitting}
      columns={columns}
      rows={table.rows.map((row) => ({
        total: row.total,
        cells: Object.fromEntries(row.cells.map((cell, index) => [String(index), cell.text])),
      }))}
    />
  );
}
