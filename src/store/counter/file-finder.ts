// Finds files for the department: by whom they are about, or by the number that people quote.
import type { FileFinder, FoundFile } from "../../counter/department/ports.ts";
import type { Queryable } from "../connection.ts";

const select = `select file_ref as "fileRef", employer_ref as "employerRef", person_ref as "personRef", applicant, premiums,
  filed_on as "filedOn", state from read.application where upper_inf(known) and upper_inf(valid)`;

export function fileFinder(db: Queryable): FileFinder {
  return {
    async filesAbout(subjects, limit) {
      if (subjects.length === 0) return [];
      const { rows } = await db.query<FoundFile>(
        `${select} and (person_ref = any($1::uuid[]) or employer_ref = any($1::uuid[])) order by filed_on desc, file_ref limit $2`,
        [subjects, limit],
      );
      return rows;
    },
    async filesByNumber(digits) {
      const begin = `${digits.slice(0, 8)}-${digits.slice(8)}`;
      const { rows } = await db.query<FoundFile>(
        `${select} and file_ref between $1::uuid and $2::uuid order by file_ref limit 20`,
        [`${begin}00-0000-0000-000000000000`, `${begin}ff-ffff-ffff-ffffffffffff`],
      );
      return rows;
    },
  };
}
