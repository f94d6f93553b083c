// The yearly linkage: what was asked, what came back, and the values by person.
import type { Instant, PlainDate } from "../../kernel/index.ts";
import type { LinkageLine, LinkageRequest, LinkageStore } from "../../statistics/index.ts";
import { type Pool, transaction } from "../connection.ts";

interface Row {
  linkage_ref: string;
  dimension: string;
  covers_until: PlainDate;
  expected_on: PlainDate | null;
  pseudonym_key: Buffer;
  persons: number;
  at: Instant;
  actor_role: string;
  actor_ref: string;
  arrived_at: Instant | null;
  matched: number | null;
}

const SELECT = `select r.*, r.covers_until::text, r.expected_on::text, a.at as arrived_at, a.matched
  from stat.linkage_request r left join stat.linkage_arrival a using (linkage_ref)`;

/** Values written by one statement. */
const CHUNK = 5000;

export function linkageStore(pool: Pool): LinkageStore {
  return {
    async persons(until) {
      const { rows } = await pool.query<{ person_ref: string }>(
        `select person_ref from read.application where upper_inf(known) and filed_on <= $1
         union select person_ref from read.grant_position where upper_inf(known) and decided_on <= $1
         union select person_ref from read.old_right where upper_inf(known) and person_ref is not null and lower(valid) <= $1
         order by 1`,
        [until],
      );
      return rows.map((row) => row.person_ref);
    },
    async request({ linkageRef, dimension, coversUntil, expectedOn, key, persons, at, actor }) {
      await pool.query(
        `insert into stat.linkage_request (linkage_ref, dimension, covers_until, expected_on, pseudonym_key, persons, at, actor_role, actor_ref)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [linkageRef, dimension, coversUntil, expectedOn, Buffer.from(key), persons, at, actor.role, actor.ref],
      );
    },
    async find(linkageRef) {
      const { rows } = await pool.query<Row>(`${SELECT} where r.linkage_ref = $1`, [linkageRef]);
      const row = rows[0];
      return row === undefined ? null : { ...requestOf(row), arrivedAt: row.arrived_at };
    },
    async arrive({ linkageRef, fileHash, rows, at, actor }, values) {
      const pairs = [...values];
      await transaction(pool, async (client) => {
        await client.query(
          `insert into stat.linkage_arrival (linkage_ref, file_hash, rows, matched, at, actor_role, actor_ref)
           values ($1, decode($2, 'hex'), $3, $4, $5, $6, $7)`,
          [linkageRef, fileHash, rows, pairs.length, at, actor.role, actor.ref],
        );
        for (let start = 0; start < pairs.length; start += CHUNK) {
          const chunk = pairs.slice(start, start + CHUNK);
          await client.query(
            "insert into stat.linked_value (linkage_ref, person_ref, value) select $1, * from unnest($2::uuid[], $3::text[])",
            [linkageRef, chunk.map(([person]) => person), chunk.map(([, value]) => value)],
          );
        }
      });
    },
    async list() {
      const { rows } = await pool.query<Row>(`${SELECT} order by r.covers_until desc, r.dimension, r.at desc`);
      return rows.map(
        (row): LinkageLine => ({
          linkageRef: row.linkage_ref,
          dimension: row.dimension,
          coversUntil: row.covers_until,
          expectedOn: row.expected_on,
          requestedAt: row.at,
          persons: row.persons,
          arrivedAt: row.arrived_at,
          matched: row.matched,
        }),
      );
    },
  };
}

function requestOf(row: Row): LinkageRequest {
  return {
    linkageRef: row.linkage_ref,
    dimension: row.dimension,
    coversUntil: row.covers_until,
    expectedOn: row.expected_on,
    key: new Uint8Array(row.pseudonym_key),
    persons: row.persons,
    at: row.at,
    actor: { role: row.actor_role, ref: row.actor_ref },
  };
}
