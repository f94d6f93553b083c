// Questions that may lag, on a primary and a standby on loopback: who answers, and what happens when the standby stays behind or dies.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "../../src/kernel/index.ts";
import { askMayLag, type Database, openDatabase, setMark } from "../../src/store/index.ts";
import { type ClusterServer, clearServer, startPrimary, startStandby } from "../../src/store/server/testing/cluster.ts";

const MOST_LAG_SECONDS = 3;
const root = mkdtempSync(join(tmpdir(), "read-server-"));
chmodSync(root, 0o755);
const servers: ClusterServer[] = [];
const said: string[] = [];
let primary: ClusterServer;
let standby: ClusterServer;
let database: Database;

beforeAll(async () => {
  primary = await startPrimary(join(root, "one"));
  servers.push(primary);
  await primary.query("create database maatwerk");
  const options = { databaseUrl: primary.url("maatwerk"), dataDir: join(root, "data"), log: (line: string) => said.push(line) };
  await (await openDatabase(options)).close();
  standby = await startStandby(primary, join(root, "two"));
  servers.push(standby);
  database = await openDatabase({ ...options, read: { url: standby.url("maatwerk"), mostLagSeconds: MOST_LAG_SECONDS } });
  await until(() => state().used);
});
afterAll(async () => {
  await database.close();
  for (const server of servers) {
    await server.kill();
    clearServer(server);
  }
  rmSync(root, { recursive: true, force: true });
});

const state = () => database.standby!.state();
const portThatAnswers = (role: "app" | "statistics") =>
  askMayLag(database, role, async (pool) => {
    const { rows } = await pool.query<{ port: number; login: string }>(
      "select inet_server_port() as port, current_user as login",
    );
    return [rows[0]!.port, rows[0]!.login];
  });
const write = () => setMark(database.pool, "test", {}, systemClock.now());

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 20_000; !holds(); await sleep(50))
    if (performance.now() > end) throw new Error(`It stays ${JSON.stringify(state())}`);
}

describe("a read server", () => {
  test("answers questions that may lag, each in its role; the rest goes to the primary", async () => {
    expect(await portThatAnswers("statistics")).toEqual([standby.port, "maatwerk_stats"]);
    expect(await portThatAnswers("app")).toEqual([standby.port, "maatwerk_app"]);
    const { rows } = await database.pool.query<{ port: number }>("select inet_server_port() as port");
    expect(rows[0]!.port).toBe(primary.port);
  });

  test("is left alone while it lags more than the bound, although it still answers, and is used again when it caught up", async () => {
    await standby.query("select pg_wal_replay_pause()");
    await write();
    await until(() => !state().used);
    expect(state().lagSeconds).toBeGreaterThanOrEqual(MOST_LAG_SECONDS);
    expect(await portThatAnswers("app")).toEqual([primary.port, "maatwerk_app"]);
    await until(() => /lags too much/.test(said.at(-1) ?? ""));
    await standby.query("select pg_wal_replay_resume()");
    await until(() => state().used);
    expect(state().lagSeconds).toBeLessThanOrEqual(MOST_LAG_SECONDS);
    expect(await portThatAnswers("app")).toEqual([standby.port, "maatwerk_app"]);
  });

  test("is not believed when it was cut off from the primary and takes itself for up to date", async () => {
    const access = join(primary.data, "pg_hba.conf");
    const rules = readFileSync(access, "utf8");
    writeFileSync(access, `host replication all all reject\n${rules}`);
    await primary.query("select pg_reload_conf()");
    await primary.query("select pg_terminate_backend(pid) from pg_stat_replication");
    await sleep(500);
    await write();
    const [own] = await standby.query<{ same: boolean }>("select pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() as same");
    expect(own!.same).toBe(true);
    await until(() => !state().used);
    writeFileSync(access, rules);
    await primary.query("select pg_reload_conf()");
    await until(() => state().used);
  });

  test("that dies under a question loses nobody's answer: the primary gives it", async () => {
    const before = state();
    await standby.kill();
    const answers = await Promise.all(Array.from({ length: 10 }, () => portThatAnswers("statistics")));
    expect(answers.every(([port]) => port === primary.port)).toBe(true);
    expect(state().fellBack - before.fellBack).toBe(10);
    expect(state()).toMatchObject({ used: false, lagSeconds: null });
    await standby.restart();
    await until(() => state().used);
    expect(await portThatAnswers("statistics")).toEqual([standby.port, "maatwerk_stats"]);
  });

  test("that was promoted is a primary of its own, and is asked no more", async () => {
    await standby.promote();
    await until(() => !state().used);
    expect(await portThatAnswers("statistics")).toEqual([primary.port, "maatwerk_stats"]);
  });
});
