// The two clocks of a parameter: which dated rows hold under the knowledge of a given day, and until when.
import type { PlainDate } from "../../kernel/index.ts";
import type { DatedValue } from "../model.ts";

/**
 * The rows in force under what was known at the end of `knownOn` (null: everything), in order of `from`.
 * Of rows with the same `from` the last known one counts. A row whose successor was not known yet runs on: nobody could know
 * that it would end. An end without any successor is part of the row itself and stays.
 */
export function visibleRows(rows: readonly DatedValue[], knownOn: PlainDate | null): readonly DatedValue[] {
  const latest = new Map<string, DatedValue>();
  for (const row of rows) {
    if (knownOn !== null && row.knownSince > knownOn) continue;
    const rival = latest.get(row.from);
    if (!rival || rival.knownSince <= row.knownSince) latest.set(row.from, row);
  }
  const visible = [...latest.values()].sort(byFrom);
  return visible.map((row, index) => {
    const next = visible[index + 1];
    const until = next ? next.from : hasSuccessor(row, rows) ? null : row.until;
    return until === row.until ? row : { ...row, until };
  });
}

/** The row that covers a day, or undefined. */
export function rowOn(rows: readonly DatedValue[], day: PlainDate): DatedValue | undefined {
  return rows.find((row) => row.from <= day && (row.until === null || day < row.until));
}

/** Order of rows: by first day, then by the day they became known. */
export function byFrom(a: DatedValue, b: DatedValue): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.knownSince === b.knownSince ? 0 : a.knownSince < b.knownSince ? -1 : 1;
}

function hasSuccessor(row: DatedValue, rows: readonly DatedValue[]): boolean {
  return row.until !== null && rows.some((other) => other.from === row.until);
}
