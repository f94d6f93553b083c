// The records that statistics reads, over PostgreSQL: one answer sees one state of them and can change nothing.
import { isOutage, Outage } from "../kernel/index.ts";
import type { RecordsPort, SqlRow } from "../statistics/index.ts";
import { askMayLag, type Database, type Pool } from "../store/index.ts";

/** The doors say that the records cannot be read just now, and do not call it a failure of theirs. */
function asOutage(error: unknown): unknown {
  return isOutage(error) ? new Outage("The database does not answer", { cause: error }) : error;
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

/** The same for questions that may lag: from the standby where it keeps up. */
export function recordsMayLag(database: Pick<Database, "pool" | "statistics" | "standby">): RecordsPort {
  return { snapshot: (work) => askMayLag(database, "statistics", (pool) => recordsOver(pool).snapshot(work)) };
}
