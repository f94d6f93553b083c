// Fills the read tables with a population of any size and some history, by COPY: moves, changes of status, ended tickets, late registrations.
import { once } from "node:events";
import type { Pool, PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

const provinces = ["ANT", "LIM", "OVL", "VBR", "WVL"];

/** One row per table and person at most, drawn from the person's number: the same size gives the same rows. */
export async function fillPopulation(pool: Pool, persons: number): Promise<number> {
  const client = await pool.connect();
  let rows = 0;
  try {
    for (const [table, columns, make] of tables) {
      const stream = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
      for (let n = 0; n < persons; n += 1) {
        const lines = make(n, persons);
        rows += lines.length;
        if (lines.length > 0 && !stream.write(`${lines.join("\n")}\n`)) await once(stream, "drain");
      }
      stream.end();
      await once(stream, "finish");
    }
    await client.query("analyze");
  } finally {
    client.release();
  }
  return rows;
}

/** The exclusion constraints are the history's guard and not read by figures: a large population is filled without them. */
export async function dropGuards(client: PoolClient | Pool): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select c.conrelid::regclass::text as table, c.conname as name from pg_constraint c
     where c.contype = 'x' and c.connamespace = 'read'::regnamespace`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
}

const uuid = (kind: number, n: number): string =>
  `${kind.toString(16).padStart(8, "0")}-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
/** A number below `of` that depends on person and purpose, spread evenly enough. */
const draw = (n: number, purpose: number, of: number): number => {
  let x = Math.imul(n + 1, 2_654_435_761) ^ Math.imul(purpose + 7, 2_246_822_519);
  x = Math.imul(x ^ (x >>> 15), 2_246_822_519);
  x ^= x >>> 13;
  return (x >>> 0) % of;
};
const day = (year: number, at: number): string =>
  `${year}-${String((at % 12) + 1).padStart(2, "0")}-${String((at % 28) + 1).padStart(2, "0")}`;
const known = '["2019-01-01 00:00:00+00",)';
/** Some rows became known only after the answer was given. */
const late = '["2024-03-01 00:00:00+00",)';
const knownOf = (n: number): string => (draw(n, 90, 50) === 0 ? late : known);

const isWorker = (n: number): boolean => draw(n, 1, 10) === 0;

type Make = (n: number, persons: number) => string[];
const tables: readonly (readonly [string, string, Make])[] = [
  [
    "read.person_fact",
    "person_ref, valid, known, sex, born_in, municipality, province, residence",
    (n) => {
      const born = `${1955 + draw(n, 2, 50)}-0${1 + draw(n, 3, 9)}-01`;
      const row = (valid: string, province: string): string =>
        [uuid(1, n), valid, known, n % 2 === 0 ? "F" : "M", born, "11002", province, "FLANDERS"].join("\t");
      const home = provinces[draw(n, 4, 5)]!;
      if (draw(n, 5, 6) > 0) return [row("[2018-01-01,)", home)];
      const moved = day(2022 + draw(n, 6, 3), draw(n, 7, 300));
      return [row(`[2018-01-01,${moved})`, home), row(`[${moved},)`, provinces[draw(n, 8, 5)]!)];
    },
  ],
  [
    "read.work_status",
    "person_ref, valid, known, status, employability, work_care, benefit, unemployed_since",
    (n) => {
      const row = (valid: string, seeks: boolean): string =>
        [
          uuid(1, n),
          valid,
          known,
          seeks ? "JOB_SEEKER_WITHOUT_WORK" : "EMPLOYED",
          draw(n, 10, 4) === 0 ? "NOT_IMMEDIATE" : "IMMEDIATE",
          draw(n, 11, 9) === 0 ? "t" : "f",
          seeks ? "UNEMPLOYMENT" : "NONE",
          seeks ? "2020-01-01" : "\\N",
        ].join("\t");
      const changed = day(2022 + draw(n, 12, 3), draw(n, 13, 300));
      const seeks = draw(n, 14, 5) > 1;
      return draw(n, 15, 2) === 0
        ? [row("[2018-01-01,)", seeks)]
        : [row(`[2018-01-01,${changed})`, seeks), row(`[${changed},)`, !seeks)];
    },
  ],
  [
    "read.ticket",
    "person_ref, ticket_ref, valid, known, type, applied_on, granted_on, guidance_need, origin",
    (n) =>
      ["COLLECTIVE", "INDIVIDUAL", "AMA_SOCIAL_ECONOMY", "WELFARE"].flatMap((type, index) => {
        if (draw(n, 20 + index, 10) >= [3, 5, 2, 1][index]!) return [];
        const granted = day(2019 + draw(n, 30 + index, 5), draw(n, 40 + index, 300));
        const ends = draw(n, 50 + index, 4) === 0 ? day(2024 + draw(n, 60 + index, 2), draw(n, 70 + index, 300)) : "";
        return [
          [
            uuid(1, n),
            uuid(20 + index, n),
            `[${granted},${ends})`,
            knownOf(n + index),
            type,
            granted,
            granted,
            "MEDIUM",
            "REQUEST",
          ].join("\t"),
        ];
      }),
  ],
  [
    "read.application",
    "file_ref, employer_ref, person_ref, valid, known, applicant, premiums, situation, channel, filed_on, state, state_on, grounds",
    (n, persons) => {
      if (!isWorker(n)) return [];
      const self = draw(n, 80, 30) === 0;
      const filed = day(2023, 6 + draw(n, 81, 6));
      const row = (valid: string, state: string, on: string): string =>
        [
          uuid(4, n),
          self ? "\\N" : uuid(5, draw(n, 82, Math.max(1, persons / 40))),
          uuid(1, n),
          valid,
          knownOf(n),
          self ? "SELF_EMPLOYED" : "EMPLOYER",
          self ? "SUPPORT" : draw(n, 83, 20) === 0 ? "WAGE_AND_GUIDANCE" : "WAGE",
          "NEW_HIRE",
          "ONLINE",
          filed,
          state,
          on,
          "{}",
        ].join("\t");
      const decided = day(2024, draw(n, 84, 6));
      return [
        row(`[${filed},${decided})`, "PENDING", filed),
        row(`[${decided},)`, draw(n, 85, 4) === 0 ? "REFUSED" : "GRANTED", decided),
      ];
    },
  ],
  [
    "read.grant_position",
    "file_ref, grant_ref, employer_ref, person_ref, valid, known, applicant, premiums, package, guidance_need, start_quarter, end_quarter, decided_on, previous_measure, switches",
    (n, persons) => {
      if (!isWorker(n) || draw(n, 85, 4) === 0) return [];
      const self = draw(n, 80, 30) === 0;
      return [
        [
          uuid(4, n),
          uuid(6, n),
          self ? "\\N" : uuid(5, draw(n, 82, Math.max(1, persons / 40))),
          uuid(1, n),
          "[2023-07-01,2028-07-01)",
          knownOf(n),
          self ? "SELF_EMPLOYED" : "EMPLOYER",
          self ? "SUPPORT" : draw(n, 83, 20) === 0 ? "WAGE_AND_GUIDANCE" : "WAGE",
          "P5",
          "MEDIUM",
          "8094",
          "8113",
          day(2023, 6 + draw(n, 86, 6)),
          "NONE",
          "{}",
        ].join("\t"),
      ];
    },
  ],
  [
    "read.old_right",
    "right_ref, person_ref, employer_ref, measure, valid, known, start_quarter, evaluation_requested_on, evaluation_decided_on, evaluation_outcome, lde_choice",
    (n, persons) => {
      if (draw(n, 95, 40) > 0) return [];
      const lde = draw(n, 96, 3) === 0;
      const decided = day(2023, 6 + draw(n, 97, 6));
      return [
        [
          uuid(7, n),
          uuid(1, n),
          uuid(5, draw(n, 82, Math.max(1, persons / 40))),
          lde ? "LDE_INDIVIDUAL" : "VOP",
          "[2021-01-01,2026-01-01)",
          knownOf(n),
          "8084",
          lde ? "\\N" : day(2023, 3 + draw(n, 98, 3)),
          lde ? "\\N" : decided,
          lde ? "\\N" : draw(n, 99, 2) === 0 ? "IMW" : "NO_NEED",
          lde ? "INDIVIDUAL" : "\\N",
        ].join("\t"),
      ];
    },
  ],
  [
    "pay.attest",
    "attest_no, version, status, person_ref, employer_ref, quarter, gross_cents, contribution_cents, reduction_cents, contractual_fraction, received_at",
    (n, persons) => {
      if (!isWorker(n) || draw(n, 80, 30) === 0) return [];
      return [8094, 8095].flatMap((quarter) =>
        Array.from({ length: draw(n, quarter, 10) === 0 ? 2 : 1 }, (_, version) =>
          [
            `A${n}-${quarter}`,
            String(version),
            version === 0 ? "0" : "1",
            uuid(1, n),
            uuid(5, draw(n, 82, Math.max(1, persons / 40))),
            String(quarter),
            String(500_000 + draw(n, 100, 300_000)),
            "150000",
            "0",
            "8000",
            `2024-01-0${1 + version} 09:00:00+00`,
          ].join("\t"),
        ),
      );
    },
  ],
];
