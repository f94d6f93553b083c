// Who takes up which piece of a counter's work. No record: it says who is busy, and may be given away.
import type { AssignmentStore } from "../../counter/index.ts";
import type { Clock } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";

export function assignmentStore(db: Queryable, clock: Clock, counter: string): AssignmentStore {
  return {
    async assign(workRef, assigneeRef) {
      await db.query(
        `insert into ops.assignment (counter, work_ref, assignee_ref, assigned_at) values ($1, $2, $3, $4)
         on conflict (counter, work_ref) do update set assignee_ref = excluded.assignee_ref, assigned_at = excluded.assigned_at`,
        [counter, workRef, assigneeRef, clock.now()],
      );
    },
    async release(workRef) {
      await db.query("delete from ops.assignment where counter = $1 and work_ref = $2", [counter, workRef]);
    },
    async assigneeOf(workRef) {
      const { rows } = await db.query<{ assigneeRef: string }>(
        `select assignee_ref as "assigneeRef" from ops.assignment where counter = $1 and work_ref = $2`,
        [counter, workRef],
      );
      return rows[0]?.assigneeRef ?? null;
    },
  };
}
