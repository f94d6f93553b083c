// Does the long work of a run: calculating and booking. It goes on where it was when a worker dies, whoever looks or not.
import type { Acting, RunWork, RunWorkPort } from "../counter/index.ts";
import type { Runs } from "../payment/index.ts";
import { enqueue, RUN_QUEUE, runWorkState } from "../store/index.ts";
import { createPayment, type PaymentParts } from "./payment.ts";
import type { System } from "./system.ts";
import { GiveUp, type JobHandler } from "./worker.ts";

type Parts = PaymentParts & Pick<System, "store">;

interface RunJob {
  readonly runRef: string;
  readonly action: RunWork;
  readonly actor: { readonly role: string; readonly ref: string };
}

export function runWork({ store, clock }: Pick<System, "store" | "clock">, runs: Pick<Runs, "progress">): RunWorkPort {
  const { pool } = store.database;
  return {
    async enqueue(runRef: string, action: RunWork, acting: Acting) {
      const payload: RunJob = { runRef, action, actor: { role: acting.role, ref: acting.actorRef } };
      await enqueue(pool, { queue: RUN_QUEUE, key: `${action} ${runRef}`, payload: { ...payload } }, clock.now());
    },
    async state(runRef) {
      const work = await runWorkState(pool, runRef);
      if (work === null) return null;
      const told = await runs.progress(runRef);
      const fits = told !== null && told.doing === work.action && told.at >= work.since;
      return { ...work, progress: fits ? { done: told.done, of: told.of } : null };
    },
  };
}

/** @param runs - Left out: those of the system. */
export function runHandler(system: Parts, runs: Pick<Runs, "calculate" | "book"> = createPayment(system).runs): JobHandler {
  return {
    queue: RUN_QUEUE,
    // A worker that died is missed soon: people wait for this.
    leaseSeconds: 30,
    retryMinutes: [0, 0, 1, 5],
    async work(job, { signal }) {
      const { runRef, action, actor } = job.payload as unknown as RunJob;
      const watch = () => signal.throwIfAborted();
      const outcome = action === "BOOK" ? await runs.book(runRef, actor, watch) : await runs.calculate(runRef, actor, watch);
      // What the law or the order of the work refuses is for a person: trying again has no use.
      if (!outcome.ok) throw new GiveUp(outcome.error.map((one) => `${one.message.nl}. ${one.remedy.nl}.`).join(" "));
    },
  };
}
