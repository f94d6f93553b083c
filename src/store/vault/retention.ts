// Whose personal data nothing was recorded about for so long that they may go.
import type { Instant } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";

export interface RetentionLimit {
  /** Nothing was recorded about the person, their files or their payments from this moment on. */
  readonly before: Instant;
  /** No grant or older right of theirs runs in this quarter (year x 4 + n - 1) or later. */
  readonly quarter: number;
}

/** Persons whose key still stands, in order; at most `most`. */
export async function overdueSubjects(
  db: Queryable,
  { before, quarter }: RetentionLimit,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await db.query<{ subject: string }>(
    `select k.subject_ref as subject from vault.subject_key k
     where k.sealed_key is not null
       and exists (select from read.person_fact p where p.person_ref = k.subject_ref)
       and not exists (select from log.event e where e.stream_ref = k.subject_ref and e.recorded_at >= $1)
       and not exists (select from vault.sealed s where s.subject_ref = k.subject_ref and s.recorded_at >= $1)
       and not exists (select from read.application a join log.event e on e.stream_ref = a.file_ref
                       where a.person_ref = k.subject_ref and e.recorded_at >= $1)
       and not exists (select from read.grant_position g where g.person_ref = k.subject_ref and upper_inf(g.known)
                       and (g.end_quarter >= $2 or exists (select from pay.ledger_line l
                                                           where l.grant_ref = g.grant_ref and l.booked_at >= $1)))
       and not exists (select from read.old_right o where o.person_ref = k.subject_ref and upper_inf(o.known)
                       and (o.ends_on is null or o.ends_on >= ($1::timestamptz)::date))
     order by 1 limit $3`,
    [before, quarter, most],
  );
  return rows.map((row) => row.subject);
}
