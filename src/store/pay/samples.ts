// Samples drawn by the database itself, over the whole ledger in one pass, and kept with the lines that they took.
import type { LineKey, Sample, SampleStore } from "../../payment/index.ts";
import type { Pool } from "../connection.ts";

/** The number of a line under a seed, as `drawNumber` of payment gives it. */
const NUMBER = `encode(sha256(convert_to($1 || '|' || grant_ref || ' ' || quarter || ' ' || component || ' ' || seq, 'UTF8')), 'hex')`;
const FRAME = `quarter between $2 and $3 and ($4::text is null or component = $4) and booked_at <= $5`;

export function sampleStore(pool: Pool): SampleStore {
  return {
    async draw({ fromQuarter, untilQuarter, component }, knownAt, seed, size) {
      const values = [seed, fromQuarter, untilQuarter, component, knownAt];
      const { rows: counts } = await pool.query<{ lines: number; cents: number }>(
        `select count(*)::bigint as lines, coalesce(sum(cents), 0)::bigint as cents from pay.ledger_line where ${FRAME} and $1::text <> ''`,
        values,
      );
      const { rows: lines } = await pool.query<LineKey>(
        `select grant_ref as "grantRef", quarter, component, seq from pay.ledger_line where ${FRAME} order by ${NUMBER} limit $6`,
        [...values, size],
      );
      return { lines, frameLines: counts[0]?.lines ?? 0, frameCents: counts[0]?.cents ?? 0 };
    },
    async keep({ sampleRef, drawnBy, ...body }) {
      await pool.query(
        "insert into pay.audit_sample (sample_ref, drawn_at, actor_role, actor_ref, body) values ($1, $2, $3, $4, $5)",
        [sampleRef, body.drawnAt, drawnBy.role, drawnBy.ref, JSON.stringify(body)],
      );
    },
    async find(sampleRef) {
      return (await samplesWhere(pool, "where sample_ref = $1", [sampleRef]))[0] ?? null;
    },
    list: (limit) => samplesWhere(pool, "order by drawn_at desc, sample_ref limit $1", [limit]),
  };
}

async function samplesWhere(pool: Pool, condition: string, values: unknown[]): Promise<Sample[]> {
  const { rows } = await pool.query<{ sample_ref: string; actor_role: string; actor_ref: string; body: object }>(
    `select sample_ref, actor_role, actor_ref, body from pay.audit_sample ${condition}`,
    values,
  );
  return rows.map(
    ({ sample_ref, actor_role, actor_ref, body }) =>
      ({ ...body, sampleRef: sample_ref, drawnBy: { role: actor_role, ref: actor_ref } }) as Sample,
  );
}
