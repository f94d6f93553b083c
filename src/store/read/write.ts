// Writes rows of the read tables: the changes of one append, or lines for COPY.
import type { ReadTableName } from "../../dossier/read-rows.ts";
import type { Instant } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";
import { asText, type BulkWriter, rangeText } from "../copy.ts";
import { columnNames, readTables } from "./tables.ts";
import type { Closed, Segment, StreamView } from "./view.ts";

/** Values of one row in the order of `columnNames`. `knownTo` null: it still holds. */
export function rowValues(segment: Segment, knownTo: Instant | null): (string | null)[] {
  const { key, columns, hasValid } = readTables[segment.table];
  const values: (string | null)[] = key.map((column) => segment.key[column]!);
  if (hasValid) values.push(rangeText(segment.validFrom, segment.validTo));
  values.push(rangeText(segment.knownFrom, knownTo));
  for (const [column, type] of columns) {
    const value = segment.row[column];
    values.push(type === "jsonb" && value !== null && value !== undefined ? JSON.stringify(value) : asText(value));
  }
  return values;
}

/** Adds all rows of a stream, also those that were held before. Returns their number. */
export function addRows(writer: BulkWriter, view: StreamView, schema = "read"): number {
  const current = view.current();
  for (const segment of current) writer.add(target(segment.table, schema), rowValues(segment, null));
  for (const { segment, knownTo } of view.closed) writer.add(target(segment.table, schema), rowValues(segment, knownTo));
  return current.length + view.closed.length;
}

const targets = new Map<string, string>();

/** Table with its column list, as COPY and INSERT want it. */
export function target(table: ReadTableName, schema = "read"): string {
  const id = `${schema}.${table}`;
  let text = targets.get(id);
  if (text === undefined) {
    text = `${id} (${columnNames(table).join(", ")})`;
    targets.set(id, text);
  }
  return text;
}

/** Brings the tables from what they say (`before`) to what they must say, in the transaction of the append. */
export async function writeChanges(db: Queryable, before: readonly Segment[], view: StreamView, at: Instant): Promise<void> {
  const after = new Set(view.current());
  const gone = before.filter((segment) => !after.has(segment));
  for (const segment of gone) await close(db, { segment, knownTo: at });
  const had = new Set(before);
  for (const segment of after) {
    if (!had.has(segment)) await insert(db, segment);
  }
}

async function close(db: Queryable, { segment, knownTo }: Closed): Promise<void> {
  const { key, hasValid } = readTables[segment.table];
  const values = key.map((column) => segment.key[column]!);
  const where = [...key.map((column, i) => `${column} = $${i + 1}`), "upper_inf(known)"];
  if (hasValid) {
    values.push(rangeText(segment.validFrom, segment.validTo));
    where.push(`valid = $${values.length}`);
  }
  const neverKnown = segment.knownFrom === knownTo;
  if (!neverKnown) values.push(knownTo);
  const { rowCount } = await db.query({
    name: `${neverKnown ? "withdraw" : "close"}-${segment.table}`,
    text: neverKnown
      ? `delete from read.${segment.table} where ${where.join(" and ")}`
      : `update read.${segment.table} set known = tstzrange(lower(known), $${values.length}) where ${where.join(" and ")}`,
    values,
  });
  if (rowCount !== 1) {
    throw new Error(
      `Table read.${segment.table} differs from the log: ${rowCount} rows where one was expected. Rebuild the read tables.`,
    );
  }
}

async function insert(db: Queryable, segment: Segment): Promise<void> {
  const values = rowValues(segment, null);
  await db.query({
    name: `insert-${segment.table}`,
    text: `insert into ${target(segment.table)} values (${values.map((_, i) => `$${i + 1}`).join(", ")})`,
    values,
  });
}
