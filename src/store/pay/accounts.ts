// The public accounts: budget articles, commitments, and what was paid, from the tables that only grow.
import type {
  AccountEntry,
  AccountStore,
  Attest,
  Commitment,
  CommittedSum,
  GrantToCommit,
  Position,
  StateAid,
  StoredBudgetRow,
  YearSum,
} from "../../payment/index.ts";
import type { Pool } from "../connection.ts";
import { attestSelect } from "./attests.ts";

/** The budget year of a moment. */
const yearOf = (column: string): string => `extract(year from (${column} at time zone 'Europe/Brussels'))::int`;

export function accountStore(pool: Pool): AccountStore {
  const sums = async (sql: string): Promise<YearSum[]> => (await pool.query<YearSum>(sql)).rows;
  return {
    async budgetRows(knownAt) {
      const { rows } = await pool.query<BudgetLine>(
        `select seq, article, year, title, components, credit_cents as "creditCents", recorded_at as at, actor_role, actor_ref
         from pay.budget_row where $1::timestamptz is null or recorded_at <= $1 order by seq`,
        [knownAt],
      );
      return rows.map(({ actor_role, actor_ref, ...row }) => ({ ...row, actor: { role: actor_role, ref: actor_ref } }));
    },
    async addBudgetRow({ seq, article, year, title, components, creditCents, at, actor }) {
      const { rowCount } = await pool.query(
        `insert into pay.budget_row (seq, article, year, title, components, credit_cents, recorded_at, actor_role, actor_ref)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
        [seq, article, year, title, components, creditCents, at, actor.role, actor.ref],
      );
      return rowCount === 1 ? "added" : "conflict";
    },
    grantsToCommit: (after, limit, fileRef) => grantsToCommit(pool, after, limit, fileRef ?? null),
    async attestsOf(relations) {
      const { rows } = await pool.query<Attest>(
        `with relation as (select * from unnest($1::uuid[], $2::uuid[]) as r (person_ref, employer_ref)),
         last as (select person_ref, employer_ref, max(quarter) as quarter from pay.attest join relation using (person_ref, employer_ref)
                  group by person_ref, employer_ref)
         select distinct on (attest_no) ${attestSelect} from pay.attest join last using (person_ref, employer_ref, quarter)
         order by attest_no, version desc`,
        [relations.map((one) => one.personRef), relations.map((one) => one.employerRef)],
      );
      return rows;
    },
    async committed(grantRefs) {
      const { rows } = await pool.query<CommittedSum>(
        `select grant_ref as "grantRef", component, sum(cents)::bigint as cents, max(seq) + 1 as "nextSeq",
                encode((array_agg(terms_hash order by seq desc))[1], 'hex') as "termsHash"
         from pay.commitment where grant_ref = any($1::uuid[]) group by grant_ref, component order by grant_ref, component`,
        [grantRefs],
      );
      return rows;
    },
    addCommitments: (commitments) => addCommitments(pool, commitments),
    commitmentSums: () =>
      sums(`select year, component, sum(cents)::bigint as cents, count(*)::int as entries from pay.commitment group by 1, 2`),
    settlementSums: () =>
      sums(
        `select ${yearOf("booked_at")} as year, component, sum(cents)::bigint as cents, count(*)::int as entries
         from pay.ledger_line group by 1, 2`,
      ),
    paymentSums: () =>
      sums(
        `select ${yearOf("at")} as year, component, sum(cents)::bigint as cents, count(*)::int as entries from pay.cash group by 1, 2`,
      ),
    entries: (year) => entries(pool, year),
    async stateAid({ year, limit, employerRef }) {
      const { rows } = await pool.query<StateAid>(
        `select employer_ref as "employerRef", $1::int as year,
                coalesce(sum(cents) filter (where component = 'WAGE'), 0)::bigint as "wageCents",
                coalesce(sum(cents) filter (where component = 'GUIDANCE'), 0)::bigint as "guidanceCents",
                coalesce(sum(cents) filter (where component in ('VOP', 'COMPENSATION')), 0)::bigint as "olderCents",
                sum(cents)::bigint as "totalCents"
         from pay.cash
         where employer_ref is not null and ${yearOf("at")} = $1 and ($3::uuid is null or beneficiary_ref = $3)
         group by employer_ref order by "totalCents" desc, employer_ref limit $2`,
        [year, limit, employerRef ?? null],
      );
      return rows;
    },
  };
}

interface BudgetLine extends Omit<StoredBudgetRow, "actor"> {
  readonly actor_role: string;
  readonly actor_ref: string;
}

/** A grant is to be looked at when nothing is engaged for it, or when its terms came to be known after what was. */
async function grantsToCommit(pool: Pool, after: string | null, limit: number, fileRef: string | null): Promise<GrantToCommit[]> {
  const { rows } = await pool.query<Position & { readonly decidedOn: string }>(
    `with moved as (
       select g.grant_ref from read.grant_position g
       where upper_inf(g.known) and ($1::uuid is null or g.grant_ref > $1) and ($3::uuid is null or g.file_ref = $3)
       group by g.grant_ref
       having max(lower(g.known)) > coalesce((select max(c.booked_at) from pay.commitment c where c.grant_ref = g.grant_ref), '-infinity')
       order by g.grant_ref limit $2
     )
     select grant_ref as "grantRef", employer_ref as "employerRef", person_ref as "personRef", applicant, premiums, package,
            percentage, collective_percentage as "collectivePercentage", guidance_need as "guidanceNeed",
            start_quarter as "startQuarter", end_quarter as "endQuarter", switches, lower(valid) as "validFrom",
            upper(valid) as "validTo", decided_on as "decidedOn"
     from read.grant_position join moved using (grant_ref) where upper_inf(known) order by grant_ref, lower(valid)`,
    [after, limit, fileRef],
  );
  const grants = new Map<string, { grantRef: string; decidedOn: string; positions: Position[] }>();
  for (const { decidedOn, ...position } of rows) {
    const held = grants.get(position.grantRef) ?? { grantRef: position.grantRef, decidedOn, positions: [] };
    held.positions.push(position);
    grants.set(position.grantRef, held);
  }
  return [...grants.values()];
}

async function addCommitments(pool: Pool, commitments: readonly Commitment[]): Promise<number> {
  if (commitments.length === 0) return 0;
  const column = <T>(of: (one: Commitment) => T): T[] => commitments.map(of);
  const { rowCount } = await pool.query(
    `insert into pay.commitment (grant_ref, component, seq, year, cents, terms_hash, parameters_hash, booked_at)
     select g, c, s, y, a, decode(t, 'hex'), decode(p, 'hex'), b
     from unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::bigint[], $6::text[], $7::text[], $8::timestamptz[])
       as n (g, c, s, y, a, t, p, b)
     on conflict do nothing`,
    [
      column((one) => one.grantRef),
      column((one) => one.component),
      column((one) => one.seq),
      column((one) => one.year),
      column((one) => one.cents),
      column((one) => one.termsHash),
      column((one) => one.parametersHash),
      column((one) => one.bookedAt),
    ],
  );
  return rowCount ?? 0;
}

/** What was booked and what moved per day, run, quarter and component, then commitments one by one. */
async function* entries(pool: Pool, year: number): AsyncGenerator<AccountEntry> {
  const day = (column: string) => `to_char(${column} at time zone 'Europe/Brussels', 'YYYY-MM-DD')`;
  const { rows: moved } = await pool.query<AccountEntry>(
    `select ${day("booked_at")} as "on", $1::int as year, 'SETTLEMENT' as kind, component, run_ref as reference, quarter,
            sum(cents)::bigint as cents
     from pay.ledger_line where ${yearOf("booked_at")} = $1 group by 1, component, run_ref, quarter
     union all
     select ${day("at")}, $1::int, case kind when 'RETURNED' then 'RETURN' when 'RECEIVED' then 'RECEIPT' else 'PAYMENT' end, component,
            run_ref, quarter, sum(cents)::bigint
     from pay.cash where ${yearOf("at")} = $1 group by 1, 3, component, run_ref, quarter
     order by 1, 3, 6, 4, 5`,
    [year],
  );
  yield* moved;
  let after: readonly unknown[] = [null, "", 0];
  for (;;) {
    const { rows }: { rows: (AccountEntry & { seq: number })[] } = await pool.query(
      `select ${day("booked_at")} as "on", year, 'COMMITMENT' as kind, component, grant_ref as reference, null::int as quarter, cents, seq
       from pay.commitment where year = $1 and ($2::uuid is null or (grant_ref, component, seq) > ($2, $3, $4))
       order by grant_ref, component, seq limit 5000`,
      [year, ...after],
    );
    for (const { seq: _, ...entry } of rows) yield entry;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = [last.reference, last.component, last.seq];
  }
}
