// What VDAB's counter asks about persons across streams: their files, older rights, advices, and who waits for a conversion.
import type { PartnerAdvice, PersonFile, PersonRight, VopCandidate, WorkQueries } from "../../counter/index.ts";
import type { Queryable } from "../connection.ts";

/** $1 the day. A right to VOP or temporary VOP that runs, held by somebody without an individual ticket (IND-17). */
const VOP = `from read.old_right r
  where r.measure in ('VOP', 'TVOP') and r.person_ref is not null and upper_inf(r.known) and r.valid @> $1::date and not exists (
    select from read.ticket t where t.person_ref = r.person_ref and t.type = 'INDIVIDUAL' and upper_inf(t.known) and t.valid @> $1::date)`;

const CATCH_UP = `from read.ticket c
  where c.type = 'COLLECTIVE' and upper_inf(c.known) and c.valid @> $1::date and not exists (
    select from read.ticket i
    where i.person_ref = c.person_ref and i.type = 'INDIVIDUAL' and upper_inf(i.known) and i.valid @> $1::date)`;

export function personQueries(db: Queryable): Omit<WorkQueries, "list" | "counts" | "personsAmong"> {
  const count = async (from: string, on: string): Promise<number> => {
    const { rows } = await db.query<{ count: number }>(`select count(distinct person_ref)::int as count ${from}`, [on]);
    return rows[0]?.count ?? 0;
  };
  return {
    async workStatusOn(personRef, on) {
      const { rows } = await db.query<{ status: string }>(
        "select status from read.work_status where person_ref = $1 and upper_inf(known) and valid @> $2::date",
        [personRef, on],
      );
      return rows[0]?.status ?? null;
    },
    async filesOfPerson(personRef) {
      const { rows } = await db.query<PersonFile>(
        `select file_ref as "fileRef", state, filed_on as "filedOn" from read.application
         where person_ref = $1 and upper_inf(known) and upper_inf(valid) order by filed_on desc, file_ref`,
        [personRef],
      );
      return rows;
    },
    async rightsOfPerson(personRef) {
      const { rows } = await db.query<PersonRight>(
        `select right_ref as "rightRef", measure, lower(valid) as "validFrom", upper(valid) as "validTo" from read.old_right
         where person_ref = $1 and upper_inf(known) order by lower(valid), right_ref`,
        [personRef],
      );
      return rows;
    },
    async vopCandidates(on, after, limit) {
      const { rows } = await db.query<VopCandidate>(
        `select distinct on (r.person_ref) r.person_ref as "personRef", r.right_ref as "rightRef", upper(r.valid) as "validTo" ${VOP}
           and ($2::uuid is null or r.person_ref > $2) order by r.person_ref, lower(r.valid) desc limit $3`,
        [on, after, limit],
      );
      return rows;
    },
    countVopCandidates: (on) => count(VOP, on),
    countCatchUpCandidates: (on) => count(CATCH_UP, on),
    async advicesOf(organisation, limit) {
      const { rows } = await db.query<PartnerAdvice>(
        `select person_ref as "personRef", advice_ref as "adviceRef", advised_on as "advisedOn" from read.icf_advice
         where organisation = $1 and upper_inf(known) order by advised_on desc, advice_ref limit $2`,
        [organisation, limit],
      );
      return rows;
    },
  };
}
