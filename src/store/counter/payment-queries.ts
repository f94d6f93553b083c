// What the payment counter asks of the read tables: whose a grant is, what somebody is to payments, how far was booked.
import type { GrantOwner, PaymentQueries } from "../../counter/index.ts";
import type { AttestParts, LedgerLine } from "../../payment/index.ts";
import type { Pool } from "../connection.ts";
import { lineSelect } from "../pay/ledger.ts";

const AFTER = /^([0-9a-f-]{36}) (\d{1,6}) ([A-Z]+) (\d{1,6})$/;

export function paymentQueries(pool: Pool): PaymentQueries {
  return {
    async linesOfRun(runRef, { origin, after, limit }) {
      const [grantRef, quarter, component, seq] = AFTER.exec(after ?? "")?.slice(1) ?? [];
      const { rows } = await pool.query<LedgerLine>(
        `select ${lineSelect} from pay.ledger_line
         where run_ref = $1 and ($2::text is null or origin = $2)
           and ($3::uuid is null or (grant_ref, quarter, component, seq) > ($3, $4, $5, $6))
         order by grant_ref, quarter, component, seq limit $7`,
        [runRef, origin, grantRef ?? null, quarter ?? 0, component ?? "", seq ?? 0, limit + 1],
      );
      const lines = rows.slice(0, limit);
      const last = lines.at(-1);
      const next =
        rows.length <= limit || last === undefined ? null : `${last.grantRef} ${last.quarter} ${last.component} ${last.seq}`;
      return { lines, next };
    },
    async ownersOf(grantRefs) {
      const { rows } = await pool.query<GrantOwner>(
        `select distinct on (grant_ref) grant_ref as "grantRef", file_ref as "fileRef", person_ref as "personRef",
                employer_ref as "employerRef"
         from read.grant_position where grant_ref = any($1::uuid[]) order by grant_ref, lower(known) desc`,
        [grantRefs],
      );
      return rows;
    },
    async beneficiaryOf(subjectRef) {
      const { rows } = await pool.query<{ employer: boolean; person: boolean }>(
        `select exists (select from read.grant_position where employer_ref = $1) as employer,
                exists (select from read.grant_position where person_ref = $1 and employer_ref is null) as person`,
        [subjectRef],
      );
      const found = rows[0];
      if (found?.employer === true) return { kind: "EMPLOYER", ref: subjectRef };
      return found?.person === true ? { kind: "PERSON", ref: subjectRef } : null;
    },
    async partsOf(attestNo, version) {
      const { rows } = await pool.query<{ parts: AttestParts }>(
        "select parts from pay.attest_parts where attest_no = $1 and version = $2",
        [attestNo, version],
      );
      return rows[0]?.parts ?? null;
    },
    async bookedQuarters() {
      const { rows } = await pool.query<{ first: number | null; last: number | null }>(
        "select min(quarter) as first, max(quarter) as last from pay.ledger_line",
      );
      const found = rows[0];
      return found?.first == null || found.last === null ? null : { first: found.first, last: found.last };
    },
  };
}
