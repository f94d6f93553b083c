// For tests: a primary and a standby on loopback, made with the programs of the package alone, and killed or promoted at will.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, chownSync, closeSync, cpSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { packagedBinaries } from "../binaries.ts";
import { findPlace, identity, type Place } from "../place.ts";
import { removeStalePidFile } from "../postmaster.ts";
import { initialise } from "../process.ts";

const PASSWORD = "only-for-tests";

export interface ClusterServer {
  readonly port: number;
  readonly data: string;
  readonly url: (database: string) => string;
  query<T extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Brings it up again on what is on its disk, under the same port. Does nothing while it runs. */
  restart(): Promise<void>;
  promote(): Promise<void>;
}

/** A server that others can follow. */
export async function startPrimary(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<ClusterServer> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const place = findPlace(folder, packagedBinaries(), () => {});
  initialise(place, PASSWORD);
  return run(place, { wal_keep_size: "512MB", ...settings });
}

/** From now on the primary acknowledges a write only when a standby has it on disk. */
export async function waitForStandby(primary: ClusterServer): Promise<void> {
  await primary.query("alter system set synchronous_standby_names = '*'");
  await primary.query("select pg_reload_conf()");
  const until = performance.now() + 20_000;
  for (;;) {
    const rows = await primary.query<{ state: string }>("select sync_state as state from pg_stat_replication");
    if (rows.some(({ state }) => state === "sync")) return;
    if (performance.now() > until) throw new Error("The standby does not follow");
    await sleep(50);
  }
}

/** A copy of the primary that follows it, made while the primary goes on working. */
export async function startStandby(primary: ClusterServer, folder: string): Promise<ClusterServer> {
  const copy = await copyServer(primary, folder, "standby.signal");
  return copy.start({
    primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres password=${PASSWORD} application_name=standby`,
    wal_keep_size: "512MB",
  });
}

export interface ServerCopy {
  start(settings: Readonly<Record<string, string>>): Promise<ClusterServer>;
}

/** A copy of the primary's folder, made while it goes on working; `signal` says as what it starts. */
export async function copyServer(
  primary: ClusterServer,
  folder: string,
  signal: "standby.signal" | "recovery.signal",
): Promise<ServerCopy> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const place = findPlace(folder, packagedBinaries(), () => {});
  const session = new pg.Client({ connectionString: primary.url("postgres") });
  await session.connect();
  await session.query("select pg_backup_start('copy', true)");
  cpSync(primary.data, place.data, {
    recursive: true,
    filter: (from) => !from.endsWith("postmaster.pid") && !from.endsWith(".partial"),
  });
  const { rows } = await session.query<{ labelfile: string }>("select labelfile from pg_backup_stop(false)");
  await session.end();
  writeFileSync(join(place.data, "backup_label"), rows[0]!.labelfile);
  writeFileSync(join(place.data, signal), "");
  give(place, place.data);
  chmodSync(place.data, 0o700);
  return { start: (settings) => run(place, settings) };
}

async function run(place: Place, settings: Readonly<Record<string, string>>): Promise<ClusterServer> {
  const port = await freePort();
  const all: Record<string, string> = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    hot_standby: "on",
    timezone: "UTC",
    ...settings,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const launch = (): ChildProcess => {
    removeStalePidFile(place.data);
    const out = openSync(place.logFile, "a", 0o600);
    const child = spawn(join(place.bin, "postgres"), ["-D", place.data, ...args], {
      ...identity(place.user),
      cwd: "/",
      env: { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", out, out],
    });
    closeSync(out);
    return child;
  };
  const url = (database: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
  const query = async <T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<T[]> => {
    const client = new pg.Client({ connectionString: url("postgres"), connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    await client.connect();
    try {
      return (await client.query<T>(sql, [...values])).rows;
    } finally {
      await client.end().catch(() => {});
    }
  };
  let child = launch();
  await ready(query, () => child);
  return {
    port,
    data: place.data,
    url,
    query,
    kill: () => end(child),
    async restart() {
      const gone = () => child.exitCode !== null || child.signalCode !== null;
      // Children of the dead server hold its shared memory until they notice.
      for (let attempt = 0; gone() && attempt < 40; attempt += 1) {
        child = launch();
        await ready(query, () => child).catch(() => sleep(250));
      }
      await ready(query, () => child);
    },
    async promote() {
      await query("select pg_promote(true, 60)");
    },
  };
}

async function ready(query: (sql: string) => Promise<unknown>, child: () => ChildProcess): Promise<void> {
  const until = performance.now() + 60_000;
  for (;;) {
    try {
      await query("select 1");
      return;
    } catch (error) {
      if (child().exitCode !== null || performance.now() > until) throw error;
      await sleep(50);
    }
  }
}

/** The whole server dies at once: its children notice that the first process is gone and end too. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

function give(place: Place, folder: string): void {
  if (place.user === null) return;
  chownSync(folder, place.user.uid, place.user.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    chownSync(join(entry.parentPath, entry.name), place.user.uid, place.user.gid);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Throws the folder of a server away, wherever its data came to lie. */
export function clearServer(server: ClusterServer): void {
  rmSync(join(server.data, ".."), { recursive: true, force: true });
}
