// Monthly advances from end to end: asked by the employer, decided, paid, settled against the quarter.
import type { Actor, Reason } from "../../dossier/index.ts";
import { type Clock, fail, newRef, ok, type PlainDate, quarterIndexNumber, quarterOf, type Result } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { changedMeanwhile } from "../changed-meanwhile.ts";
import { mergePositions } from "../ledger/merge-positions.ts";
import type { PositionSource } from "../ports.ts";
import { type AdvanceCommand, decideAdvance, dueIn, type MonthlyAdvance, monthlyAdvance } from "./decide.ts";
import { type Advance, foldAdvance, openAdvanceCents } from "./state.ts";
import type { StoredAdvanceStep } from "./steps.ts";

export interface AdvanceStore {
  steps(advanceRef: string): Promise<readonly StoredAdvanceStep[]>;
  ofGrant(grantRef: string): Promise<readonly StoredAdvanceStep[]>;
  ofEmployers(refs: readonly string[]): Promise<readonly StoredAdvanceStep[]>;
  /** Of all that were granted. */
  granted(): Promise<readonly StoredAdvanceStep[]>;
  /** Of those that were paid under a group of a month. */
  paidUnder(groupRef: string): Promise<readonly StoredAdvanceStep[]>;
  latest(limit: number): Promise<readonly StoredAdvanceStep[]>;
  /** All or none; "conflict" when a step with one of their numbers is there already. */
  add(steps: readonly StoredAdvanceStep[]): Promise<"added" | "conflict">;
}

export interface AdvancePorts {
  readonly advances: AdvanceStore;
  readonly positions: PositionSource;
  readonly clock: Clock;
  readonly law: () => Law;
}

type Outcome<T> = Promise<Result<T, readonly Reason[]>>;

export interface OpenAdvance {
  readonly advanceRef: string;
  readonly employerRef: string;
  readonly openCents: number;
}

/** One advance in one month: what goes out. */
export interface MonthDue {
  readonly advanceRef: string;
  readonly employerRef: string;
  readonly cents: number;
}

export class Advances {
  private readonly ports: AdvancePorts;

  constructor(ports: AdvancePorts) {
    this.ports = ports;
  }

  /** What the law gives for a month now, or why advances are off. */
  amount(): Result<MonthlyAdvance, readonly Reason[]> {
    return monthlyAdvance(this.ports.law(), this.ports.clock.today());
  }

  async find(advanceRef: string): Promise<Advance | null> {
    return foldAdvance(await this.ports.advances.steps(advanceRef));
  }

  async ofGrant(grantRef: string): Promise<readonly Advance[]> {
    return folded(await this.ports.advances.ofGrant(grantRef));
  }

  async latest(limit: number): Promise<readonly Advance[]> {
    return folded(await this.ports.advances.latest(limit));
  }

  /** Advances with something to settle against the quarter, in order of reference. */
  async openOf(employerRefs: readonly string[], quarter: number): Promise<readonly OpenAdvance[]> {
    const found = folded(await this.ports.advances.ofEmployers(employerRefs));
    return found
      .map((one) => ({ advanceRef: one.advanceRef, employerRef: one.employerRef, openCents: openAdvanceCents(one, quarter) }))
      .filter(({ openCents }) => openCents > 0);
  }

  /** Advances that run in the month and were not paid for it yet, with what goes out. @param month - Its first day. */
  async owedIn(month: PlainDate): Promise<readonly MonthDue[]> {
    const owed = folded(await this.ports.advances.granted()).filter((one) => dueIn(one, month) !== null);
    if (owed.length === 0) return [];
    const positions = await this.ports.positions.positionsIn(quarterIndexNumber(quarterOf(month)), null);
    const running = new Set(positions.map((one) => one.grantRef));
    return owed.flatMap((one) => {
      const due = dueIn(one, month);
      return due === null || !running.has(one.grantRef)
        ? []
        : [{ advanceRef: one.advanceRef, employerRef: one.employerRef, cents: due.cents }];
    });
  }

  /** What was noted as paid under a group of a month. */
  async paidUnder(groupRef: string): Promise<readonly MonthDue[]> {
    const steps = await this.ports.advances.paidUnder(groupRef);
    return folded(steps).flatMap(({ advanceRef, employerRef }) =>
      steps.flatMap(({ advanceRef: of, step }) =>
        of === advanceRef && step.step === "PAID" && step.batchRef === groupRef
          ? [{ advanceRef, employerRef, cents: step.cents }]
          : [],
      ),
    );
  }

  async request(grantRef: string, fromMonth: PlainDate, actor: Actor): Outcome<Advance> {
    return this.act(newRef(), grantRef, { type: "REQUEST", grantRef, fromMonth }, actor);
  }

  async do(advanceRef: string, command: AdvanceCommand, actor: Actor): Outcome<Advance> {
    const held = await this.find(advanceRef);
    return this.act(advanceRef, held?.grantRef ?? "", command, actor);
  }

  /** Once per run, however often it is asked. */
  async settle(
    advanceRef: string,
    { quarter, cents, runRef }: { readonly quarter: number; readonly cents: number; readonly runRef: string },
    actor: Actor,
  ): Outcome<Advance | null> {
    const steps = await this.ports.advances.steps(advanceRef);
    const done = steps.some(({ step }) => step.step === "SETTLED" && step.runRef === runRef);
    return done ? ok(foldAdvance(steps)) : this.do(advanceRef, { type: "SETTLE", quarter, cents, runRef }, actor);
  }

  private async act(advanceRef: string, grantRef: string, command: AdvanceCommand, actor: Actor): Outcome<Advance> {
    const { advances, clock, law } = this.ports;
    const steps = await advances.steps(advanceRef);
    const held = foldAdvance(steps);
    const decided = decideAdvance(law(), held, command, await this.contextOf(grantRef, advanceRef));
    if (!decided.ok) return decided;
    const at = clock.now();
    const added = decided.value.map((step, i) => ({ advanceRef, seq: (held?.seq ?? 0) + 1 + i, at, actor, step }));
    if ((await advances.add(added)) === "conflict") return fail([changedMeanwhile()]);
    return ok(foldAdvance([...steps, ...added]) as Advance);
  }

  private async contextOf(grantRef: string, advanceRef: string) {
    const today = this.ports.clock.today();
    if (grantRef === "") return { today, position: null, hasOther: false };
    const others = await this.ofGrant(grantRef);
    const [position] = mergePositions(
      await this.ports.positions.positionsIn(quarterIndexNumber(quarterOf(today)), null, grantRef),
    );
    const hasOther = others.some(
      (one) => one.advanceRef !== advanceRef && (one.stage === "REQUESTED" || one.stage === "RUNNING"),
    );
    return { today, position: position ?? null, hasOther };
  }
}

function folded(steps: readonly StoredAdvanceStep[]): readonly Advance[] {
  const refs = [...new Set(steps.map((one) => one.advanceRef))];
  return refs.flatMap((ref) => foldAdvance(steps.filter((one) => one.advanceRef === ref)) ?? []);
}
