import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOutage, newRef, systemClock } from "../kernel/index.ts";
import { type Database, openDatabase } from "./database.ts";
import { context, event, projectPayload, workStatus } from "./fixtures.ts";
import { createStore } from "./store.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";
import { masterKeyFrom } from "./vault/master-key.ts";

let server: TestDatabase;
const opened: Database[] = [];
beforeAll(async () => {
  server = await testDatabase();
});
afterAll(async () => {
  await Promise.all(opened.map((d) => d.close()));
  await server.close();
});

/** A login on the test's own database, as an administrator would make it. */
async function loginUrl(name: string, roles: string): Promise<string> {
  const { hostname, port, pathname } = new URL(server.url);
  const login = `${name}_${pathname.slice(1)}`;
  await server.asSuperuser(async (client) => {
    await client.query(`create role ${login} login password 'p w%'`);
    if (roles !== "") await client.query(`grant ${roles} to ${login}`);
  });
  return `postgres://${login}:${encodeURIComponent("p w%")}@${hostname}:${port}${pathname}`;
}

async function openUrl(databaseUrl: string): Promise<Database> {
  const database = await openDatabase({ databaseUrl, dataDir: "/nonexistent", log: () => {} });
  opened.push(database);
  return database;
}

describe("a server of one's own by DATABASE_URL", () => {
  test("is entered as the application's role, without touching the data folder, and nothing there is lost", async () => {
    await server.asSuperuser(async (client) => {
      await client.query("create schema other; create table other.precious as select 1 as one");
    });
    const database = await openUrl(await loginUrl("admin", "maatwerk_owner, maatwerk_app, maatwerk_stats"));
    expect(database.kind).toBe("server");
    expect(database.url).not.toContain("p w%");
    expect(database.url).not.toContain("p%20w%25");
    expect((await database.pool.query("select current_user")).rows).toEqual([{ current_user: "maatwerk_app" }]);
    expect((await database.statistics.query("select current_user")).rows).toEqual([{ current_user: "maatwerk_stats" }]);
    await database.pool.query("reset role");
    expect((await database.pool.query("select current_user")).rows).toEqual([{ current_user: "maatwerk_app" }]);
    expect((await server.asSuperuser((c) => c.query("select one from other.precious"))).rows).toEqual([{ one: 1 }]);
  });

  test("a login that is not the owner runs the application, loads in bulk, and is told that it may not rebuild", async () => {
    const database = await openUrl(await loginUrl("app", "maatwerk_app, maatwerk_stats"));
    expect(database.ownerAllowed).toBe(false);
    const store = createStore({
      database,
      clock: systemClock,
      project: projectPayload,
      masterKey: masterKeyFrom(Buffer.alloc(32, 7)),
    });
    const ref = newRef();
    const batch = { ...context(), recordedAt: systemClock.now(), events: [event("A", [workStatus(ref, "A", "2024-01-01")])] };
    expect(await store.events.bulkAppend([{ streamKind: "person", streamRef: ref, batches: [batch] }])).toEqual({
      streams: 1,
      events: 1,
      readRows: 1,
    });
    expect((await store.events.append("person", ref, 1, [event("B")], context())).outcome).toBe("appended");
    await expect(store.rebuildReadTables()).rejects.toThrow(/takes the role maatwerk_owner/);
  });

  test("a login without our roles is told which it lacks", async () => {
    await expect(openUrl(await loginUrl("poor", ""))).rejects.toThrow(
      /is not a member of maatwerk_app, maatwerk_stats. Give it these roles/,
    );
  });

  test("whose connection breaks between two statements tells the next statement, and the process lives", async () => {
    const { pool } = await openUrl(await loginUrl("cut_off", "maatwerk_app, maatwerk_stats"));
    const client = await pool.connect();
    await client.query("begin");
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    await server.asSuperuser((other) => other.query("select pg_terminate_backend($1)", [rows[0]!.pid]));
    // Time for the news to come while nothing is asked.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(client.query("select 1")).rejects.toSatisfy(isOutage);
    client.release(true);
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  test("a server that is not there gives the reason", async () => {
    await expect(openUrl("postgres://nobody@127.0.0.1:1/none")).rejects.toThrow(/ECONNREFUSED/);
  });
});
