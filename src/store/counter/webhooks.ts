// Addresses that an enterprise wants to be told at, and the changes of status to tell. Address and secret are sealed under its key.
import { randomBytes, randomUUID } from "node:crypto";
import type { Webhook, WebhookStore } from "../../counter/ports.ts";
import type { Clock, Instant } from "../../kernel/index.ts";
import { type Pool, type Queryable, transaction } from "../connection.ts";
import { enqueue } from "../jobs/jobs.ts";
import { readMark, setMark } from "../marks.ts";
import type { SubjectVault } from "../vault/subject-vault.ts";

/** Queue of calls that are to be made. */
export const WEBHOOK_QUEUE = "webhook";

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
}

export function webhookStore(pool: Pool, vault: SubjectVault, clock: Clock): Omit<WebhookStore, "flawOf"> {
  return {
    async add(owner, url) {
      const cipher = await vault.cipherOf(pool, owner);
      if (cipher === null) throw new Error("A webhook belongs to a registered enterprise");
      const webhookRef = randomUUID();
      const secret = `whs_${randomBytes(32).toString("base64url")}`;
      const body = cipher.seal(Buffer.from(JSON.stringify({ url, secret }), "utf8"), webhookRef);
      await pool.query("insert into vault.webhook (webhook_ref, owner_ref, body, created_at) values ($1, $2, $3, $4)", [
        webhookRef,
        owner,
        body,
        clock.now(),
      ]);
      return { webhookRef, secret };
    },
    async list(owner) {
      const { rows } = await pool.query<{ webhook_ref: string; body: Buffer; created_at: Instant; last_outcome: string | null }>(
        "select webhook_ref, body, created_at, last_outcome from vault.webhook where owner_ref = $1 and removed_at is null order by created_at",
        [owner],
      );
      const cipher = rows.length === 0 ? null : await vault.cipherOf(pool, owner);
      if (cipher === null) return [];
      return rows.map((row): Webhook => {
        const { url } = JSON.parse(cipher.open(row.body, row.webhook_ref).toString("utf8")) as WebhookTarget;
        return { webhookRef: row.webhook_ref, url, createdAt: row.created_at, lastOutcome: row.last_outcome };
      });
    },
    async remove(owner, webhookRef) {
      const { rowCount } = await pool.query(
        "update vault.webhook set removed_at = $3 where owner_ref = $1 and webhook_ref = $2 and removed_at is null",
        [owner, webhookRef, clock.now()],
      );
      return rowCount === 1;
    },
  };
}

/** Where one webhook goes; null when it was removed or its enterprise erased. */
export async function webhookTarget(db: Queryable, vault: SubjectVault, webhookRef: string): Promise<WebhookTarget | null> {
  const { rows } = await db.query<{ owner_ref: string; body: Buffer }>(
    "select owner_ref, body from vault.webhook where webhook_ref = $1 and removed_at is null",
    [webhookRef],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const cipher = await vault.cipherOf(db, row.owner_ref);
  return cipher === null ? null : (JSON.parse(cipher.open(row.body, webhookRef).toString("utf8")) as WebhookTarget);
}

export async function noteWebhook(db: Queryable, webhookRef: string, outcome: string, at: Instant): Promise<void> {
  await db.query("update vault.webhook set last_outcome = $2, last_tried_at = $3 where webhook_ref = $1", [
    webhookRef,
    outcome.slice(0, 200),
    at,
  ]);
}

const mark = "webhooks.upTo";

/**
 * Turns changes of status that were recorded since the last time into calls to be made, each once. Looks back a little, because a
 * transaction may commit after one that began later.
 */
export async function enqueueStatusCalls(pool: Pool, clock: Clock): Promise<number> {
  const now = clock.now();
  const upTo = (await readMark(pool, mark)) as Instant | null | undefined;
  const { rowCount: anyone } = await pool.query("select from vault.webhook where removed_at is null limit 1");
  if (upTo == null || anyone === 0) {
    await transaction(pool, (client) => setMark(client, mark, now, now));
    return 0;
  }
  const { rows } = await pool.query<{
    webhook_ref: string;
    stream_ref: string;
    version: number;
    type: string;
    recorded_at: Instant;
  }>(
    `select w.webhook_ref, e.stream_ref, e.version, e.type, e.recorded_at
     from log.event e
     join lateral (
       select coalesce(employer_ref, person_ref) as owner_ref from read.application a where a.file_ref = e.stream_ref limit 1) a on true
     join vault.webhook w on w.owner_ref = a.owner_ref and w.removed_at is null and w.created_at <= e.recorded_at
     where e.stream_kind = 'file' and e.recorded_at > $1::timestamptz - interval '1 minute'
       and e.type = any($2)
       and not exists (select from ops.job j where j.queue = $3 and j.key = w.webhook_ref || ':' || e.stream_ref || ':' || e.version)
     order by e.recorded_at limit 5000`,
    [upTo, STATUS_EVENTS, WEBHOOK_QUEUE],
  );
  await transaction(pool, async (client) => {
    for (const row of rows) {
      await enqueue(
        client,
        {
          queue: WEBHOOK_QUEUE,
          key: `${row.webhook_ref}:${row.stream_ref}:${row.version}`,
          payload: {
            webhookRef: row.webhook_ref,
            fileRef: row.stream_ref,
            version: row.version,
            event: row.type,
            at: row.recorded_at,
          },
        },
        now,
      );
    }
    await setMark(client, mark, rows.length === 5000 ? (rows.at(-1)?.recorded_at ?? now) : now, now);
  });
  return rows.length;
}

/** What changes the status of a file for the one who applied. */
const STATUS_EVENTS = [
  "ApplicationFiled",
  "ApplicationCompletionRequested",
  "ApplicationCompleted",
  "ApplicationWithdrawn",
  "ApplicationInadmissible",
  "ApplicationRefused",
  "GrantDecided",
  "GrantStopped",
  "GrantAdjusted",
  "GrantExtended",
];
