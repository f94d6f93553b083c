// Results of the lab that were kept: rows that are only added.
import { type Instant, isRef, type Localized } from "../../kernel/index.ts";
import type { KeptLine, KeptResults } from "../../lab/index.ts";
import type { Pool } from "../connection.ts";

interface Row {
  result_ref: string;
  at: Instant;
  actor_role: string;
  actor_ref: string;
  reform_id: string;
  title: Localized;
  known_at: string;
  hash: string;
}

const LINE = "result_ref, at, actor_role, actor_ref, reform_id, title, known_at, hash";

export function keptResults(pool: Pool): KeptResults {
  return {
    async add({ ref, madeAt, madeBy, reformId, title, knownAt, hash, json, csv, note }) {
      await pool.query(
        `insert into stat.lab_result (${LINE}, body, csv, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ref,
          madeAt,
          madeBy.role,
          madeBy.ref,
          reformId,
          JSON.stringify(title),
          knownAt,
          hash,
          Buffer.from(json),
          Buffer.from(csv),
          Buffer.from(note),
        ],
      );
    },
    async find(ref) {
      if (!isRef(ref)) return null;
      const { rows } = await pool.query<Row & { body: Buffer; csv: Buffer; note: Buffer }>(
        `select ${LINE}, body, csv, note from stat.lab_result where result_ref = $1`,
        [ref],
      );
      const [row] = rows;
      if (row === undefined) return null;
      return { ...lineOf(row), json: new Uint8Array(row.body), csv: new Uint8Array(row.csv), note: new Uint8Array(row.note) };
    },
    async list(most) {
      const { rows } = await pool.query<Row>(`select ${LINE} from stat.lab_result order by at desc, result_ref limit $1`, [most]);
      return rows.map(lineOf);
    },
  };
}

function lineOf(row: Row): KeptLine {
  return {
    ref: row.result_ref,
    madeAt: row.at,
    madeBy: { role: row.actor_role, ref: row.actor_ref },
    reformId: row.reform_id,
    title: row.title,
    knownAt: row.known_at,
    hash: row.hash,
  };
}
