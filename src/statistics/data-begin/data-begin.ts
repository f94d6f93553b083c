// The first day of the records of a subject: a period before it has no figure, not even zero.
import { type Instant, type PlainDate, plainDate } from "../../kernel/index.ts";
import type { SubjectId } from "../catalogue/index.ts";
import type { Records } from "../port.ts";
import { holds } from "../reference/ranges.ts";
import type { Tables, TextRange } from "../reference/tables.ts";

/** What only exists since the scheme does; its first day is the law's. */
const ofTheScheme: readonly SubjectId[] = ["application", "grant", "payment", "commitment", "transfer"];

export function beganWithTheScheme(subject: SubjectId): boolean {
  return ofTheScheme.includes(subject);
}

type Older = Exclude<SubjectId, "application" | "grant" | "payment" | "commitment" | "transfer">;

/** Table and first day of a row; a row that was always so has no beginning. */
const sources: Readonly<Record<Older, { readonly table: string; readonly day: string }>> = {
  person: { table: "read.person_fact", day: "lower(b.valid)" },
  ticketHolder: { table: "read.ticket", day: "least(lower(b.valid), b.applied_on)" },
  ticket: { table: "read.ticket", day: "least(lower(b.valid), b.applied_on)" },
  indication: { table: "read.indication", day: "b.requested_on" },
  oldRight: { table: "read.old_right", day: "lower(b.valid)" },
  employer: { table: "read.employer_fact", day: "lower(b.valid)" },
};

/** The first day of the records known at a moment, when it lies after `day`; null: there are records by then, or none at all. */
export async function dataBeginsAfterBySql(
  records: Records,
  subject: SubjectId,
  day: PlainDate,
  knownAt: Instant,
): Promise<PlainDate | null> {
  if (beganWithTheScheme(subject)) return null;
  const { table, day: first } = sources[subject as Older];
  const known = `from ${table} b where b.known @> $2::timestamptz`;
  const [row] = await records.query(
    `select case when exists (select ${known} and coalesce(${first}, '-infinity') <= $1::date) then null
       else (select min(${first})::text ${known}) end as first`,
    [day, knownAt],
  );
  return typeof row?.first === "string" ? plainDate(row.first) : null;
}

export function dataBeginsAfterInMemory(tables: Tables, subject: SubjectId, day: PlainDate, knownAt: Instant): PlainDate | null {
  if (beganWithTheScheme(subject)) return null;
  const days = firstDays(tables, subject as Older, knownAt);
  if (days.some((one) => one === null || one <= day)) return null;
  const [first] = (days as string[]).sort();
  return first === undefined ? null : plainDate(first);
}

function firstDays(tables: Tables, subject: Older, knownAt: Instant): readonly (string | null)[] {
  const begins = (rows: readonly { readonly known: TextRange; readonly valid: TextRange }[]): readonly (string | null)[] =>
    rows.filter((row) => holds(row.known, knownAt)).map((row) => row.valid.from);
  if (subject === "person") return begins(tables.person_fact);
  if (subject === "oldRight") return begins(tables.old_right);
  if (subject === "employer") return begins(tables.employer_fact);
  if (subject === "indication")
    return tables.indication.filter((row) => holds(row.known, knownAt)).map((row) => row.requested_on);
  return tables.ticket
    .filter((row) => holds(row.known, knownAt))
    .map((row) => (row.valid.from === null || row.applied_on < row.valid.from ? row.applied_on : row.valid.from));
}
