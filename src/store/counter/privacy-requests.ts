// Requests of persons about their own data; each step is written once.
import type { PrivacyRequestStore, PrivacyStep } from "../../counter/index.ts";
import type { Pool } from "../connection.ts";

export function privacyRequestStore(pool: Pool): PrivacyRequestStore {
  return {
    async add(requestRef, step) {
      const { at, actorRef, step: name, ...body } = step;
      const { rowCount } = await pool.query(
        `insert into log.privacy_step (request_ref, step, at, actor_ref, body) values ($1, $2, $3, $4, $5) on conflict (request_ref, step) do nothing`,
        [requestRef, name, at, actorRef, JSON.stringify(body)],
      );
      return rowCount === 1 ? "added" : "addedBefore";
    },
    async list(limit) {
      const { rows } = await pool.query<{ requestRef: string; steps: PrivacyStep[] }>(
        `select request_ref as "requestRef", json_agg(${STEP} order by at, step desc) as steps
         from log.privacy_step group by request_ref
         order by bool_or(step = 'ANSWERED'), max(at) desc limit $1`,
        [limit],
      );
      return rows;
    },
    async read(requestRef) {
      const { rows } = await pool.query<{ step: PrivacyStep }>(
        `select ${STEP} as step from log.privacy_step where request_ref = $1 order by at, step desc`,
        [requestRef],
      );
      return rows.map((row) => row.step);
    },
  };
}

const STEP = `body || jsonb_build_object('step', step, 'actorRef', actor_ref,
  'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
