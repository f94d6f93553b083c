// Older rights that the run pays, as positions: VOP, temporary VOP, and LDE whose organisation chose individual.
import { firstDay, fromQuarterNumber, type Instant, lastDay } from "../../kernel/index.ts";
import type { Position } from "../../payment/index.ts";
import type { Queryable } from "../connection.ts";

/** Components of older rights; lines of grants have the others. */
export const OLDER_COMPONENTS = "('VOP', 'COMPENSATION')";
const PAID = "('VOP', 'TVOP', 'LDE_INDIVIDUAL')";
/** What an open end counts as for the dry run's list of ends. */
const NO_END = 99_999;

export interface OlderQuery {
  readonly quarter: number;
  /** Null: now. */
  readonly knownAt: Instant | null;
  /** Rights from this reference on, up to `to`, which is not included. */
  readonly from?: string;
  readonly to?: string | null;
  readonly rightRefs?: readonly string[] | null;
}

/** In order of right. A right is one position, however many stretches its entered amounts cut it into. */
export async function olderPositions(db: Queryable, query: OlderQuery): Promise<Position[]> {
  const { quarter, knownAt, from = null, to = null, rightRefs = null } = query;
  const of = fromQuarterNumber(quarter);
  const { rows } = await db.query<Position>(
    `with held as (
       select right_ref, person_ref, employer_ref, measure, schedule, start_quarter,
         min(lower(valid)) as since, case when bool_or(upper_inf(valid)) then null else max(upper(valid)) end as until,
         max(ends_on) as foreseen, (array_agg(activity order by lower(valid) desc) filter (where valid && daterange($1, $2, '[]')))[1] as activity,
         (array_agg(amount_cents order by lower(valid) desc) filter (where valid && daterange($1, $2, '[]')))[1] as amount
       from read.old_right r
       where measure in ${PAID} and person_ref is not null
         and case when $3::timestamptz is null then upper_inf(known) else known @> $3::timestamptz end
         and ($4::uuid is null or right_ref >= $4) and ($5::uuid is null or right_ref < $5)
         and ($6::uuid[] is null or right_ref = any($6))
       group by right_ref, person_ref, employer_ref, measure, schedule, start_quarter
       having bool_or(valid && daterange($1, $2, '[]')))
     select right_ref as "grantRef", employer_ref as "employerRef", person_ref as "personRef",
       case when employer_ref is null then 'SELF_EMPLOYED' else 'EMPLOYER' end as applicant,
       case when employer_ref is null then 'SUPPORT' else 'WAGE' end as premiums, 'P5' as package, null as percentage,
       null as "collectivePercentage", 'NONE' as "guidanceNeed", start_quarter as "startQuarter",
       coalesce((extract(year from until - 1) * 4 + extract(quarter from until - 1) - 1)::integer, ${NO_END}) as "endQuarter",
       '{}'::jsonb as switches, since as "validFrom", until as "validTo",
       jsonb_build_object('measure', measure, 'schedule', schedule, 'amountPerFte', amount, 'activity', activity, 'lastDay', (until - 1)::text,
         'ranOn', coalesce(until - 1 > foreseen, false),
         'besideGrant', exists (
           select from read.grant_position g
           where g.person_ref = held.person_ref and g.employer_ref is not distinct from held.employer_ref
             and g.valid && daterange($1, $2, '[]')
             and case when $3::timestamptz is null then upper_inf(g.known) else g.known @> $3::timestamptz end)) as older
     from held order by right_ref`,
    [firstDay(of), lastDay(of), knownAt, from, to, rightRefs],
  );
  return rows;
}

/** How many such rights hold on any day of the quarters. */
export async function countOlder(db: Queryable, from: number, to: number, knownAt: Instant | null): Promise<number> {
  const { rows } = await db.query<{ rights: number }>(
    `select greatest(count(distinct right_ref), (exists (select from pay.ledger_line
        where quarter between $4 and $5 and component in ${OLDER_COMPONENTS}))::int)::integer as rights
     from read.old_right where measure in ${PAID} and person_ref is not null and valid && daterange($1, $2, '[]')
       and known @> coalesce($3::timestamptz, now())`,
    [firstDay(fromQuarterNumber(from)), lastDay(fromQuarterNumber(to)), knownAt, from, to],
  );
  return rows[0]?.rights ?? 0;
}
