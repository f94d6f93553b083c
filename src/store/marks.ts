// Short notes that the system keeps about its own database, for example what made its first records.
import type { Instant } from "../kernel/index.ts";
import type { Queryable } from "./connection.ts";

export async function readMark(db: Queryable, name: string): Promise<unknown> {
  const { rows } = await db.query<{ value: unknown }>("select value from ops.mark where name = $1", [name]);
  return rows[0]?.value ?? null;
}

export async function setMark(db: Queryable, name: string, value: unknown, at: Instant): Promise<void> {
  await db.query(
    "insert into ops.mark (name, value, set_at) values ($1, $2, $3) on conflict (name) do update set value = excluded.value, set_at = excluded.set_at",
    [name, JSON.stringify(value), at],
  );
}
