// The records that statistics reads, over PostgreSQL: one answer sees one state of them and can change nothing.
import type { RecordsPort, SqlRow } from "../statistics/index.ts";
import type { Pool } from "../store/index.ts";

/** @param pool - Of the role that may read the schema `read` only. */
export function recordsOver(pool: Pool): RecordsPort {
  return {
    async snapshot(work) {
      const client = await pool.connect();
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
        throw error;
      } finally {
        client.release(broken);
      }
    },
  };
}
