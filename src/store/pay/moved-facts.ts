// What came to be known of quarters after they were calculated: both clocks of grants and older rights, and the reception of attests.
import { firstDay, fromQuarterNumber, lastDay } from "../../kernel/index.ts";
import type { CalculatedQuarter, MovedCount } from "../../payment/index.ts";
import type { Queryable } from "../connection.ts";

/** Says the last change of each, from indexes alone. */
export async function factsMark(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ mark: string }>(
    `select concat_ws(' ', (select max(received_at) from pay.attest),
       (select max(lower(known)) from read.grant_position), (select max(upper(known)) from read.grant_position where not upper_inf(known)),
       (select max(lower(known)) from read.old_right), (select max(upper(known)) from read.old_right where not upper_inf(known))) as mark`,
  );
  return rows[0]!.mark;
}

/** What a payment reads of a position; its end is in `valid`. */
const GRANT = `employer_ref, person_ref, applicant, premiums, package, percentage, collective_percentage, guidance_need, start_quarter, switches`;
const RIGHT = `employer_ref, person_ref, measure, schedule, start_quarter, amount_cents, activity`;

const ASKED = `asked as (
  select quarter, known_at, daterange(first, last, '[]') as days
  from unnest($1::int[], $2::timestamptz[], $3::date[], $4::date[]) as q (quarter, known_at, first, last))`;

/** Grants or rights whose rows differ between what was known at the moment and what is known now, within the days of the quarter. */
const changed = (table: string, ref: string, columns: string): string => `
  with ${ASKED},
  touched as materialized (
    select distinct ${ref} from ${table}
    where lower(known) > (select min(known_at) from asked)
       or (not upper_inf(known) and upper(known) > (select min(known_at) from asked))),
  row_of as (
    select a.quarter, a.known_at, t.${ref}, t.known, ${columns}, t.valid * a.days as days
    from touched join ${table} t using (${ref}) join asked a on t.valid && a.days),
  was as (select quarter, ${ref}, ${columns}, days from row_of where known @> known_at),
  is_now as (select quarter, ${ref}, ${columns}, days from row_of where upper_inf(known))
  select quarter, count(distinct ${ref})::int as count
  from ((table was except table is_now) union all (table is_now except table was)) as other group by quarter`;

/** Relations with a grant or a right in the quarter of which a declaration was received later. */
const LATER_ATTESTS = `
  with ${ASKED}
  select a.quarter, count(distinct (t.person_ref, t.employer_ref))::int as count
  from asked a join pay.attest t on t.quarter = a.quarter and t.received_at > a.known_at
  where exists (select from read.grant_position g where g.person_ref = t.person_ref and g.employer_ref = t.employer_ref
                and upper_inf(g.known) and g.valid && a.days)
     or exists (select from read.old_right r where r.person_ref = t.person_ref and r.employer_ref = t.employer_ref
                and upper_inf(r.known) and r.valid && a.days)
  group by a.quarter`;

export async function movedSince(db: Queryable, quarters: readonly CalculatedQuarter[]): Promise<readonly MovedCount[]> {
  if (quarters.length === 0) return [];
  const of = quarters.map((one) => fromQuarterNumber(one.quarter));
  const values = [
    quarters.map((one) => one.quarter),
    quarters.map((one) => one.knownAt),
    of.map((one) => firstDay(one)),
    of.map((one) => lastDay(one)),
  ];
  const counted = async (kind: MovedCount["kind"], sql: string): Promise<MovedCount[]> => {
    const { rows } = await db.query<{ quarter: number; count: number }>(sql, values);
    return rows.map((row) => ({ kind, ...row }));
  };
  const [attests, grants, rights] = await Promise.all([
    counted("ATTESTS", LATER_ATTESTS),
    counted("GRANTS", changed("read.grant_position", "grant_ref", GRANT)),
    counted("OLDER_RIGHTS", changed("read.old_right", "right_ref", RIGHT)),
  ]);
  return [...attests, ...grants, ...rights];
}
