import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "./connection.ts";
import { type Migration, migrate, readMigrations } from "./migrate.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const all = readMigrations();
const label = (number: number) => String(number).padStart(4, "0");
const next: Migration = {
  number: all.length + 1,
  name: "next",
  sql: "create table ops.next (n integer primary key)",
  checksum: "c",
};

/** On a database of its own without any of our schemas. */
async function onEmpty(work: (client: Client) => Promise<void>): Promise<void> {
  await database.asSuperuser(async (client) => {
    await client.query("drop schema log, vault, read, pay, stat, ops cascade");
    await work(client);
  });
}

describe("migrations", () => {
  test("a second time changes nothing", async () => {
    await database.asSuperuser(async (client) => {
      expect(await migrate(client)).toEqual([]);
      expect((await client.query("select count(*)::int as n from ops.migration")).rows).toEqual([{ n: all.length }]);
    });
  });

  test("a new one is applied alone, as the owner, and once when two processes come together", async () => {
    await database.asSuperuser((one) =>
      database.asSuperuser(async (two) => {
        const applied = await Promise.all([migrate(one, [...all, next]), migrate(two, [...all, next])]);
        expect(applied.flat()).toEqual([next.number]);
        const { rows } = await one.query("select tableowner from pg_tables where tablename = 'next'");
        expect(rows).toEqual([{ tableowner: "maatwerk_owner" }]);
      }),
    );
  });

  test("run while an older process works on: none of its work fails, and none is lost", async () => {
    const adds: Migration = {
      number: next.number,
      name: "adds",
      sql: "alter table ops.job add column later text; create index job_by_later on ops.job (later); create table ops.more (n integer)",
      checksum: "a",
    };
    const older = await testDatabase();
    let over = false;
    let done = 0;
    const working = (async () => {
      for (; !over; done += 1)
        await older.pool.query(
          "insert into ops.job (queue, key, payload, created_at, run_after) values ('test', $1, '{}', now(), now())",
          [String(done)],
        );
    })();
    while (done < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    await older.asSuperuser((client) => migrate(client, [...all, adds]));
    const during = done;
    while (done < during + 20) await new Promise((resolve) => setTimeout(resolve, 5));
    over = true;
    await working;
    const { rows } = await older.pool.query<{ n: number }>("select count(*)::int as n from ops.job where queue = 'test'");
    expect(rows[0]!.n).toBe(done);
    await older.close();
  });

  test("a database of a newer release is refused", async () => {
    await database.asSuperuser((client) =>
      expect(migrate(client, all)).rejects.toThrow(`belongs to a newer release (migration ${label(next.number)}_next)`),
    );
  });

  test("a file that was edited after it was applied is refused", async () => {
    const edited = [...all, { ...next, checksum: "d" }];
    await database.asSuperuser((client) =>
      expect(migrate(client, edited)).rejects.toThrow(`${label(next.number)}_next was applied with other contents`),
    );
  });

  test("one that fails leaves nothing behind and names itself", async () => {
    const bad: Migration = {
      number: next.number + 1,
      name: "bad",
      sql: "create table ops.half (n integer); select 1/0",
      checksum: "e",
    };
    await database.asSuperuser(async (client) => {
      await expect(migrate(client, [...all, next, bad])).rejects.toThrow(
        `Migration ${bad.number} (bad) failed: division by zero`,
      );
      expect((await client.query("select to_regclass('ops.half') as half")).rows).toEqual([{ half: null }]);
    });
  });

  test("a database with schemas of the same names that are not ours is refused and left as it is", async () => {
    await onEmpty(async (client) => {
      await client.query("create schema pay create table pay.salary (n integer)");
      await expect(migrate(client)).rejects.toThrow(/schemas with our names that are not Maatwerk's: pay/);
      expect((await client.query("select to_regclass('pay.salary') is not null as there")).rows).toEqual([{ there: true }]);
      await client.query("drop schema pay cascade");
      await migrate(client);
    });
  });

  test("a login that owns an empty database and may make roles can migrate it without being superuser", async () => {
    await onEmpty(async (client) => {
      const { rows } = await client.query<{ name: string }>("select current_database() as name");
      const login = `owner_${rows[0]!.name}`;
      await client.query(`create role ${login} login createrole`);
      await client.query(`alter database ${rows[0]!.name} owner to ${login}`);
      // The roles were made by another login of this server, which lends them.
      await client.query(`grant maatwerk_owner, maatwerk_app, maatwerk_reader, maatwerk_stats to ${login}`);
      await client.query(`set session authorization ${login}`);
      expect(await migrate(client)).toEqual(all.map((m) => m.number));
      await client.query("reset session authorization");
      await client.query(`alter database ${rows[0]!.name} owner to postgres`);
    });
  });

  test("a login without rights is told what it lacks", async () => {
    await onEmpty(async (client) => {
      const { rows } = await client.query<{ name: string }>("select current_database() as name");
      await client.query(`create role "poor_${rows[0]!.name}"`);
      await client.query(`set session authorization "poor_${rows[0]!.name}"`);
      await expect(migrate(client)).rejects.toThrow(/may not make the schema .* Migrate once as the owner/);
      await client.query("reset session authorization");
      await migrate(client);
    });
  });

  test("a server that is too old is refused", async () => {
    const old = { query: async () => ({ rows: [{ number: "140011", text: "14.11" }] }) } as unknown as Client;
    await expect(migrate(old)).rejects.toThrow("The server is PostgreSQL 14.11; version 15 or newer is needed.");
  });
});

describe("migration files", () => {
  test("follow on each other without a gap", () => {
    const folder = mkdtempSync(join(tmpdir(), "migrations-"));
    writeFileSync(join(folder, "0001_a.sql"), "");
    writeFileSync(join(folder, "0003_c.sql"), "");
    expect(() => readMigrations(folder)).toThrow(/0003_c.sql does not follow on number 1/);
    rmSync(folder, { recursive: true });
  });
});
