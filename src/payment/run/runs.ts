// The quarterly run: freeze, calculate, let a second person approve, book. Each step can be tried again after a crash and happens once.
import { type Actor, notNow, type Reason } from "../../dossier/index.ts";
import { brusselsDate, type Clock, fail, fromQuarterNumber, lastDay, newRef, ok, type Result } from "../../kernel/index.ts";
import { type Law, storeGraph } from "../../law/index.ts";
import type { LedgerLine, PaymentPorts } from "../ports.ts";
import { RUN_ACTIONS, type RunAction } from "./actions.ts";
import * as reasons from "./reasons.ts";
import { type DryRun, dryRun } from "./report.ts";
import { RunTally, runLines } from "./run-lines.ts";
import { foldRun, type Run } from "./state.ts";
import type { RunStart, RunStep, StoredStep } from "./steps.ts";

/** Where runs are kept. One step per number; the first one opens the run, and only one run is open at a time. */
export interface RunStore {
  steps(runRef: string): Promise<readonly StoredStep[]>;
  /** Latest first. */
  list(limit: number): Promise<readonly Run[]>;
  /** Opens a run; gives the open one when there is one already. */
  open(first: StoredStep): Promise<{ readonly opened: true } | { readonly opened: false; readonly openRun: string }>;
  /** Adds a step, and closes the run with `closes`; "conflict" when a step has that number already. */
  add(step: StoredStep, closes: boolean): Promise<"added" | "conflict">;
  /** Books all lines, adds the step and closes the run, all or nothing. */
  book(lines: AsyncIterable<LedgerLine>, step: () => StoredStep): Promise<"booked" | "conflict" | "bookedBefore">;
}

export interface RunPorts {
  readonly payment: PaymentPorts;
  readonly runs: RunStore;
  readonly clock: Clock;
  /** The law as it reads now. */
  readonly law: () => Law;
}

/** Told after each quarter: how many of how many are done. */
export type RunProgress = (done: number, of: number) => void;

type Outcome<T> = Promise<Result<T, readonly Reason[]>>;
const refuse = (...found: Reason[]): { readonly ok: false; readonly error: readonly Reason[] } => fail(found);

export class Runs {
  private readonly ports: RunPorts;

  constructor(ports: RunPorts) {
    this.ports = ports;
  }

  async find(runRef: string): Promise<Run | null> {
    return foldRun(await this.ports.runs.steps(runRef));
  }

  list(limit = 20): Promise<readonly Run[]> {
    return this.ports.runs.list(limit);
  }

  /** Freezes the inputs at this moment. `correctFrom`: first quarter that is calculated again; left out: only the quarter itself. */
  async start(quarter: number, actor: Actor, correctFrom: number = quarter): Outcome<Run> {
    const { clock, runs } = this.ports;
    const found: Reason[] = [];
    if (lastDay(fromQuarterNumber(quarter)) >= clock.today()) found.push(reasons.quarterNotOver());
    if (correctFrom > quarter) found.push(reasons.correctionsAfterQuarter());
    if (found.length > 0) return refuse(...found);
    const knownAt = clock.now();
    const lawKnownOn = brusselsDate(knownAt);
    const law = this.ports.law().asKnownOn(lawKnownOn);
    const start: RunStart = {
      quarter,
      correctFrom,
      knownAt,
      lawKnownOn,
      lawVersion: law.version,
      graphHash: law.graph.hash,
      parametersHash: law.parametersHash,
    };
    const first: StoredStep = { runRef: newRef(), seq: 1, at: knownAt, actor, step: { step: "STARTED", ...start } };
    const opened = await runs.open(first);
    return opened.opened ? ok(foldRun([first])!) : refuse(reasons.otherRunOpen(opened.openRun));
  }

  /** Calculates all lines without booking any; the totals are what is approved. */
  async calculate(runRef: string, actor: Actor, onProgress?: RunProgress): Outcome<Run> {
    const ready = await this.ready(runRef, "CALCULATE");
    if (!ready.ok) return ready;
    const { run, law } = ready.value;
    const tally = new RunTally();
    for await (const part of runLines(law, this.ports.payment, run.start, runRef, this.ports.clock.now())) {
      tally.add(part);
      onProgress?.(part.quarter - run.start.correctFrom + 1, run.start.quarter - run.start.correctFrom + 1);
    }
    return this.add(run, actor, { step: "CALCULATED", ...tally.result() });
  }

  /** What the run would book for its quarter, beside what the quarter before has. */
  async report(runRef: string): Outcome<DryRun> {
    const run = await this.find(runRef);
    if (run === null) return refuse(reasons.runUnknown());
    const law = this.lawOf(run);
    if (law === null) return refuse(reasons.lawMoved());
    const { payment, clock } = this.ports;
    const { quarter } = run.start;
    const only = { ...run.start, correctFrom: quarter };
    for await (const part of runLines(law, payment, only, runRef, clock.now())) {
      return ok(dryRun(part, await payment.ledger.sums(quarter - 1)));
    }
    return refuse(reasons.runUnknown());
  }

  /** By another person than who started the run. */
  async approve(runRef: string, actor: Actor): Outcome<Run> {
    const ready = await this.ready(runRef, "APPROVE");
    if (!ready.ok) return ready;
    const { run } = ready.value;
    if (run.startedBy.ref === actor.ref) return refuse(reasons.ownRun());
    return this.add(run, actor, { step: "APPROVED" });
  }

  async reject(runRef: string, actor: Actor, reason: string): Outcome<Run> {
    const ready = await this.ready(runRef, "REJECT");
    return ready.ok ? this.add(ready.value.run, actor, { step: "REJECTED", reason }) : ready;
  }

  async cancel(runRef: string, actor: Actor, reason: string): Outcome<Run> {
    const ready = await this.ready(runRef, "CANCEL");
    return ready.ok ? this.add(ready.value.run, actor, { step: "CANCELLED", reason }) : ready;
  }

  /** Calculates again from the frozen inputs and books it all, when it still is what was approved. */
  async book(runRef: string, actor: Actor, onProgress?: RunProgress): Outcome<Run> {
    const ready = await this.ready(runRef, "BOOK");
    if (!ready.ok) return ready;
    const { run, law } = ready.value;
    const { payment, runs, clock } = this.ports;
    await payment.graphs.keep(storeGraph(law.graph));
    const tally = new RunTally();
    const at = clock.now();
    const lines = this.linesOf(run, law, at, tally, onProgress);
    const step = (): StoredStep => {
      const result = tally.result();
      if (result.fingerprint !== run.result?.fingerprint) throw new ResultMoved();
      return { runRef, seq: run.seq + 1, at, actor, step: { step: "BOOKED", totals: result.totals } };
    };
    try {
      const outcome = await runs.book(lines, step);
      if (outcome === "bookedBefore") return refuse(reasons.bookedMeanwhile());
      // Another process booked this run in the same moment: what stands is its work.
      return ok((await this.find(runRef))!);
    } catch (error) {
      if (error instanceof ResultMoved) return refuse(reasons.resultMoved());
      throw error;
    }
  }

  private async *linesOf(
    run: Run,
    law: Law,
    at: StoredStep["at"],
    tally: RunTally,
    onProgress?: RunProgress,
  ): AsyncGenerator<LedgerLine> {
    for await (const part of runLines(law, this.ports.payment, run.start, run.runRef, at)) {
      tally.add(part);
      yield* part.lines;
      onProgress?.(part.quarter - run.start.correctFrom + 1, run.start.quarter - run.start.correctFrom + 1);
    }
  }

  private async ready(runRef: string, action: RunAction): Outcome<{ readonly run: Run; readonly law: Law }> {
    const run = await this.find(runRef);
    if (run === null) return refuse(reasons.runUnknown());
    const allowed = RUN_ACTIONS[run.stage];
    if (!allowed.includes(action)) return refuse(notNow(action, run.stage, allowed));
    const ending = action === "REJECT" || action === "CANCEL";
    const law = this.lawOf(run);
    if (law === null && !ending) return refuse(reasons.lawMoved());
    return ok({ run, law: law ?? this.ports.law() });
  }

  /** The law of the run's start, or null when its files or rules changed since. */
  private lawOf(run: Run): Law | null {
    const law = this.ports.law().asKnownOn(run.start.lawKnownOn);
    const same = law.graph.hash === run.start.graphHash && law.parametersHash === run.start.parametersHash;
    return same ? law : null;
  }

  private async add(run: Run, actor: Actor, step: RunStep): Outcome<Run> {
    const stored: StoredStep = { runRef: run.runRef, seq: run.seq + 1, at: this.ports.clock.now(), actor, step };
    const closes = step.step === "REJECTED" || step.step === "CANCELLED";
    const outcome = await this.ports.runs.add(stored, closes);
    const now = (await this.find(run.runRef))!;
    if (outcome === "added") return ok(now);
    // Somebody was first. The same step twice is once; another step is refused with what is possible now.
    return now.stage === step.step ? ok(now) : refuse(notNow(step.step, now.stage, RUN_ACTIONS[now.stage]));
  }
}

class ResultMoved extends Error {
  override readonly name = "ResultMoved";
}
