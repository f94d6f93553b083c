// Brings the first records of a demonstration into the database, once, and says whether the records are synthetic.
import type { Clock } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import { bookLines, copyAttests, readMark, type Store, setMark, storeRuleGraph } from "../store/index.ts";
import {
  DEMO_MARK,
  databaseKind,
  type FlandersPorts,
  type LoadPhase,
  type LoadReport,
  loadFlanders,
} from "../synthetic/index.ts";
import { demoStep } from "./demo.ts";
import type { Settings } from "./settings.ts";

/** Lives told so far and in all; "finishing" while the database builds its indexes. */
export type FillProgress = (phase: LoadPhase, done: number, total: number) => void;

export interface BringOptions {
  readonly settings: Settings;
  readonly law: Law;
  readonly clock: Clock;
  readonly store: Store;
  /** Opens the database anew, after its remains of a filling that was cut off were thrown away. */
  readonly storeAgain: () => Promise<Store>;
  readonly onProgress?: FillProgress;
  readonly scale?: number;
}

export interface Brought {
  readonly store: Store;
  readonly demo: boolean;
  /** What was made just now; null when nothing was. */
  readonly filled: LoadReport | null;
}

export async function bringRecords(options: BringOptions): Promise<Brought> {
  const { settings, law, clock, onProgress, scale } = options;
  let { store } = options;
  const kind = databaseKind(await readMark(store.database.pool, DEMO_MARK), await hasRecords(store));
  const step = demoStep(settings, kind);
  if (step === "none") return { store, demo: false, filled: null };
  if (step === "use") return { store, demo: true, filled: null };
  if (step === "refill") {
    await throwAway(store);
    store = await options.storeAgain();
  }
  const size = { law, until: clock.today(), ...(scale === undefined ? {} : { scale }) };
  const filled = await loadFlanders(portsOf(store, clock), size, onProgress);
  return { store, demo: true, filled };
}

async function hasRecords(store: Store): Promise<boolean> {
  const { rows } = await store.database.pool.query<{ any: boolean }>("select exists (select from log.event) as any");
  return rows[0]?.any === true;
}

/** Only ever done to the embedded database, and only to the remains of a filling that was cut off. */
async function throwAway(store: Store): Promise<void> {
  await store.database.asOwner((client) => client.query("drop schema if exists log, vault, read, pay, stat, ops cascade"));
}

export function portsOf(store: Store, clock: Clock): FlandersPorts {
  const { pool } = store.database;
  return {
    hasRecords: () => hasRecords(store),
    readMark: (name) => readMark(pool, name),
    setMark: (name, value) => setMark(pool, name, value, clock.now()),
    bulkAppend: (streams) => store.events.bulkAppend(streams),
    bulkSeal: (subjects) => store.bulkSeal(subjects),
    copyAttests: (attests) => store.transaction((client) => copyAttests(client, attests)),
    keepGraph: (graph) => storeRuleGraph(pool, graph),
    bookLines: (lines) => store.transaction((client) => bookLines(client, lines)),
  };
}
