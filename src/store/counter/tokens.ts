// Tokens of programs: kept as a hash, with a body that only the token itself opens, as with sessions.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import type { TokenGrant, TokenLine, TokenStore } from "../../counter/ports.ts";
import { type Clock, epochMillisecondsOf, type Instant, instantFromEpochMilliseconds } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";

const lifeDays = 365;
/** A use is noted at most this often, so that a busy program does not write at every call. */
const noteEveryMs = 60_000;

/** What a token looks like, so that one that leaks into a repository is recognised. */
const prefix = "mwk_";

export function tokenStore(db: Queryable, clock: Clock): TokenStore {
  return {
    async issue(grant, label) {
      const token = prefix + randomBytes(32).toString("base64url");
      const tokenRef = randomUUID();
      const now = clock.now();
      await db.query(
        `insert into ops.api_token (token_hash, token_ref, organisation_hash, body, label, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          hash(token),
          tokenRef,
          hash(grant.person ?? grant.organisation),
          seal(token, grant),
          label,
          now,
          later(now, lifeDays * 86_400_000),
        ],
      );
      return { token, tokenRef };
    },
    async read(token) {
      if (!token.startsWith(prefix)) return null;
      const now = clock.now();
      const { rows } = await db.query<{ body: Buffer; token_ref: string; last_used_at: Instant | null }>(
        "select body, token_ref, last_used_at from ops.api_token where token_hash = $1 and revoked_at is null and expires_at > $2",
        [hash(token), now],
      );
      const row = rows[0];
      if (row === undefined) return null;
      const grant = open(token, row.body);
      if (grant === null) return null;
      if (row.last_used_at === null || epochMillisecondsOf(row.last_used_at) < epochMillisecondsOf(now) - noteEveryMs)
        await db.query("update ops.api_token set last_used_at = $2 where token_hash = $1", [hash(token), now]);
      return { ...grant, tokenRef: row.token_ref };
    },
    async list(holder) {
      const { rows } = await db.query<TokenLine>(
        `select token_ref as "tokenRef", label, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"
         from ops.api_token where organisation_hash = $1 and revoked_at is null and expires_at > $2 order by created_at desc`,
        [hash(holder), clock.now()],
      );
      return rows;
    },
    async revoke(holder, tokenRef) {
      const { rowCount } = await db.query(
        "update ops.api_token set revoked_at = $3 where organisation_hash = $1 and token_ref = $2 and revoked_at is null",
        [hash(holder), tokenRef, clock.now()],
      );
      return rowCount === 1;
    },
  };
}

function seal(token: string, grant: TokenGrant): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(token), nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(grant), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Null when the body was changed behind our back. */
function open(token: string, sealed: Buffer): TokenGrant | null {
  const decipher = createDecipheriv("aes-256-gcm", keyOf(token), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  try {
    return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8")) as TokenGrant;
  } catch {
    return null;
  }
}

const keyOf = (token: string): Buffer => Buffer.from(hkdfSync("sha256", token, "maatwerk", "token body", 32));
const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
const later = (now: Instant, milliseconds: number): Instant =>
  instantFromEpochMilliseconds(epochMillisecondsOf(now) + milliseconds);
