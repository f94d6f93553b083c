// The wage that says most about a quarter, of every relation: what a forecast goes on. No run reads this.
import type { Instant } from "../../kernel/index.ts";
import type { LastWages, Wage } from "../../payment/index.ts";
import type { Pool } from "../connection.ts";
import { attestSelect } from "./attests.ts";

/** Quarters back that a wage still says something. */
const LOOK_BACK = 8;

/** What was declared last before the quarter. */
const DECLARED = `
  with last as (
    select person_ref, employer_ref, max(quarter) as quarter from pay.attest
    where quarter < $1 and quarter >= $1 - ${LOOK_BACK} and ($2::timestamptz is null or received_at <= $2)
    group by person_ref, employer_ref
  )
  select distinct on (attest_no) ${attestSelect} from pay.attest join last using (person_ref, employer_ref, quarter)
  where $2::timestamptz is null or received_at <= $2
  order by attest_no, version desc`;

/** What payroll offices expect, of the last quarter up to the one asked, else of the first after it; in the file that came last. */
const EXPECTED = `
  with chosen as (
    select distinct on (person_ref, employer_ref) person_ref, employer_ref, quarter, intake_ref from pay.payroll
    where quarter >= $1 - ${LOOK_BACK} and ($2::timestamptz is null or received_at <= $2)
    order by person_ref, employer_ref, quarter > $1, abs(quarter - $1), received_at desc, intake_ref
  )
  select intake_ref || ' ' || line as "attestNo", 0 as version, 0 as status, person_ref as "personRef", employer_ref as "employerRef", quarter,
    gross_cents as "grossCents", contribution_cents as "contributionCents", reduction_cents as "reductionCents",
    contractual_fraction as "contractualFraction", null as "performedFraction", null as "inServiceFrom", null as "inServiceUntil",
    'PAYROLL' as source, null as remunerations, received_at as "receivedAt"
  from pay.payroll join chosen using (person_ref, employer_ref, quarter, intake_ref)
  order by intake_ref, line`;

export function lastWages(pool: Pool): LastWages {
  return {
    lastWages: async (quarter: number, knownAt: Instant | null) => {
      const [declared, expected] = await Promise.all(
        [DECLARED, EXPECTED].map(async (sql) => (await pool.query<Wage>(sql, [quarter, knownAt])).rows),
      );
      return newestOf(declared!, expected!);
    },
  };
}

/** An expectation serves where nothing was declared of its quarter or a later one. */
function newestOf(declared: readonly Wage[], expected: readonly Wage[]): readonly Wage[] {
  if (expected.length === 0) return declared;
  const declaredUpTo = new Map(declared.map((one) => [relationOf(one), one.quarter]));
  const serving = expected.filter((one) => one.quarter > (declaredUpTo.get(relationOf(one)) ?? 0));
  const replaced = new Set(serving.map(relationOf));
  return [...declared.filter((one) => !replaced.has(relationOf(one))), ...serving];
}

const relationOf = (of: Wage): string => `${of.personRef} ${of.employerRef}`;
