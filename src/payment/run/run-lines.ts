// The lines of a whole run, quarter after quarter, from its frozen inputs; the same inputs give the same lines in the same order.
import type { Instant } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Entitlement } from "../entitlement/entitlement.ts";
import { calculateQuarter } from "../ledger/calculate-quarter.ts";
import type { LedgerLine, PaymentPorts } from "../ports.ts";
import type { RunResult, RunStart, RunTotal } from "./steps.ts";

export interface QuarterOfRun {
  readonly quarter: number;
  readonly lines: readonly LedgerLine[];
  readonly entitlements: readonly Entitlement[];
}

/** @param law - The law that the run names, see `RunStart`. */
export async function* runLines(
  law: Law,
  ports: PaymentPorts,
  run: RunStart,
  runRef: string,
  bookedAt: Instant,
): AsyncGenerator<QuarterOfRun> {
  for (let quarter = run.correctFrom; quarter <= run.quarter; quarter += 1) {
    const positions = await ports.positions.positionsIn(quarter, run.knownAt);
    const attests = await ports.attests.latest(quarter, run.knownAt);
    const booked = await ports.ledger.sums(quarter);
    yield { quarter, ...calculateQuarter(law, { quarter, positions, attests, booked, runRef, bookedAt }) };
  }
}

/** Adds up a run while its quarters go by. */
export class RunTally {
  private readonly sums = new Map<string, RunTotal>();
  private withheld = 0;
  private high = 0x811c9dc5;
  private low = 0x1b873593;

  add(of: QuarterOfRun): void {
    this.withheld += of.entitlements.filter((one) => one.withheld.length > 0).length;
    for (const line of of.lines) {
      const key = `${line.quarter} ${line.component}`;
      const held = this.sums.get(key) ?? { quarter: line.quarter, component: line.component, lines: 0, cents: 0 };
      this.sums.set(key, { ...held, lines: held.lines + 1, cents: held.cents + line.cents });
      this.mix(
        `${line.grantRef} ${line.quarter} ${line.component} ${line.seq} ${line.cents} ${line.attestNo} ${line.attestVersion}`,
      );
    }
  }

  result(): RunResult {
    const totals = [...this.sums.values()].sort((a, b) => a.quarter - b.quarter || (a.component < b.component ? -1 : 1));
    const fingerprint = [this.high, this.low].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
    return { totals, fingerprint, withheld: this.withheld };
  }

  /** Two FNV-1a sums with different seeds: quick over a million lines, and enough to tell a result that moved. */
  private mix(text: string): void {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      this.high = Math.imul(this.high ^ code, 0x01000193);
      this.low = Math.imul(this.low ^ code, 0x85ebca6b);
    }
  }
}
