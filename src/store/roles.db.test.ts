import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newRef, systemClock } from "../kernel/index.ts";
import type { Pool } from "./connection.ts";
import { context, event, projectPayload, workStatus } from "./fixtures.ts";
import { createStore } from "./store.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";
import { masterKeyFrom } from "./vault/master-key.ts";

let database: TestDatabase;
const person = newRef();

beforeAll(async () => {
  database = await testDatabase();
  const store = createStore({
    database,
    clock: systemClock,
    project: projectPayload,
    masterKey: masterKeyFrom(Buffer.alloc(32, 7)),
  });
  const sealed = [{ subjectRef: person, sealedRef: newRef(), kind: "name", content: "Ann" }];
  await store.events.append("person", person, 0, [event("A", [workStatus(person, "A", "2024-01-01")])], context({ sealed }));
  await store.sealHeads();
});
afterAll(() => database.close());

const code = (pool: Pool, sql: string): Promise<string> =>
  pool.query(sql).then(
    () => "allowed",
    (error: { code: string }) => error.code,
  );
const denied = "42501";

const appendOnly = [
  "log.event",
  "log.command",
  "log.seal",
  "log.seal_head",
  "log.access",
  "log.erasure",
  "log.transition_step",
  "log.privacy_step",
  "log.delivery",
  "pay.attest",
  "pay.attest_parts",
  "pay.intake",
  "pay.intake_item",
  "pay.intake_item_step",
  "pay.payroll",
  "pay.ledger_line",
  "pay.statement",
  "pay.payout",
  "pay.payment",
  "pay.payment_step",
  "pay.bank_batch",
  "pay.batch_item",
  "pay.batch_step",
  "pay.account_check",
  "pay.bank_file",
  "pay.bank_entry",
  "pay.bank_entry_step",
  "pay.block_step",
  "pay.advance_step",
  "pay.budget_row",
  "pay.commitment",
  "pay.audit_sample",
  "pay.run_step",
  "pay.run_activity",
  "pay.recovery_step",
  "pay.rule_graph",
  "stat.release_step",
  "stat.release_file",
  "stat.published_table",
  "stat.question",
  "stat.linkage_request",
  "stat.lab_result",
  "stat.linkage_arrival",
  "stat.linked_value",
];

describe("tables that only grow", () => {
  test.each(appendOnly)("%s cannot be updated, deleted from or emptied by the application", async (table) => {
    const column = (await database.pool.query(`select * from ${table} limit 0`)).fields[0]!.name;
    expect(await code(database.pool, `update ${table} set ${column} = ${column}`)).toBe(denied);
    expect(await code(database.pool, `delete from ${table}`)).toBe(denied);
    expect(await code(database.pool, `truncate ${table}`)).toBe(denied);
    expect(await code(database.pool, `drop table ${table}`)).toBe(denied);
    expect(await code(database.pool, `alter table ${table} disable trigger all`)).toBe(denied);
  });

  test.each(appendOnly)("%s cannot be changed by its owner either while the guard stands", async (table) => {
    const column = (await database.pool.query(`select * from ${table} limit 0`)).fields[0]!.name;
    for (const sql of [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(database.asOwner((client) => client.query(sql))).rejects.toThrow(
        /this table only grows|referenced in a foreign key/,
      );
    }
  });

  test("every table of log, pay and stat is on the list above", async () => {
    const { rows } = await database.pool.query(
      "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('log', 'pay', 'stat') order by 1",
    );
    expect(rows.map((r) => r.name)).toEqual([...appendOnly].sort());
  });
});

describe("roles", () => {
  test("the application cannot step out of its role", async () => {
    await database.pool.query("reset role");
    expect((await database.pool.query("select current_user, session_user")).rows).toEqual([
      { current_user: "maatwerk_app", session_user: "maatwerk_app" },
    ]);
    expect(await code(database.pool, "set role maatwerk_owner")).toBe(denied);
    expect(await code(database.pool, "set session_replication_role = replica")).toBe(denied);
    expect(await code(database.pool, "create table read.x (i int)")).toBe(denied);
  });

  test("statistics read the read tables, declarations and payments without reaching log, vault, pay or ops", async () => {
    const { statistics } = database;
    expect((await statistics.query("select status from read.work_status")).rows).toEqual([{ status: "A" }]);
    expect(await code(statistics, "select * from read.attest")).toBe("allowed");
    expect(await code(statistics, "select * from read.ledger_line")).toBe("allowed");
    for (const table of [
      "log.event",
      "log.access",
      "vault.sealed",
      "vault.subject_key",
      "vault.lookup",
      "pay.attest",
      "pay.ledger_line",
      "ops.job",
    ]) {
      expect(await code(statistics, `select * from ${table}`)).toBe(denied);
    }
    expect(await code(statistics, "delete from read.work_status")).toBe(denied);
  });

  test("the reader sees the log and the ledger and never the vault", async () => {
    await database.asSuperuser(async (client) => {
      await client.query("set role maatwerk_reader");
      expect((await client.query("select type from log.event")).rows).toEqual([{ type: "A" }]);
      await client.query("select * from pay.ledger_line");
      await expect(client.query("select * from vault.sealed")).rejects.toMatchObject({ code: denied });
      await expect(client.query("insert into ops.mark values ('x', '1', now())")).rejects.toMatchObject({ code: denied });
    });
  });

  test("sealed data cannot be changed by the application, only its key destroyed", async () => {
    expect(await code(database.pool, "update vault.sealed set ciphertext = ''")).toBe(denied);
    expect(await code(database.pool, "delete from vault.sealed")).toBe(denied);
    expect(await code(database.pool, "delete from vault.subject_key")).toBe(denied);
    expect(await code(database.pool, `update vault.subject_key set subject_ref = '${newRef()}'`)).toBe(denied);
  });
});

test("nothing that was sealed stands in the database in the clear", async () => {
  const { rows } = await database.asSuperuser((client) =>
    client.query("select count(*)::int as n from vault.sealed where position('Ann'::bytea in ciphertext) > 0"),
  );
  expect(rows).toEqual([{ n: 0 }]);
});
