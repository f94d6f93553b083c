// Lists of files for the people who applied, from the read tables as they are known now.
import type { Applying, FileLine, FileQueries } from "../../counter/ports.ts";
import type { ApplicationState } from "../../dossier/index.ts";
import type { Queryable } from "../connection.ts";

const columns = `a.file_ref as "fileRef", a.employer_ref as "employerRef", a.person_ref as "personRef", a.applicant, a.premiums, a.situation,
  a.filed_on as "filedOn", a.state, a.state_on as "stateOn", g.grant_ref as "grantRef", g.start_quarter as "startQuarter", g.end_quarter as "endQuarter"`;

interface Row extends Omit<FileLine, "grant"> {
  readonly grantRef: string | null;
  readonly startQuarter: number | null;
  readonly endQuarter: number | null;
}

const side = (applying: Applying): [where: string, ref: string] =>
  "employerRef" in applying
    ? ["a.employer_ref = $1", applying.employerRef]
    : ["a.person_ref = $1 and a.employer_ref is null", applying.personRef];

export function fileLists(db: Queryable): FileQueries {
  return {
    async filesOf(applying, { after, limit, states }) {
      const [where, ref] = side(applying);
      const { rows } = await db.query<Row>(
        `select ${columns} from read.application a
         left join lateral (
           select grant_ref, start_quarter, end_quarter from read.grant_position g
           where g.file_ref = a.file_ref and upper_inf(g.known) order by lower(g.valid) desc limit 1) g on true
         where ${where} and upper_inf(a.known) and upper_inf(a.valid)
           and ($2::text[] is null or a.state = any($2))
           and ($3::date is null or (a.filed_on, a.file_ref) < ($3::date, $4::uuid))
         order by a.filed_on desc, a.file_ref desc limit $5`,
        [ref, states ?? null, after?.filedOn ?? null, after?.fileRef ?? null, limit],
      );
      return rows.map(({ grantRef, startQuarter, endQuarter, ...line }) => ({
        ...line,
        grant: grantRef === null ? null : ({ grantRef, startQuarter, endQuarter } as unknown as FileLine["grant"]),
      }));
    },
    async countsOf(applying) {
      const [where, ref] = side(applying);
      const { rows } = await db.query<{ state: ApplicationState; files: number }>(
        `select state, count(*)::int as files from read.application a
         where ${where} and upper_inf(a.known) and upper_inf(a.valid) group by state`,
        [ref],
      );
      return Object.fromEntries(rows.map((row) => [row.state, row.files]));
    },
  };
}
