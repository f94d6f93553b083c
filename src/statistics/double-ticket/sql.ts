// Breaches of the double-ticket rule, by SQL.
import type { RunContext } from "../context.ts";
import type { Records } from "../port.ts";
import type { Breach } from "./breach.ts";

const statement = `
select c.ticket_ref::text as ticket_ref, c.person_ref::text as person_ref, c.applied_on::text as applied_on, c.granted_on::text as granted_on,
  case when c.held then 'OTHER_PACKAGE' when c.later is not null then 'LATE' else 'MISSING' end as kind,
  case when c.held then null else c.later::text end as individual_granted_on
from (
  select k.ticket_ref, k.person_ref, k.applied_on, k.granted_on,
    coalesce(bool_or(i.granted_on <= k.granted_on and (upper(i.valid) is null or upper(i.valid) > k.granted_on)), false) as held,
    coalesce(bool_or(i.granted_on <= k.granted_on and (upper(i.valid) is null or upper(i.valid) > k.granted_on)
      and i.package = $4::text and i.guidance_need = $5::text), false) as right_one,
    min(i.granted_on) filter (where i.granted_on > k.granted_on) as later
  from (select distinct on (t.ticket_ref) t.* from read.ticket t
    where t.known @> $1::timestamptz and t.type = 'COLLECTIVE' and t.applied_on >= $2::date and t.granted_on <= $3::date
    order by t.ticket_ref, lower(t.valid) nulls first) k
  left join read.ticket i on i.person_ref = k.person_ref and i.known @> $1::timestamptz and i.type = 'INDIVIDUAL'
  group by k.ticket_ref, k.person_ref, k.applied_on, k.granted_on
) c
where not c.right_one
order by c.granted_on, c.ticket_ref`;

export async function breachesBySql(records: Records, until: string, { knownAt, law }: RunContext): Promise<readonly Breach[]> {
  const rows = await records.query(statement, [
    knownAt,
    law.doubleTicketFrom,
    until,
    law.doubleTicketPackage,
    law.doubleTicketGuidanceNeed,
  ]);
  return rows.map((row) => ({
    ticketRef: row.ticket_ref as string,
    personRef: row.person_ref as string,
    appliedOn: row.applied_on as string,
    grantedOn: row.granted_on as string,
    kind: row.kind as Breach["kind"],
    individualGrantedOn: row.individual_granted_on as string | null,
  }));
}
