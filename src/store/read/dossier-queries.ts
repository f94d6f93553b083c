// Answers the dossier's questions across streams from the read tables, as known now.
import type { DossierQueries, EnteredSubsidy, Relation, RelationFile, RunningRight } from "../../dossier/index.ts";
import type { FileRef, PersonRef, PlainDate } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";

const ofRelation = "person_ref = $1 and employer_ref is not distinct from $2 and upper_inf(known)";
const relationOf = ({ personRef, employerRef }: Relation): unknown[] => [personRef, employerRef];

export function dossierQueries(db: Queryable): DossierQueries {
  const rights = async (standing: string, relation: Relation, on: PlainDate) => {
    const { rows } = await db.query<RunningRight>(
      `select right_ref as "rightRef", measure, lower(valid) as "validFrom", upper(valid) as "validTo" from read.old_right
       where ${ofRelation} and ${standing} order by lower(valid), right_ref`,
      [...relationOf(relation), on],
    );
    return rows;
  };
  return {
    async filesOfRelation(relation) {
      const { rows } = await db.query<RelationFile>(
        `select file_ref as "fileRef", state, filed_on as "filedOn" from read.application
         where ${ofRelation} and upper_inf(valid) order by filed_on, file_ref`,
        relationOf(relation),
      );
      return rows;
    },
    async runningGrantOf(relation, on) {
      const { rows } = await db.query<{ fileRef: FileRef }>(
        `select file_ref as "fileRef" from read.grant_position where ${ofRelation} and valid @> $3::date order by lower(valid) limit 1`,
        [...relationOf(relation), on],
      );
      return rows[0]?.fileRef ?? null;
    },
    rightsOfRelation: (relation, on) => rights("valid @> $3::date", relation, on),
    rightsUpTo: (relation, on) => rights("lower(valid) <= $3::date", relation, on),
    enteredSubsidies: () => enteredSubsidies(db),
    async catchUpCandidates(on, limit) {
      const { rows } = await db.query<{ personRef: PersonRef }>(
        `select person_ref as "personRef" from read.ticket c
         where type = 'COLLECTIVE' and upper_inf(known) and valid @> $1::date and not exists (
           select from read.ticket i
           where i.person_ref = c.person_ref and i.type = 'INDIVIDUAL' and upper_inf(i.known) and i.valid @> $1::date)
         group by person_ref order by min(applied_on), person_ref limit $2`,
        [on, limit],
      );
      return rows.map((row) => row.personRef);
    },
  };
}

/** Amounts of the local governments, as known now. */
export async function enteredSubsidies(db: Queryable): Promise<EnteredSubsidy[]> {
  const { rows } = await db.query<EnteredSubsidy>(
    `select right_ref as "rightRef", lower(valid) as from, upper(valid) - 1 as until, amount_cents as cents from read.old_right
     where measure = 'ALD' and amount_cents is not null and upper_inf(known) order by right_ref, lower(valid)`,
  );
  return rows;
}
