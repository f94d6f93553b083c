// 50,000 dirty older rights: every line accounted for, a take that is killed half-way and tried again, and a second file of the same.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { By } from "../../src/counter/index.ts";
import { testKbo } from "../../src/counter/testing.ts";
import { projection } from "../../src/dossier/index.ts";
import { anEmployer } from "../../src/dossier/testing.ts";
import { assertOk, instant, newRef, plainDate, systemClock } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { encoded } from "../../src/main/sample-import.ts";
import { createTransition } from "../../src/main/transition.ts";
import { createStore, type Database, masterKey, openDatabase, type Store } from "../../src/store/index.ts";
import { importFile } from "../../src/synthetic/index.ts";

const RIGHTS = 50_000;
const law = openLaw();
const firms = Array.from({ length: 200 }, (_, n) => testKbo(n));
const koen: By = { actor: { role: "caseHandler", ref: "koen" }, organisation: "" };
const fatima: By = { actor: { role: "caseHandler", ref: "fatima" }, organisation: "" };
const folder = mkdtempSync(join(tmpdir(), "maatwerk-import-"));
chmodSync(folder, 0o755);
const command = fileURLToPath(new URL("../../bin/maatwerk.mjs", import.meta.url));

let database: Database;
let store: Store;
beforeAll(async () => {
  database = await openDatabase({ dataDir: folder, log: () => {} });
  store = createStore({ database, clock: systemClock, project: projection, masterKey: masterKey({ dataDir: folder }) });
  const at = instant("2023-01-02T10:00:00.000Z");
  const known = firms.map((kbo) => ({ kbo, ref: newRef() as string }));
  const lookups = (kbo: string, subjectRef: string) => [{ subjectRef, kind: "kbo" as const, value: kbo }];
  await store.bulkSeal(known.map(({ kbo, ref }) => ({ subjectRef: ref, recordedAt: at, items: [], lookups: lookups(kbo, ref) })));
  const events = [{ type: "EmployerRecorded", effectiveOn: plainDate("2018-01-01"), payload: anEmployer() }];
  await store.events.bulkAppend(
    known.map(({ ref }) => ({
      streamKind: "employer" as const,
      streamRef: ref,
      batches: [{ recordedAt: at, actor: koen.actor, commandId: `firm:${ref}`, events }],
    })),
  );
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = async (sql: string): Promise<number> => Number((await database.pool.query<{ n: string }>(sql)).rows[0]?.n);
const rights = () => count("select count(distinct right_ref) as n from read.old_right");
const events = () => count("select count(*) as n from log.event");

function take(importRef: string): ChildProcess {
  const env = { ...process.env, DATABASE_URL: "", MAATWERK_DATA: folder, NODE_ENV: "production" };
  return spawn(process.execPath, [command, "transition", "take", importRef, "--as", "fatima"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe(`a file of ${RIGHTS} dirty older rights`, () => {
  const file = importFile({ law, seed: "fifty", rights: RIGHTS, dirt: 150, firms });
  let importRef = "";

  it("has every line accounted for, with sums equal to its control totals", async () => {
    const { imports } = createTransition({ law, clock: systemClock, store, demo: false });
    const started = performance.now();
    importRef = assertOk(await imports.upload((await encoded(file.lines, "windows-1252"))!, "vop-2023-06", koen)).importRef;
    const view = (await imports.find(importRef))!;
    console.log(`${file.rights} lines checked in ${Math.round(performance.now() - started)} ms`);
    expect(view.proof.controlReasons).toEqual([]);
    expect(view.proof.rows).toBe(file.rights);
    expect(view.proof.outcomes).toMatchObject({ TAKE: file.clean, PARKED: file.rights - file.clean });
    assertOk(await imports.sign(importRef, koen));
    assertOk(await imports.sign(importRef, fatima));
    expect(await rights()).toBe(0);
  });

  it("killed in the middle has recorded nothing or everything, and tried again gives the same", async () => {
    const before = await events();
    const child = take(importRef);
    const exit = ended(child);
    // People are sealed first: once they are there, the rights are on their way.
    while ((await count("select count(*) as n from vault.lookup")) < 10_000) await pause(100);
    await pause(700);
    child.kill("SIGKILL");
    await exit;
    await pause(2_000);
    const half = await rights();
    console.log(`killed with ${half} rights and ${(await events()) - before} events recorded`);
    expect([0, file.clean]).toContain(half);
    expect(await ended(take(importRef))).toBe(0);
    expect(await rights()).toBe(file.clean);
    const after = await events();
    expect(await ended(take(importRef))).toBe(0);
    expect([await rights(), await events()]).toEqual([file.clean, after]);
  });

  it("handed over a second time in another form it changes nothing", async () => {
    const { imports } = createTransition({ law, clock: systemClock, store, demo: false });
    const before = await events();
    const second = assertOk(await imports.upload((await encoded(file.lines, "utf16"))!, "vop-2023-06", koen));
    const view = (await imports.find(second.importRef))!;
    expect(view.proof.outcomes).toMatchObject({ TAKE: 0, KNOWN: file.clean });
    assertOk(await imports.sign(second.importRef, koen));
    assertOk(await imports.sign(second.importRef, fatima));
    expect(assertOk(await imports.take(second.importRef, koen)).stage).toBe("TAKEN");
    expect([await rights(), await events()]).toEqual([file.clean, before]);
  });
});
