// The steps of recoveries, each written once.
import type { Instant } from "../../kernel/index.ts";
import type { RecoveryStep, RecoveryStore, StoredRecoveryStep } from "../../payment/index.ts";
import { type Pool, type Queryable, transaction } from "../connection.ts";
import { askRecoveryLetter } from "./letter-jobs.ts";

export function recoveryStore(pool: Pool): RecoveryStore {
  return {
    steps: (recoveryRef) => stepsWhere(pool, "recovery_ref = $1", [recoveryRef]),
    ofBeneficiary: (ref) =>
      stepsWhere(pool, `recovery_ref in (select recovery_ref from pay.recovery_step where beneficiary_ref = $1)`, [ref]),
    ofBeneficiaries: (refs) =>
      stepsWhere(
        pool,
        "recovery_ref in (select recovery_ref from pay.recovery_step where step = 'PROPOSED' and beneficiary_ref = any($1::uuid[]))",
        [refs],
      ),
    running: () => stepsWhere(pool, "recovery_ref in (select recovery_ref from pay.recovery_step where step = 'DECIDED')", []),
    latest: (limit) =>
      stepsWhere(
        pool,
        "recovery_ref in (select recovery_ref from pay.recovery_step where step = 'PROPOSED' order by at desc, recovery_ref limit $1)",
        [limit],
      ),
    ofRun: (runRef) =>
      stepsWhere(pool, `recovery_ref in (select recovery_ref from pay.recovery_step where run_ref = $1)`, [runRef]),
    async add(steps) {
      try {
        await transaction(pool, async (client) => {
          for (const step of steps) {
            await insertRecoveryStep(client, step);
            if (step.step.step === "DECIDED") await askRecoveryLetter(client, step.recoveryRef, step.at);
          }
        });
        return "added";
      } catch (error) {
        const { code, constraint } = error as { code?: string; constraint?: string };
        if (code === "23505" && constraint === "recovery_step_pkey") return "conflict";
        throw error;
      }
    },
  };
}

export async function insertRecoveryStep(db: Queryable, stored: StoredRecoveryStep): Promise<void> {
  const { recoveryRef, seq, at, actor } = stored;
  const { step, ...body } = stored.step;
  const proposed = stored.step.step === "PROPOSED" ? stored.step : null;
  await db.query(
    `insert into pay.recovery_step (recovery_ref, seq, step, at, actor_role, actor_ref, beneficiary_ref, run_ref, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      recoveryRef,
      seq,
      step,
      at,
      actor.role,
      actor.ref,
      proposed?.beneficiary.ref ?? null,
      proposed?.runRef ?? null,
      JSON.stringify(body),
    ],
  );
}

interface StepRow {
  recovery_ref: string;
  seq: number;
  step: RecoveryStep["step"];
  at: Instant;
  actor_role: string;
  actor_ref: string;
  body: object;
}

async function stepsWhere(db: Queryable, condition: string, values: unknown[]): Promise<StoredRecoveryStep[]> {
  const { rows } = await db.query<StepRow>(
    `select * from pay.recovery_step where ${condition} order by recovery_ref, seq`,
    values,
  );
  return rows.map((row) => ({
    recoveryRef: row.recovery_ref,
    seq: row.seq,
    at: row.at,
    actor: { role: row.actor_role, ref: row.actor_ref },
    step: { step: row.step, ...row.body } as RecoveryStep,
  }));
}
