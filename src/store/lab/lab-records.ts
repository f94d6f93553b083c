// Grants and declarations as the lab takes them: of one moment of knowledge, without any name or reference.
import { firstDay, fromQuarterNumber, lastDay, type Quarter, quarterIndexNumber } from "../../kernel/index.ts";
import type { DimensionSource, ObservedFlow, RecordedDimension, RecordedGrant, RecordsPort } from "../../lab/index.ts";
import type { Queryable } from "../connection.ts";

/** Quarters over which coming and going is counted. */
const FLOW_QUARTERS = 4;

/** @param pool - Of the role that may read the schema `read` only. */
export function labRecords(pool: Queryable, source: DimensionSource): RecordsPort {
  return {
    async records({ knownAt, base, by }) {
      const quarter = base === undefined ? await lastDeclared(pool, knownAt) : quarterIndexNumber(base);
      if (quarter === null) return null;
      const day = lastDay(fromQuarterNumber(quarter));
      const [rows, flow, offered, parts] = await Promise.all([
        grantsOf(pool, quarter, knownAt),
        flowOf(pool, quarter, knownAt),
        source.offered(day, knownAt),
        source.partsOf(by, day, knownAt),
      ]);
      if (rows.length === 0) return null;
      const dimensions = by.map((id): RecordedDimension => {
        const found = offered.find((one) => one.id === id);
        if (found === undefined) throw new TypeError(`There is no dimension ${id}`);
        return found;
      });
      // From here on no grant has a reference.
      const grants = rows.map(({ grantRef, ...grant }) => ({ ...grant, parts: parts.get(grantRef) ?? [] }));
      return { base: fromQuarterNumber(quarter), knownAt, dimensions, grants, flow };
    },
    async offered(knownAt) {
      const quarter = await lastDeclared(pool, knownAt);
      return quarter === null ? null : source.offered(lastDay(fromQuarterNumber(quarter)), knownAt);
    },
  };
}

type GrantRow = Omit<RecordedGrant, "parts"> & { readonly grantRef: string };

/** The last quarter with at least four fifths as many declarations as the fullest of the year before: a later one is still coming in. */
async function lastDeclared(pool: Queryable, knownAt: string): Promise<number | null> {
  const { rows } = await pool.query<{ quarter: number; declared: number }>(
    `select quarter, count(distinct attest_no)::int as declared from read.attest
     where received_at <= $1 and quarter > (select max(quarter) from read.attest where received_at <= $1) - 6
     group by quarter order by quarter desc`,
    [knownAt],
  );
  const most = Math.max(0, ...rows.map(({ declared }) => declared));
  return rows.find(({ declared }) => declared * 5 >= most * 4)?.quarter ?? null;
}

async function grantsOf(pool: Queryable, quarter: number, knownAt: string): Promise<GrantRow[]> {
  const { rows } = await pool.query<GrantRow>(
    `with version as (
       select distinct on (attest_no) * from read.attest
       where quarter = $1 and received_at <= $2 order by attest_no, version desc),
     declared as (
       select person_ref, employer_ref, sum(gross_cents)::bigint as gross, sum(contribution_cents)::bigint as contribution,
              sum(reduction_cents)::bigint as reduction, least(10000, sum(contractual_fraction))::int as contractual,
              case when bool_or(performed_fraction is not null)
                then least(10000, sum(coalesce(performed_fraction, contractual_fraction)))::int end as performed
       from version where status <> 3 group by person_ref, employer_ref)
     select p.grant_ref::text as "grantRef", p.package, p.percentage, p.collective_percentage as "collectivePercentage",
            case when p.premiums = 'WAGE' then 'NONE' else p.guidance_need end as "guidanceNeed",
            p.start_quarter as "startQuarter", p.end_quarter as "endQuarter", d.gross as "grossCents",
            d.contribution as "contributionCents", d.reduction as "reductionCents", d.contractual as "contractualFraction",
            d.performed as "performedFraction", dense_rank() over (order by p.employer_ref)::int as employer
     from read.grant_position p
     join declared d on d.person_ref = p.person_ref and d.employer_ref = p.employer_ref
     where p.premiums in ('WAGE', 'WAGE_AND_GUIDANCE') and p.valid @> $3::date and p.known @> $2::timestamptz
       and p.start_quarter <= $1 and p.end_quarter >= $1
     order by p.start_quarter, p.grant_ref`,
    [quarter, knownAt, lastDay(fromQuarterNumber(quarter))],
  );
  return rows.map((row) => ({
    ...row,
    grossCents: Number(row.grossCents),
    contributionCents: Number(row.contributionCents),
    reductionCents: Number(row.reductionCents),
  }));
}

/** Each quarter of the year up to the base: grants that run, that started, and that stopped before their term. */
async function flowOf(pool: Queryable, quarter: number, knownAt: string): Promise<ObservedFlow> {
  const first = quarter - FLOW_QUARTERS + 1;
  const quarters = Array.from({ length: FLOW_QUARTERS }, (_, index) => fromQuarterNumber(first + index));
  const { rows } = await pool.query<{ running: number; started: number; stopped: number }>(
    `with grants as (
       select grant_ref, min(start_quarter) as start_quarter, max(end_quarter) as end_quarter, range_merge(range_agg(valid)) as valid
       from read.grant_position
       where premiums in ('WAGE', 'WAGE_AND_GUIDANCE') and known @> $1::timestamptz group by grant_ref),
     seen as (
       select n::int as n, f.day as first, l.day as last
       from unnest($2::int[]) with ordinality as q(n, i)
       join unnest($3::date[]) with ordinality as f(day, i) using (i)
       join unnest($4::date[]) with ordinality as l(day, i) using (i))
     select count(*)::int as running, count(*) filter (where g.start_quarter = s.n)::int as started,
            count(*) filter (where upper(g.valid) <= s.last and s.n < g.end_quarter)::int as stopped
     from seen s join grants g on g.valid && daterange(s.first, s.last, '[]')`,
    [
      knownAt,
      quarters.map(quarterIndexNumber),
      quarters.map((one: Quarter) => firstDay(one)),
      quarters.map((one: Quarter) => lastDay(one)),
    ],
  );
  return { quarters: FLOW_QUARTERS, ...rows[0]! };
}
