// The store as a whole: one history, the read tables kept from it, the vault, the work that follows.
import type { AnyStoredEvent, EventStore, Follow, Projection } from "../dossier/ports.ts";
import type { Clock } from "../kernel/index.ts";
import { type Client, transaction } from "./connection.ts";
import type { Database } from "./database.ts";
import { append } from "./events/append.ts";
import { bulkAppend } from "./events/bulk.ts";
import { findCommand } from "./events/commands.ts";
import { readStream } from "./events/rows.ts";
import { exportSeals, type Seal, sealHeads } from "./events/seal.ts";
import { type Verification, verifyChain } from "./events/verify.ts";
import { compareReadTables, type Difference, type RebuildReport, rebuildReadTables } from "./read/rebuild.ts";
import { type BulkSubject, bulkSeal } from "./vault/bulk.ts";
import type { MasterKey } from "./vault/master-key.ts";
import { SubjectVault } from "./vault/subject-vault.ts";

export interface StoreOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** What events mean for the read tables. */
  readonly project: Projection;
  readonly masterKey: MasterKey;
  /** What must follow from an event that is recorded live; left out: nothing. */
  readonly follow?: Follow;
}

export interface Store {
  readonly database: Database;
  readonly events: EventStore;
  readonly vault: SubjectVault;
  /** Seals many new subjects at once; returns the number of sealed items. */
  bulkSeal(subjects: AsyncIterable<BulkSubject> | Iterable<BulkSubject>): Promise<number>;
  /** One transaction of the application's role, for the functions of this room that take a client. */
  transaction<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** To be run from time to time by one job. Null when nothing moved since the seal before. */
  sealHeads(): Promise<Seal | null>;
  /** All seals in order, to be kept outside the database. */
  exportSeals(): Promise<readonly Seal[]>;
  verifyChain(exported?: readonly Seal[]): Promise<Verification>;
  rebuildReadTables(): Promise<RebuildReport>;
  compareReadTables(): Promise<readonly Difference[]>;
}

export function createStore({ database, clock, project, masterKey, follow }: StoreOptions): Store {
  const { pool } = database;
  const vault = new SubjectVault(pool, masterKey, clock);
  const tools = { pool, clock, project, vault, ...(follow === undefined ? {} : { follow }) };
  const events: EventStore = {
    append: (streamKind, streamRef, expectedVersion, fresh, context) =>
      append(tools, [{ streamKind, streamRef, expectedVersion, events: fresh }], context),
    appendAll: (writes, context) => append(tools, writes, context),
    read: (streamRef, options): Promise<readonly AnyStoredEvent[]> => readStream(pool, streamRef, options?.knownAt),
    findCommand: async (commandId) => {
      const known = await findCommand(pool, commandId);
      return known === null ? null : { ...known.result, fingerprint: known.fingerprint };
    },
    bulkAppend: (streams, context) => bulkAppend(database, project, streams, context),
  };
  return {
    database,
    events,
    vault,
    async bulkSeal(subjects) {
      await vault.ready();
      return bulkSeal(pool, masterKey, subjects);
    },
    transaction: (work) => transaction(pool, work),
    sealHeads: () => sealHeads(pool, clock),
    exportSeals: () => exportSeals(pool),
    verifyChain: (exported) => verifyChain(pool, exported),
    rebuildReadTables: () => database.asOwner((client) => rebuildReadTables(client, project)),
    compareReadTables: () => database.asOwner((client) => compareReadTables(client, project)),
  };
}
