// Who works at the department's counter, without names.
import type { StaffMember, StaffStore } from "../../counter/department/ports.ts";
import type { Clock } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";

export function staffStore(db: Queryable, clock: Clock): StaffStore {
  return {
    async add({ actorRef, subjectRef }) {
      const { rowCount } = await db.query(
        "insert into ops.staff (actor_ref, subject_ref, since) values ($1, $2, $3) on conflict do nothing",
        [actorRef, subjectRef, clock.now()],
      );
      return rowCount === 1;
    },
    async list() {
      const { rows } = await db.query<StaffMember>(
        'select actor_ref as "actorRef", subject_ref as "subjectRef" from ops.staff order by since',
      );
      return rows;
    },
  };
}
