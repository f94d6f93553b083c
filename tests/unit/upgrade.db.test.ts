// A data folder of an earlier release, brought up to date by the program while a process of that release goes on; and the way back, refused.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projection } from "../../src/dossier/index.ts";
import { grantedEvents } from "../../src/dossier/testing.ts";
import { newRef, systemClock } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createStore, type Database, masterKey, openDatabase, type Store } from "../../src/store/index.ts";
import { readMigrations } from "../../src/store/migrate.ts";

/** Before VDAB's tables, replies, the desk for data protection, linkages and the columns of establishments. */
const EARLIER = 20;
const law = openLaw();
const dataDir = mkdtempSync(join(tmpdir(), "maatwerk-upgrade-"));
chmodSync(dataDir, 0o755);
let database: Database;
let earlier: Store;
const acknowledged: { readonly fileRef: string; readonly personRef: string; readonly events: number }[] = [];

beforeAll(async () => {
  database = await openDatabase({ dataDir, upTo: EARLIER, log: () => {} });
  earlier = await earlierStore(database);
  for (let n = 0; n < 30; n += 1) await grant();
  await earlier.sealHeads();
});
afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What the earlier release wrote in its read tables: those that it had as they still are. */
async function earlierStore(of: Database): Promise<Store> {
  const { rows } = await of.pool.query<{ name: string }>(
    "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'read'",
  );
  const had = new Set(rows.map(({ name }) => name));
  return createStore({
    database: of,
    clock: systemClock,
    masterKey: masterKey({ dataDir }),
    project: (event, envelope) =>
      projection(event as never, envelope).filter(({ table }) => had.has(`${table}.known`) && !GREW.includes(table)),
  });
}

/** Read tables with columns that came later. */
const GREW: readonly string[] = ["application", "grant_position", "old_right"];

/** A grant with a sealed name, as one command; counted when it was acknowledged. */
async function grant(): Promise<void> {
  const [fileRef, personRef] = [newRef() as string, newRef() as string];
  const events = grantedEvents(law, { personRef, employerRef: newRef() });
  const done = await earlier.events.append("file", fileRef, 0, events as never, {
    commandId: newRef(),
    actor: { role: "caseHandler", ref: "ann" },
    sealed: [{ sealedRef: newRef(), subjectRef: personRef, kind: "name", content: { name: fileRef } }],
  });
  if (done.outcome !== "appended") throw new Error(`Not appended: ${done.outcome}`);
  acknowledged.push({ fileRef, personRef, events: events.length });
}

/** The program as it is now, in a process of its own. */
async function command(...args: string[]): Promise<{ readonly code: number | null; readonly text: string }> {
  const env = { ...process.env, MAATWERK_DATA: dataDir, DATABASE_URL: "", NODE_ENV: "production", LC_ALL: "en" };
  const bin = join(import.meta.dirname, "..", "..", "bin", "maatwerk.mjs");
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => parts.push(part));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, text: Buffer.concat(parts).toString("utf8") })));
}

const applied = async () => (await database.pool.query<{ n: number }>("select count(*)::int as n from ops.migration")).rows[0]!.n;

describe("the data of an earlier release", () => {
  test("are brought up to date while a process of that release writes on; nothing that it acknowledged is lost", async () => {
    expect(await applied()).toBe(EARLIER);
    const failed: unknown[] = [];
    let over = false;
    const working = (async () => {
      while (!over) {
        await grant().catch((error: unknown) => void failed.push(error));
        await sleep(5);
      }
    })();
    const before = acknowledged.length;
    const upgraded = await command("jobs", "list");
    const during = acknowledged.length;
    while (acknowledged.length < during + 20 && failed.length === 0) await sleep(10);
    over = true;
    await working;

    expect([upgraded.code, failed]).toEqual([0, []]);
    expect(await applied()).toBe(readMigrations().length);
    expect(during).toBeGreaterThan(before);
    for (const { fileRef, personRef, events } of acknowledged) {
      expect(await earlier.events.read(fileRef)).toHaveLength(events);
      const opened = await earlier.vault.openAll(
        [personRef],
        { actor: { role: "system", ref: "x" }, organisation: "", purpose: "x" },
        ["name"],
      );
      expect([...opened.values()].flat().map((one) => (one as { content: unknown }).content)).toEqual([{ name: fileRef }]);
    }
  });

  test("hold after that: the read tables are made anew from the log, and every chain, seal and read table agrees", async () => {
    const rebuilt = await command("db", "rebuild");
    expect([rebuilt.code, rebuilt.text]).toEqual([0, expect.any(String)]);
    const verified = await command("verify");
    expect([verified.code, verified.text]).toEqual([0, expect.any(String)]);
    const { rows } = await database.pool.query<{ n: number }>("select count(distinct file_ref)::int as n from read.application");
    expect(rows[0]!.n).toBe(acknowledged.length);
  });

  test("do not open for the earlier release again: it says which migration it does not know and what to do, and changes nothing", async () => {
    const refused = await openDatabase({ dataDir, upTo: EARLIER, log: () => {} }).then(
      () => null,
      (error: Error) => error.message,
    );
    const [first] = readMigrations().slice(EARLIER);
    expect(refused).toContain(`belongs to a newer release (migration 00${EARLIER + 1}_${first!.name})`);
    expect(refused).toContain("install the newer one");
    expect(await applied()).toBe(readMigrations().length);
    expect((await command("jobs", "list")).code).toBe(0);
  });
});
