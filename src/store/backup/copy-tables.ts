// Reads every table of one moment as COPY text, and writes such text into an empty database: the one way that backup, restore and move share.
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { Client } from "../connection.ts";
import { inTransaction, withoutIndexes } from "../read/rebuild.ts";
import { refuse } from "../refuse.ts";
import { listTables, proofOf, quoted, type TableProof, type TableShape } from "./tables.ts";

/** One table's rows as COPY text, and what they must add up to; the proof is known before the rows. */
export interface TableCopy extends TableShape {
  readonly proof: TableProof;
  readonly rows: Readable;
}

/** Told which table is being copied. */
export type CopyProgress = (table: string, done: number, total: number) => void;

/**
 * Gives `take` the tables one by one, all as they were at one moment, while others go on writing. `client` is the owner's.
 * Each table's rows must be read to their end before `take` is done with it.
 */
export async function readTables(
  client: Client,
  take: (table: TableCopy) => Promise<void>,
  progress: CopyProgress = () => {},
): Promise<void> {
  await client.query("begin transaction isolation level repeatable read read only");
  try {
    const tables = await listTables(client);
    for (const [index, table] of tables.entries()) {
      progress(table.name, index, tables.length);
      const proof = await proofOf(client, table);
      const rows = client.query(copyTo(`copy (select ${table.columns.map(quoted).join(", ")} from ${table.name}) to stdout`));
      await take({ ...table, proof, rows });
    }
    progress("", tables.length, tables.length);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

export interface Loading {
  /** Writes one table; refuses when its rows do not add up to the proof. */
  table(copy: TableCopy): Promise<void>;
}

/**
 * Fills an empty database, all or nothing: `work` hands over the tables in the order in which they were read. Guards against change and
 * indexes of the read tables are set aside and put back in the same transaction. `client` is the owner's.
 */
export async function loadTables<T>(client: Client, work: (loading: Loading) => Promise<T>): Promise<T> {
  return inTransaction(client, async () => {
    const own = await listTables(client);
    await refuseFilled(client, own);
    for (const { name } of own) await client.query(`alter table ${name} disable trigger user`);
    const result = await withoutIndexes(client, () => work({ table: (copy) => loadOne(client, own, copy) }));
    for (const { name } of own) await client.query(`alter table ${name} enable trigger user`);
    await moveSequences(client);
    return result;
  });
}

async function loadOne(client: Client, own: readonly TableShape[], { name, columns, proof, rows }: TableCopy): Promise<void> {
  const here = own.find((table) => table.name === name);
  const unknown = here === undefined ? columns : columns.filter((column) => !here.columns.includes(column));
  if (unknown.length > 0) {
    refuse(
      "copyShape",
      `De kopie heeft ${name} (${unknown.join(", ")}), dat deze versie niet kent. Gebruik de versie die de kopie maakte.`,
      `The copy has ${name} (${unknown.join(", ")}), which this release does not know. Use the release that made the copy.`,
      `La copie contient ${name} (${unknown.join(", ")}), inconnu de cette version. Utilisez la version qui a fait la copie.`,
    );
  }
  await pipeline(rows, client.query(copyFrom(`copy ${name} (${columns.map(quoted).join(", ")}) from stdin`)));
  const arrived = await proofOf(client, { name, columns });
  if (arrived.rows !== proof.rows || arrived.checksum !== proof.checksum) {
    refuse(
      "copyDiffers",
      `Tabel ${name} kwam niet heel aan: ${arrived.rows} rijen (som ${arrived.checksum}) in plaats van ${proof.rows} (som ${proof.checksum}). Er is niets bewaard.`,
      `Table ${name} did not arrive whole: ${arrived.rows} rows (sum ${arrived.checksum}) instead of ${proof.rows} (sum ${proof.checksum}). Nothing was kept.`,
      `La table ${name} n'est pas arrivée entière : ${arrived.rows} lignes (somme ${arrived.checksum}) au lieu de ${proof.rows} (somme ${proof.checksum}). Rien n'a été conservé.`,
    );
  }
}

async function refuseFilled(client: Client, tables: readonly TableShape[]): Promise<void> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${name}) as filled`);
    if (rows[0]!.filled) filled.push(name);
  }
  if (filled.length === 0) return;
  refuse(
    "copyTargetFilled",
    `De databank is niet leeg: er staan gegevens in ${filled.join(", ")}. Kies een lege databank; er is niets gewijzigd.`,
    `The database is not empty: there are records in ${filled.join(", ")}. Choose an empty database; nothing was changed.`,
    `La base de données n'est pas vide : il y a des données dans ${filled.join(", ")}. Choisissez une base vide ; rien n'a été modifié.`,
  );
}

/** Numbers that the database gives itself go on after the copied ones. */
async function moveSequences(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select c.oid::regclass::text as table, a.attname::text as column, pg_get_serial_sequence(c.oid::regclass::text, a.attname::text) as sequence
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname in ('log', 'vault', 'read', 'pay', 'stat', 'ops') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
       and pg_get_serial_sequence(c.oid::regclass::text, a.attname::text) is not null`,
  );
  for (const { table, column, sequence } of rows) {
    await client.query(
      `select setval($1, greatest(coalesce(max(${quoted(column)}), 0), 1), max(${quoted(column)}) is not null) from ${table}`,
      [sequence],
    );
  }
}
