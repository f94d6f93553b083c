import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock, newRef } from "../../kernel/index.ts";
import { context, event, projectPayload, workStatus } from "../fixtures.ts";
import { createStore, type Store } from "../store.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { eraseAgain, listErasures } from "../vault/erasures.ts";
import { masterKeyFrom } from "../vault/master-key.ts";
import { checkBackup, makeBackup, moveTables, restoreBackup } from "./backup.ts";
import { listTables, proofOf } from "./tables.ts";

const clock = fixedClock("2024-05-01T10:00:00.000Z");
const key = Buffer.alloc(32, 3);
const folder = mkdtempSync(join(tmpdir(), "backup-"));
const file = join(folder, "night.backup");
const opened: TestDatabase[] = [];
let source: TestDatabase;
let store: Store;
let personRef: string;

async function fresh(): Promise<TestDatabase> {
  const database = await testDatabase();
  opened.push(database);
  return database;
}

const storeOver = (database: TestDatabase) =>
  createStore({ database, clock, project: projectPayload, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });

const proofs = (database: TestDatabase) =>
  database.asOwner(async (client) => {
    const found: Record<string, unknown> = {};
    for (const table of await listTables(client)) found[table.name] = await proofOf(client, table);
    return found;
  });

beforeAll(async () => {
  source = await fresh();
  store = storeOver(source);
  personRef = newRef();
  await store.vault.seal(
    [{ subjectRef: personRef, sealedRef: newRef(), kind: "name", content: { first: "Zoë", last: "O\\'Neill\t\n" } }],
    [{ subjectRef: personRef, kind: "insz", value: "85073003328" }],
  );
  for (let i = 0; i < 300; i += 1) {
    const ref = i === 0 ? personRef : newRef();
    const events = [
      event("A", [workStatus(ref, "WZW", "2024-01-01")]),
      { ...event("B"), payload: { text: "é\\n\t\u2028", nothing: null } },
    ];
    await store.events.append("person", ref, 0, events, context({ jobs: [{ queue: "q", payload: { i } }] }));
  }
  await store.sealHeads();
  await source.asOwner((client) => makeBackup(client, file, key, clock));
});
afterAll(async () => {
  await Promise.all(opened.map((d) => d.close()));
  rmSync(folder, { recursive: true });
});

describe("a backup", () => {
  test("restored into an empty database gives the same rows of every table, a sound chain and equal read tables", async () => {
    const target = await fresh();
    const report = await target.asOwner((client) => restoreBackup(client, file, key));
    expect(report.rows).toBeGreaterThan(1_000);
    expect(await proofs(target)).toEqual(await proofs(source));
    const restored = storeOver(target);
    expect(await restored.verifyChain()).toMatchObject({ events: 600, streams: 300, flaws: [] });
    expect(await restored.compareReadTables()).toEqual([]);
    expect(
      (await restored.vault.open(personRef, { actor: { role: "x", ref: "y" }, organisation: "", purpose: "test" }))[0]?.content,
    ).toEqual({
      first: "Zoë",
      last: "O\\'Neill\t\n",
    });
  });

  test("leaves a database that still guards its history and goes on numbering", async () => {
    const target = await fresh();
    await target.asOwner((client) => restoreBackup(client, file, key));
    await expect(target.asOwner((client) => client.query("delete from log.event"))).rejects.toThrow(/only grows/);
    const restored = storeOver(target);
    const outcome = await restored.events.append(
      "person",
      personRef,
      2,
      [event("C")],
      context({ jobs: [{ queue: "q", payload: {} }] }),
    );
    expect(outcome.outcome).toBe("appended");
    const { rows } = await target.pool.query("select count(*) as jobs, max(job_id) as last from ops.job");
    expect(rows).toEqual([{ jobs: 301, last: 301 }]);
  });

  test("holds no readable name, number or event", () => {
    const bytes = readFileSync(file).toString("latin1");
    for (const secret of ["Neill", "85073003328", personRef, "work_status"]) expect(bytes).not.toContain(secret);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test("appears under its name only when it is whole", async () => {
    const broken = join(folder, "broken.backup");
    await expect(
      source.asOwner((client) =>
        makeBackup(client, broken, key, clock, (table) => {
          if (table === "log.event") throw new Error("the disk is full");
        }),
      ),
    ).rejects.toThrow("the disk is full");
    expect(readdirSync(folder).filter((name) => name.startsWith("broken"))).toEqual([]);
  });

  test("is refused with another key, when a byte was changed, when it was cut, and when it is something else", async () => {
    const whole = readFileSync(file);
    const changed = join(folder, "changed.backup");
    const check = (path: string, with_ = key) => checkBackup(path, with_);
    await expect(check(file)).resolves.toMatchObject({ tables: (await source.asOwner(listTables)).length });
    await expect(check(file, Buffer.alloc(32, 4))).rejects.toThrow(/opened by the key/);
    for (const at of [200, Math.floor(whole.length / 2), whole.length - 1]) {
      const bytes = Buffer.from(whole);
      bytes[at] = bytes[at]! ^ 1;
      writeFileSync(changed, bytes);
      await expect(check(changed), `byte ${at}`).rejects.toThrow(/not a whole backup/);
    }
    for (const length of [0, 20, 1_000, whole.length - 21]) {
      writeFileSync(changed, whole);
      truncateSync(changed, length);
      await expect(check(changed), `first ${length} bytes`).rejects.toThrow(/not a whole backup|not complete/);
    }
    writeFileSync(changed, Buffer.concat([whole, Buffer.alloc(64)]));
    await expect(check(changed)).rejects.toThrow(/not a whole backup/);
  });

  test("does not go into a database that holds something, and changes nothing there", async () => {
    const target = await fresh();
    await storeOver(target).events.append("person", newRef(), 0, [event("A")], context());
    const before = await proofs(target);
    await expect(target.asOwner((client) => restoreBackup(client, file, key))).rejects.toThrow(/not empty: .*log\.event/);
    expect(await proofs(target)).toEqual(before);
  });

  test("that breaks off half-way leaves the database empty", async () => {
    const cut = join(folder, "cut.backup");
    writeFileSync(cut, readFileSync(file));
    truncateSync(cut, statSync(cut).size - 40);
    const target = await fresh();
    const before = await proofs(target);
    await expect(target.asOwner((client) => restoreBackup(client, cut, key))).rejects.toThrow(/whole backup|not complete/);
    expect(await proofs(target)).toEqual(before);
  });

  test("made before an erasure gives nobody back: the exported erasures are done again", async () => {
    const gone = newRef();
    await store.vault.seal(
      [{ subjectRef: gone, sealedRef: newRef(), kind: "name", content: "gone" }],
      [{ subjectRef: gone, kind: "insz", value: "00010100105" }],
    );
    const early = join(folder, "early.backup");
    await source.asOwner((client) => makeBackup(client, early, key, clock));
    await store.vault.destroyKey(gone, "request");
    const erasures = await listErasures(source.pool);

    const target = await fresh();
    await target.asOwner((client) => restoreBackup(client, early, key));
    const restored = storeOver(target);
    const purpose = { actor: { role: "x", ref: "y" }, organisation: "", purpose: "test" };
    expect(await restored.vault.open(gone, purpose)).toHaveLength(1);
    expect(await eraseAgain(target.pool, erasures)).toBe(1);
    expect(await restored.vault.open(gone, purpose)).toEqual([]);
    expect(await restored.vault.findByIdentifier("insz", "00010100105")).toBeNull();
    expect(await listErasures(target.pool)).toEqual(erasures);
    expect(await eraseAgain(target.pool, erasures)).toBe(0);
  });
});

describe("moving", () => {
  test("takes every row to another database and compares each table", async () => {
    const target = await fresh();
    const seen: string[] = [];
    const report = await source.asOwner((from) => target.asOwner((to) => moveTables(from, to, (table) => seen.push(table))));
    expect(await proofs(target)).toEqual(await proofs(source));
    expect(report.tables).toBe(seen.length - 1);
    expect(seen.indexOf("vault.subject_key")).toBeLessThan(seen.indexOf("vault.draft"));
  });
});
