// Imports of older rights as they stand, and what the records hold of the people and firms that a file names.
import type {
  ImportHead,
  ImportRow,
  ImportStep,
  ImportStore,
  RecordedGrant,
  RecordedRight,
  TransitionRecords,
} from "../../counter/index.ts";
import type { Client, Pool, Queryable } from "../connection.ts";
import { asText, BulkWriter } from "../copy.ts";
import { enteredSubsidies } from "../read/dossier-queries.ts";

const HEAD = `import_ref as "importRef", encode(file_hash, 'hex') as "fileHash", list, form, received_at as "receivedAt",
  jsonb_build_object('role', actor_role, 'ref', actor_ref) as actor, controls, control_flaws as "controlFlaws",
  encode(fingerprint, 'hex') as fingerprint`;
const STEP = `import_ref as "importRef", seq, step, at, jsonb_build_object('role', actor_role, 'ref', actor_ref) as actor, line,
  encode(fingerprint, 'hex') as fingerprint`;
const ROW = "line, measure, outcome, fte, cents, reasons";
const hex = (text: string): string => `\\x${text}`;

export function importStore(pool: Pool, transaction: <T>(work: (client: Client) => Promise<T>) => Promise<T>): ImportStore {
  const headWhere = async (where: string, value: string): Promise<ImportHead | null> =>
    (await pool.query<ImportHead>(`select ${HEAD} from ops.transition_import where ${where} = $1`, [value])).rows[0] ?? null;
  return {
    byHash: (fileHash) => headWhere("file_hash", hex(fileHash)),
    async read(importRef) {
      const head = await headWhere("import_ref", importRef);
      if (head === null) return null;
      const { rows } = await pool.query<ImportStep>(
        `select ${STEP} from log.transition_step where import_ref = $1 order by seq`,
        [importRef],
      );
      return { head, steps: rows };
    },
    async list(limit) {
      const { rows } = await pool.query<ImportHead>(
        `select ${HEAD} from ops.transition_import order by received_at desc, import_ref limit $1`,
        [limit],
      );
      return rows;
    },
    async create(head, rows) {
      return transaction(async (client) => {
        const { rowCount } = await client.query(
          `insert into ops.transition_import (import_ref, file_hash, list, form, received_at, actor_role, actor_ref, controls,
             control_flaws, fingerprint) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (file_hash) do nothing`,
          [
            head.importRef,
            hex(head.fileHash),
            head.list,
            head.form,
            head.receivedAt,
            head.actor.role,
            head.actor.ref,
            JSON.stringify(head.controls),
            head.controlFlaws,
            hex(head.fingerprint),
          ],
        );
        if (rowCount === 1) {
          await copyRows(client, head.importRef, rows);
          return head;
        }
        const { rows: held } = await client.query<ImportHead>(`select ${HEAD} from ops.transition_import where file_hash = $1`, [
          hex(head.fileHash),
        ]);
        return held[0] ?? head;
      });
    },
    async replaceRows(importRef, fingerprint, controls, rows) {
      await transaction(async (client) => {
        await client.query("update ops.transition_import set fingerprint = $2, controls = $3 where import_ref = $1", [
          importRef,
          hex(fingerprint),
          JSON.stringify(controls),
        ]);
        await client.query("delete from ops.transition_row where import_ref = $1", [importRef]);
        await copyRows(client, importRef, rows);
      });
    },
    async tallies(importRef) {
      const { rows } = await pool.query(
        `select measure, outcome, count(*)::integer as count, sum(fte)::bigint as fte, sum(cents)::bigint as cents
         from ops.transition_row where import_ref = $1 group by measure, outcome order by measure, outcome`,
        [importRef],
      );
      return rows;
    },
    async rows(importRef, { outcome, reason, after, limit }) {
      const { rows } = await pool.query<ImportRow>(
        `select ${ROW} from ops.transition_row where import_ref = $1 and outcome = $2 and line > $3
           and ($4::text is null or exists (select from unnest(reasons) r where split_part(r, ':', 1) = $4))
         order by line limit $5`,
        [importRef, outcome, after ?? 0, reason ?? null, limit],
      );
      return rows;
    },
    async row(importRef, line) {
      const { rows } = await pool.query<ImportRow>(`select ${ROW} from ops.transition_row where import_ref = $1 and line = $2`, [
        importRef,
        line,
      ]);
      return rows[0] ?? null;
    },
    async parkedFor(importRef) {
      const { rows } = await pool.query<{ reason: string; rows: number }>(
        `select split_part(r, ':', 1) as reason, count(distinct line)::integer as rows
         from ops.transition_row, unnest(reasons) r where import_ref = $1 and outcome = 'PARKED'
         group by 1 order by 2 desc, 1`,
        [importRef],
      );
      return rows;
    },
    addStep: (step, row) => addStep(transaction, step, row),
  };
}

async function copyRows(client: Client, importRef: string, rows: Iterable<ImportRow>): Promise<void> {
  const writer = new BulkWriter(client);
  for (const { line, measure, outcome, fte, cents, reasons } of rows) {
    writer.add("ops.transition_row (import_ref, line, measure, outcome, fte, cents, reasons)", [
      importRef,
      String(line),
      measure,
      outcome,
      String(fte),
      String(cents),
      asText(reasons),
    ]);
    await writer.breathe();
  }
  await writer.flush();
}

async function addStep(
  transaction: <T>(work: (client: Client) => Promise<T>) => Promise<T>,
  { importRef, seq, step, at, actor, line, fingerprint }: ImportStep,
  row?: ImportRow,
): Promise<"added" | "conflict"> {
  try {
    await transaction(async (client) => {
      await client.query(
        `insert into log.transition_step (import_ref, seq, step, at, actor_role, actor_ref, line, fingerprint)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [importRef, seq, step, at, actor.role, actor.ref, line, fingerprint === null ? null : hex(fingerprint)],
      );
      if (row === undefined) return;
      await client.query(
        `update ops.transition_row set measure = $3, outcome = $4, fte = $5, cents = $6, reasons = $7
         where import_ref = $1 and line = $2`,
        [importRef, row.line, row.measure, row.outcome, row.fte, row.cents, row.reasons],
      );
    });
    return "added";
  } catch (error) {
    const { code, constraint = "" } = error as { code?: string; constraint?: string };
    if (code === "23505" && constraint.startsWith("transition_")) return "conflict";
    throw error;
  }
}

/** Imports that two people signed and whose rights are not recorded yet, oldest first. */
export async function approvedImports(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ importRef: string }>(
    `select i.import_ref as "importRef" from ops.transition_import i
     where (select count(distinct s.actor_ref) from log.transition_step s
            where s.import_ref = i.import_ref and s.step = 'SIGNED' and s.fingerprint = i.fingerprint) >= 2
       and not exists (select from log.transition_step s
                       where s.import_ref = i.import_ref and s.step in ('TAKEN', 'CANCELLED'))
     order by i.received_at, i.import_ref`,
  );
  return rows.map((row) => row.importRef);
}

const RIGHT = `right_ref as "rightRef", person_ref as "personRef", employer_ref as "employerRef", measure,
  min(lower(valid)) as "startedOn", (array_agg(ends_on))[1] as "endsOn", (max(upper(valid)) filter (where not upper_inf(valid))) - 1 as "lastDay",
  min(source) as source, (array_agg(schedule))[1] as schedule, min(reduction_code) as "reductionCode", min(fraction) as fraction,
  (array_agg(amount_cents order by lower(valid)))[1] as amount`;
const BY_RIGHT = "group by right_ref, person_ref, employer_ref, measure order by 1";

/** @param vault - finds many subjects by their number at once */
export function transitionRecords(
  db: Queryable,
  vault: { findAllByIdentifier(kind: "insz" | "kbo", values: readonly string[]): Promise<(string | null)[]> },
): TransitionRecords {
  return {
    async subjectsOf(kind, numbers) {
      const found = await vault.findAllByIdentifier(kind, numbers);
      return new Map(numbers.flatMap((number, at): [string, string][] => (found[at] == null ? [] : [[number, found[at]]])));
    },
    async kindsOf(refs) {
      const { rows } = await db.query<{ ref: string; kind: string }>(
        `select stream_ref as ref, stream_kind as kind from log.event where stream_ref = any($1::uuid[]) and version = 1`,
        [refs],
      );
      return new Map(rows.map((row) => [row.ref, row.kind]));
    },
    async rightsOfPersons(personRefs) {
      const { rows } = await db.query<RecordedRight>(
        `select ${RIGHT} from read.old_right where upper_inf(known) and person_ref = any($1::uuid[]) ${BY_RIGHT}`,
        [personRefs],
      );
      return rows;
    },
    async grantsOfPersons(personRefs) {
      const { rows } = await db.query<RecordedGrant>(
        `select person_ref as "personRef", employer_ref as "employerRef", min(lower(valid)) as from,
           (max(upper(valid)) filter (where not upper_inf(valid))) - 1 as "lastDay"
         from read.grant_position where upper_inf(known) and person_ref = any($1::uuid[])
         group by grant_ref, person_ref, employer_ref order by 3`,
        [personRefs],
      );
      return rows;
    },
    enteredSubsidies: () => enteredSubsidies(db),
    async subsidies() {
      const { rows } = await db.query<RecordedRight>(
        `select ${RIGHT} from read.old_right where upper_inf(known) and person_ref is null ${BY_RIGHT}`,
      );
      return rows;
    },
  };
}
