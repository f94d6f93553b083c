// A list of older rights with many mistakes, from its bytes to recorded rights: check, proof sheet, two signatures, taken; on a durable database.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type By, type ImportView, ROW_OUTCOMES } from "../../src/counter/index.ts";
import { testKbo } from "../../src/counter/testing.ts";
import { projection } from "../../src/dossier/index.ts";
import { anEmployer } from "../../src/dossier/testing.ts";
import { assertOk, instant, newRef, plainDate, systemClock } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { encoded } from "../../src/main/sample-import.ts";
import { createTransition } from "../../src/main/transition.ts";
import { createStore, masterKey, openDatabase, type Store } from "../../src/store/index.ts";
import { importFile } from "../../src/synthetic/index.ts";
import type { Job } from "./index.ts";

/** In thousandths: how many rights have a mistake. */
const DIRT = 150;
const FIRMS = 200;
const koen: By = { actor: { role: "caseHandler", ref: "koen" }, organisation: "" };
const fatima: By = { actor: { role: "caseHandler", ref: "fatima" }, organisation: "" };

export const olderImportJob: Job = async ({ quick, say }) => {
  const wanted = quick ? 2_000 : 50_000;
  const law = openLaw();
  const firms = Array.from({ length: FIRMS }, (_, n) => testKbo(n));
  const file = importFile({ law, seed: "older-import", rights: wanted, dirt: DIRT, firms });
  const bytes = (await encoded(file.lines, "windows-1252")) as Uint8Array;
  const dataDir = mkdtempSync(join(tmpdir(), "maatwerk-older-import-"));
  const database = await openDatabase({ dataDir, log: () => {} });
  const seconds: Record<string, number> = {};
  const mistakes: string[] = [];
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const done = await work();
    seconds[name] = (performance.now() - started) / 1000;
    say(`${name}: ${seconds[name].toFixed(2)} s`);
    return done;
  };
  try {
    const store = createStore({ database, clock: systemClock, project: projection, masterKey: masterKey({ dataDir }) });
    await recordFirms(store, firms);
    const { imports } = createTransition({ law, clock: systemClock, store, demo: false });
    say(`${file.rights} lines, ${(bytes.length / 2 ** 20).toFixed(1)} MiB, ${file.rights - file.clean} of them cannot be taken`);
    const { importRef } = assertOk(await step("check", () => imports.upload(bytes, "vop-2023-06", koen)));
    const checked = (await step("proof sheet", () => imports.find(importRef))) as ImportView;
    await step("sign", async () => {
      assertOk(await imports.sign(importRef, koen, checked.head.fingerprint));
      assertOk(await imports.sign(importRef, fatima, checked.head.fingerprint));
    });
    const taken = assertOk(await step("take", () => imports.take(importRef, koen)));
    const { rows, outcomes, controlReasons } = taken.proof;
    for (const outcome of ROW_OUTCOMES) if (outcomes[outcome] > 0) say(`${outcome}: ${outcomes[outcome]} rows`);
    const recorded = await database.pool.query<{ n: string }>("select count(distinct right_ref) as n from read.old_right");
    if (rows !== file.rights) mistakes.push(`${rows} rows of ${file.rights} lines`);
    if (controlReasons.length > 0) mistakes.push(`${controlReasons.length} control totals do not hold`);
    if (outcomes.TAKE !== file.clean) mistakes.push(`${outcomes.TAKE} lines taken of ${file.clean} without a mistake`);
    if (Number(recorded.rows[0]?.n) !== file.clean) mistakes.push(`${recorded.rows[0]?.n} rights recorded of ${file.clean}`);
    return { gates: [], mistakes, figures: { lines: file.rights, bytes: bytes.length, seconds, outcomes } };
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** Firms that the records know: the registers answer nobody here. */
async function recordFirms(store: Store, firms: readonly string[]): Promise<void> {
  const recordedAt = instant("2023-01-02T10:00:00.000Z");
  const known = firms.map((kbo) => ({ kbo, subjectRef: newRef() as string }));
  await store.bulkSeal(
    known.map(({ kbo, subjectRef }) => ({
      subjectRef,
      recordedAt,
      items: [],
      lookups: [{ subjectRef, kind: "kbo" as const, value: kbo }],
    })),
  );
  const events = [{ type: "EmployerRecorded", effectiveOn: plainDate("2018-01-01"), payload: anEmployer() }];
  await store.events.bulkAppend(
    known.map(({ subjectRef }) => ({
      streamKind: "employer" as const,
      streamRef: subjectRef,
      batches: [{ recordedAt, actor: koen.actor, commandId: `firm:${subjectRef}`, events }],
    })),
  );
}
