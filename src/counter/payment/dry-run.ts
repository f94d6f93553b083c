// A calculated run as it is looked at before somebody approves it; made once, because frozen inputs give the same report every time.
import type { Reason } from "../../dossier/index.ts";
import { ok, type Result } from "../../kernel/index.ts";
import type { DryRun, Run } from "../../payment/index.ts";
import type { PaymentCounter } from "./ports.ts";

/** A few are kept. */
const KEPT = 4;
const made = new WeakMap<PaymentCounter, Map<string, DryRun>>();

export async function dryRunOf(counter: PaymentCounter, run: Run): Promise<Result<DryRun, readonly Reason[]>> {
  const kept = made.get(counter) ?? new Map<string, DryRun>();
  made.set(counter, kept);
  const held = kept.get(run.runRef);
  if (held !== undefined) return ok(held);
  const report = await counter.runs.report(run.runRef);
  if (!report.ok) return report;
  // The company register is asked when it is calculated: until then the report is not what it will be.
  if (run.stage === "STARTED") return report;
  const oldest = [...kept.keys()][0];
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(run.runRef, report.value);
  return report;
}
