// Letters that follow from money: asked for in the transaction that books or decides, so that none is forgotten and none is asked twice.
import type { PaymentLetterJob } from "../../counter/index.ts";
import type { Instant } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";
import { enqueue } from "../jobs/jobs.ts";

/** The queue that the counter's PAYMENT_LETTER_QUEUE names. */
const QUEUE = "payment-letter";

/** One letter for each grant of which a run corrected a line. */
export async function askCorrectionLetters(
  db: Queryable,
  runRef: string,
  grantRefs: readonly string[],
  now: Instant,
): Promise<void> {
  if (grantRefs.length === 0) return;
  await db.query(
    `insert into ops.job (queue, key, payload, created_at, run_after)
     select $1, 'correction ' || $2 || ' ' || g, jsonb_build_object('about', 'CORRECTION', 'runRef', $2::text, 'grantRef', g), $4, $4
     from unnest($3::text[]) as g
     on conflict (queue, key) where done_at is null and given_up_at is null do nothing`,
    [QUEUE, runRef, grantRefs, now],
  );
}

export async function askRecoveryLetter(db: Queryable, recoveryRef: string, now: Instant): Promise<void> {
  const payload: PaymentLetterJob = { about: "RECOVERY", recoveryRef };
  await enqueue(db, { queue: QUEUE, key: `recovery ${recoveryRef}`, payload: { ...payload } }, now);
}
