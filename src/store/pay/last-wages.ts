// The wages that were last declared before a quarter, of every relation: what a forecast goes on.
import type { Instant } from "../../kernel/index.ts";
import type { Attest, LastWages } from "../../payment/index.ts";
import type { Pool } from "../connection.ts";
import { attestSelect } from "./attests.ts";

export function lastWages(pool: Pool): LastWages {
  return {
    lastWages: async (quarter: number, knownAt: Instant | null) => {
      const { rows } = await pool.query<Attest>(
        `with last as (
           select person_ref, employer_ref, max(quarter) as quarter from pay.attest
           where quarter < $1 and quarter >= $1 - ${LOOK_BACK} and ($2::timestamptz is null or received_at <= $2)
           group by person_ref, employer_ref
         )
         select distinct on (attest_no) ${attestSelect} from pay.attest join last using (person_ref, employer_ref, quarter)
         where $2::timestamptz is null or received_at <= $2
         order by attest_no, version desc`,
        [quarter, knownAt],
      );
      return rows;
    },
  };
}

/** Quarters back that a wage still says something. */
const LOOK_BACK = 8;
