// The quarterly run: freeze, calculate, let a second person approve, book. Each step can be tried again after a crash and happens once.
import { type Actor, notNow, type Reason } from "../../dossier/index.ts";
import {
  brusselsDate,
  type Clock,
  fail,
  fromQuarterNumber,
  type Instant,
  lastDay,
  newRef,
  ok,
  type Result,
} from "../../kernel/index.ts";
import { type Law, storeGraph } from "../../law/index.ts";
import { lawHash, readingsOf, underReadings } from "../ledger/law-hash.ts";
import { paidValues } from "../moved/paid-values.ts";
import type { Component, LedgerLine, PaymentPorts } from "../ports.ts";
import type { StoredRecoveryStep } from "../recovery/steps.ts";
import { RUN_ACTIONS, type RunAction } from "./actions.ts";
import { askActivity, type OwnEnterprises, paidSelfEmployed } from "./activity/ask.ts";
import type { RunActivity } from "./activity/seen.ts";
import * as reasons from "./reasons.ts";
import { type DryRun, DryRunMaker, type DryRunOptions } from "./report.ts";
import { RunTally, runLines } from "./run-lines.ts";
import { foldRun, type Run } from "./state.ts";
import type { StatementHead } from "./statement.ts";
import { proposalsOf, statementsOf } from "./statements.ts";
import type { RunStart, RunStep, StoredStep } from "./steps.ts";

/** What is booked together: the lines of a slice with the statements and recoveries that follow from them. */
export interface BookedSlice {
  readonly lines: readonly LedgerLine[];
  readonly statements: readonly StatementHead[];
  readonly proposals: readonly StoredRecoveryStep[];
}

export interface Progress {
  readonly doing: "CALCULATE" | "BOOK" | "REPORT";
  readonly done: number;
  readonly of: number;
  readonly at: Instant;
}

/** Where runs are kept. One step per number; the first one opens the run, and only one run is open at a time. */
export interface RunStore {
  steps(runRef: string): Promise<readonly StoredStep[]>;
  /** Latest first. */
  list(limit: number): Promise<readonly Run[]>;
  /** Opens a run; gives the open one when there is one already. Waits for declarations that are being taken in. */
  open(first: StoredStep): Promise<{ readonly opened: true } | { readonly opened: false; readonly openRun: string }>;
  /**
   * Adds a step with what the company register said for it, and closes the run with `closes`; "conflict" when a step has that number
   * already.
   */
  add(step: StoredStep, closes: boolean, activity?: RunActivity): Promise<"added" | "conflict">;
  /** What the company register said for a run, in order of grant; null: nothing was asked. */
  activity(runRef: string): Promise<RunActivity | null>;
  /** Books all slices, adds the step and closes the run, all or nothing. Tells when all lines are written and statements are frozen next. */
  book(
    slices: AsyncIterable<BookedSlice>,
    step: () => StoredStep,
    onStatements?: () => void,
  ): Promise<"booked" | "conflict" | "bookedBefore">;
  /** May be lost; never fails the work that it is about. */
  noteProgress(runRef: string, progress: Progress): Promise<void>;
  progress(runRef: string): Promise<Progress | null>;
}

export interface RunPorts {
  readonly payment: PaymentPorts;
  readonly runs: RunStore;
  readonly clock: Clock;
  /** The law as it reads now. */
  readonly law: () => Law;
  /** What was foreseen for a quarter, in cents per component. */
  readonly foreseen?: (quarter: number, knownAt: Instant) => Promise<Readonly<Partial<Record<Component, number>>>>;
  /** Whom to ask whether the activity of self-employed persons still runs; left out: nobody is asked. */
  readonly enterprises?: OwnEnterprises;
}

/** Told after each part: how many of how many are done. */
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
    const switches = readingsOf(law);
    const start: RunStart = {
      quarter,
      correctFrom,
      knownAt,
      lawKnownOn,
      lawVersion: law.version,
      switches,
      graphHash: law.graph.hash,
      parametersHash: lawHash(law, switches),
      valuesHash: await this.ports.payment.graphs.keep(paidValues(law)),
    };
    const first: StoredStep = { runRef: newRef(), seq: 1, at: knownAt, actor, step: { step: "STARTED", ...start } };
    const opened = await runs.open(first);
    return opened.opened ? ok(foldRun([first])!) : refuse(reasons.otherRunOpen(opened.openRun));
  }

  /** Calculates all lines without booking any; the totals are what is approved. Asks the company register about whom it pays. */
  async calculate(runRef: string, actor: Actor, onProgress?: RunProgress): Outcome<Run> {
    const ready = await this.ready(runRef, "CALCULATE");
    if (!ready.ok) return ready;
    const { run, law } = ready.value;
    const tally = new RunTally();
    const told = this.teller(runRef, "CALCULATE", onProgress);
    const paid = new Set<string>();
    for await (const part of runLines(law, this.ports.payment, run.start, runRef, this.ports.clock.now())) {
      tally.add(part);
      for (const grantRef of paidSelfEmployed(part)) paid.add(grantRef);
      await told(part.done, part.of);
    }
    // The lines are done; whoever waits may still break off between questions.
    const activity = await this.activityOf([...paid], run.start.knownAt, () => onProgress?.(1, 1));
    return this.add(run, actor, { step: "CALCULATED", ...tally.result() }, activity);
  }

  private async activityOf(grantRefs: readonly string[], knownAt: Instant, before: () => void): Promise<RunActivity | undefined> {
    const { enterprises, payment, clock } = this.ports;
    if (enterprises === undefined || grantRefs.length === 0) return undefined;
    const { positions } = payment;
    const [persons, lastDays] = await Promise.all([positions.personsOf(grantRefs), positions.lastDaysOf(grantRefs, knownAt)]);
    const paid = grantRefs.map((grantRef) => ({
      grantRef,
      personRef: persons.get(grantRef),
      until: lastDays.get(grantRef) ?? null,
    }));
    const askedAt = clock.now();
    return { askedAt, seen: await askActivity(enterprises, paid, before) };
  }

  /** What the run would book for its quarter, beside what the quarter before has and what was foreseen. */
  async report(runRef: string, options: DryRunOptions = {}, onProgress?: RunProgress): Outcome<DryRun> {
    const run = await this.find(runRef);
    if (run === null) return refuse(reasons.runUnknown());
    const law = this.lawOf(run);
    if (law === null) return refuse(reasons.lawMoved());
    const { payment, clock, foreseen } = this.ports;
    const { quarter, knownAt } = run.start;
    const made = new DryRunMaker(quarter, options);
    const only = { ...run.start, correctFrom: quarter };
    for await (const { quarters, done, of } of runLines(law, payment, only, runRef, clock.now())) {
      for (const one of quarters) made.add(one, await payment.quarters.sums(quarter - 1, one.slice));
      onProgress?.(done, of);
    }
    const expected = foreseen === undefined ? null : await foreseen(quarter, knownAt);
    return ok(made.result(expected, await this.ports.runs.activity(runRef)));
  }

  /** How far the work on a run is; null when none was told of. */
  progress(runRef: string): Promise<Progress | null> {
    return this.ports.runs.progress(runRef);
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
  async book(runRef: string, actor: Actor, onProgress?: RunProgress, onStatements?: () => void): Outcome<Run> {
    const ready = await this.ready(runRef, "BOOK");
    if (!ready.ok) return ready;
    const { run, law } = ready.value;
    const { payment, runs, clock } = this.ports;
    await payment.graphs.keep(storeGraph(law.graph));
    const tally = new RunTally();
    const at = clock.now();
    const slices = this.slicesOf(run, law, at, actor, tally, onProgress);
    const step = (): StoredStep => {
      const result = tally.result();
      if (result.fingerprint !== run.result?.fingerprint) throw new ResultMoved();
      return { runRef, seq: run.seq + 1, at, actor, step: { step: "BOOKED", totals: result.totals } };
    };
    try {
      const outcome = await runs.book(slices, step, onStatements);
      if (outcome === "bookedBefore") return refuse(reasons.bookedMeanwhile());
      // Another process booked this run in the same moment: what stands is its work.
      return ok((await this.find(runRef))!);
    } catch (error) {
      if (error instanceof ResultMoved) return refuse(reasons.resultMoved());
      throw error;
    }
  }

  private async *slicesOf(
    run: Run,
    law: Law,
    at: Instant,
    actor: Actor,
    tally: RunTally,
    onProgress?: RunProgress,
  ): AsyncGenerator<BookedSlice> {
    const { payment } = this.ports;
    const { runRef, start } = run;
    const told = this.teller(runRef, "BOOK", onProgress);
    const moment = { runRef, quarter: start.quarter, frozenAt: at };
    for await (const part of runLines(law, payment, start, runRef, at)) {
      tally.add(part);
      const lines = part.quarters.flatMap((one) => one.lines);
      const selfEmployed = lines.filter((line) => line.employerRef === null).map((line) => line.grantRef);
      const persons = selfEmployed.length === 0 ? null : await payment.positions.personsOf([...new Set(selfEmployed)]);
      const statements = statementsOf(lines, (grantRef) => persons?.get(grantRef) ?? grantRef, moment);
      yield { lines, statements, proposals: proposalsOf(statements, actor) };
      await told(part.done, part.of);
    }
  }

  /** Tells the caller at once, and others from time to time. */
  private teller(
    runRef: string,
    doing: Progress["doing"],
    onProgress?: RunProgress,
  ): (done: number, of: number) => Promise<void> {
    const { runs, clock } = this.ports;
    let last = 0;
    return async (done, of) => {
      onProgress?.(done, of);
      const now = performance.now();
      if (done < of && now - last < TOLD_EVERY_MS) return;
      last = now;
      await runs.noteProgress(runRef, { doing, done, of, at: clock.now() });
    };
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
    const { lawKnownOn, switches, graphHash, parametersHash } = run.start;
    const law = underReadings(this.ports.law().asKnownOn(lawKnownOn), switches);
    const same = law !== null && law.graph.hash === graphHash && lawHash(law, switches) === parametersHash;
    return same ? law : null;
  }

  private async add(run: Run, actor: Actor, step: RunStep, activity?: RunActivity): Outcome<Run> {
    const stored: StoredStep = { runRef: run.runRef, seq: run.seq + 1, at: this.ports.clock.now(), actor, step };
    const closes = step.step === "REJECTED" || step.step === "CANCELLED";
    const outcome = await this.ports.runs.add(stored, closes, activity);
    const now = (await this.find(run.runRef))!;
    if (outcome === "added") return ok(now);
    // Somebody was first. The same step twice is once; another step is refused with what is possible now.
    return now.stage === step.step ? ok(now) : refuse(notNow(step.step, now.stage, RUN_ACTIONS[now.stage]));
  }
}

const TOLD_EVERY_MS = 500;

class ResultMoved extends Error {
  override readonly name = "ResultMoved";
}
