// Tells enterprises' programs of changes of status: turns events into calls, and makes them.
import { sendWebhook } from "../exchange/index.ts";
import { epochMillisecondsOf, type Instant } from "../kernel/index.ts";
import { enqueueStatusCalls, type Job, noteWebhook, WEBHOOK_QUEUE, webhookTarget } from "../store/index.ts";
import type { System } from "./system.ts";
import type { JobHandler } from "./worker.ts";

type Parts = Pick<System, "store" | "clock">;

export interface WebhookPayload {
  readonly webhookRef: string;
  readonly fileRef: string;
  readonly version: number;
  readonly event: string;
  readonly at: Instant;
}

export function webhookHandler(parts: Parts, send: typeof sendWebhook = sendWebhook): JobHandler {
  const { pool } = parts.store.database;
  const note = (job: Job, outcome: string) =>
    noteWebhook(pool, (job.payload as unknown as WebhookPayload).webhookRef, outcome, parts.clock.now());
  return {
    queue: WEBHOOK_QUEUE,
    find: () => enqueueStatusCalls(pool, parts.clock),
    async work(job) {
      if (await deliver(parts, job, send)) await note(job, "OK");
    },
    failed: note,
  };
}

/** False when the webhook is gone meanwhile: then there is nobody to tell. */
async function deliver({ store, clock }: Parts, job: Job, send: typeof sendWebhook): Promise<boolean> {
  const { webhookRef, fileRef, version, event, at } = job.payload as unknown as WebhookPayload;
  const target = await webhookTarget(store.database.pool, store.vault, webhookRef);
  if (target === null) return false;
  // No name, number or amount: the receiver asks the API for those, with its own token.
  const body = JSON.stringify({ type: "application.changed", application: fileRef, version, event, recordedAt: at });
  const timestamp = Math.floor(epochMillisecondsOf(clock.now()) / 1000);
  await send(target, { id: `${fileRef}.${version}`, body, timestamp });
  return true;
}
