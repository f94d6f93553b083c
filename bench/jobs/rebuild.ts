// All read tables from the log of the whole synthetic Flanders, on a durable database, and compared with the live ones afterwards.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projection } from "../../src/dossier/index.ts";
import { fixedClock, plainDate } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { portsOf } from "../../src/main/flanders.ts";
import { createStore, masterKey, openDatabase } from "../../src/store/index.ts";
import { loadFlanders } from "../../src/synthetic/index.ts";
import type { Job } from "./index.ts";

const PER_SECOND = 20_000;
const REACHES_TO = plainDate("2026-11-23");

export const rebuildJob: Job = async ({ quick, say }) => {
  const dataDir = mkdtempSync(join(tmpdir(), "maatwerk-rebuild-"));
  const database = await openDatabase({ dataDir, log: () => {} });
  try {
    const clock = fixedClock(REACHES_TO);
    const store = createStore({ database, clock, project: projection, masterKey: masterKey({ dataDir }) });
    await loadFlanders(portsOf(store, clock), { law: openLaw(), until: REACHES_TO, scale: quick ? 0.1 : 1 });
    const times: number[] = [];
    let [events, rows] = [0, 0];
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      const started = performance.now();
      ({ events, rows } = await store.rebuildReadTables());
      times.push((performance.now() - started) / 1000);
      say(
        `${events} events, ${rows} rows in ${times.at(-1)!.toFixed(2)} s: ${Math.round(events / times.at(-1)!)} events a second`,
      );
    }
    const differences = await store.compareReadTables();
    const seconds = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
    const perSecond = Math.round(events / seconds);
    return {
      gates: [
        {
          name: "rebuild of all read tables",
          value: `${perSecond} events/s`,
          gate: `${PER_SECOND} events/s or more`,
          ambition: `${2 * PER_SECOND} events/s`,
          holds: perSecond >= PER_SECOND,
        },
      ],
      mistakes: differences.map((one) => `${one.table}: ${one.missing} rows missing, ${one.surplus} surplus`),
      figures: { events, rows, seconds: times },
    };
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
