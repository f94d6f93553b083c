// The lines of a whole run, slice after slice, from its frozen inputs: the same inputs give the same lines, and memory stays flat.
import type { Instant } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Entitlement } from "../entitlement/entitlement.ts";
import { calculateQuarter } from "../ledger/calculate-quarter.ts";
import type { LedgerLine, PaymentPorts, Slice } from "../ports.ts";
import type { RunResult, RunStart, RunTotal } from "./steps.ts";

export interface QuarterOfSlice {
  readonly slice: Slice;
  readonly quarter: number;
  readonly lines: readonly LedgerLine[];
  readonly entitlements: readonly Entitlement[];
}

/** All quarters of one slice; `done` of `of` slices are calculated, this one included. */
export interface SliceOfRun {
  readonly slice: Slice;
  readonly quarters: readonly QuarterOfSlice[];
  readonly done: number;
  readonly of: number;
}

/** @param law - The law that the run names, see `RunStart`. */
export async function* runLines(
  law: Law,
  ports: Pick<PaymentPorts, "quarters">,
  run: RunStart,
  runRef: string,
  bookedAt: Instant,
): AsyncGenerator<SliceOfRun> {
  const { quarters } = ports;
  const { knownAt, parametersHash } = run;
  const slices = await quarters.slices(run.correctFrom, run.quarter, knownAt);
  const asked = slices.flatMap((slice) => {
    const count = run.quarter - run.correctFrom + 1;
    return Array.from({ length: count }, (_, at) => ({ slice, quarter: run.correctFrom + at }));
  });
  // The next inputs are read while these are calculated and written.
  const ask = (at: number) => {
    const one = asked[at];
    const coming = one === undefined ? null : quarters.inputs(one.quarter, knownAt, one.slice);
    coming?.catch(() => {});
    return coming;
  };
  let coming = ask(0);
  let at = 0;
  for (const [index, slice] of slices.entries()) {
    const made: QuarterOfSlice[] = [];
    for (let quarter = run.correctFrom; quarter <= run.quarter; quarter += 1) {
      const inputs = await coming!;
      at += 1;
      coming = ask(at);
      made.push({ slice, quarter, ...calculateQuarter(law, { quarter, ...inputs, runRef, bookedAt, parametersHash }) });
    }
    yield { slice, quarters: made, done: index + 1, of: slices.length };
  }
}

/** Adds up a run while its slices go by, in whatever order. */
export class RunTally {
  private readonly sums = new Map<string, { quarter: number; component: RunTotal["component"]; lines: number; cents: number }>();
  private withheld = 0;
  private high = 0;
  private low = 0;

  add(of: SliceOfRun): void {
    for (const { entitlements, lines } of of.quarters) {
      for (const one of entitlements) if (one.withheld.length > 0) this.withheld += 1;
      for (const line of lines) this.addLine(line);
    }
  }

  result(): RunResult {
    const totals = [...this.sums.values()].sort((a, b) => a.quarter - b.quarter || (a.component < b.component ? -1 : 1));
    const fingerprint = [this.high, this.low].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
    return { totals, fingerprint, withheld: this.withheld };
  }

  private addLine(line: LedgerLine): void {
    const { quarter, component, cents } = line;
    const key = `${quarter} ${component}`;
    let sum = this.sums.get(key);
    if (sum === undefined) {
      sum = { quarter, component, lines: 0, cents: 0 };
      this.sums.set(key, sum);
    }
    sum.lines += 1;
    sum.cents += cents;
    this.mix(`${line.grantRef} ${quarter} ${component} ${line.seq} ${cents} ${line.attestNo} ${line.attestVersion}`);
  }

  /** Two FNV-1a sums of each line, added up: quick over a million lines, the same in any order, and enough to tell a result that moved. */
  private mix(text: string): void {
    let high = 0x811c9dc5;
    let low = 0x1b873593;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ code, 0x85ebca6b);
    }
    this.high = (this.high + high) | 0;
    this.low = (this.low + low) | 0;
  }
}
