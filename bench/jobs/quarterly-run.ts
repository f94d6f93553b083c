// The quarterly run from frozen inputs in a durable database to committed ledger lines, against a bare COPY of the same rows with the same keys.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projection } from "../../src/dossier/index.ts";
import {
  addDays,
  assertOk,
  firstDay,
  fromQuarterNumber,
  lastDay,
  quarter,
  quarterIndexNumber,
  systemClock,
} from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createPayment } from "../../src/main/payment.ts";
import { verifyQuarter } from "../../src/payment/index.ts";
import { BinaryCopy } from "../../src/store/binary-copy.ts";
import { type Client, createStore, type Database, masterKey, openDatabase } from "../../src/store/index.ts";
import { encodeLines } from "../../src/store/pay/encode-lines.ts";
import { lineColumns } from "../../src/store/pay/ledger.ts";
import { spread } from "../rounds.ts";
import type { Job } from "./index.ts";

const FIRST = quarterIndexNumber(quarter("2024-Q1"));
const WORKERS_PER_EMPLOYER = 20;
const anna = { role: "paymentOfficer", ref: "anna" };
const bram = { role: "paymentApprover", ref: "bram" };

const now = () => performance.now();
const since = (start: number) => (performance.now() - start) / 1000;

export const quarterlyRunJob: Job = async ({ quick, say }) => {
  // Each grant has two lines: wage and guidance premium.
  const grants = quick ? 20_000 : 500_000;
  const rounds = quick ? 3 : 4;
  const dataDir = mkdtempSync(join(tmpdir(), "maatwerk-bench-"));
  const database = await openDatabase({ dataDir, log: () => {} });
  const mistakes: string[] = [];
  const ratios: number[] = [];
  const timed: Record<"dryRun" | "book" | "copy" | "verify", number[]> = { dryRun: [], book: [], copy: [], verify: [] };
  let lines = 0;
  let most = 0;
  try {
    const filled = now();
    await fill(database, grants, rounds);
    say(`${grants} grants and ${grants * rounds} attests in a durable database: ${since(filled).toFixed(1)} s`);
    const law = openLaw();
    const store = createStore({ database, clock: systemClock, project: projection, masterKey: masterKey({ dataDir }) });
    const { runs, ports } = createPayment({ law, clock: systemClock, store, demo: true });
    for (let round = 0; round < rounds; round += 1) {
      const number = FIRST + round;
      const { runRef } = assertOk(await runs.start(number, anna));
      const dry = now();
      assertOk(await runs.calculate(runRef, anna));
      timed.dryRun.push(since(dry));
      assertOk(await runs.approve(runRef, bram));
      const book = now();
      assertOk(await runs.book(runRef, anna));
      const booked = since(book);
      const rows = await ports.ledger.lines({ quarter: number });
      lines = rows.length;
      if (lines < grants) mistakes.push(`${lines} lines of ${grants} grants`);
      const bytes = inPieces(rows, encodeLines);
      const copied = await database.asOwner((client) => bareCopy(client, bytes));
      most = Math.max(most, process.memoryUsage().rss);
      timed.book.push(booked);
      timed.copy.push(copied);
      ratios.push(booked / copied);
      say(
        `round ${round + 1}: ${lines} lines, run ${booked.toFixed(2)} s, bare COPY ${copied.toFixed(2)} s, ratio ${(booked / copied).toFixed(2)}`,
      );
      if (round > 0) continue;
      const verify = now();
      const verified = await verifyQuarter(law, ports, number);
      timed.verify.push(since(verify));
      if (verified.flaws.length > 0 || verified.lines !== lines) mistakes.push(`${verified.flaws.length} lines do not replay`);
      say(`verify: ${verified.lines} lines in ${timed.verify[0]!.toFixed(2)} s, ${verified.flaws.length} flaws`);
    }
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const ratio = spread(ratios);
  return {
    gates: [
      {
        name: "run, from frozen inputs to committed lines, against a bare COPY of the same rows with the same keys",
        value: `${ratio.median.toFixed(2)} times (${ratio.low.toFixed(2)}-${ratio.high.toFixed(2)})`,
        gate: "at most 2.5",
        ambition: "1.3",
        holds: ratio.median <= 2.5,
      },
    ],
    mistakes,
    figures: { grants, lines, seconds: timed, ratio, peakMiB: Math.round(most / 2 ** 20) },
  };
};

/** Grants and attests made by the database itself: what is measured starts after this. */
async function fill(database: Database, grants: number, rounds: number): Promise<void> {
  await database.asOwner(async (client) => {
    await client.query("begin");
    // Checked once over the whole, as in every first load.
    await client.query("alter table read.grant_position drop constraint grant_position_one_truth");
    await client.query(
      `insert into read.grant_position (file_ref, grant_ref, employer_ref, person_ref, valid, known, applicant, premiums, package, percentage,
         collective_percentage, guidance_need, start_quarter, end_quarter, decided_on, previous_measure, previous_right_ref, switches)
       select md5('f' || i)::uuid, md5('g' || i)::uuid, md5('e' || i / ${WORKERS_PER_EMPLOYER})::uuid, md5('p' || i)::uuid,
         daterange($1, $2), tstzrange('2024-01-02', null), 'EMPLOYER', 'WAGE_AND_GUIDANCE', 'P5', null, null,
         (array['LOW','MEDIUM','HIGH'])[1 + i % 3], $3, $3 + 19, '2024-01-02', 'NONE', null, '{}'
       from generate_series(1, $4::int) i`,
      [firstDay(fromQuarterNumber(FIRST)), addDays(lastDay(fromQuarterNumber(FIRST + 19)), 1), FIRST, grants],
    );
    await client.query(
      `insert into pay.attest (attest_no, version, status, person_ref, employer_ref, quarter, gross_cents, contribution_cents, reduction_cents,
         contractual_fraction, performed_fraction, in_service_from, in_service_until, received_at, source, remunerations)
       select 'A' || lpad(i::text, 9, '0') || q, 1, 0, md5('p' || i)::uuid, md5('e' || i / ${WORKERS_PER_EMPLOYER})::uuid, $1 + q,
         600000 + (i * 7919::bigint) % 900000, 150000 + (i * 31) % 200000, (i * 13) % 60000, 5000 + (i % 6) * 1000, null,
         case when i % 50 = 0 then '2024-02-01'::date end, null, '2024-06-01', 'DMFA', null
       from generate_series(1, $2::int) i, generate_series(0, $3::int - 1) q`,
      [FIRST, grants, rounds],
    );
    await client.query("commit");
    await client.query("vacuum analyze read.grant_position");
    await client.query("vacuum analyze pay.attest");
    await client.query("create table pay.bench_line (like pay.ledger_line including all)");
    await client.query("checkpoint").catch(() => {});
  });
}

const PIECE = 20_000;

function inPieces<T>(rows: readonly T[], encode: (part: readonly T[]) => Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < rows.length; at += PIECE) pieces.push(encode(rows.slice(at, at + PIECE)));
  return pieces;
}

/** Rows that are encoded already, into a table that has the same keys and as many rows as the ledger. */
async function bareCopy(client: Client, pieces: readonly Buffer[]): Promise<number> {
  const start = now();
  await client.query("begin");
  const copy = new BinaryCopy(client, `pay.bench_line (${lineColumns})`);
  for (const piece of pieces) await copy.write(piece);
  await copy.end();
  await client.query("commit");
  return since(start);
}
