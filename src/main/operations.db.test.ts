import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { projection } from "../dossier/index.ts";
import { newRef, plainDate } from "../kernel/index.ts";
import { createStore, masterKey, openDatabase } from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { operator } from "./operations.ts";
import { readSettings, type Settings } from "./settings.ts";

const root = mkdtempSync(join(tmpdir(), "operations-"));
const personRef = newRef();
const opened: TestDatabase[] = [];

/** A database of the test server as the settings of an installation would name it. */
async function installation(name: string): Promise<{ settings: Settings; database: TestDatabase; url: string }> {
  const database = await testDatabase();
  opened.push(database);
  const { rows } = await database.asSuperuser((client) =>
    client.query<{ db: string; port: number }>("select current_database() as db, inet_server_port() as port"),
  );
  const login = `op_${rows[0]!.db.slice(5)}`;
  await database.asSuperuser((client) => client.query(`create role ${login} login superuser password 'secret'`));
  const url = `postgres://${login}:secret@127.0.0.1:${rows[0]!.port}/${rows[0]!.db}`;
  const read = readSettings({ DATABASE_URL: url, MAATWERK_DATA: join(root, name), LOG_LEVEL: "silent" });
  if (!read.ok) throw new Error("settings");
  mkdirSync(read.value.dataFolder, { recursive: true });
  return { settings: read.value, database, url };
}

let first: Awaited<ReturnType<typeof installation>>;
const file = join(root, "night.backup");

beforeAll(async () => {
  first = await installation("first");
  const database = await openDatabase({ databaseUrl: first.url, dataDir: first.settings.dataFolder, log: () => {} });
  const clock = { now: () => "2026-01-02T03:04:05.000Z" as never, today: () => plainDate("2026-01-02") };
  const key = masterKey({ dataDir: first.settings.dataFolder, env: {} });
  const store = createStore({ database, clock, project: projection, masterKey: key });
  await store.vault.seal([{ subjectRef: personRef, sealedRef: newRef(), kind: "name", content: "An" }]);
  const event = {
    type: "PersonRegistered",
    effectiveOn: plainDate("2026-01-02"),
    payload: { sex: "F", bornIn: "1990-01", municipality: "11002", province: "ANT", residence: "FLANDERS" },
  };
  await store.events.append("person", personRef, 0, [event], { actor: { role: "system", ref: "t" }, commandId: newRef() });
  await store.sealHeads();
  await database.close();
  await operator({ settings: first.settings, env: {} }).backup(file);
});
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  rmSync(root, { recursive: true });
});

const sound = { flaws: [], events: 1, streams: 1, seals: 1, unsealed: 0 };

describe("an operator", () => {
  test("restores a backup on an empty machine that has both keys, and sees that all is sound", async () => {
    const second = await installation("second");
    cpSync(join(first.settings.dataFolder, "secrets"), join(second.settings.dataFolder, "secrets"), { recursive: true });
    const report = await operator({ settings: second.settings, env: {} }).restore(file);
    expect(report).toMatchObject({ verification: sound, differences: [], erased: 0 });
    expect(await operator({ settings: second.settings, env: {} }).seals()).toHaveLength(1);
  });

  test("is refused before anything changes when the vault's key is not there, and no other key is made", async () => {
    const third = await installation("third");
    await expect(operator({ settings: third.settings, env: {} }).restore(file)).rejects.toThrow(
      /master key .* Nothing was changed/,
    );
    expect(existsSync(join(third.settings.dataFolder, "secrets", "master.key"))).toBe(false);
    const { rows } = await third.database.pool.query("select count(*) as events from log.event");
    expect(rows).toEqual([{ events: 0 }]);
  });

  test("moves everything to an empty server, and nothing while another process uses the old one", async () => {
    const target = await installation("target");
    const other = new pg.Client({ connectionString: first.url, application_name: "maatwerk another process" });
    await other.connect();
    const { move, verify } = operator({ settings: first.settings, env: {} });
    await expect(move(target.url)).rejects.toThrow(/Other processes use this database/);
    await other.end();
    // The server notices a moment later that the other one is gone.
    const report = await vi.waitFor(() => move(target.url), { timeout: 5_000 });
    expect(report.rows).toBeGreaterThan(4);
    expect(
      await operator({ settings: { ...target.settings, dataFolder: first.settings.dataFolder }, env: {} }).verify(),
    ).toMatchObject({
      verification: sound,
    });
    await expect(move(target.url)).rejects.toThrow(/not empty/);
    expect(await verify()).toMatchObject({ verification: sound });
  });
});
