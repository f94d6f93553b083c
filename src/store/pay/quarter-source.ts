// What a run reads, slice by slice: positions, attests and sums of a range of employers, each through an index.
import { firstDay, fromQuarterNumber, type Instant, lastDay } from "../../kernel/index.ts";
import type { BookedSum, LedgerLine, Position, QuarterSource, Slice, SliceFacts } from "../../payment/index.ts";
import type { Pool } from "../connection.ts";
import { attestSelect } from "./attests.ts";
import { lineSelect } from "./ledger.ts";
import { countOlder, OLDER_COMPONENTS, olderPositions } from "./older-positions.ts";

/** Relations of one slice: enough for the columns to be quick, few enough to forget soon. */
const SLICE_SIZE = 8_192;
const MOST_SLICES = 256;

export const positionSelect = `grant_ref as "grantRef", employer_ref as "employerRef", person_ref as "personRef", applicant, premiums,
  package, percentage, collective_percentage as "collectivePercentage", guidance_need as "guidanceNeed",
  start_quarter as "startQuarter", end_quarter as "endQuarter", switches, lower(valid) as "validFrom", upper(valid) as "validTo"`;

export function quarterSource(pool: Pool): QuarterSource {
  return {
    slices: (from, to, knownAt) => slices(pool, from, to, knownAt),
    async inputs(quarter, knownAt, slice) {
      const [facts, booked] = await Promise.all([factsOf(pool, quarter, knownAt, slice), sumsOf(pool, quarter, slice)]);
      return { ...facts, booked };
    },
    facts: (quarter, knownAt, slice, grantRefs) => factsOf(pool, quarter, knownAt, slice, grantRefs),
    async bookedQuarters() {
      // A loose walk over the quarters: as many steps as there are quarters.
      const { rows } = await pool.query<{ quarter: number }>(
        `with recursive held as (
           select min(quarter) as quarter from pay.ledger_line
           union all
           select (select min(l.quarter) from pay.ledger_line l where l.quarter > held.quarter) from held where held.quarter is not null)
         select quarter from held where quarter is not null`,
      );
      return rows.map((row) => row.quarter);
    },
    sums: (quarter, slice) => sumsOf(pool, quarter, slice),
    async lines(quarter, slice) {
      const { rows } = await pool.query<LedgerLine>(
        `select ${lineSelect} from pay.ledger_line where quarter = $1 and ${within(slice)} and ${ofKind(slice)} order by booked_at, run_ref, grant_ref, component, seq`,
        [quarter, slice.from, slice.to],
      );
      return rows;
    },
  };
}

/** Which rows of positions and lines lie in a slice; attests have an employer always. */
function within({ kind }: Slice): string {
  const range = (column: string) => `${column} >= $2 and ($3::uuid is null or ${column} < $3)`;
  if (kind === "OLDER_RIGHTS") return range("grant_ref");
  return kind === "EMPLOYERS" ? range("employer_ref") : `employer_ref is null and ${range("grant_ref")}`;
}

/** Lines of older rights lie in slices of their own, whoever the employer is. */
const ofKind = ({ kind }: Slice): string => `component ${kind === "OLDER_RIGHTS" ? "in" : "not in"} ${OLDER_COMPONENTS}`;

async function slices(pool: Pool, fromQuarter: number, toQuarter: number, knownAt: Instant | null): Promise<readonly Slice[]> {
  const [from, to] = [firstDay(fromQuarterNumber(fromQuarter)), lastDay(fromQuarterNumber(toQuarter))];
  const { rows } = await pool.query<{ employers: number; own: number }>(
    // Slices follow from the grants; lines of grants that are gone only make sure that there is a slice to find them in.
    `select greatest(held.employers, (exists (select from pay.ledger_line
               where quarter between $4 and $5 and employer_ref is not null
                 and component not in ${OLDER_COMPONENTS}))::int) as employers,
            greatest(held.own, (exists (select from pay.ledger_line where quarter between $4 and $5 and employer_ref is null
                 and component not in ${OLDER_COMPONENTS}))::int) as own
     from (select count(employer_ref) as employers, count(*) - count(employer_ref) as own from read.grant_position
           where valid && daterange($1, $2, '[]') and known @> coalesce($3::timestamptz, now())) as held`,
    [from, to, knownAt, fromQuarter, toQuarter],
  );
  const { employers, own } = rows[0]!;
  const older = await countOlder(pool, fromQuarter, toQuarter, knownAt);
  return [...cut("EMPLOYERS", employers), ...cut("SELF_EMPLOYED", own), ...cut("OLDER_RIGHTS", older)];
}

/** References are drawn at random, so that equal ranges of them hold about as many. */
function cut(kind: Slice["kind"], count: number): Slice[] {
  if (count === 0) return [];
  let parts = 1;
  while (parts < MOST_SLICES && count / parts > SLICE_SIZE) parts *= 2;
  const at = (n: number) => `${((n * 256) / parts).toString(16).padStart(2, "0")}000000-0000-0000-0000-000000000000`;
  return Array.from({ length: parts }, (_, n) => ({ kind, from: at(n), to: n === parts - 1 ? null : at(n + 1) }));
}

async function factsOf(
  pool: Pool,
  quarter: number,
  knownAt: Instant,
  slice: Slice,
  grantRefs: readonly string[] | null = null,
): Promise<SliceFacts> {
  if (slice.kind === "OLDER_RIGHTS") {
    const positions = await olderPositions(pool, { quarter, knownAt, from: slice.from, to: slice.to, rightRefs: grantRefs });
    return { positions, attests: await attestsOfPersons(pool, quarter, knownAt, positions) };
  }
  if (grantRefs === null) {
    const [positions, attests] = await Promise.all([
      positionsOf(pool, quarter, knownAt, slice, null),
      attestsOf(pool, quarter, knownAt, slice, null),
    ]);
    return { positions, attests };
  }
  const positions = await positionsOf(pool, quarter, knownAt, slice, grantRefs);
  const persons = positions.map((one) => one.personRef);
  return { positions, attests: await attestsOf(pool, quarter, knownAt, slice, persons) };
}

async function positionsOf(
  pool: Pool,
  quarter: number,
  knownAt: Instant,
  slice: Slice,
  grantRefs: readonly string[] | null,
): Promise<Position[]> {
  const of = fromQuarterNumber(quarter);
  const { rows } = await pool.query<Position>(
    `select ${positionSelect} from read.grant_position
     where ${within(slice)} and valid && daterange($4, $5, '[]') and known @> $1::timestamptz
       ${grantRefs === null ? "" : "and grant_ref = any($6::uuid[])"}
     order by grant_ref, lower(valid)`,
    [knownAt, slice.from, slice.to, firstDay(of), lastDay(of), ...(grantRefs === null ? [] : [grantRefs])],
  );
  return rows;
}

async function attestsOf(
  pool: Pool,
  quarter: number,
  knownAt: Instant,
  slice: Slice,
  persons: readonly string[] | null,
): Promise<SliceFacts["attests"]> {
  if (slice.kind === "SELF_EMPLOYED") return [];
  const { rows } = await pool.query<SliceFacts["attests"][number]>(
    `select distinct on (attest_no) ${attestSelect} from pay.attest
     where quarter = $1 and employer_ref >= $2 and ($3::uuid is null or employer_ref < $3) and received_at <= $4
       ${persons === null ? "" : "and person_ref = any($5::uuid[])"}
     order by attest_no, version desc`,
    [quarter, slice.from, slice.to, knownAt, ...(persons === null ? [] : [persons])],
  );
  return rows;
}

/** Workers of older rights are few beside all that an employer declares, so that they are asked by person. */
async function attestsOfPersons(
  pool: Pool,
  quarter: number,
  knownAt: Instant,
  positions: readonly Position[],
): Promise<SliceFacts["attests"]> {
  const { rows } = await pool.query<SliceFacts["attests"][number]>(
    `select distinct on (attest_no) ${attestSelect} from pay.attest
     where person_ref = any($1::uuid[]) and quarter = $2 and received_at <= $3 order by attest_no, version desc`,
    [positions.map((one) => one.personRef), quarter, knownAt],
  );
  return rows;
}

async function sumsOf(pool: Pool, quarter: number, slice: Slice): Promise<BookedSum[]> {
  const { rows } = await pool.query<BookedSum>(
    `select grant_ref as "grantRef", (array_agg(employer_ref order by seq desc))[1] as "employerRef", quarter, component,
            sum(cents)::bigint as cents, max(seq) + 1 as "nextSeq"
     from pay.ledger_line where quarter = $1 and ${within(slice)} and ${ofKind(slice)}
     group by grant_ref, quarter, component order by grant_ref, component`,
    [quarter, slice.from, slice.to],
  );
  return rows;
}
