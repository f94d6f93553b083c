// Makes the read tables anew from the log, or compares them with what the log says.
import type { Projection } from "../../dossier/ports.ts";
import type { ReadTableName } from "../../dossier/read-rows.ts";
import type { Client } from "../connection.ts";
import { BulkWriter } from "../copy.ts";
import { allStreams } from "../events/rows.ts";
import { columnNames, readTableNames } from "./tables.ts";
import { StreamView } from "./view.ts";
import { addRows } from "./write.ts";

export interface RebuildReport {
  readonly events: number;
  readonly rows: number;
}

/**
 * Empties the read tables and fills them from the log, in one transaction. Appends wait meanwhile. Constraints and indexes are taken
 * away and put back, so that they are checked once over the whole. `client` is the owner's.
 */
export async function rebuildReadTables(client: Client, project: Projection): Promise<RebuildReport> {
  return inTransaction(client, async () => {
    await client.query("lock table log.event in share mode");
    // Indexes are built from sorted rows: in memory, where there is some.
    await client.query("set local maintenance_work_mem = '256MB'");
    return withoutIndexes(client, async () => {
      await client.query(`truncate ${readTableNames.map((name) => `read.${name}`).join(", ")}`);
      return fill(client, project, "read");
    });
  });
}

export interface Difference {
  readonly table: ReadTableName;
  /** Rows that the log gives and the table does not have. */
  readonly missing: number;
  /** Rows that the table has and the log does not give. */
  readonly surplus: number;
}

/** Tables that differ from what the log says; empty when all agree. Appends wait meanwhile. `client` is the owner's. */
export async function compareReadTables(client: Client, project: Projection): Promise<Difference[]> {
  return inTransaction(client, async () => {
    await client.query("lock table log.event in share mode");
    for (const name of readTableNames) await client.query(`create temporary table ${name} (like read.${name}) on commit drop`);
    await fill(client, project, "pg_temp");
    const found: Difference[] = [];
    for (const table of readTableNames) {
      const columns = columnNames(table).join(", ");
      const surplusOf = (a: string, b: string): string =>
        `(select count(*) from (select ${columns} from ${a} except all select ${columns} from ${b}) as rest)`;
      const { rows } = await client.query<{ missing: number; surplus: number }>(
        `select ${surplusOf(`pg_temp.${table}`, `read.${table}`)}::int as missing, ${surplusOf(`read.${table}`, `pg_temp.${table}`)}::int as surplus`,
      );
      if (rows[0]!.missing > 0 || rows[0]!.surplus > 0) found.push({ table, ...rows[0]! });
    }
    return found;
  });
}

async function fill(client: Client, project: Projection, schema: string): Promise<RebuildReport> {
  const writer = new BulkWriter(client);
  let events = 0;
  let rows = 0;
  for await (const stream of allStreams(client, "unchained")) {
    const view = new StreamView(project);
    for (const stored of stream) view.apply(stored, stored.envelope);
    events += stream.length;
    rows += addRows(writer, view, schema);
    await writer.breathe();
  }
  await writer.flush();
  return { events, rows };
}

/**
 * Runs `work` while the read tables have no indexes and exclusion constraints, and puts them back: checking a whole table at once is
 * several times faster than row by row. Must be called in a transaction of the owner; the tables are locked until its end.
 */
export async function withoutIndexes<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ drop: string; create: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as create
     from pg_constraint where connamespace = 'read'::regnamespace and contype = 'x'
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
     from pg_index join pg_class on pg_class.oid = indexrelid
     where relnamespace = 'read'::regnamespace and not exists (select from pg_constraint where conindid = indexrelid)
     order by 2`,
  );
  for (const { drop } of rows) await client.query(drop);
  const result = await work();
  for (const { create } of rows) await client.query(create);
  await client.query(`analyze ${readTableNames.map((name) => `read.${name}`).join(", ")}`);
  return result;
}

/** Runs `work` in a transaction of this client. */
export async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}
