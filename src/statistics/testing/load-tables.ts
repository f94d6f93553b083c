// Puts plain rows into the read tables of a test database, and reads through it as statistics does.
import { newRef } from "../../kernel/index.ts";
import type { RecordsPort, SqlRow } from "../port.ts";
import type { Tables, TextRange } from "../reference/index.ts";

interface Queryable {
  query(text: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
}

interface Pool extends Queryable {
  connect(): Promise<Queryable & { release(): void }>;
}

/** Rows in chunks, so that a statement stays of a reasonable size. */
const CHUNK = 5000;

export async function loadTables(database: Queryable, tables: Partial<Tables>): Promise<void> {
  for (const [name, rows] of Object.entries(tables)) {
    if (name === "linked_fact") {
      await loadLinkages(database, rows as Tables["linked_fact"]);
      continue;
    }
    if (name === "transfer") {
      await loadTransfers(database, rows as Tables["transfer"]);
      continue;
    }
    const [target, shape] = targets[name] ?? [`read.${name}`, (row: Readonly<Record<string, unknown>>) => row];
    for (let start = 0; start < rows.length; start += CHUNK) {
      const chunk = (rows as readonly object[])
        .slice(start, start + CHUNK)
        .map((row) => withRanges(shape(row as Readonly<Record<string, unknown>>)));
      await database.query(`insert into ${target} select * from jsonb_populate_recordset(null::${target}, $1::jsonb)`, [
        JSON.stringify(chunk),
      ]);
    }
  }
}

/** A linkage for each day that it covers, dimension and moment; its values by person. */
async function loadLinkages(database: Queryable, rows: Tables["linked_fact"]): Promise<void> {
  const linkages = new Map<string, string>();
  for (const row of rows) {
    const name = JSON.stringify([row.dimension, row.covers_until, row.available_from]);
    let linkageRef = linkages.get(name);
    if (linkageRef === undefined) {
      linkageRef = newRef();
      linkages.set(name, linkageRef);
      await database.query(
        `insert into stat.linkage_request (linkage_ref, dimension, covers_until, pseudonym_key, persons, at, actor_role, actor_ref)
         values ($1, $2, $3, $4, 0, $5, 'system', 'test')`,
        [linkageRef, row.dimension, row.covers_until, Buffer.alloc(32, 1), row.available_from],
      );
      await database.query(
        `insert into stat.linkage_arrival (linkage_ref, file_hash, rows, matched, at, actor_role, actor_ref)
         values ($1, $2, 0, 0, $3, 'system', 'test')`,
        [linkageRef, Buffer.alloc(32, 1), row.available_from],
      );
    }
    await database.query("insert into stat.linked_value (linkage_ref, person_ref, value) values ($1, $2, $3)", [
      linkageRef,
      row.person_ref,
      row.value,
    ]);
  }
}

/** Each payment under a run of its own, and what the bank said of it. */
async function loadTransfers(database: Queryable, rows: Tables["transfer"]): Promise<void> {
  for (const row of rows) {
    await database.query(
      `insert into pay.payment (payment_ref, run_ref, beneficiary_kind, beneficiary_ref, cents, created_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (payment_ref) do nothing`,
      [row.payment_ref, newRef(), row.beneficiary_kind, row.beneficiary_ref, row.cents, row.at],
    );
    await database.query("insert into pay.payment_step (payment_ref, attempt, step, at, body) values ($1, $2, $3, $4, '{}')", [
      row.payment_ref,
      row.attempt,
      row.step,
      row.at,
    ]);
  }
}

const noHash = `\\x${"00".repeat(32)}`;

/** Declarations and payments live elsewhere and have columns that no figure reads. */
const targets: Readonly<Record<string, [string, (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>]>> =
  {
    old_right: ["read.old_right", (row) => ({ source: "", schedule: [], ...row })],
    attest: [
      "pay.attest",
      (row) => ({
        source: "DMFA",
        contribution_cents: 0,
        reduction_cents: 0,
        performed_fraction: null,
        in_service_from: null,
        in_service_until: null,
        ...row,
      }),
    ],
    commitment: ["pay.commitment", (row) => ({ terms_hash: noHash, parameters_hash: noHash, ...row })],
    ledger_line: [
      "pay.ledger_line",
      (row) => ({
        run_ref: "00000000-0000-4000-8000-000000000000",
        attest_no: null,
        attest_version: null,
        graph_hash: noHash,
        parameters_hash: noHash,
        ...row,
      }),
    ],
  };

function withRanges(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const text = ({ from, until }: TextRange): string => `[${from ?? ""},${until ?? ""})`;
  return {
    ...row,
    ...(row.valid === undefined ? {} : { valid: text(row.valid as TextRange) }),
    ...(row.known === undefined ? {} : { known: text(row.known as TextRange) }),
  };
}

/** The records of a test database, read in one repeatable-read transaction. */
export function recordsOf(pool: Pool): RecordsPort {
  return {
    async snapshot(work) {
      const client = await pool.connect();
      try {
        await client.query("begin isolation level repeatable read read only");
        return await work({ query: async (text, parameters) => (await client.query(text, [...parameters])).rows as SqlRow[] });
      } finally {
        await client.query("rollback");
        client.release();
      }
    },
  };
}
