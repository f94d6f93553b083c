// Every night the books are held against themselves, from the lines of the ledger to the batches at the bank.
import { checkBalance, setMark } from "../store/index.ts";
import { oncePer } from "./integrity.ts";
import type { System } from "./system.ts";
import type { JobHandler } from "./worker.ts";

export const BALANCE_QUEUE = "balance";
/** Where the outcome of the last check is noted. */
export const BALANCE_MARK = "balance.last";

const DAY_MS = 86_400_000;

export function balanceHandler({ store, clock, log }: Pick<System, "store" | "clock" | "log">): JobHandler {
  return {
    queue: BALANCE_QUEUE,
    leaseSeconds: 1_800,
    find: () => oncePer(store, clock, BALANCE_QUEUE, DAY_MS, 600_000),
    async work() {
      const { pool } = store.database;
      const { checks, imbalances } = await checkBalance(pool);
      await setMark(pool, BALANCE_MARK, { at: clock.now(), checks, imbalances: imbalances.length }, clock.now());
      if (imbalances.length > 0) log.error({ imbalances: imbalances.slice(0, 20) }, "the books do not balance");
      else log.info({ checks }, "the books balance");
    },
  };
}
