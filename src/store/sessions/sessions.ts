// Server-side sessions in PostgreSQL, each sealed under a key that only its own token gives.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import type { SessionContent, SessionStore } from "../../access/index.ts";
import { type Clock, epochMillisecondsOf, type Instant, instantFromEpochMilliseconds } from "../../kernel/index.ts";
import { type Pool, type Queryable, transaction } from "../connection.ts";

export interface SessionLifetimes {
  /** Time to come back from the login provider. */
  readonly pendingMs: number;
  /** A session ends after this long without use. */
  readonly idleMs: number;
  /** A session ends at the latest after this long. */
  readonly totalMs: number;
}

export const usualLifetimes: SessionLifetimes = { pendingMs: 10 * 60_000, idleMs: 60 * 60_000, totalMs: 10 * 60 * 60_000 };

/** Sessions move their end at most once a minute, so that reading a page does not write each time. */
const touchMs = 60_000;

export function sessionStore(pool: Pool, clock: Clock, lifetimes = usualLifetimes): SessionStore {
  return {
    create: (content, subject) => insert(pool, content, subject, clock.now(), lifetimes),
    read: (token) => read(pool, token, clock.now(), lifetimes),
    rotate: (token, content, subject) =>
      transaction(pool, async (client) => {
        await remove(client, token);
        return insert(client, content, subject, clock.now(), lifetimes);
      }),
    end: (token) => remove(pool, token),
    async endAll(subject) {
      const ended = await pool.query("delete from ops.session where subject_hash = $1", [hash(subject)]);
      return ended.rowCount ?? 0;
    },
  };
}

/** Removes what has expired; gives how many. */
export async function sweepSessions(pool: Pool, clock: Clock): Promise<number> {
  const swept = await pool.query("delete from ops.session where expires_at <= $1", [clock.now()]);
  return swept.rowCount ?? 0;
}

async function insert(
  db: Queryable,
  content: SessionContent,
  subject: string | null,
  now: Instant,
  lifetimes: SessionLifetimes,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const pending = content.kind === "pending";
  await db.query(
    "insert into ops.session (session_id, subject_hash, body, created_at, expires_at, last_at) values ($1, $2, $3, $4, $5, $6)",
    [
      hash(token),
      subject === null ? null : hash(subject),
      seal(token, content),
      now,
      later(now, pending ? lifetimes.pendingMs : lifetimes.idleMs),
      later(now, pending ? lifetimes.pendingMs : lifetimes.totalMs),
    ],
  );
  return token;
}

async function read(db: Queryable, token: string, now: Instant, lifetimes: SessionLifetimes): Promise<SessionContent | null> {
  const found = await db.query<{ body: Buffer; expires_at: Instant }>(
    "select body, expires_at from ops.session where session_id = $1 and expires_at > $2",
    [hash(token), now],
  );
  const row = found.rows[0];
  if (row === undefined) return null;
  const content = open(token, row.body);
  if (content?.kind === "session" && epochMillisecondsOf(row.expires_at) < epochMillisecondsOf(now) + lifetimes.idleMs - touchMs)
    await db.query("update ops.session set expires_at = least($2::timestamptz, last_at) where session_id = $1", [
      hash(token),
      later(now, lifetimes.idleMs),
    ]);
  return content;
}

async function remove(db: Queryable, token: string): Promise<void> {
  await db.query("delete from ops.session where session_id = $1", [hash(token)]);
}

function seal(token: string, content: SessionContent): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(token), nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(content), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Null when the body was changed behind our back. */
function open(token: string, sealed: Buffer): SessionContent | null {
  const decipher = createDecipheriv("aes-256-gcm", keyOf(token), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  try {
    return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8")) as SessionContent;
  } catch {
    return null;
  }
}

function keyOf(token: string): Buffer {
  return Buffer.from(hkdfSync("sha256", token, "maatwerk", "session body", 32));
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function later(now: Instant, milliseconds: number): Instant {
  return instantFromEpochMilliseconds(epochMillisecondsOf(now) + milliseconds);
}
