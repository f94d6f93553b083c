// Engages the budget for each decision on a grant, a moment after it was recorded.
import { COMMITMENT_QUEUE } from "../counter/index.ts";
import { createPayment } from "./payment.ts";
import type { System } from "./system.ts";
import type { JobHandler } from "./worker.ts";

export function commitmentHandler(system: Pick<System, "law" | "clock" | "store">): JobHandler {
  const { accounts } = createPayment(system);
  return {
    queue: COMMITMENT_QUEUE,
    async work(job) {
      await accounts.commitFile((job.payload as { readonly fileRef: string }).fileRef);
    },
  };
}
