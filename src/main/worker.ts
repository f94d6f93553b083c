// Does the work that must follow: takes jobs of each queue under a lease, one after the other, and tries again later what failed.
import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { type Clock, epochMillisecondsOf, type Instant, instantFromEpochMilliseconds } from "../kernel/index.ts";
import { completeJob, failJob, type Job, type Queryable, renewJob, type Store, takeJobs } from "../store/index.ts";
import type { Log } from "./log.ts";
import type { Tracer } from "./trace/index.ts";

export interface JobTools {
  /** Aborted when the worker stops or the lease was lost: a long job should end at its next safe point, by throwing. */
  readonly signal: AbortSignal;
  /**
   * Marks the job as done in the transaction that holds its effect, so that both happen or neither. Throws when another worker has
   * the job by now: the transaction then rolls back. A handler that does not call it is marked as done when it returns.
   */
  complete(db: Queryable): Promise<void>;
}

export interface JobHandler {
  readonly queue: string;
  /** A job may come more than once: a worker can die between the effect and the note that it is done. */
  work(job: Job, tools: JobTools): Promise<void>;
  /** Called at the start of each round, for jobs that follow from what was recorded and that nobody put in the queue. */
  readonly find?: () => Promise<unknown>;
  /** After a failed try, with its reason. */
  readonly failed?: (job: Job, reason: string) => Promise<void>;
  /** Minutes until the next try after the first, second, ... failure; after the last the job is given up. */
  readonly retryMinutes?: readonly number[];
  /** For how long a job stays with a worker that says nothing; renewed while the handler runs. */
  readonly leaseSeconds?: number;
}

/** Thrown by a handler when trying again has no use: the job is given up at once. */
export class GiveUp extends Error {
  override readonly name = "GiveUp";
}

export interface WorkerParts {
  readonly store: Pick<Store, "database">;
  readonly clock: Clock;
  readonly log: Pick<Log, "warn" | "error">;
  /** Left out or null: jobs are not traced. */
  readonly tracer?: Tracer | null;
}

export interface Worker {
  /** Takes no new job, asks the one under way to end, and resolves when it has. */
  stop(): Promise<void>;
}

const RETRY_MINUTES = [1, 5, 30, 120, 720] as const;
const LEASE_SECONDS = 120;
const stopped = () => new AbortController().signal;

/** Rounds over all queues until `stop`. Queues do not wait for each other; what fails is logged and the next round comes anyway. */
export function startWorker(parts: WorkerParts, handlers: readonly JobHandler[], everyMs = 2_000): Worker {
  const twice = handlers.find((one, at) => handlers.findIndex((other) => other.queue === one.queue) !== at);
  if (twice !== undefined) throw new Error(`Queue ${twice.queue} has two handlers`);
  const stop = new AbortController();
  // Every queue listens, and that is no leak.
  setMaxListeners(0, stop.signal);
  const loops = handlers.map(async (handler) => {
    while (!stop.signal.aborted) {
      await runQueue(parts, handler, stop.signal).catch((error: unknown) => {
        parts.log.warn({ queue: handler.queue, reason: reasonOf(error) }, "round failed");
      });
      await pause(everyMs, stop.signal);
    }
  });
  return {
    async stop() {
      stop.abort();
      await Promise.all(loops);
    },
  };
}

/** One round of one queue: does every job that is due by now. Gives how many were tried, with or without success. */
export async function runQueue(parts: WorkerParts, handler: JobHandler, signal: AbortSignal = stopped()): Promise<number> {
  const { pool } = parts.store.database;
  const worker = `worker-${process.pid}-${randomUUID().slice(0, 8)}`;
  const leaseSeconds = handler.leaseSeconds ?? LEASE_SECONDS;
  // What is in the queue is done also when looking for more fails.
  await handler.find?.().catch((error: unknown) => {
    parts.log.warn({ queue: handler.queue, reason: reasonOf(error) }, "looking for jobs failed");
  });
  let tried = 0;
  for (; !signal.aborted; tried += 1) {
    // One at a time: a job that waits its turn here would lose its lease to a slow one before it.
    const [job] = await takeJobs(pool, handler.queue, worker, parts.clock.now(), leaseSeconds, 1);
    if (job === undefined) break;
    await runJob(parts, handler, job, worker, signal);
  }
  return tried;
}

async function runJob(parts: WorkerParts, handler: JobHandler, job: Job, worker: string, stop: AbortSignal): Promise<void> {
  const { clock, log } = parts;
  const { pool } = parts.store.database;
  const leaseSeconds = handler.leaseSeconds ?? LEASE_SECONDS;
  const lost = new AbortController();
  const renewing = setInterval(() => {
    renewJob(pool, job.jobId, worker, clock.now(), leaseSeconds).then(
      (held) => held || lost.abort(new Error("The lease was lost")),
      (error: unknown) => log.warn({ queue: job.queue, jobId: job.jobId, reason: reasonOf(error) }, "lease not renewed"),
    );
  }, leaseSeconds * 333);
  let completed = false;
  const complete = async (db: Queryable) => {
    if (!(await completeJob(db, job.jobId, worker, clock.now()))) throw new Error("Another worker has this job");
    completed = true;
  };
  try {
    const work = async () => {
      await handler.work(job, { signal: AbortSignal.any([stop, lost.signal]), complete });
      if (!completed) await completeJob(pool, job.jobId, worker, clock.now());
    };
    const attributes = { "messaging.destination.name": job.queue, "maatwerk.job.attempt": job.attempt };
    await (parts.tracer?.within(job.trace, { name: `job ${job.queue}`, kind: "consumer", attributes }, work) ?? work());
  } catch (error) {
    const reason = reasonOf(error);
    const retryAt = stop.aborted ? clock.now() : retryMoment(clock, handler, job, error);
    const level = retryAt === null ? "error" : "warn";
    log[level]({ queue: job.queue, jobId: job.jobId, attempt: job.attempt, retryAt, reason }, "job failed");
    await failJob(pool, job.jobId, worker, reason, clock.now(), retryAt);
    await handler.failed?.(job, reason);
  } finally {
    clearInterval(renewing);
  }
}

function retryMoment(clock: Clock, handler: JobHandler, job: Job, error: unknown): Instant | null {
  const minutes = error instanceof GiveUp ? undefined : (handler.retryMinutes ?? RETRY_MINUTES)[job.attempt - 1];
  return minutes === undefined ? null : instantFromEpochMilliseconds(epochMillisecondsOf(clock.now()) + minutes * 60_000);
}

/** Messages of ours and of the database hold no content of a record; anything longer is cut. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 300) : "unknown";
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });
}
