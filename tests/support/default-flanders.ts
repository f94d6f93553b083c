// The default synthetic population, as far as a fixed day, in a database of its own.
import type { FiguresPorts } from "../../src/counter/index.ts";
import { projection } from "../../src/dossier/index.ts";
import { fixedClock, plainDate } from "../../src/kernel/index.ts";
import type { Law } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createFigures } from "../../src/main/figures.ts";
import { portsOf } from "../../src/main/flanders.ts";
import { recordsOver } from "../../src/main/records.ts";
import type { RecordsPort } from "../../src/statistics/index.ts";
import { createStore, masterKeyFrom } from "../../src/store/index.ts";
import { testDatabase } from "../../src/store/testing.ts";
import { loadFlanders } from "../../src/synthetic/index.ts";

/** Who is in the population depends on how far its records reach, also for figures about earlier days: hence one fixed day. */
const REACHES_TO = plainDate("2026-11-23");

export interface DefaultFlanders {
  readonly law: Law;
  readonly records: RecordsPort;
  readonly figures: FiguresPorts;
  close(): Promise<void>;
}

export async function openDefaultFlanders(): Promise<DefaultFlanders> {
  const law = openLaw();
  const database = await testDatabase();
  const clock = fixedClock(REACHES_TO);
  const store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  await loadFlanders(portsOf(store, clock), { law, until: REACHES_TO });
  const records = recordsOver(database.statistics);
  const figures = createFigures({ law, clock, database, synthetic: true });
  return { law, records, figures, close: () => database.close() };
}
