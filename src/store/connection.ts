// Connections as the rest of the store uses them: dates and moments stay text, whole numbers are numbers.
import pg from "pg";
import { type Instant, instantFromEpochMilliseconds } from "../kernel/index.ts";

export type Pool = pg.Pool;
export type Client = pg.ClientBase;
/** Anything that runs SQL: a pool, or a client inside a transaction. */
export type Queryable = Pick<pg.ClientBase, "query">;

export type Role = "maatwerk_owner" | "maatwerk_app" | "maatwerk_stats";

const { types } = pg;

const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, safeInteger],
  [types.builtins.DATE, (text) => text],
  [types.builtins.TIMESTAMPTZ, instantOf],
]);

const custom: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers.get(oid)) || types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};

/** What all our connections share. `token` names the process, so that it can tell its own sessions from others. */
export function connectionOptions(role: Role | null, token: string): pg.PoolConfig {
  return {
    types: custom,
    application_name: `maatwerk ${token}`,
    // Set at connection time, so that RESET ROLE cannot lead out of it.
    options: `-c timezone=UTC -c datestyle=ISO${role === null ? "" : ` -c role=${role}`}`,
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
  };
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a safe integer`);
  return value;
}

/** "2024-03-15 10:00:00.123+00" as an instant; microseconds are cut off. */
export function instantOf(text: string): Instant {
  // Rows that came together carry the same moment.
  if (text !== lastText) {
    lastInstant = instantFromEpochMilliseconds(Date.parse(`${text.replace(" ", "T").replace(/\+00$/, "Z")}`));
    lastText = text;
  }
  return lastInstant;
}

let lastText = "1970-01-01 00:00:00+00";
let lastInstant = instantFromEpochMilliseconds(0);

/** Runs `work` in one transaction on its own connection. */
export async function transaction<T>(pool: Pool, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks while it is ours reports here as well as on the query; the query's error is the one we pass on.
  const ignore = (): void => {};
  client.on("error", ignore);
  let broken = false;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.off("error", ignore);
    client.release(broken);
  }
}
