// The records that statistics reads, over PostgreSQL: one answer sees one state of them and can change nothing.
import type { RecordsPort, SqlRow } from "../statistics/index.ts";
import type { Pool } from "../store/index.ts";

/** The records cannot be read just now; the doors say so and do not call it a failure of theirs. They know it by its name. */
export class Outage extends Error {
  override readonly name = "Outage";
}

/** No connection, or a server that is going down: classes 08 and 57P of PostgreSQL, and what the network says. */
function asOutage(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  const gone = typeof code === "string" && /^(08|57P|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code);
  return gone ? new Outage(`The database does not answer (${code})`, { cause: error }) : error;
}

/** @param pool - Of the role that may read the schema `read` only. */
export function recordsOver(pool: Pool): RecordsPort {
  return {
    async snapshot(work) {
      const client = await pool.connect().catch((error: unknown) => {
        throw asOutage(error);
      });
      let broken: Error | undefined;
      try {
        await client.query("begin transaction isolation level repeatable read read only");
        const result = await work({
          query: async (text, parameters) => (await client.query<SqlRow>(text, [...parameters])).rows,
        });
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch((failure: unknown) => {
          // A connection that cannot even go back is thrown away.
          broken = failure instanceof Error ? failure : new Error("rollback failed");
        });
        throw asOutage(error);
      } finally {
        client.release(broken);
      }
    },
  };
}
