// Payments, batches and the bank's files in PostgreSQL, whose keys and triggers refuse what must never happen twice.
import type { Actor } from "../../dossier/index.ts";
import type { Instant, PlainDate, StructuredCommunication } from "../../kernel/index.ts";
import type {
  AccountCheck,
  BankEntry,
  BankFileReport,
  BankStore,
  BatchItem,
  Beneficiary,
  Payout,
  StoredBatch,
  StoredPayment,
} from "../../payment/index.ts";
import { type Client, type Pool, type Queryable, transaction } from "../connection.ts";
import { asText, copyInto, copyLine } from "../copy.ts";

export function bankStore(pool: Pool): BankStore {
  return {
    payments: (runRef) => paymentsWhere(pool, "latest", "p.run_ref = $1", [runRef]),
    byEndToEndIds: (ids) => paymentsWhere(pool, "named", "i.end_to_end_id = any($1)", [ids]),
    ofBatch: (batchRef) => paymentsWhere(pool, "named", "i.batch_ref = $1", [batchRef]),
    plan: (runRef, payouts, payments, at) => clash(() => insertPlan(pool, runRef, payouts, payments, at)),
    async planOf(runRef) {
      const { rows } = await pool.query<{ body: Payout }>(
        "select body from pay.payout where run_ref = $1 order by beneficiary_ref",
        [runRef],
      );
      return rows.length === 0 ? null : rows.map((row) => row.body);
    },
    addBatch: async (batch, items) => ((await clash(() => insertBatch(pool, batch, items))) ? "added" : "clash"),
    batches: (runRef) => batchesWhere(pool, "b.run_ref = $1", [runRef]),
    batch: async (batchRef) => (await batchesWhere(pool, "b.batch_ref = $1", [batchRef]))[0] ?? null,
    batchByMessage: async (messageId) => (await batchesWhere(pool, "b.message_id = $1", [messageId]))[0] ?? null,
    async items(batchRef) {
      const { rows } = await pool.query<BatchItem>(
        `select payment_ref as "paymentRef", attempt, end_to_end_id as "endToEndId", name_ref as "nameRef", account_ref as "accountRef"
         from pay.batch_item where batch_ref = $1`,
        [batchRef],
      );
      return rows;
    },
    send: (batchRef, actor, at) =>
      clash(() =>
        pool.query("insert into pay.batch_step (batch_ref, step, at, actor_role, actor_ref) values ($1, 'SENT', $2, $3, $4)", [
          batchRef,
          at,
          actor.role,
          actor.ref,
        ]),
      ),
    async lastAccounts(refs) {
      const { rows } = await pool.query<{ ref: string; account: string }>(
        `select distinct on (p.beneficiary_ref) p.beneficiary_ref as ref, i.account_ref as account
         from pay.payment p join pay.batch_item i using (payment_ref) join pay.bank_batch b using (batch_ref)
         where p.beneficiary_ref = any($1::uuid[]) and p.payee_ref is null
           and not exists (select from pay.payment_step s where s.payment_ref = i.payment_ref and s.attempt = i.attempt
             and s.step in ('REJECTED', 'RETURNED'))
         order by p.beneficiary_ref, b.created_at desc`,
        [refs],
      );
      return new Map(rows.map((row) => [row.ref, row.account]));
    },
    async checks(refs) {
      const { rows } = await pool.query<AccountCheck>(
        `select beneficiary_ref as "beneficiaryRef", account_ref as "accountRef", actor_ref as "actorRef", at from pay.account_check
         where beneficiary_ref = any($1::uuid[])`,
        [refs],
      );
      return rows;
    },
    addCheck: ({ beneficiaryRef, accountRef, at }, actor) =>
      clash(() =>
        pool.query(
          "insert into pay.account_check (beneficiary_ref, account_ref, actor_ref, actor_role, at) values ($1, $2, $3, $4, $5)",
          [beneficiaryRef, accountRef, actor.ref, actor.role, at],
        ),
      ),
    async fileReport(fileHash) {
      const { rows } = await pool.query<{ report: BankFileReport }>(
        "select report from pay.bank_file where file_hash = decode($1, 'hex')",
        [fileHash],
      );
      return rows[0]?.report ?? null;
    },
    takeFile: async (...given) => ((await clash(() => insertFile(pool, ...given))) ? "taken" : "known"),
    async knownEntries(entryRefs) {
      const { rows } = await pool.query<{ ref: string }>(
        "select entry_ref as ref from pay.bank_entry where entry_ref = any($1)",
        [entryRefs],
      );
      return new Set(rows.map((row) => row.ref));
    },
    async givenBack() {
      const { rows } = await pool.query<{ runRef: string; payments: number }>(
        `select p.run_ref as "runRef", count(*)::int as payments
         from pay.payment_step s join pay.payment p using (payment_ref)
         where s.step in ('REJECTED', 'RETURNED')
           and not exists (select from pay.batch_item i where i.payment_ref = s.payment_ref and i.attempt > s.attempt)
           and exists (select from pay.run_step r where r.run_ref = p.run_ref)
         group by 1 order by min(s.at)`,
      );
      return rows;
    },
    unmatched: (limit) =>
      entriesWhere(
        pool,
        `outcome = 'UNMATCHED' and not exists (select from pay.bank_entry_step s where s.entry_id = e.entry_id)
         order by booked_on, entry_ref limit ${Math.trunc(limit)}`,
        [],
      ),
    entry: async (entryId) => (await entriesWhere(pool, "e.entry_id = $1", [entryId]))[0] ?? null,
    resolve: (entryId, body, actor, at) =>
      clash(() =>
        pool.query("insert into pay.bank_entry_step (entry_id, at, actor_role, actor_ref, body) values ($1, $2, $3, $4, $5)", [
          entryId,
          at,
          actor.role,
          actor.ref,
          JSON.stringify(body),
        ]),
      ),
  };
}

/** False when a key says that it was done before. */
async function clash(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    // 23505: a key; 42501: the guard against a second payment.
    const { code, message } = error as { code?: string; message?: string };
    if (code === "23505" || (code === "42501" && message?.includes("not paid twice") === true)) return false;
    throw error;
  }
}

interface PaymentRow extends Omit<StoredPayment, "beneficiary"> {
  readonly kind: Beneficiary["kind"];
  readonly ref: string;
}

/** latest: each payment with its last attempt, if any; named: with the attempt that the condition names. */
async function paymentsWhere(
  db: Queryable,
  which: "latest" | "named",
  condition: string,
  values: unknown[],
): Promise<StoredPayment[]> {
  const join =
    which === "latest"
      ? "left join lateral (select * from pay.batch_item i where i.payment_ref = p.payment_ref order by attempt desc limit 1) i on true"
      : "join pay.batch_item i using (payment_ref)";
  const { rows } = await db.query<PaymentRow>(
    `select p.payment_ref as "paymentRef", p.payment_no as "paymentNo", p.run_ref as "runRef", p.beneficiary_kind as kind,
       p.beneficiary_ref as ref, p.payee_ref as "payeeRef", p.cents, coalesce(i.attempt, 0) as attempt, i.batch_ref as "batchRef",
       i.end_to_end_id as "endToEndId", i.account_ref as "accountRef",
       exists (select from pay.batch_step b where b.batch_ref = i.batch_ref and b.step = 'SENT') as sent,
       coalesce(s.steps, '{}') as steps, s.reason as "bankReason"
     from pay.payment p ${join}
     left join lateral (
       select array_agg(step) as steps, max(body->>'reason') as reason from pay.payment_step
       where payment_ref = p.payment_ref and attempt = i.attempt) s on true
     where ${condition} order by p.payment_no`,
    values,
  );
  return rows.map(({ kind, ref, ...row }) => ({ ...row, beneficiary: { kind, ref } }));
}

async function insertPlan(
  pool: Pool,
  runRef: string,
  payouts: readonly Payout[],
  payments: readonly { paymentRef: string; beneficiary: Beneficiary; payeeRef: string | null; cents: number }[],
  at: Instant,
): Promise<void> {
  await transaction(pool, async (client) => {
    await copyInto(
      client,
      "pay.payout (run_ref, beneficiary_ref, body, planned_at)",
      payouts.map((one) => copyLine([runRef, one.beneficiary.ref, JSON.stringify(one), at])),
    );
    await copyInto(
      client,
      "pay.payment (payment_ref, run_ref, beneficiary_kind, beneficiary_ref, payee_ref, cents, created_at)",
      payments.map(({ paymentRef, beneficiary, payeeRef, cents }) =>
        copyLine([paymentRef, runRef, beneficiary.kind, beneficiary.ref, payeeRef, String(cents), at]),
      ),
    );
  });
}

async function insertBatch(pool: Pool, batch: StoredBatch, items: readonly BatchItem[]): Promise<void> {
  await transaction(pool, async (client) => {
    await client.query(
      `insert into pay.bank_batch (batch_ref, run_ref, batch_no, message_id, execute_on, created_at, payments, cents, file_hash, debtor,
         actor_role, actor_ref)
       values ($1, $2, $3, $4, $5, $6, $7, $8, decode($9, 'hex'), $10, $11, $12)`,
      [
        batch.batchRef,
        batch.runRef,
        batch.batchNo,
        batch.messageId,
        batch.executeOn,
        batch.createdAt,
        batch.payments,
        batch.cents,
        batch.fileHash,
        JSON.stringify(batch.debtor),
        batch.actor.role,
        batch.actor.ref,
      ],
    );
    await copyInto(
      client,
      "pay.batch_item (payment_ref, attempt, batch_ref, end_to_end_id, name_ref, account_ref)",
      items.map((one) =>
        copyLine([one.paymentRef, String(one.attempt), batch.batchRef, one.endToEndId, one.nameRef, one.accountRef]),
      ),
    );
  });
}

interface BatchRow extends Omit<StoredBatch, "actor" | "sentBy"> {
  readonly actor_role: string;
  readonly actor_ref: string;
  readonly sent_role: string | null;
  readonly sent_ref: string | null;
}

async function batchesWhere(db: Queryable, condition: string, values: unknown[]): Promise<StoredBatch[]> {
  const { rows } = await db.query<BatchRow>(
    `select b.batch_ref as "batchRef", b.run_ref as "runRef", b.batch_no as "batchNo", b.message_id as "messageId",
       b.execute_on as "executeOn", b.created_at as "createdAt", b.payments, b.cents, encode(b.file_hash, 'hex') as "fileHash", b.debtor,
       b.actor_role, b.actor_ref, s.at as "sentAt", s.actor_role as sent_role, s.actor_ref as sent_ref
     from pay.bank_batch b left join pay.batch_step s on s.batch_ref = b.batch_ref and s.step = 'SENT'
     where ${condition} order by b.batch_no`,
    values,
  );
  return rows.map(({ actor_role, actor_ref, sent_role, sent_ref, ...row }) => ({
    ...row,
    actor: { role: actor_role, ref: actor_ref },
    sentBy: sent_role === null || sent_ref === null ? null : { role: sent_role, ref: sent_ref },
  }));
}

async function insertFile(
  pool: Pool,
  fileHash: string,
  report: BankFileReport,
  steps: Parameters<BankStore["takeFile"]>[2],
  entries: readonly BankEntry[],
  actor: Actor,
  at: Instant,
): Promise<void> {
  await transaction(pool, async (client) => {
    await client.query(
      `insert into pay.bank_file (file_hash, kind, taken_at, actor_role, actor_ref, report)
       values (decode($1, 'hex'), $2, $3, $4, $5, $6)`,
      [fileHash, report.kind, at, actor.role, actor.ref, JSON.stringify(report)],
    );
    await insertSteps(client, steps, at);
    await copyInto(
      client,
      "pay.bank_entry (entry_id, file_hash, entry_ref, booked_on, cents, outcome, body)",
      entries.map(({ entryId, entryRef, bookedOn, cents, outcome, ...body }) =>
        copyLine([entryId, `\\x${fileHash}`, entryRef, bookedOn, asText(cents), outcome, JSON.stringify(body)]),
      ),
    );
  });
}

/** What the bank said before is not said again. */
async function insertSteps(client: Client, steps: Parameters<BankStore["takeFile"]>[2], at: Instant): Promise<void> {
  if (steps.length === 0) return;
  await client.query(
    `insert into pay.payment_step (payment_ref, attempt, step, at, body)
     select payment_ref, attempt, step, $5, jsonb_build_object('reason', reason)
     from unnest($1::uuid[], $2::int[], $3::text[], $4::text[]) as t (payment_ref, attempt, step, reason)
     on conflict do nothing`,
    [
      steps.map((one) => one.paymentRef),
      steps.map((one) => one.attempt),
      steps.map((one) => one.step),
      steps.map((one) => one.reason),
      at,
    ],
  );
}

interface EntryRow {
  entryId: string;
  entryRef: string;
  bookedOn: PlainDate;
  cents: number;
  outcome: BankEntry["outcome"];
  body: {
    endToEndId: string | null;
    communication: StructuredCommunication | null;
    returnReason: string | null;
    why: BankEntry["why"];
    recoveryRef: string | null;
  };
}

async function entriesWhere(db: Queryable, condition: string, values: unknown[]): Promise<BankEntry[]> {
  const { rows } = await db.query<EntryRow>(
    `select entry_id as "entryId", entry_ref as "entryRef", booked_on as "bookedOn", cents, outcome, body from pay.bank_entry e
     where ${condition}`,
    values,
  );
  return rows.map(({ body, ...row }) => ({ ...row, ...body }));
}
