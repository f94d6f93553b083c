// Answers to commands of programs, kept for a while, so that a command that is sent again gets the answer that it got.
import type { CommandReply, ReplyStore } from "../../counter/index.ts";
import type { Clock } from "../../kernel/index.ts";
import type { Pool } from "../connection.ts";

export function replyStore(pool: Pool, clock: Clock): ReplyStore {
  return {
    async find(key) {
      const { rows } = await pool.query<CommandReply>(
        "select fingerprint, status, body, etag, location from ops.api_reply where key = $1",
        [key],
      );
      return rows[0] ?? null;
    },
    async keep(key, { fingerprint, status, body, etag, location }) {
      await pool.query(
        `insert into ops.api_reply (key, fingerprint, status, body, etag, location, kept_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing`,
        [key, fingerprint, status, JSON.stringify(body), etag, location, clock.now()],
      );
    },
  };
}

/** Keys older than this are forgotten: a program tries again within hours, not months. */
const KEPT_DAYS = 30;

/** Gives how many were forgotten. */
export async function sweepReplies(pool: Pool, clock: Clock): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from ops.api_reply where kept_at < $1::timestamptz - interval '${KEPT_DAYS} days'`,
    [clock.now()],
  );
  return rowCount ?? 0;
}
