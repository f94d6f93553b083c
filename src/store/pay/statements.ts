// Statements of runs: their heads as they were frozen, with the lines that belong to them.
import type { Beneficiary, LedgerLine, Statement, StatementHead, StatementLine } from "../../payment/index.ts";
import type { Client, Pool, Queryable } from "../connection.ts";
import { copyInto, copyLine } from "../copy.ts";
import { lineSelect } from "./ledger.ts";

export async function insertStatements(client: Client, statements: readonly StatementHead[]): Promise<void> {
  if (statements.length === 0) return;
  await copyInto(
    client,
    "pay.statement (statement_ref, run_ref, quarter, beneficiary_kind, beneficiary_ref, cents, lines, lines_hash, frozen_at)",
    statements.map((one) =>
      copyLine([
        one.statementRef,
        one.runRef,
        String(one.quarter),
        one.beneficiary.kind,
        one.beneficiary.ref,
        String(one.cents),
        String(one.lines),
        `\\x${one.linesHash}`,
        one.frozenAt,
      ]),
    ),
  );
}

const headSelect = `statement_ref as "statementRef", run_ref as "runRef", quarter, beneficiary_kind as kind, beneficiary_ref as ref, cents,
  lines, encode(lines_hash, 'hex') as "linesHash", frozen_at as "frozenAt"`;

export interface StatementSource {
  /** Of one run, in order of beneficiary, after one of the list. */
  ofRun(runRef: string, limit: number, after?: string): Promise<readonly StatementHead[]>;
  /** Latest first. */
  ofBeneficiary(ref: string): Promise<readonly StatementHead[]>;
  /** With its lines as they stand in the ledger; null when there is none. Compare with `linesHashOf` before it is used. */
  read(statementRef: string): Promise<Statement | null>;
}

export function statementSource(pool: Pool): StatementSource {
  return {
    ofRun: (runRef, limit, after) =>
      heads(pool, "run_ref = $1 and ($2::uuid is null or beneficiary_ref > $2) order by beneficiary_ref limit $3", [
        runRef,
        after ?? null,
        limit,
      ]),
    ofBeneficiary: (ref) => heads(pool, "beneficiary_ref = $1 order by frozen_at desc", [ref]),
    async read(statementRef) {
      const [head] = await heads(pool, "statement_ref = $1", [statementRef]);
      return head === undefined ? null : { ...head, of: await linesOf(pool, head) };
    },
  };
}

async function heads(db: Queryable, rest: string, values: unknown[]): Promise<StatementHead[]> {
  const { rows } = await db.query<Omit<StatementHead, "beneficiary"> & Beneficiary>(
    `select ${headSelect} from pay.statement where ${rest}`,
    values,
  );
  return rows.map(({ kind, ref, ...head }) => ({ ...head, beneficiary: { kind, ref } }));
}

/** All lines of one booking carry its moment, by which they are found. */
async function linesOf(db: Queryable, { runRef, beneficiary, frozenAt }: StatementHead): Promise<StatementLine[]> {
  const own =
    beneficiary.kind === "EMPLOYER"
      ? "l.employer_ref = $2"
      : "l.employer_ref is null and l.grant_ref in (select grant_ref from read.grant_position where person_ref = $2 union select right_ref from read.old_right where person_ref = $2)";
  const { rows } = await db.query<LedgerLine & { personRef: string }>(
    `select ${lineSelect}, coalesce((select p.person_ref from read.grant_position p where p.grant_ref = l.grant_ref limit 1),
       (select r.person_ref from read.old_right r where r.right_ref = l.grant_ref limit 1)) as "personRef"
     from pay.ledger_line l where l.run_ref = $1 and ${own} and l.booked_at = $3
     order by l.quarter, l.grant_ref, l.component, l.seq`,
    [runRef, beneficiary.ref, frozenAt],
  );
  return rows;
}

/** The file of each grant; grants that no file holds are left out. */
export async function filesOfGrants(db: Queryable, grantRefs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ grant_ref: string; file_ref: string }>(
    "select distinct grant_ref, file_ref from read.grant_position where grant_ref = any($1) and file_ref is not null",
    [grantRefs],
  );
  return new Map(rows.map((row) => [row.grant_ref, row.file_ref]));
}
