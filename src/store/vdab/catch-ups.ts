// Supervised batches of VDAB, each kind with its own candidates: what each did with whom, kept for its report. Lines are only added.
import type {
  BatchLine,
  BatchOutcome,
  BatchStore,
  CatchUpCandidate,
  CatchUpStore,
  ConversionCandidate,
  ConversionStore,
  VdabBatch,
} from "../../counter/index.ts";
import type { Clock, Instant } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";

interface BatchRow {
  readonly batchRef: string;
  readonly startedAt: Instant;
  readonly startedBy: string;
  readonly given: number;
  readonly oneByOne: number;
  readonly skipped: number;
}

const BATCHES = `select b.batch_ref as "batchRef", b.started_at as "startedAt", b.started_by as "startedBy",
    count(*) filter (where l.outcome = 'GIVEN')::int as given, count(*) filter (where l.outcome = 'ONE_BY_ONE')::int as "oneByOne",
    count(*) filter (where l.outcome = 'SKIPPED')::int as skipped
  from ops.catch_up_batch b left join ops.catch_up_line l using (batch_ref)`;

const asBatch = ({ given, oneByOne, skipped, ...batch }: BatchRow): VdabBatch => ({
  ...batch,
  counts: { GIVEN: given, ONE_BY_ONE: oneByOne, SKIPPED: skipped } satisfies Record<BatchOutcome, number>,
});

/** $1 the day, $2 the batch, $3 how many. */
const CATCH_UPS = `select distinct on (c.person_ref) c.person_ref as "personRef", c.ticket_ref as "ticketRef",
     coalesce(w.status in ('EMPLOYED', 'SELF_EMPLOYED'), false) as working
   from read.ticket c
   left join read.work_status w on w.person_ref = c.person_ref and upper_inf(w.known) and w.valid @> $1::date
   where c.type = 'COLLECTIVE' and upper_inf(c.known) and c.valid @> $1::date
     and not exists (
       select from read.ticket i
       where i.person_ref = c.person_ref and i.type = 'INDIVIDUAL' and upper_inf(i.known) and i.valid @> $1::date)
     and not exists (select from ops.catch_up_line l where l.batch_ref = $2 and l.person_ref = c.person_ref)
   order by c.person_ref, c.applied_on limit $3`;

/** As for the catch-up. Of a person with more than one such right, the one that began last. */
const CONVERSIONS = `select distinct on (r.person_ref) r.person_ref as "personRef", r.right_ref as "rightRef", r.measure,
     r.evaluation_requested_on is not null and r.evaluation_decided_on is null as evaluated
   from read.old_right r
   where r.measure in ('VOP', 'TVOP') and r.person_ref is not null and upper_inf(r.known) and r.valid @> $1::date
     and not exists (
       select from read.ticket i
       where i.person_ref = r.person_ref and i.type = 'INDIVIDUAL' and upper_inf(i.known) and i.valid @> $1::date)
     and not exists (select from ops.catch_up_line l where l.batch_ref = $2 and l.person_ref = r.person_ref)
   order by r.person_ref, lower(r.valid) desc, r.right_ref limit $3`;

export const catchUpStore = (db: Queryable, clock: Clock): CatchUpStore =>
  batchStore<CatchUpCandidate>(db, clock, "CATCH_UP", CATCH_UPS);

export const conversionStore = (db: Queryable, clock: Clock): ConversionStore =>
  batchStore<ConversionCandidate>(db, clock, "CONVERSION", CONVERSIONS);

function batchStore<Candidate extends object>(
  db: Queryable,
  clock: Clock,
  kind: "CATCH_UP" | "CONVERSION",
  waiting: string,
): BatchStore<Candidate> {
  return {
    async start(batchRef, startedBy) {
      await db.query(
        "insert into ops.catch_up_batch (batch_ref, started_at, started_by, kind) values ($1, $2, $3, $4) on conflict do nothing",
        [batchRef, clock.now(), startedBy, kind],
      );
    },
    async note(batchRef, lines) {
      await db.query(
        `insert into ops.catch_up_line (batch_ref, person_ref, outcome, reasons, done_at)
         select $1, l."personRef", l.outcome, l.reasons, $3
         from jsonb_to_recordset($2::jsonb) as l("personRef" uuid, outcome text, reasons text[])
         on conflict do nothing`,
        [batchRef, JSON.stringify(lines), clock.now()],
      );
    },
    async read(batchRef) {
      const { rows } = await db.query<BatchRow>(`${BATCHES} where b.batch_ref = $1 and b.kind = $2 group by b.batch_ref`, [
        batchRef,
        kind,
      ]);
      return rows[0] === undefined ? null : asBatch(rows[0]);
    },
    async list(limit) {
      const { rows } = await db.query<BatchRow>(
        `${BATCHES} where b.kind = $2 group by b.batch_ref order by b.started_at desc, b.batch_ref limit $1`,
        [limit, kind],
      );
      return rows.map(asBatch);
    },
    async lines(batchRef, limit) {
      const { rows } = await db.query<BatchLine>(
        `select person_ref as "personRef", outcome, reasons from ops.catch_up_line where batch_ref = $1
         order by outcome desc, done_at, person_ref limit $2`,
        [batchRef, limit],
      );
      return rows;
    },
    async candidates(batchRef, on, limit) {
      const { rows } = await db.query<Candidate>(waiting, [on, batchRef, limit]);
      return rows;
    },
  };
}
