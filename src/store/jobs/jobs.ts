// Work that must follow: written with the events that call for it, taken under a lease, done at least once.
import type { NewJob } from "../../dossier/ports.ts";
import { epochMillisecondsOf, type Instant, instantFromEpochMilliseconds } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";
import { traceparentNow } from "../tracing.ts";

export interface Job {
  readonly jobId: number;
  readonly queue: string;
  readonly key: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  /** 1 at the first try. */
  readonly attempt: number;
  /** The trace in which it was put in the queue, as a traceparent; null: none. */
  readonly trace: string | null;
}

/** Adds a job; does nothing when the queue has an open job with the same key. */
export async function enqueue(db: Queryable, job: NewJob, now: Instant, runAfter: Instant = now): Promise<void> {
  await db.query({
    name: "enqueue-job",
    text: `insert into ops.job (queue, key, payload, created_at, run_after, trace) values ($1, $2, $3, $4, $5, $6)
      on conflict (queue, key) where done_at is null and given_up_at is null do nothing`,
    values: [job.queue, job.key ?? null, JSON.stringify(job.payload), now, runAfter, traceparentNow()],
  });
}

/** Takes up to `limit` jobs that are due and that nobody holds. Whoever dies loses them when the lease is over. */
export async function takeJobs(
  db: Queryable,
  queue: string,
  worker: string,
  now: Instant,
  leaseSeconds: number,
  limit: number,
): Promise<Job[]> {
  const { rows } = await db.query<{
    job_id: number;
    queue: string;
    key: string | null;
    payload: Record<string, unknown>;
    attempts: number;
    trace: string | null;
  }>({
    name: "take-jobs",
    text: `update ops.job set leased_until = $4, leased_by = $2, attempts = attempts + 1
      where job_id in (
        select job_id from ops.job
        where queue = $1 and done_at is null and given_up_at is null and run_after <= $3 and (leased_until is null or leased_until <= $3)
        order by run_after, job_id limit $5 for update skip locked)
      returning job_id, queue, key, payload, attempts, trace`,
    values: [queue, worker, now, leaseEnd(now, leaseSeconds), limit],
  });
  return rows
    .map((r) => ({ jobId: r.job_id, queue: r.queue, key: r.key, payload: r.payload, attempt: r.attempts, trace: r.trace }))
    .sort((a, b) => a.jobId - b.jobId);
}

/**
 * Marks a job as done; call it in the transaction that holds the job's effect. False when the lease was lost meanwhile: then the
 * transaction must be given up, because another worker does the job.
 */
export async function completeJob(db: Queryable, jobId: number, worker: string, now: Instant): Promise<boolean> {
  const { rowCount } = await db.query({
    name: "complete-job",
    text: `update ops.job set done_at = $3, leased_until = null where job_id = $1 and leased_by = $2 and done_at is null and given_up_at is null`,
    values: [jobId, worker, now],
  });
  return rowCount === 1;
}

/** Keeps a job that takes long; false when the lease was lost meanwhile. */
export async function renewJob(
  db: Queryable,
  jobId: number,
  worker: string,
  now: Instant,
  leaseSeconds: number,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: "renew-job",
    text: `update ops.job set leased_until = $3 where job_id = $1 and leased_by = $2 and done_at is null and given_up_at is null`,
    values: [jobId, worker, leaseEnd(now, leaseSeconds)],
  });
  return rowCount === 1;
}

function leaseEnd(now: Instant, seconds: number): Instant {
  return instantFromEpochMilliseconds(epochMillisecondsOf(now) + seconds * 1000);
}

/** Notes why a try failed. `retryAt` null: given up, for people to look at. */
export async function failJob(
  db: Queryable,
  jobId: number,
  worker: string,
  error: string,
  now: Instant,
  retryAt: Instant | null,
): Promise<void> {
  await db.query({
    name: "fail-job",
    text: `update ops.job set last_error = $3, leased_until = null, leased_by = null,
        run_after = coalesce($5::timestamptz, run_after), given_up_at = case when $5::timestamptz is null then $4::timestamptz end
      where job_id = $1 and leased_by = $2 and done_at is null`,
    values: [jobId, worker, error, now, retryAt],
  });
}

/** Puts jobs that were given up back in the queue, once the cause is mended. `queue` null: of all queues. Gives how many. */
export async function retryGivenUp(db: Queryable, queue: string | null, now: Instant): Promise<number> {
  // Where the same work was asked for again meanwhile, that job does it.
  const { rowCount } = await db.query(
    `update ops.job j set given_up_at = null, attempts = 0, run_after = $2
     where j.given_up_at is not null and j.done_at is null and ($1::text is null or j.queue = $1)
       and not exists (select from ops.job o where o.queue = j.queue and o.key = j.key and o.job_id <> j.job_id and o.done_at is null
                       and (o.given_up_at is null or o.job_id > j.job_id))`,
    [queue, now],
  );
  return rowCount ?? 0;
}
