// Backup and restore: the whole database of one moment in one encrypted file, and back into an empty one.
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import type { Clock } from "../../kernel/index.ts";
import type { Client } from "../connection.ts";
import { type SecretSource, secretOf } from "../secret.ts";
import { type ArchiveHeader, ArchiveWriter, keyIdOf, newSalt, openArchive, readHeader } from "./archive.ts";
import { type CopyProgress, loadTables, readTables } from "./copy-tables.ts";
import { eachTable, RecordWriter, readRecords } from "./records.ts";

export interface BackupReport {
  readonly header: ArchiveHeader;
  readonly tables: number;
  readonly rows: number;
}

/** `MAATWERK_BACKUP_KEY`, else `MAATWERK_BACKUP_KEY_FILE`, else an own file in the secrets folder. */
export function backupKey(source: SecretSource): Buffer {
  return secretOf(source, {
    variable: "MAATWERK_BACKUP_KEY",
    file: "backup.key",
    nl: "De sleutel van de back-ups",
    en: "The key of the backups",
    fr: "La clé des sauvegardes",
  });
}

/**
 * Writes the whole database as it is at one moment, while others go on working. The file appears under its name only when it is
 * whole. `client` is the owner's.
 */
export async function makeBackup(
  client: Client,
  file: string,
  key: Buffer,
  clock: Clock,
  progress?: CopyProgress,
): Promise<BackupReport> {
  const partial = `${file}.partial`;
  const out = createWriteStream(partial, { mode: 0o600 });
  const written = finished(out);
  written.catch(() => {});
  try {
    const header = await headerOf(client, key, clock);
    const archive = new ArchiveWriter(out, key, header);
    await archive.begin();
    const records = new RecordWriter((bytes) => archive.piece(bytes));
    let tables = 0;
    let rows = 0;
    await readTables(
      client,
      async (table) => {
        tables += 1;
        rows += table.proof.rows;
        await records.add({ kind: "table", table: { name: table.name, columns: table.columns, proof: table.proof } });
        for await (const bytes of table.rows) await records.add({ kind: "rows", bytes: bytes as Buffer });
      },
      progress,
    );
    await records.add({ kind: "end", tables });
    await records.end();
    await archive.end();
    out.end();
    await written;
    await rename(partial, file);
    return { header, tables, rows };
  } catch (error) {
    out.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}

async function headerOf(client: Client, key: Buffer, clock: Clock): Promise<ArchiveHeader> {
  const { rows } = await client.query<{ migration: number; master: string | null }>(
    `select (select max(number) from ops.migration) as migration,
       (select value #>> '{}' from ops.mark where name = 'vault.masterKey') as master`,
  );
  return {
    format: "maatwerk-backup-1",
    madeAt: clock.now(),
    migration: rows[0]!.migration,
    keyId: keyIdOf(key),
    masterKeyId: rows[0]!.master,
    salt: newSalt(),
  };
}

/** Reads the whole file: that it is whole, unchanged and opened by this key. Says nothing of whether it can be restored. */
export async function checkBackup(file: string, key: Buffer): Promise<BackupReport> {
  const header = await readHeader(file);
  let rows = 0;
  const tables = await eachTable(readRecords(openArchive(file, key)), async (one) => {
    rows += one.table.proof.rows;
    one.rows.resume();
    await finished(one.rows);
  });
  return { header, tables, rows };
}

/** Puts a backup into an empty database whose schema is the backup's, all or nothing. `client` is the owner's. */
export async function restoreBackup(client: Client, file: string, key: Buffer): Promise<BackupReport> {
  const header = await readHeader(file);
  let rows = 0;
  const tables = await loadTables(client, (loading) =>
    eachTable(readRecords(openArchive(file, key)), async ({ table, rows: bytes }) => {
      rows += table.proof.rows;
      await loading.table({ ...table, rows: bytes });
    }),
  );
  return { header, tables, rows };
}

/** Copies every table of one database into another, empty one, and compares each as it arrives. Both clients are the owners'. */
export async function moveTables(from: Client, to: Client, progress?: CopyProgress): Promise<{ tables: number; rows: number }> {
  let tables = 0;
  let rows = 0;
  await loadTables(to, (loading) =>
    readTables(
      from,
      async (table) => {
        tables += 1;
        rows += table.proof.rows;
        await loading.table(table);
      },
      progress,
    ),
  );
  return { tables, rows };
}
