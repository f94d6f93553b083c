// The work list of VDAB's counter over the read tables: five kinds of work in one order, nearest deadline first.
import type { VdabWorkLine, WorkCount, WorkQueries } from "../../counter/index.ts";
import type { PersonRef } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";
import { personQueries } from "./persons.ts";

/**
 * $1 today, $2 the last end of a ticket that counts as near. A ticket whose person asked anew, or holds a later one of its type, waits for
 * nothing.
 */
const WORK = `
  select 'INDICATION' as kind, indication_ref as work_ref, person_ref, person_ref as stream_ref, requested_on as since,
    null::date as deadline, measure as detail
  from read.indication where upper_inf(known) and decided_on is null
  union all
  select 'EVALUATION', e.evaluation_ref, a.person_ref, e.file_ref, e.requested_on, null::date, e.purpose
  from read.evaluation e
  join read.application a on a.file_ref = e.file_ref and upper_inf(a.known) and upper_inf(a.valid)
  where upper_inf(e.known) and e.decided_on is null
  union all
  select 'REVIEW', r.review_ref, coalesce(a.person_ref, r.stream_ref), r.stream_ref, r.requested_on,
    coalesce(r.board_by, r.committee_by), case when r.advised_on is null then 'COMMITTEE' else 'BOARD' end
  from read.review r
  left join read.application a on a.file_ref = r.stream_ref and upper_inf(a.known) and upper_inf(a.valid)
  where upper_inf(r.known) and r.decided_on is null
  union all
  select 'EXPIRY', t.ticket_ref, t.person_ref, t.person_ref, t.granted_on, upper(t.valid) - 1, t.type
  from read.ticket t
  where upper_inf(t.known) and upper(t.valid) > $1::date and upper(t.valid) <= $2::date + 1 and t.type in ('INDIVIDUAL', 'COLLECTIVE')
    and not exists (select from read.ticket l where l.person_ref = t.person_ref and l.type = t.type and upper_inf(l.known)
      and upper(l.valid) > upper(t.valid))
    and not exists (select from read.indication i where i.person_ref = t.person_ref and i.measure = t.type and upper_inf(i.known)
      and i.decided_on is null)
  union all
  select 'ADVICE', advice_ref, person_ref, person_ref, advised_on, null::date, 'ICF'
  from read.icf_advice where upper_inf(known) and handled_on is null`;

const LAST = "date '9999-12-31'";

export function workQueries(db: Queryable): WorkQueries {
  return {
    ...personQueries(db),
    async list({ kind, until, assignee, after, limit, today, expiryUntil }) {
      const { rows } = await db.query<VdabWorkLine>(
        `select w.kind, w.work_ref as "workRef", w.person_ref as "personRef", w.stream_ref as "streamRef", w.since, w.deadline, w.detail,
           s.assignee_ref as "assigneeRef"
         from (${WORK}) w left join ops.assignment s on s.counter = 'vdab' and s.work_ref = w.work_ref
         where ($3::text is null or w.kind = $3) and ($4::date is null or w.deadline <= $4)
           and ($5::text is null or s.assignee_ref = $5) and (not $6 or s.assignee_ref is null)
           and ($7::date is null or (coalesce(w.deadline, ${LAST}), w.since, w.work_ref) > (coalesce($8::date, ${LAST}), $7::date, $9::uuid))
         order by coalesce(w.deadline, ${LAST}), w.since, w.work_ref limit $10`,
        [
          today,
          expiryUntil,
          kind,
          until,
          assignee === null || assignee === "NOBODY" ? null : assignee.ref,
          assignee === "NOBODY",
          after?.since ?? null,
          after?.deadline ?? null,
          after?.workRef ?? null,
          limit,
        ],
      );
      return rows;
    },
    async counts(today, expiryUntil) {
      const { rows } = await db.query<WorkCount>(
        `select kind, count(*)::int as open, count(*) filter (where deadline < $1::date)::int as late
         from (${WORK}) w group by kind`,
        [today, expiryUntil],
      );
      return rows;
    },
    async personsAmong(refs) {
      const { rows } = await db.query<{ personRef: PersonRef }>(
        `select distinct person_ref as "personRef" from read.person_fact where person_ref = any($1::uuid[]) and upper_inf(known)`,
        [refs],
      );
      return rows.map((row) => row.personRef);
    },
  };
}
