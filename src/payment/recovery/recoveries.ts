// Recoveries from end to end: proposed from a booked run, decided by another person, settled until nothing is open.
import { type Actor, type Reason, reason } from "../../dossier/index.ts";
import { type Clock, fail, localized, ok, type Result } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { groupBy } from "../group-by.ts";
import type { PaymentPorts } from "../ports.ts";
import { derivedRef } from "../run/statement.ts";
import { decideRecovery, type RecoveryCommand } from "./decide.ts";
import { netPerBeneficiary } from "./net.ts";
import { overdueCents } from "./overdue.ts";
import { foldRecovery, openCents, type Recovery } from "./state.ts";
import type { Beneficiary, StoredRecoveryStep } from "./steps.ts";
import { type RecoveryTerms, recoveryTerms } from "./terms.ts";

export interface RecoveryStore {
  /** In order of recovery and number. */
  steps(recoveryRef: string): Promise<readonly StoredRecoveryStep[]>;
  ofBeneficiary(ref: string): Promise<readonly StoredRecoveryStep[]>;
  ofBeneficiaries(refs: readonly string[]): Promise<readonly StoredRecoveryStep[]>;
  ofRun(runRef: string): Promise<readonly StoredRecoveryStep[]>;
  /** Of recoveries that were decided. */
  running(): Promise<readonly StoredRecoveryStep[]>;
  /** Of the recoveries proposed last. */
  latest(limit: number): Promise<readonly StoredRecoveryStep[]>;
  /** All or none; "conflict" when a step with one of their numbers is there already. */
  add(steps: readonly StoredRecoveryStep[]): Promise<"added" | "conflict">;
}

export interface RecoveryPorts {
  readonly payment: PaymentPorts;
  readonly recoveries: RecoveryStore;
  readonly law: () => Law;
  readonly clock: Clock;
}

type Outcome<T> = Promise<Result<T, readonly Reason[]>>;

export class Recoveries {
  private readonly ports: RecoveryPorts;

  constructor(ports: RecoveryPorts) {
    this.ports = ports;
  }

  async find(recoveryRef: string): Promise<Recovery | null> {
    return foldRecovery(await this.ports.recoveries.steps(recoveryRef));
  }

  /** Of one employer or self-employed person, in order of reference. */
  async ofBeneficiary(ref: string): Promise<readonly Recovery[]> {
    return folded(await this.ports.recoveries.ofBeneficiary(ref));
  }

  async ofBeneficiaries(refs: readonly string[]): Promise<readonly Recovery[]> {
    return folded(await this.ports.recoveries.ofBeneficiaries(refs));
  }

  /** Those proposed last. */
  async latest(limit: number): Promise<readonly Recovery[]> {
    return folded(await this.ports.recoveries.latest(limit));
  }

  history(recoveryRef: string): Promise<readonly StoredRecoveryStep[]> {
    return this.ports.recoveries.steps(recoveryRef);
  }

  /** Holds back from a run, once, however often it is asked. */
  setOffOnce(recoveryRef: string, cents: number, runRef: string, actor: Actor): Outcome<Recovery | null> {
    return this.settleOnce(recoveryRef, { type: "SETTLE", cents, by: "SET_OFF", ref: runRef }, actor);
  }

  /** Notes money that came back once, however often it is asked: `ref` names the movement. */
  async settleOnce(
    recoveryRef: string,
    how: Extract<RecoveryCommand, { type: "SETTLE" }>,
    actor: Actor,
  ): Outcome<Recovery | null> {
    const steps = await this.ports.recoveries.steps(recoveryRef);
    const done = steps.some(({ step }) => step.step === "SETTLED" && step.by === how.by && step.ref === how.ref);
    return done ? ok(foldRecovery(steps)) : this.do(recoveryRef, how, actor);
  }

  /** Those of which something is still to come back, with how much. */
  async open(): Promise<readonly { readonly recoveryRef: string; readonly openCents: number }[]> {
    return folded(await this.ports.recoveries.running())
      .map((one) => ({ recoveryRef: one.recoveryRef, openCents: openCents(one) }))
      .filter((one) => one.openCents > 0);
  }

  /** Of which a part should have come back by now. */
  async overdue(): Promise<readonly Recovery[]> {
    const today = this.ports.clock.today();
    return folded(await this.ports.recoveries.running()).filter((one) => overdueCents(one, today) > 0);
  }

  /** What the law says of terms today. */
  terms(): RecoveryTerms {
    return recoveryTerms(this.ports.law(), this.ports.clock.today());
  }

  /** Proposes a recovery for everybody for whom the run comes to less than zero. Done again, it proposes nothing twice. */
  async proposeFromRun(runRef: string, actor: Actor): Promise<readonly Recovery[]> {
    const { payment, recoveries } = this.ports;
    const lines = await payment.ledger.lines({ runRef });
    const selfEmployed = lines.filter((line) => line.employerRef === null).map((line) => line.grantRef);
    const persons = await payment.positions.personsOf([...new Set(selfEmployed)]);
    for (const { beneficiary, cents } of netPerBeneficiary(lines, (grantRef) => persons.get(grantRef) ?? grantRef)) {
      if (cents >= 0) continue;
      const recoveryRef = recoveryRefOf(runRef, beneficiary);
      const proposed: RecoveryCommand = { type: "PROPOSE", runRef, beneficiary, cents: -cents };
      if ((await recoveries.steps(recoveryRef)).length === 0) await this.do(recoveryRef, proposed, actor);
    }
    return folded(await recoveries.ofRun(runRef));
  }

  async do(recoveryRef: string, command: RecoveryCommand, actor: Actor): Outcome<Recovery> {
    const recovery = await this.find(recoveryRef);
    const decided = decideRecovery(recovery, command, actor, this.terms());
    if (!decided.ok) return decided;
    const at = this.ports.clock.now();
    const first = (recovery?.seq ?? 0) + 1;
    const steps = decided.value.map((step, i) => ({ recoveryRef, seq: first + i, at, actor, step }));
    if ((await this.ports.recoveries.add(steps)) === "conflict") return fail([changedMeanwhile()]);
    return ok((await this.find(recoveryRef))!);
  }
}

function folded(steps: readonly StoredRecoveryStep[]): readonly Recovery[] {
  return [...groupBy(steps, (one) => one.recoveryRef).values()].flatMap((own) => foldRecovery(own) ?? []);
}

/** One recovery per run and beneficiary, whoever proposes it and how often. */
export function recoveryRefOf(runRef: string, beneficiary: Beneficiary): string {
  return derivedRef({ of: "recovery", runRef, kind: beneficiary.kind, ref: beneficiary.ref });
}

const changedMeanwhile = (): Reason =>
  reason("recovery.changed", {
    message: localized(
      "Iemand anders wijzigde deze terugvordering net",
      "Somebody else just changed this recovery",
      "Quelqu’un d’autre vient de modifier cette récupération",
    ),
    remedy: localized("Bekijk ze opnieuw", "Look at it again", "Consultez-la à nouveau"),
  });
