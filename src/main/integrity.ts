// Keeps the log provable: seals what moved every hour, and checks the whole of it every night.
import { epochMillisecondsOf, instantFromEpochMilliseconds } from "../kernel/index.ts";
import { enqueue, setMark } from "../store/index.ts";
import type { System } from "./system.ts";
import type { JobHandler } from "./worker.ts";

type Parts = Pick<System, "store" | "clock" | "log">;

export const SEAL_QUEUE = "seal";
export const VERIFY_QUEUE = "verify";
/** Where the outcome of the last check of the whole log is noted. */
export const VERIFIED_MARK = "verify.last";

/** What is noted of a check; the places of flaws are for the operator's command. */
export interface VerifiedMark {
  readonly at: string;
  readonly events: number;
  readonly flaws: number;
}

const HOUR_MS = 3_600_000;

/** One seal an hour at most, over all streams that moved. */
export function sealHandler({ store, clock, log }: Parts): JobHandler {
  return {
    queue: SEAL_QUEUE,
    find: () => oncePer(store, clock, SEAL_QUEUE, HOUR_MS, 60_000),
    async work() {
      const seal = await store.sealHeads();
      if (seal !== null) log.info({ seal: seal.sealNo, hash: seal.hash, heads: seal.headCount }, "log sealed");
    },
  };
}

/** Reads the whole log once a day; a flaw is an error in the log and on the operator's page. */
export function verifyHandler({ store, clock, log }: Parts): JobHandler {
  return {
    queue: VERIFY_QUEUE,
    leaseSeconds: 1_800,
    // Not in the first minutes of a process, when people wait for their first pages.
    find: () => oncePer(store, clock, VERIFY_QUEUE, 24 * HOUR_MS, 600_000),
    async work() {
      const { events, flaws } = await store.verifyChain();
      const mark: VerifiedMark = { at: clock.now(), events, flaws: flaws.length };
      await setMark(store.database.pool, VERIFIED_MARK, mark, clock.now());
      if (flaws.length > 0) log.error({ flaws: flaws.slice(0, 20) }, "the log is not sound");
      else log.info({ events }, "the log is sound");
    },
  };
}

/** Enqueues under a key for the period, unless that was done; whoever is first in the period counts for all processes. */
export async function oncePer(
  store: Parts["store"],
  clock: Parts["clock"],
  queue: string,
  periodMs: number,
  delayMs: number,
): Promise<void> {
  const { pool } = store.database;
  const now = epochMillisecondsOf(clock.now());
  const period = Math.floor(now / periodMs);
  const key = `${queue}-${period}`;
  const { rows } = await pool.query<{ known: boolean }>(
    "select exists (select from ops.job where queue = $1 and key = $2) as known",
    [queue, key],
  );
  if (!rows[0]!.known) await enqueue(pool, { queue, key, payload: {} }, clock.now(), instantFromEpochMilliseconds(now + delayMs));
}
