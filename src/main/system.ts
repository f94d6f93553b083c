// The composition root: opens what lasts, fills it when it may, and puts the parts of the house together.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { type FiguresPorts, followJobs } from "../counter/index.ts";
import { projection } from "../dossier/index.ts";
import { type Clock, systemClock } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import { openLaw } from "../law/open-law.ts";
import { judgeHere } from "../statistics/index.ts";
import { createStore, type Database, masterKey, openDatabase, type Store, withLock } from "../store/index.ts";
import type { LoadReport } from "../synthetic/index.ts";
import { type Answers, createAnswers } from "./answers.ts";
import { createFigures } from "./figures.ts";
import { bringRecords, type FillProgress } from "./flanders.ts";
import { gateThread } from "./gate-thread/gate-thread.ts";
import { type Log, makeLog } from "./log.ts";
import type { Settings } from "./settings.ts";
import { startTraces, type Tracer } from "./trace/index.ts";

export interface System {
  readonly law: Law;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly answers: Answers;
  readonly figures: FiguresPorts;
  /** True when the records are synthetic: every page and document says so. */
  readonly demo: boolean;
  /** What was made at this start; null when nothing was. */
  readonly filled: LoadReport | null;
  readonly dataFolder: string;
  readonly settings: Settings;
  /** Null: traces are off. */
  readonly tracer: Tracer | null;
  /** Null when the system can work, else the name of what is missing. */
  ready(): Promise<string | null>;
  close(): Promise<void>;
}

export interface SystemOptions {
  readonly settings: Settings;
  readonly clock?: Clock;
  /** Told how far the filling with synthetic records is. */
  readonly onProgress?: FillProgress;
  /** Told what a person at the terminal should know, such as another place for the database. */
  readonly onMessage?: (message: string) => void;
  /** Size of synthetic Flanders when it must be made; 1 is the whole. */
  readonly scale?: number;
  /** Others are served meanwhile: what takes seconds is done in a thread. */
  readonly serving?: boolean;
}

const fillLock = { waiting: "Waiting for another process that makes synthetic Flanders.", patienceMs: 600_000 };

/** Opens the database (bringing up the embedded one), migrates it, and fills it when it is empty and may be filled. */
export async function createSystem(options: SystemOptions): Promise<System> {
  const { settings, clock = systemClock, onProgress, onMessage = () => {} } = options;
  const law = openLaw();
  // Made before the secrets in it, which are closed to others: the database's own system user must be able to enter.
  mkdirSync(settings.dataFolder, { recursive: true });
  const log = makeLog(settings.logLevel);
  const traces = startTraces(settings);
  const open = (): Promise<Database> =>
    openDatabase({ databaseUrl: settings.databaseUrl, read: settings.read, dataDir: settings.dataFolder, log: onMessage });
  const master = masterKey({ dataDir: settings.dataFolder });
  const storeOver = (database: Database) =>
    createStore({ database, clock, project: projection, masterKey: master, follow: followJobs });

  let database = await open();
  try {
    const bring = () =>
      bringRecords({
        settings,
        law,
        clock,
        store: storeOver(database),
        storeAgain: async () => {
          await database.close();
          database = await open();
          return storeOver(database);
        },
        ...(onProgress === undefined ? {} : { onProgress }),
        ...(options.scale === undefined ? {} : { scale: options.scale }),
      });
    // Without it a second command would take a first filling that is under way for the remains of one that was cut off.
    const brought = await withLock(`filling ${settings.databaseUrl ?? resolve(settings.dataFolder)}`, onMessage, bring, fillLock);
    const { store, demo, filled } = brought;
    const judge = options.serving === true ? gateThread() : judgeHere();
    const figures = createFigures({ law, clock, database, synthetic: demo, judge });
    const { mayLag, linkages, publications } = figures;
    const answers = createAnswers({ law, clock, ...mayLag, linkages, published: publications, judge });
    return {
      law,
      clock,
      log,
      store,
      answers,
      figures,
      demo,
      filled,
      dataFolder: settings.dataFolder,
      settings,
      ready: async () => ((await isAlive(database)) ? null : "database"),
      tracer: traces?.tracer ?? null,
      async close() {
        await database.close();
        await traces?.close();
      },
    };
  } catch (error) {
    await database.close().catch(() => {});
    await traces?.close();
    throw error;
  }
}

async function isAlive(database: Database): Promise<boolean> {
  try {
    await database.pool.query("select 1");
    return true;
  } catch {
    return false;
  }
}
