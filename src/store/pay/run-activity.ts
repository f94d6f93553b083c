// What the company register said of the self-employed persons to whom a run pays: written once, with the step that calculated the run.
import type { Instant } from "../../kernel/index.ts";
import type { ActivitySeen, RunActivity } from "../../payment/index.ts";
import type { Client, Queryable } from "../connection.ts";

export async function insertActivity(client: Client, runRef: string, { askedAt, seen }: RunActivity): Promise<void> {
  await client.query(
    `insert into pay.run_activity (run_ref, grant_ref, answer, stopped_on, insolvency, grant_until, asked_at)
     select $1, s."grantRef", s.answer, s."stoppedOn", s.insolvency, s."grantUntil", $3
     from jsonb_to_recordset($2) as s("grantRef" uuid, answer text, "stoppedOn" date, insolvency boolean, "grantUntil" date)`,
    [runRef, JSON.stringify(seen), askedAt],
  );
}

/** In order of grant; null: nothing was asked. */
export async function activityOf(db: Queryable, runRef: string): Promise<RunActivity | null> {
  const { rows } = await db.query<ActivitySeen & { askedAt: Instant }>(
    `select grant_ref as "grantRef", answer, stopped_on as "stoppedOn", insolvency, grant_until as "grantUntil", asked_at as "askedAt"
     from pay.run_activity where run_ref = $1 order by grant_ref`,
    [runRef],
  );
  const [first] = rows;
  return first === undefined ? null : { askedAt: first.askedAt, seen: rows.map(({ askedAt: _, ...one }) => one) };
}
