// A table of figures: caption, headings that name their column, numbers to the right.
import type { Child } from "hono/jsx";

export interface Column {
  readonly key: string;
  readonly title: Child;
  /** Said before each value when the table is stacked on a phone; the title when that is plain text. */
  readonly name?: string;
  readonly number?: boolean;
}

export interface Row {
  readonly cells: Readonly<Record<string, Child>>;
  /** The row that the rest of the page is about. */
  readonly current?: boolean;
  readonly total?: boolean;
  readonly id?: string;
}

export interface TableProps {
  readonly caption: Child;
  /** Said to a screen reader only, where a heading right above says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Become a list of name and value on a phone; otherwise the table scrolls inside its own frame. */
  readonly stack?: boolean;
  /** Names the scrolling frame for a screen reader; needed when `stack` is off. */
  readonly label?: string;
}

export function Table({ caption, captionHidden = false, columns, rows, stack = true, label }: TableProps) {
  const nameOf = (column: Column) => column.name ?? (typeof column.title === "string" ? column.title : undefined);
  const table = (
    <table class={stack ? "mw-table mw-table--stack" : "mw-table"}>
      <caption class={captionHidden ? "au-u-hidden-visually" : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={column.number ? "mw-number" : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr id={row.id} aria-current={row.current ? "true" : undefined} class={row.total ? "mw-table__total" : undefined}>
            {columns.map((column, index) =>
              // A heading without words heads nothing.
              index === 0 && row.cells[column.key] !== "" ? (
                <th scope="row">{row.cells[column.key]}</th>
              ) : (
                <td class={column.number ? "mw-number" : undefined} data-name={stack ? nameOf(column) : undefined}>
                  {row.cells[column.key]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return stack ? (
    table
  ) : (
    // A frame that scrolls must take the keyboard.
    <section class="mw-table-frame" aria-label={label} tabindex={0}>
      {table}
    </section>
  );
}
