// What an operator does with a whole database: back up, check, restore, move, verify. Never fills it with synthetic records.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { projection } from "../dossier/index.ts";
import { type Clock, localized, problem, Refusal, systemClock } from "../kernel/index.ts";
import {
  type ArchiveHeader,
  type BackupReport,
  backupKey,
  type CopyProgress,
  checkBackup,
  createStore,
  type Database,
  type Difference,
  type Erasure,
  eraseAgain,
  listErasures,
  makeBackup,
  masterKey,
  moveTables,
  openDatabase,
  readHeader,
  readVitals,
  restoreBackup,
  retryGivenUp,
  type Seal,
  type Store,
  setMark,
  type Verification,
} from "../store/index.ts";
import type { Settings } from "./settings.ts";
import { BACKUP_MARK, type BackupMark } from "./watch/watch.ts";

export interface OperatorOptions {
  readonly settings: Settings;
  readonly clock?: Clock;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly onMessage?: (message: string) => void;
  readonly onProgress?: CopyProgress;
}

export interface Checked {
  readonly verification: Verification;
  /** Read tables that are not what the log says. */
  readonly differences: readonly Difference[];
}

export function operator({
  settings,
  clock = systemClock,
  env = process.env,
  onMessage = () => {},
  onProgress,
}: OperatorOptions) {
  const place = { dataDir: settings.dataFolder, env };
  const open = (upTo?: number): Promise<Database> =>
    openDatabase({
      databaseUrl: settings.databaseUrl,
      dataDir: settings.dataFolder,
      log: onMessage,
      ...(upTo === undefined ? {} : { upTo }),
    });
  const storeOver = (database: Database): Store =>
    createStore({ database, clock, project: projection, masterKey: masterKey(place) });

  async function during<T>(work: (database: Database) => Promise<T>, upTo?: number): Promise<T> {
    const database = await open(upTo);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  async function check(database: Database, exported: readonly Seal[] = []): Promise<Checked> {
    const store = storeOver(database);
    return { verification: await store.verifyChain(exported), differences: await store.compareReadTables() };
  }

  return {
    /** Writes a backup while others go on working. */
    backup: (file: string): Promise<BackupReport> =>
      during(async (database) => {
        const report = await database.asOwner((client) => makeBackup(client, file, backupKey(place), clock, onProgress));
        const mark: BackupMark = { at: report.header.madeAt, rows: report.rows };
        await setMark(database.pool, BACKUP_MARK, mark, clock.now());
        return report;
      }),

    /** Reads a backup to its end; needs no database. */
    checkFile: (file: string): Promise<BackupReport> => checkBackup(file, backupKey(place)),

    /**
     * Restores into the empty database of the settings, brings it up to date, does the erasures again, and checks all of it: chains,
     * seals and read tables.
     */
    async restore(
      file: string,
      erasures: readonly Erasure[] = [],
    ): Promise<BackupReport & Checked & { readonly erased: number }> {
      const header = await readHeader(file);
      refuseOtherMasterKey(header);
      const report = await during(
        (database) => database.asOwner((client) => restoreBackup(client, file, backupKey(place))),
        header.migration,
      );
      return during(async (database) => {
        const erased = await eraseAgain(database.pool, erasures);
        return { ...report, erased, ...(await check(database)) };
      });
    },

    erasures: (): Promise<readonly Erasure[]> => during((database) => listErasures(database.pool)),

    seals: (): Promise<readonly Seal[]> => during((database) => storeOver(database).exportSeals()),

    /** Copies this database into the empty one at `url` and compares every table on arrival. Nothing may use this one meanwhile. */
    async move(url: string): Promise<{ readonly tables: number; readonly rows: number }> {
      return during(async (from) => {
        await refuseInUse(from);
        const to = await openDatabase({ databaseUrl: url, dataDir: settings.dataFolder, log: onMessage });
        try {
          return await from.asOwner((source) => to.asOwner((target) => moveTables(source, target, onProgress)));
        } finally {
          await to.close();
        }
      });
    },

    verify: (exported: readonly Seal[] = []): Promise<Checked> => during((database) => check(database, exported)),

    /** Puts jobs that were given up back in the queue; gives how many. `queue` null: of all queues. */
    retryJobs: (queue: string | null): Promise<number> => during((database) => retryGivenUp(database.pool, queue, clock.now())),

    queues: () => during(async (database) => (await readVitals(database.pool, clock.now())).queues),

    rebuild: () => during((database) => storeOver(database).rebuildReadTables()),
  };

  /** Without the vault's own key a restored vault stays shut for ever; better known before than after. */
  function refuseOtherMasterKey(header: ArchiveHeader): void {
    if (header.masterKeyId === null) return;
    const own = join(settings.dataFolder, "secrets", "master.key");
    const given = (env.MAATWERK_MASTER_KEY ?? "") !== "" || (env.MAATWERK_MASTER_KEY_FILE ?? "") !== "" || existsSync(own);
    const has = given ? masterKey(place).id : null;
    if (has === header.masterKeyId) return;
    throw new Refusal([
      problem(
        "operations.masterKey",
        localized(
          `De kluis in deze back-up gaat open met hoofdsleutel ${header.masterKeyId}; hier is ${has ?? "geen hoofdsleutel"}. Zet die sleutel in ${own} of in MAATWERK_MASTER_KEY_FILE. Er is niets gewijzigd.`,
          `The vault in this backup opens with master key ${header.masterKeyId}; here is ${has ?? "no master key"}. Put that key in ${own} or in MAATWERK_MASTER_KEY_FILE. Nothing was changed.`,
          `Le coffre de cette sauvegarde s'ouvre avec la clé maîtresse ${header.masterKeyId} ; ici : ${has ?? "aucune clé"}. Placez cette clé dans ${own} ou dans MAATWERK_MASTER_KEY_FILE. Rien n'a été modifié.`,
        ),
      ),
    ]);
  }
}

/** What somebody records on the old database while it is copied would be lost. */
async function refuseInUse(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ others: number }>(
    `select count(distinct application_name)::int as others from pg_stat_activity
     where datname = current_database() and application_name like 'maatwerk %' and application_name <> current_setting('application_name')`,
  );
  if (rows[0]!.others === 0) return;
  throw new Refusal([
    problem(
      "operations.inUse",
      localized(
        "Andere processen gebruiken deze databank. Stop ze eerst (start, work); er is niets gewijzigd.",
        "Other processes use this database. Stop them first (start, work); nothing was changed.",
        "D'autres processus utilisent cette base de données. Arrêtez-les d'abord (start, work) ; rien n'a été modifié.",
      ),
    ),
  ]);
}
