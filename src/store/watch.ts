// What an operator watches of the database: queues, seals, runs, size, and who follows.
import type { Instant } from "../kernel/index.ts";
import type { Queryable } from "./connection.ts";

export interface QueueVitals {
  readonly queue: string;
  readonly waiting: number;
  /** Given up after the last try; wait for a person. */
  readonly givenUp: number;
  /** Since when the oldest that is due waits; null when none does. */
  readonly oldestDue: Instant | null;
}

export interface Vitals {
  readonly queues: readonly QueueVitals[];
  readonly events: number;
  readonly lastEventAt: Instant | null;
  readonly unsealed: number;
  readonly lastSeal: { readonly sealNo: number; readonly sealedAt: Instant; readonly hash: string } | null;
  /** The run that is open, with its last step. */
  readonly openRun: { readonly runRef: string; readonly step: string; readonly at: Instant } | null;
  readonly failedWebhooks: number;
  readonly databaseBytes: number;
  readonly connections: number;
  /** Followers and how far they are behind; empty where the login may not see them. */
  readonly standbys: readonly { readonly name: string; readonly state: string; readonly lagBytes: number | null }[];
}

/** One round of short questions; `now` decides which jobs are due. */
export async function readVitals(db: Queryable, now: Instant): Promise<Vitals> {
  const { rows: queues } = await db.query<QueueVitals>(
    `select queue, count(*) filter (where given_up_at is null)::int as waiting, count(*) filter (where given_up_at is not null)::int as "givenUp",
       min(run_after) filter (where given_up_at is null and run_after <= $1) as "oldestDue"
     from ops.job where done_at is null group by queue order by queue`,
    [now],
  );
  const { rows: log } = await db.query<{ events: number; lastEventAt: Instant | null; unsealed: number }>(
    // An estimate, which costs nothing at any size.
    `select greatest(0, (select sum(reltuples)::bigint from pg_class where oid = 'log.event'::regclass)) as events,
       (select max(recorded_at) from log.command) as "lastEventAt", (select count(*)::int from ops.unsealed) as unsealed`,
  );
  const { rows: seals } = await db.query<{ sealNo: number; sealedAt: Instant; hash: string }>(
    `select seal_no as "sealNo", sealed_at as "sealedAt", encode(hash, 'hex') as hash from log.seal order by seal_no desc limit 1`,
  );
  const { rows: runs } = await db.query<{ runRef: string; step: string; at: Instant }>(
    `select o.run_ref as "runRef", s.step, s.at from ops.open_run o join pay.run_step s on s.run_ref = o.run_ref order by s.seq desc limit 1`,
  );
  const { rows: rest } = await db.query<{ failedWebhooks: number; databaseBytes: number; connections: number }>(
    `select (select count(*)::int from vault.webhook where removed_at is null and last_outcome is not null and last_outcome <> 'OK') as "failedWebhooks",
       pg_database_size(current_database()) as "databaseBytes",
       (select count(*)::int from pg_stat_activity where datname = current_database()) as connections`,
  );
  const { rows: standbys } = await db.query<{ name: string; state: string; lagBytes: number | null }>(
    `select coalesce(application_name, '') as name, coalesce(state, 'unknown') as state,
       pg_wal_lsn_diff(case when pg_is_in_recovery() then null else pg_current_wal_lsn() end, replay_lsn)::bigint as "lagBytes" from pg_stat_replication`,
  );
  return { queues, ...log[0]!, lastSeal: seals[0] ?? null, openRun: runs[0] ?? null, ...rest[0]!, standbys };
}
