// The questions of SV170 that count, each as a figure definition and as the SQL that somebody would write by hand for it.
export interface BenchQuestion {
  readonly name: string;
  readonly definition: object;
  /** $1: known at, $2: reference day. Gives columns `key` and `n`. */
  readonly sql: string;
}

const standing = (alias: string): string => `${alias}.known @> $1::timestamptz and ${alias}.valid @> $2::date`;
const seekers = `join read.work_status w on w.person_ref = t.person_ref and ${standing("w")} and w.status = 'JOB_SEEKER_WITHOUT_WORK'`;
const held = `select t.person_ref, bool_or(t.type = 'INDIVIDUAL') as individual, bool_or(t.type = 'COLLECTIVE') as collective,
  bool_or(t.type = 'AMA_SOCIAL_ECONOMY') as ama from read.ticket t where ${standing("t")} group by t.person_ref`;
const relation = "count(distinct coalesce(x.employer_ref::text, 'SELF') || ' ' || x.person_ref::text)::int";
const only = (has: string, hasNot: readonly string[]): object => ({
  unit: "person",
  measure: { stock: "ticketHolder" },
  at: "2023-12-31",
  population: { workStatus: "JOB_SEEKER_WITHOUT_WORK", tickets: { has: [has], hasNot } },
});

export const benchQuestions: readonly BenchQuestion[] = [
  {
    name: "1 tickets of job seekers",
    definition: {
      unit: "ticket",
      measure: { stock: "ticket" },
      at: "2023-12-31",
      population: { workStatus: "JOB_SEEKER_WITHOUT_WORK", ticketMeasure: ["COLLECTIVE", "INDIVIDUAL", "AMA"] },
      by: ["ticketMeasure"],
      totals: false,
    },
    sql: `select replace(t.type, 'AMA_SOCIAL_ECONOMY', 'AMA') as key, count(*)::int as n from read.ticket t ${seekers}
      where ${standing("t")} and t.type in ('COLLECTIVE', 'INDIVIDUAL', 'AMA_SOCIAL_ECONOMY') group by 1`,
  },
  {
    name: "3 individual only",
    definition: only("INDIVIDUAL", ["COLLECTIVE", "AMA"]),
    sql: `select '' as key, count(*)::int as n from (${held}) t ${seekers} where t.individual and not t.collective and not t.ama`,
  },
  {
    name: "4 collective only",
    definition: only("COLLECTIVE", ["INDIVIDUAL", "AMA"]),
    sql: `select '' as key, count(*)::int as n from (${held}) t ${seekers} where t.collective and not t.individual and not t.ama`,
  },
  {
    name: "5 applications",
    definition: { unit: "relation", measure: { flow: "application.filed" }, at: "2023-H2", by: ["premiums"], totals: false },
    sql: `select x.premiums as key, ${relation} as n from read.application x
      where x.known @> $1::timestamptz and x.filed_on between date '2023-07-01' and $2::date group by 1`,
  },
  {
    name: "5 grants",
    definition: { unit: "relation", measure: { flow: "grant.decided" }, at: "2023-H2", by: ["premiums"], totals: false },
    sql: `select x.premiums as key, ${relation} as n from read.grant_position x
      where x.known @> $1::timestamptz and x.decided_on between date '2023-07-01' and $2::date group by 1`,
  },
  {
    name: "5 active workers by age",
    definition: {
      unit: "person",
      measure: { stock: "grant" },
      at: "2023-12-31",
      population: { wageInQuarter: "YES" },
      by: ["ageBand"],
      totals: false,
    },
    sql: `with latest as (select distinct on (a.attest_no) a.* from read.attest a where a.quarter = 8095 and a.received_at <= $1::timestamptz
        order by a.attest_no, a.version desc),
      paid as (select person_ref, employer_ref from latest where status <> 3 group by 1, 2 having bool_or(gross_cents > 0)),
      active as (select distinct g.person_ref from read.grant_position g join paid using (person_ref, employer_ref)
        where ${standing("g")} and g.applicant <> 'SELF_EMPLOYED'),
      aged as (select extract(year from age($2::date, p.born_in))::int as age from active join read.person_fact p using (person_ref) where ${standing("p")})
      select case when age < 25 then 'UNDER_25' when age < 35 then '25_34' when age < 45 then '35_44' when age < 55 then '45_54' else '55_PLUS' end as key,
        count(*)::int as n from aged group by 1`,
  },
  {
    name: "6 former VOP",
    definition: {
      unit: "file",
      measure: { flow: "oldRight.evaluationDecided" },
      at: "2023-H2",
      population: { oldMeasure: ["VOP", "TVOP"], evaluationOutcome: "IMW" },
    },
    sql: `select '' as key, count(distinct x.right_ref)::int as n from read.old_right x where x.known @> $1::timestamptz
      and x.evaluation_decided_on between date '2023-07-01' and $2::date and x.measure in ('VOP', 'TVOP') and x.evaluation_outcome = 'IMW'`,
  },
  {
    name: "7 former LDE",
    definition: {
      unit: "file",
      measure: { stock: "oldRight" },
      at: "2023-12-31",
      population: { oldMeasure: ["LDE_INDIVIDUAL", "LDE_COLLECTIVE"], ldeChoice: "INDIVIDUAL" },
    },
    sql: `select '' as key, count(*)::int as n from read.old_right x where ${standing("x")}
      and x.measure in ('LDE_INDIVIDUAL', 'LDE_COLLECTIVE') and x.lde_choice = 'INDIVIDUAL'`,
  },
];
