// The steps of quarterly runs. Booking writes all lines, the step and the closing in one transaction.

import type { Instant } from "../../kernel/index.ts";
import type {
  Progress,
  Run,
  RunInputs,
  RunStep,
  RunStore,
  StatementHead,
  StoredRecoveryStep,
  StoredStep,
} from "../../payment/index.ts";
import { type Client, type Pool, type Queryable, transaction } from "../connection.ts";
import { INPUTS_LOCK } from "./inputs-lock.ts";
import { bookSlices, isBookedTwice } from "./ledger.ts";
import { askCorrectionLetters } from "./letter-jobs.ts";
import { insertRecoveryStep } from "./recoveries.ts";
import { activityOf, insertActivity } from "./run-activity.ts";
import { insertStatements } from "./statements.ts";

/** @param fold - What the steps of a run add up to (payment's `foldRun`). */
export function runStore(pool: Pool, fold: (steps: readonly StoredStep[]) => Run | null): RunStore {
  return {
    steps: (runRef) => stepsOf(pool, [runRef]),
    async list(limit) {
      const { rows } = await pool.query<{ runRef: string }>(
        `select run_ref as "runRef" from pay.run_step where step = 'STARTED' order by at desc, run_ref limit $1`,
        [limit],
      );
      const refs = rows.map((row) => row.runRef);
      const steps = await stepsOf(pool, refs);
      return refs.flatMap((runRef) => fold(steps.filter((one) => one.runRef === runRef)) ?? []);
    },
    open: (first) =>
      transaction(pool, async (client) => {
        // Declarations that are being taken in were received before this run freezes its inputs: they are waited for.
        await client.query("select pg_advisory_xact_lock($1)", [INPUTS_LOCK]);
        const { rowCount } = await client.query("insert into ops.open_run (run_ref) values ($1) on conflict do nothing", [
          first.runRef,
        ]);
        if (rowCount === 1) {
          await insertStep(client, first);
          return { opened: true };
        }
        const { rows } = await client.query<{ runRef: string }>(`select run_ref as "runRef" from ops.open_run`);
        return { opened: false, openRun: rows[0]?.runRef ?? first.runRef };
      }),
    add: (step, closes, activity) =>
      declinedOnClash("conflict" as const, async () => {
        await transaction(pool, async (client) => {
          await insertStep(client, step);
          if (activity !== undefined) await insertActivity(client, step.runRef, activity);
          if (closes) await close(client, step.runRef);
        });
        return "added" as const;
      }),
    activity: (runRef) => activityOf(pool, runRef),
    book: (slices, step, onStatements) =>
      declinedOnClash("conflict" as const, async () => {
        await transaction(pool, async (client) => {
          const statements: StatementHead[] = [];
          const proposals: StoredRecoveryStep[] = [];
          const corrected = new Set<string>();
          await bookSlices(client, slices, (slice) => {
            statements.push(...slice.statements);
            proposals.push(...slice.proposals);
            for (const { origin, grantRef } of slice.lines) if (origin === "correction") corrected.add(grantRef);
          });
          onStatements?.();
          await insertStatements(client, statements);
          for (const proposal of proposals) await insertRecoveryStep(client, proposal);
          const last = step();
          await insertStep(client, last);
          await askCorrectionLetters(client, last.runRef, [...corrected], last.at);
          await close(client, last.runRef);
        });
        return "booked" as const;
      }).catch((error: unknown) => {
        if (isBookedTwice(error)) return "bookedBefore" as const;
        throw error;
      }),
    async noteProgress(runRef, { doing, done, of, at }) {
      await pool
        .query(
          `insert into ops.run_progress (run_ref, doing, done, out_of, at) values ($1, $2, $3, $4, $5)
           on conflict (run_ref) do update set doing = excluded.doing, done = excluded.done, out_of = excluded.out_of, at = excluded.at`,
          [runRef, doing, done, of, at],
        )
        .catch(() => {});
    },
    async progress(runRef) {
      const { rows } = await pool.query<Progress>(
        `select doing, done, out_of as "of", at from ops.run_progress where run_ref = $1`,
        [runRef],
      );
      return rows[0] ?? null;
    },
  };
}

/** The frozen inputs of a run, or null when no run has this reference. */
export async function runInputs(db: Queryable, runRef: string): Promise<RunInputs | null> {
  const { rows } = await db.query<{ body: RunInputs }>("select body from pay.run_step where run_ref = $1 and seq = 1", [runRef]);
  return rows[0]?.body ?? null;
}

interface StepRow {
  run_ref: string;
  seq: number;
  step: RunStep["step"];
  at: Instant;
  actor_role: string;
  actor_ref: string;
  body: object;
}

async function stepsOf(db: Queryable, runRefs: readonly string[]): Promise<StoredStep[]> {
  const { rows } = await db.query<StepRow>("select * from pay.run_step where run_ref = any($1::uuid[]) order by run_ref, seq", [
    runRefs,
  ]);
  return rows.map((row) => ({
    runRef: row.run_ref,
    seq: row.seq,
    at: row.at,
    actor: { role: row.actor_role, ref: row.actor_ref },
    step: { step: row.step, ...row.body } as RunStep,
  }));
}

async function insertStep(client: Client, { runRef, seq, at, actor, step: { step, ...body } }: StoredStep): Promise<void> {
  await client.query(
    "insert into pay.run_step (run_ref, seq, step, at, actor_role, actor_ref, body) values ($1, $2, $3, $4, $5, $6, $7)",
    [runRef, seq, step, at, actor.role, actor.ref, JSON.stringify(body)],
  );
}

async function close(client: Client, runRef: string): Promise<void> {
  await client.query("delete from ops.open_run where run_ref = $1", [runRef]);
}

/** Somebody else wrote the step first. */
async function declinedOnClash<T, D>(declined: D, work: () => Promise<T>): Promise<T | D> {
  try {
    return await work();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === "23505" && (constraint === "run_step_pkey" || constraint === "run_step_once")) return declined;
    throw error;
  }
}
