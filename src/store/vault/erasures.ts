// The list of erasures, to be kept outside the database, and doing them again on a backup that was made before them.
import type { Instant } from "../../kernel/index.ts";
import { type Pool, type Queryable, transaction } from "../connection.ts";

export interface Erasure {
  readonly subjectRef: string;
  readonly erasedAt: Instant;
  readonly reason: string;
}

export async function listErasures(db: Queryable): Promise<readonly Erasure[]> {
  const { rows } = await db.query<Erasure>(
    `select subject_ref as "subjectRef", erased_at as "erasedAt", reason from log.erasure order by erased_at, subject_ref`,
  );
  return rows;
}

/** Destroys the key of `subjectRef` and takes it out of the blind indexes, inside the caller's transaction. */
export async function eraseWithin(db: Queryable, { subjectRef, erasedAt, reason }: Erasure): Promise<"erased" | "erasedBefore"> {
  const { rowCount } = await db.query(
    `update vault.subject_key set sealed_key = null, destroyed_at = $2, destroyed_reason = $3
     where subject_ref = $1 and sealed_key is not null`,
    [subjectRef, erasedAt, reason],
  );
  await db.query("delete from vault.lookup where subject_ref = $1", [subjectRef]);
  await db.query("delete from vault.name_token where subject_ref = $1", [subjectRef]);
  return rowCount === 0 ? "erasedBefore" : "erased";
}

/** Writes down an erasure, once. */
export async function noteErasure(db: Queryable, { subjectRef, erasedAt, reason }: Erasure): Promise<void> {
  await db.query(
    "insert into log.erasure (subject_ref, erased_at, reason) values ($1, $2, $3) on conflict (subject_ref, erased_at) do nothing",
    [subjectRef, erasedAt, reason],
  );
}

/** Does each exported erasure that this database does not know; gives how many keys were destroyed now. */
export async function eraseAgain(pool: Pool, erasures: readonly Erasure[]): Promise<number> {
  return transaction(pool, async (client) => {
    let erased = 0;
    for (const erasure of erasures) {
      const outcome = await eraseWithin(client, erasure);
      if (outcome === "erased") erased += 1;
      await noteErasure(client, erasure);
    }
    return erased;
  });
}
