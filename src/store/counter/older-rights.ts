// Lists of older rights as they stand now, with what follows on them for the same person and employer.
import type { RightLine, RightQueries } from "../../counter/index.ts";
import type { SealedContent } from "../../dossier/index.ts";
import type { Queryable } from "../connection.ts";
import type { SubjectVault } from "../vault/subject-vault.ts";

/** One row per right: amounts that a person entered split a right's time into several. */
const RIGHTS = `select right_ref, measure, person_ref, employer_ref, min(lower(valid)) as started_on,
    case when bool_or(upper_inf(valid)) then null else max(upper(valid)) - 1 end as last_day,
    max(warned_of_end) as warned_of_end, max(lde_choice) as lde_choice
  from read.old_right where upper_inf(known) group by right_ref, measure, person_ref, employer_ref`;

export function rightQueries(db: Queryable, vault: Pick<SubjectVault, "openAll">): RightQueries {
  return {
    async rights({ measures, employerRef, personRef, rightRef, endsFrom, endsUntil, after, limit }) {
      const { rows } = await db.query<RightLine>(
        `with rights as (${RIGHTS}), listed as (
           select * from rights
           where ($1::text[] is null or measure = any($1)) and ($2::uuid is null or employer_ref = $2)
             and ($3::uuid is null or person_ref = $3)
             and ($9::uuid is null or right_ref = $9)
             and ($4::date is null or last_day is null or last_day >= $4) and ($5::date is null or last_day <= $5)
             and ($6::date is null or (coalesce(last_day, 'infinity'), right_ref) > ($6, $7::uuid))
           order by coalesce(last_day, 'infinity'), right_ref limit $8)
         select l.right_ref as "rightRef", l.measure, l.person_ref as "personRef", l.employer_ref as "employerRef",
           l.started_on as "startedOn", l.last_day as "lastDay", l.warned_of_end as "warnedOfEnd", l.lde_choice as "ldeChoice",
           p.file_ref as "pendingFile", g.start_quarter as "grantFrom", g.file_ref as "grantFile", g.grant_ref as "grantRef"
         from listed l
         left join lateral (
           select file_ref from read.application a
           where a.person_ref = l.person_ref and a.employer_ref is not distinct from l.employer_ref and upper_inf(a.known)
             and upper_inf(a.valid) and a.state in ('PENDING', 'INCOMPLETE') order by a.filed_on limit 1) p on true
         left join lateral (
           select start_quarter, file_ref, grant_ref from read.grant_position g
           where g.person_ref = l.person_ref and g.employer_ref is not distinct from l.employer_ref and upper_inf(g.known)
           order by lower(g.valid) limit 1) g on true
         order by coalesce(l.last_day, 'infinity'), l.right_ref`,
        [
          measures ?? null,
          employerRef ?? null,
          personRef ?? null,
          endsFrom ?? null,
          endsUntil ?? null,
          after?.lastDay ?? null,
          after?.rightRef ?? null,
          limit,
          rightRef ?? null,
        ],
      );
      return rows;
    },
    async running(on) {
      const { rows } = await db.query(
        `select measure, count(distinct right_ref)::integer as rights from read.old_right
         where upper_inf(known) and valid @> $1::date group by measure order by measure`,
        [on],
      );
      return rows;
    },
    async booked(rightRef, grantRef) {
      const { rows } = await db.query(
        `select quarter, case when grant_ref = $1 then 'OLD' else 'IMW' end as by, sum(cents)::bigint as cents
         from pay.ledger_line where grant_ref = any(array[$1, $2]::uuid[]) group by quarter, grant_ref order by quarter`,
        [rightRef, grantRef],
      );
      return rows;
    },
    async namesOf(refs, { actor, organisation }, purpose) {
      const opened = await vault.openAll([...new Set(refs)], { actor, organisation, purpose }, ["name"]);
      return new Map([...opened].map(([ref, items]) => [ref, nameIn(items)]));
    },
  };
}

function nameIn(items: readonly SealedContent[]): string {
  const content = items.at(-1)?.content as { name?: string; given?: string; family?: string } | undefined;
  return content?.name ?? `${content?.given ?? ""} ${content?.family ?? ""}`.trim();
}
