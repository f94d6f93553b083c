// Tells enterprises' programs of changes of status: turns events into calls, makes them, and tries again later when they fail.
import { sendWebhook } from "../exchange/index.ts";
import { epochMillisecondsOf, type Instant, instantFromEpochMilliseconds } from "../kernel/index.ts";
import {
  completeJob,
  enqueueStatusCalls,
  failJob,
  type Job,
  noteWebhook,
  takeJobs,
  WEBHOOK_QUEUE,
  webhookTarget,
} from "../store/index.ts";
import type { System } from "./system.ts";

type Parts = Pick<System, "store" | "clock" | "log">;

/** Minutes until the next try after the first, second, ... failure; after the last the call is given up. */
const RETRY_MINUTES = [1, 5, 30, 120, 720] as const;

export interface WebhookPayload {
  readonly webhookRef: string;
  readonly fileRef: string;
  readonly version: number;
  readonly event: string;
  readonly at: Instant;
}

/** One round: finds what changed, and makes the calls that are due. Gives how many were made, well or not. */
export async function runWebhooks({ store, clock, log }: Parts, send: typeof sendWebhook = sendWebhook): Promise<number> {
  const { pool } = store.database;
  await enqueueStatusCalls(pool, clock);
  const worker = `webhooks-${process.pid}`;
  const jobs = await takeJobs(pool, WEBHOOK_QUEUE, worker, clock.now(), 120, 20);
  for (const job of jobs) {
    try {
      const outcome = await deliver({ store, clock, log }, job, send);
      await completeJob(pool, job.jobId, worker, clock.now());
      if (outcome !== null) await noteWebhook(pool, outcome, "OK", clock.now());
    } catch (error) {
      const reason = error instanceof Error ? error.message : "unknown";
      const minutes = RETRY_MINUTES[job.attempt - 1];
      const retryAt =
        minutes === undefined ? null : instantFromEpochMilliseconds(epochMillisecondsOf(clock.now()) + minutes * 60_000);
      await failJob(pool, job.jobId, worker, reason, clock.now(), retryAt);
      await noteWebhook(pool, (job.payload as unknown as WebhookPayload).webhookRef, reason, clock.now());
    }
  }
  return jobs.length;
}

/** Null when the webhook is gone meanwhile: then there is nobody to tell. */
async function deliver({ store, clock }: Parts, job: Job, send: typeof sendWebhook): Promise<string | null> {
  const { webhookRef, fileRef, version, event, at } = job.payload as unknown as WebhookPayload;
  const target = await webhookTarget(store.database.pool, store.vault, webhookRef);
  if (target === null) return null;
  // No name, number or amount: the receiver asks the API for those, with its own token.
  const body = JSON.stringify({ type: "application.changed", application: fileRef, version, event, recordedAt: at });
  const timestamp = Math.floor(epochMillisecondsOf(clock.now()) / 1000);
  await send(target, { id: `${fileRef}.${version}`, body, timestamp });
  return webhookRef;
}

/** Rounds until `stop`; a failing round is logged and the next one comes anyway. */
export function startWebhooks(parts: Parts, everyMs = 5_000): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(() => runWebhooks(parts))
      .catch((error: unknown) => {
        parts.log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "webhooks failed");
      });
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
