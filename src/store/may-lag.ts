// Questions whose answer may be some seconds old: to the standby where there is one that keeps up, else to the primary.
import { isOutage } from "../kernel/index.ts";
import type { Pool, Queryable } from "./connection.ts";
import type { Database } from "./database.ts";

/** Asks the standby, and the primary when that fails: `ask` must only read, because it may be done twice. */
export async function askMayLag<T>(
  database: Pick<Database, "pool" | "statistics" | "standby">,
  role: "app" | "statistics",
  ask: (pool: Pool) => Promise<T>,
): Promise<T> {
  const own = role === "app" ? database.pool : database.statistics;
  const pool = database.standby?.pool(role) ?? null;
  if (pool === null) return ask(own);
  try {
    return await ask(pool);
  } catch (error) {
    if (!isOutage(error) && !CUT_OFF.has((error as { code?: string }).code ?? "")) throw error;
    database.standby?.failed();
    return ask(own);
  }
}

/** What a standby answers when its replay must go on over rows that a question still reads, or when it cannot write what is asked. */
const CUT_OFF = new Set(["40001", "40P01", "25006"]);

/** The same as something to send single questions to. */
export function mayLag(database: Pick<Database, "pool" | "statistics" | "standby">, role: "app" | "statistics"): Queryable {
  const query = (...args: readonly unknown[]) =>
    askMayLag(database, role, (pool) => (pool.query as (...all: readonly unknown[]) => Promise<unknown>)(...args));
  return { query: query as Queryable["query"] };
}
