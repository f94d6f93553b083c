// Where a ledger line came from: its file, decision, ticket, attest, run, letters and payments, by reference only.
import type { Instant, PlainDate } from "../../kernel/index.ts";
import type { BundleSource, FileStep, LedgerLine, Origin, RunApproval } from "../../payment/index.ts";
import type { Pool } from "../connection.ts";

export function bundleSource(pool: Pool): BundleSource {
  return { of: (line) => originOf(pool, line) };
}

interface GrantRow {
  readonly fileRef: string;
  readonly personRef: string;
  readonly employerRef: string | null;
}

async function originOf(pool: Pool, line: LedgerLine): Promise<Origin> {
  const { rows } = await pool.query<GrantRow>(
    `select file_ref as "fileRef", person_ref as "personRef", employer_ref as "employerRef" from read.grant_position
     where grant_ref = $1 order by lower(known) desc limit 1`,
    [line.grantRef],
  );
  const grant = rows[0] ?? null;
  const beneficiaryRef = line.employerRef ?? grant?.personRef ?? line.grantRef;
  const [history, attest, run, marks, letters, bank] = await Promise.all([
    grant === null ? [] : historyOf(pool, grant.fileRef),
    attestOf(pool, line),
    runOf(pool, line.runRef),
    marksOf(pool, line.runRef, beneficiaryRef),
    grant === null ? [] : lettersOf(pool, grant.fileRef),
    bankOf(pool, line.runRef, beneficiaryRef),
  ]);
  const decided =
    history.filter((one) => GRANT_EVENTS.includes(one.type) && one.payload.grantRef === line.grantRef).at(0)?.payload ?? {};
  const filed = history.find((one) => one.type === "ApplicationFiled");
  const ticket = grant === null ? null : await ticketOf(pool, grant.personRef, text(decided.ticketRef));
  return {
    fileRef: grant?.fileRef ?? null,
    filedOn: filed?.on ?? null,
    channel: text(filed?.payload.channel),
    decidedOn: text(decided.decidedOn) as PlainDate | null,
    lawVersion: text(decided.lawVersion),
    switches: (decided.switches ?? {}) as Record<string, string>,
    openPoints: (decided.openPoints ?? []) as string[],
    ticket: ticket?.facts ?? null,
    motivated: [
      ...(text(decided.motivation) === null ? [] : (["GRANT"] as const)),
      ...(ticket?.motivated === true ? (["TICKET"] as const) : []),
    ],
    steps: history.map(({ payload: _, ...step }): FileStep => step),
    attest,
    run,
    letters,
    bank,
    ...marks,
  };
}

const GRANT_EVENTS = ["GrantDecided", "GrantExtended"];
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

type HistoryRow = FileStep & { readonly payload: Readonly<Record<string, unknown>> };

async function historyOf(pool: Pool, fileRef: string): Promise<HistoryRow[]> {
  const { rows } = await pool.query<HistoryRow>(
    `select type, effective_on as "on", recorded_at as "recordedAt", actor_role as role, actor_ref as "actorRef", payload
     from log.event where stream_ref = $1 order by version`,
    [fileRef],
  );
  return rows;
}

/** The ticket by reference and day: what was found stays with VDAB. */
async function ticketOf(pool: Pool, personRef: string, ticketRef: string | null) {
  if (ticketRef === null) return null;
  const { rows } = await pool.query<{ grantedOn: PlainDate; indicationRef: string | null; motivated: boolean }>(
    `select payload->>'grantedOn' as "grantedOn", payload->>'indicationRef' as "indicationRef",
            payload->>'motivation' is not null as motivated
     from log.event where stream_ref = $1 and type = 'TicketIssued' and payload->>'ticketRef' = $2 limit 1`,
    [personRef, ticketRef],
  );
  const row = rows[0];
  return row === undefined
    ? null
    : { facts: { ticketRef, grantedOn: row.grantedOn, indicationRef: row.indicationRef }, motivated: row.motivated };
}

async function attestOf(pool: Pool, { attestNo, attestVersion }: LedgerLine): Promise<Origin["attest"]> {
  if (attestNo === null) return null;
  const { rows } = await pool.query<{ receivedAt: Instant }>(
    `select received_at as "receivedAt" from pay.attest where attest_no = $1 and version = $2`,
    [attestNo, attestVersion],
  );
  return rows[0] === undefined ? null : { attestNo, version: attestVersion ?? 0, receivedAt: rows[0].receivedAt };
}

async function runOf(pool: Pool, runRef: string): Promise<RunApproval[]> {
  const { rows } = await pool.query<RunApproval>(
    `select step, at, actor_role as role, actor_ref as "actorRef" from pay.run_step where run_ref = $1 order by seq`,
    [runRef],
  );
  return rows;
}

/** What people decided about this payment, counted: blocks that took part of it, and recoveries of it that were given up. */
async function marksOf(pool: Pool, runRef: string, beneficiaryRef: string): Promise<{ blocks: number; waivers: number }> {
  const { rows } = await pool.query<{ blocks: number; waivers: number }>(
    `select (select count(distinct u.block_ref)::int from pay.block_step u join pay.block_step s on s.block_ref = u.block_ref and s.step = 'SET'
              where u.step = 'USED' and u.body->>'runRef' = $1::text and s.beneficiary_ref = $2) as blocks,
            (select count(*)::int from pay.recovery_step w where w.step = 'WAIVED' and w.recovery_ref in
              (select recovery_ref from pay.recovery_step where step = 'PROPOSED' and run_ref = $1::uuid and beneficiary_ref = $2)) as waivers`,
    [runRef, beneficiaryRef],
  );
  return rows[0] ?? { blocks: 0, waivers: 0 };
}

/** Letters of the file as issued, by reference and hash. */
async function lettersOf(pool: Pool, fileRef: string): Promise<Origin["letters"]> {
  const { rows } = await pool.query<Origin["letters"][number]>(
    `select letter_ref as "documentRef", kind, issued_at as "issuedAt", document_hash as hash from vault.letter
     where file_ref = $1 order by issued_at`,
    [fileRef],
  );
  return rows;
}

/** Every attempt to pay the beneficiary of the run, with the last thing that the bank said of it. */
async function bankOf(pool: Pool, runRef: string, beneficiaryRef: string): Promise<Origin["bank"]> {
  const { rows } = await pool.query<Origin["bank"][number]>(
    `select i.end_to_end_id as "endToEndId", i.batch_ref as "batchRef", coalesce(last.step, sent.step, 'BATCHED') as status,
            to_char(coalesce(last.at, sent.at) at time zone 'Europe/Brussels', 'YYYY-MM-DD') as "on"
     from pay.payment p join pay.batch_item i using (payment_ref)
     left join pay.batch_step sent on sent.batch_ref = i.batch_ref
     left join lateral (
       select s.step, s.at from pay.payment_step s where s.payment_ref = i.payment_ref and s.attempt = i.attempt order by s.at desc limit 1
     ) last on true
     where p.run_ref = $1 and p.beneficiary_ref = $2 order by i.attempt, i.end_to_end_id`,
    [runRef, beneficiaryRef],
  );
  return rows;
}
