// Work on runs in the queue: what was asked last for a run, how far it is, and why it stopped.
import type { WorkState } from "../../counter/index.ts";
import type { Instant } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";

export const RUN_QUEUE = "run";

interface JobRow {
  readonly action: WorkState["action"];
  readonly since: Instant;
  readonly failed: string | null;
}

/** Null: nothing was asked, or all that was asked is done. Of work that was given up, until the run moves on or it is asked again. */
export async function runWorkState(db: Queryable, runRef: string): Promise<Omit<WorkState, "progress"> | null> {
  const { rows } = await db.query<JobRow & { readonly done: boolean }>(
    `select payload->>'action' as action, created_at as since, done_at is not null as done,
            case when given_up_at is not null then coalesce(last_error, '') end as failed
     from ops.job where queue = $1 and payload->>'runRef' = $2 order by job_id desc limit 1`,
    [RUN_QUEUE, runRef],
  );
  const row = rows[0];
  return row === undefined || row.done ? null : { action: row.action, since: row.since, failed: row.failed };
}
