// Databases for tests: one server for the whole run, a fresh database per call, copied from a migrated template.
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { connectionOptions } from "./connection.ts";
import { type Database, embeddedDatabase, makeDatabase, prepareEmbedded, withClient } from "./database.ts";
import { readMigrations } from "./migrate.ts";
import { type Binaries, binariesIn } from "./server/binaries.ts";
import { type Embedded, openEmbedded } from "./server/embedded.ts";
import { withLock } from "./server/lock.ts";

export interface TestDatabase extends Database {
  /** What nobody can do in the product: for tests that damage what the database protects. */
  asSuperuser<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T>;
}

let shared: Promise<Embedded> | null = null;

/**
 * An empty, migrated database of its own. Call `close` when done; the database is dropped then. With MAATWERK_TEST_PG=system the
 * server of the operating system is used in place of the embedded one.
 */
export async function testDatabase(): Promise<TestDatabase> {
  shared ??= testServer();
  const server = await shared;
  const template = await testTemplate(server);
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asAdmin(server, (client) => client.query(`create database ${name} template ${template}`));
  // The server outlives this database: only the pools are closed with it.
  const database = embeddedDatabase({ ...server, close: async () => {} }, name, { log: () => {} });
  return {
    ...database,
    url: database.url,
    asSuperuser: (work) => withClient({ ...connectionOptions(null, server.token), ...server.connection("postgres", name) }, work),
    async close() {
      await database.close();
      await asAdmin(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** The server of a data folder, up until closed, and without durability: programs that use the folder find it running. */
export function embeddedServer(dataDir: string): Promise<Embedded> {
  return openEmbedded({ dataDir, log: () => {}, fast: true });
}

/** Programs that tests run on: those of the system when asked for, else those of the package (undefined). */
export function testBinaries(): Binaries | undefined {
  if (process.env.MAATWERK_TEST_PG !== "system") return undefined;
  const bin = systemBinaries();
  if (bin === null) throw new Error("MAATWERK_TEST_PG=system, but there is no /usr/lib/postgresql/<15 or newer>/bin with initdb");
  return binariesIn(bin);
}

/** Folder with the newest PostgreSQL programs of the system, 15 or newer, or null. */
export function systemBinaries(root = "/usr/lib/postgresql"): string | null {
  if (!existsSync(root)) return null;
  const versions = readdirSync(root)
    .map(Number)
    .filter((v) => v >= 15 && existsSync(join(root, String(v), "bin", "initdb")));
  return versions.length === 0 ? null : join(root, String(Math.max(...versions)), "bin");
}

async function testServer(): Promise<Embedded> {
  const binaries = testBinaries();
  // Threads of one test run share a process, and so a server.
  const dataDir = join(tmpdir(), `maatwerk-test-${process.pid}${binaries === undefined ? "" : "-system"}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  if (lstatSync(dataDir).uid !== process.getuid?.()) throw new Error(`${dataDir} belongs to another user`);
  const server = await openEmbedded({ dataDir, log: () => {}, fast: true, ...(binaries === undefined ? {} : { binaries }) });
  clearAfterDeath(dataDir, server.home);
  return server;
}

async function testTemplate(server: Embedded): Promise<string> {
  const schema = readMigrations()
    .map((m) => m.checksum)
    .join();
  const name = `template_${createHash("sha256").update(schema).digest("hex").slice(0, 16)}`;
  const isThere = (): Promise<boolean> =>
    asAdmin(
      server,
      async (c) => ((await c.query("select from pg_database where datname = $1 and datistemplate", [name])).rowCount ?? 0) > 0,
    );
  if (await isThere()) return name;
  await withLock(
    `${server.home}/template`,
    () => {},
    async () => {
      if (await isThere()) return;
      await makeDatabase(server, name);
      await withClient(server.connection("postgres", name), (client) => prepareEmbedded(client, server));
      await asAdmin(server, (client) => client.query(`alter database ${name} is_template true`));
    },
  );
  return name;
}

function asAdmin<T>(server: Embedded, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  return withClient(server.connection("postgres", "postgres"), work);
}

/** A small shell that outlives the test run, stops the server when the run is over, however it ended, and clears the folder. */
function clearAfterDeath(dataDir: string, home: string): void {
  const script = `while kill -0 "$1" 2>/dev/null; do sleep 0.5; done
    server=$(head -n 1 "$3/data/postmaster.pid" 2>/dev/null) && kill -QUIT "$server" 2>/dev/null
    sleep 1; rm -rf "$2" "$3"`;
  const shell = spawn("/bin/sh", ["-c", script, "sh", String(process.pid), dataDir, home], {
    detached: true,
    stdio: "ignore",
    cwd: "/",
  });
  shell.unref();
}
