// From a booked run to the bank and back: one batch per run, sent once, reconciled to the cent; what does not fit waits for a person.
import type { Actor, Reason } from "../../dossier/index.ts";
import {
  type Clock,
  cents,
  fail,
  type Iban,
  newRef,
  ok,
  type PlainDate,
  type Problem,
  type Result,
  sha256Hex,
  structuredCommunicationFor,
} from "../../kernel/index.ts";
import { groupBy } from "../group-by.ts";
import type { Payout, PayoutMoment } from "../payout/index.ts";
import type { Net, Recoveries } from "../recovery/index.ts";
import type { Run } from "../run/index.ts";
import { derivedRef, type StatementHead } from "../run/statement.ts";
import type {
  BankEntry,
  BankFileReport,
  BankStore,
  BatchItem,
  NewPaymentStep,
  Payee,
  Payees,
  Payment,
  StoredBatch,
  StoredPayment,
} from "./bank-port.ts";
import { type MatchFacts, matchEntry, stepsOfAnswer } from "./match.ts";
import type { AccountStatement, BankFormat, BankMessage, BankParty, BatchAnswer, CreditTransfer, PaymentBatch } from "./port.ts";
import { judged } from "./readiness.ts";
import * as reasons from "./reasons.ts";
import { recoveryCommunication } from "./recovery-communication.ts";

export interface BankPorts {
  readonly store: BankStore;
  readonly format: BankFormat;
  readonly payees: Payees;
  readonly payouts: {
    plan(moment: PayoutMoment, nets: readonly Net[]): Promise<readonly Payout[]>;
    settle(moment: PayoutMoment, payouts: readonly Payout[], actor: Actor): Promise<Result<null, readonly Reason[]>>;
  };
  readonly recoveries: Recoveries;
  readonly findRun: (runRef: string) => Promise<Run | null>;
  /** All statements of a run. */
  readonly statementsOf: (runRef: string) => Promise<readonly StatementHead[]>;
  /** Whose account pays; null: not configured. */
  readonly debtor: { readonly party: BankParty; readonly account: Iban } | null;
  readonly clock: Clock;
}

export interface MadeBatch {
  readonly batch: StoredBatch;
  readonly file: string;
}

type Outcome<T> = Promise<Result<T, readonly Reason[]>>;

/** Beneficiaries whose names and accounts are opened together. */
const PORTION = 2_000;

export class Bank {
  private readonly ports: BankPorts;

  constructor(ports: BankPorts) {
    this.ports = ports;
  }

  /** The payments of a run as they stand; empty as long as none were made of it. */
  async payments(runRef: string, actor: Actor): Promise<readonly Payment[]> {
    return this.judge(await this.ports.store.payments(runRef), actor);
  }

  batches(runRef: string): Promise<readonly StoredBatch[]> {
    return this.ports.store.batches(runRef);
  }

  /**
   * Makes the batch of all payments that can go, with its file. While a batch of the run is not sent, it is given again, the same bytes.
   * After that a new one holds only what was held back, rejected or returned.
   */
  async make(runRef: string, executeOn: PlainDate, actor: Actor): Outcome<MadeBatch> {
    const run = await this.ports.findRun(runRef);
    if (run === null) return fail([reasons.runUnknown()]);
    if (run.stage !== "BOOKED") return fail([reasons.notBooked()]);
    return this.makeOf(runRef, executeOn, actor, () => this.plan(run, executeOn, actor));
  }

  /**
   * The same for whatever has payments of its own, such as a month of advances.
   * @param plan - Divides what is due into payments under `runRef`, once; asked again it finishes what was cut off.
   */
  async makeOf(runRef: string, executeOn: PlainDate, actor: Actor, plan: () => Outcome<null>): Outcome<MadeBatch> {
    const { store, clock, debtor } = this.ports;
    if (debtor === null) return fail([reasons.noDebtor()]);
    const batches = await store.batches(runRef);
    const open = batches.find((one) => one.sentAt === null);
    if (open !== undefined) return this.file(open.batchRef, actor);
    if (executeOn < clock.today()) return fail([reasons.dayPassed(clock.today())]);
    const settled = await plan();
    if (!settled.ok) return settled;
    const payments = await this.payments(runRef, actor);
    const ready = payments.filter((one) => one.state === "READY");
    if (ready.length === 0) return fail([reasons.nothingToPay(payments.filter((one) => one.state === "WAITING").length)]);
    const batchNo = batches.length + 1;
    const batch = {
      batchRef: newRef() as string,
      runRef,
      batchNo,
      messageId: `MW-${runRef.replaceAll("-", "").slice(0, 16)}-${batchNo}`,
      executeOn,
      createdAt: clock.now(),
      payments: ready.length,
      cents: ready.reduce((total, one) => total + one.cents, 0),
      debtor,
      actor,
      sentAt: null,
      sentBy: null,
    };
    const payees = await this.payeesOf(ready, actor);
    const items = ready.map((one): BatchItem => {
      const attempt = one.attempt + 1;
      const nameRef = one.payeeRef ?? payees.get(one.beneficiary.ref)!.name!.ref;
      const endToEndId = `MW${String(one.paymentNo).padStart(10, "0")}-${attempt}`;
      return { paymentRef: one.paymentRef, attempt, endToEndId, nameRef, accountRef: one.account!.ref };
    });
    const written = this.write(batch, items, ready, payees);
    if (!written.ok) return fail(written.error.map(reasons.fromProblem));
    const stored: StoredBatch = { ...batch, fileHash: sha256Hex(written.value) };
    const added = await store.addBatch(stored, items);
    if (added === "clash") return fail([reasons.madeMeanwhile()]);
    return ok({ batch: stored, file: written.value });
  }

  /** The file of a batch, again: the same bytes as when it was made, or a refusal. */
  async file(batchRef: string, actor: Actor): Outcome<MadeBatch> {
    const { store } = this.ports;
    const batch = await store.batch(batchRef);
    if (batch === null) return fail([reasons.batchUnknown()]);
    const items = await store.items(batchRef);
    const payments = await store.ofBatch(batchRef);
    const payees = await this.payeesOf(payments, actor);
    const written = this.write(batch, items, payments, payees);
    if (!written.ok || sha256Hex(written.value) !== batch.fileHash) return fail([reasons.fileMoved()]);
    return ok({ batch, file: written.value });
  }

  /** Notes that the file went to the bank. Once: a second time is refused, here and by the database. */
  async send(batchRef: string, actor: Actor): Outcome<StoredBatch> {
    const { store, clock } = this.ports;
    const batch = await store.batch(batchRef);
    if (batch === null) return fail([reasons.batchUnknown()]);
    if (!(await store.send(batchRef, actor, clock.now()))) return fail([reasons.sentBefore(batch)]);
    return ok((await store.batch(batchRef))!);
  }

  /** Takes in an answer (pain.002) or an account statement (camt.053), whole or not at all; the same file again changes nothing. */
  async take(xml: string, actor: Actor): Outcome<{ readonly report: BankFileReport; readonly before: boolean }> {
    const { store, format, clock } = this.ports;
    const fileHash = sha256Hex(xml);
    const before = await store.fileReport(fileHash);
    if (before !== null) return ok({ report: before, before: true });
    const read = format.read(xml);
    if (!read.ok) return fail(read.error.map(reasons.fromProblem));
    const found = await this.found(read.value);
    if (!found.ok) return found;
    const { report, steps, entries } = found.value;
    const outcome = await store.takeFile(fileHash, report, steps, entries, actor, clock.now());
    await this.settleRecoveries(entries, actor);
    return ok({ report: outcome === "known" ? (await store.fileReport(fileHash))! : report, before: outcome === "known" });
  }

  /** Per run: payments that the bank refused or gave back, and that wait for another account or a second look. */
  givenBack(): Promise<readonly { readonly runRef: string; readonly payments: number }[]> {
    return this.ports.store.givenBack();
  }

  /** Movements on the account that nobody could place. */
  unmatched(limit = 100): Promise<readonly BankEntry[]> {
    return this.ports.store.unmatched(limit);
  }

  /** Money that came in and belongs to a recovery. */
  async resolveAsRecovery(entryId: string, recoveryRef: string, actor: Actor): Outcome<null> {
    const entry = await this.waiting(entryId);
    if (!entry.ok) return entry;
    if (entry.value.cents <= 0) return fail([reasons.noMoneyIn()]);
    const how = { type: "SETTLE", cents: entry.value.cents, by: "PAYMENT", ref: entry.value.entryRef } as const;
    const done = await this.ports.recoveries.settleOnce(recoveryRef, how, actor);
    return done.ok ? this.resolve(entryId, { how: "RECOVERY", recoveryRef }, actor) : done;
  }

  /** Nothing of ours: bank costs, somebody else's payment. */
  async resolveOtherwise(entryId: string, why: string, actor: Actor): Outcome<null> {
    if (why.trim() === "") return fail([reasons.whyMissing()]);
    const entry = await this.waiting(entryId);
    return entry.ok ? this.resolve(entryId, { how: "OTHER", reason: why.trim() }, actor) : entry;
  }

  /** One of the two persons who look at a changed account, or at one that the bank gave money back from. */
  async checkAccount(paymentRef: string, runRef: string, actor: Actor): Outcome<null> {
    const payment = (await this.payments(runRef, actor)).find((one) => one.paymentRef === paymentRef);
    const waits = payment?.waits === "ACCOUNT_CHANGED" || payment?.waits === "ACCOUNT_FAILED";
    if (payment === undefined || !waits || payment.account === null) return fail([reasons.nothingToCheck()]);
    const check = {
      beneficiaryRef: payment.beneficiary.ref,
      accountRef: payment.account.ref,
      actorRef: actor.ref,
      at: this.ports.clock.now(),
    };
    return (await this.ports.store.addCheck(check, actor)) ? ok(null) : fail([reasons.checkedByYou()]);
  }

  private async waiting(entryId: string): Outcome<BankEntry> {
    const entry = await this.ports.store.entry(entryId);
    return entry === null || entry.outcome !== "UNMATCHED" ? fail([reasons.entryUnknown()]) : ok(entry);
  }

  private async resolve(entryId: string, body: Readonly<Record<string, unknown>>, actor: Actor): Outcome<null> {
    const done = await this.ports.store.resolve(entryId, body, actor, this.ports.clock.now());
    return done ? ok(null) : fail([reasons.entryResolved()]);
  }

  /** Divides what the run comes to, once; done again it finishes what was cut off. */
  private async plan(run: Run, on: PlainDate, actor: Actor): Outcome<null> {
    const { store, payouts, statementsOf, clock } = this.ports;
    const { runRef, start } = run;
    const moment = { runRef, quarter: start.quarter, on };
    let plan = await store.planOf(runRef);
    if (plan === null) {
      const statements = await statementsOf(runRef);
      const nets = statements.map((one): Net => ({ beneficiary: one.beneficiary, cents: one.cents }));
      const made = await payouts.plan(moment, nets);
      const payments = made.flatMap((one) => paymentsOf(runRef, one));
      await store.plan(runRef, made, payments, clock.now());
      plan = (await store.planOf(runRef)) ?? made;
    }
    return payouts.settle(moment, plan, actor);
  }

  private async judge(payments: readonly StoredPayment[], actor: Actor): Promise<readonly Payment[]> {
    const { store } = this.ports;
    const free = payments.filter((one) => one.attempt === 0 || one.steps.includes("REJECTED") || one.steps.includes("RETURNED"));
    const refs = [...new Set(free.map((one) => one.beneficiary.ref))];
    const payees = await this.payeesOf(free, actor);
    const last = await store.lastAccounts(refs);
    const checks = groupBy(await store.checks(refs), (one) => one.beneficiaryRef);
    return payments.map((one) => {
      const { ref } = one.beneficiary;
      return judged(one, { payee: payees.get(ref), lastAccountRef: last.get(ref), checks: checks.get(ref) ?? [] });
    });
  }

  private async payeesOf(payments: readonly StoredPayment[], actor: Actor): Promise<ReadonlyMap<string, Payee>> {
    const refs = [...new Set(payments.map((one) => one.beneficiary.ref))];
    const found = new Map<string, Payee>();
    for (let at = 0; at < refs.length; at += PORTION) {
      for (const [ref, payee] of await this.ports.payees.of(refs.slice(at, at + PORTION), actor)) found.set(ref, payee);
    }
    return found;
  }

  private write(
    batch: Omit<StoredBatch, "fileHash">,
    items: readonly BatchItem[],
    payments: readonly StoredPayment[],
    payees: ReadonlyMap<string, Payee>,
  ): Result<string, Problem[]> {
    const itemOf = new Map(items.map((one) => [one.paymentRef, one]));
    const transfers = [...payments]
      .sort((a, b) => a.paymentNo - b.paymentNo)
      .flatMap((payment): CreditTransfer[] => {
        const item = itemOf.get(payment.paymentRef);
        const payee = payees.get(payment.beneficiary.ref);
        const to = item === undefined || payee === undefined ? null : addressee(payment, item, payee);
        if (item === undefined || to === null) return [];
        return [
          {
            endToEndId: item.endToEndId,
            amount: cents(payment.cents),
            creditor: { name: to.name, address: null },
            account: to.iban,
            communication: structuredCommunicationFor(payment.paymentNo),
          },
        ];
      });
    const { messageId, createdAt, executeOn, debtor } = batch;
    const asked: PaymentBatch = {
      messageId,
      createdAt,
      executeOn,
      debtor: debtor.party,
      debtorAccount: debtor.account,
      transfers,
    };
    return this.ports.format.write(asked);
  }

  private async found(messages: readonly BankMessage[]): Outcome<Found> {
    const answers = messages.filter((one): one is BatchAnswer => one.kind === "answer");
    const statements = messages.filter((one): one is AccountStatement => one.kind === "statement");
    return answers.length > 0 ? this.foundInAnswers(answers) : this.foundInStatements(statements);
  }

  private async foundInAnswers(answers: readonly BatchAnswer[]): Outcome<Found> {
    const { store } = this.ports;
    const steps: NewPaymentStep[] = [];
    for (const answer of answers) {
      const batch = await store.batchByMessage(answer.originalMessageId);
      if (batch === null) return fail([reasons.foreignBatch(answer.originalMessageId)]);
      const payments = await store.ofBatch(batch.batchRef);
      const known = new Set(payments.map((one) => one.endToEndId));
      const foreign = answer.transfers.find((one) => !known.has(one.endToEndId));
      if (foreign !== undefined) return fail([reasons.foreignTransfer(foreign.endToEndId)]);
      steps.push(...stepsOfAnswer(answer, payments));
    }
    const count = (step: NewPaymentStep["step"]) => steps.filter((one) => one.step === step).length;
    const report = { ...NOTHING, kind: "ANSWER", accepted: count("ACCEPTED"), rejected: count("REJECTED") } as const;
    return ok({ report, steps, entries: [] });
  }

  private async foundInStatements(statements: readonly AccountStatement[]): Outcome<Found> {
    const { store, debtor } = this.ports;
    const foreign = statements.find((one) => one.account !== debtor?.account);
    if (foreign !== undefined) return fail([reasons.foreignAccount()]);
    const all = statements.flatMap((one) => one.entries);
    const knownRefs = await store.knownEntries(all.map((one) => one.entryRef));
    const fresh = all.filter((one) => !knownRefs.has(one.entryRef));
    const facts = await this.matchFacts(fresh);
    const matched = fresh.map((one) => matchEntry(one, facts));
    const count = (outcome: BankEntry["outcome"]) => matched.filter(({ entry }) => entry.outcome === outcome).length;
    const report: BankFileReport = {
      ...NOTHING,
      kind: "STATEMENT",
      executed: count("EXECUTED"),
      returned: count("RETURNED"),
      recovered: count("RECOVERED"),
      unmatched: count("UNMATCHED"),
      known: all.length - fresh.length,
    };
    return ok({ report, steps: matched.flatMap((one) => one.steps), entries: matched.map((one) => one.entry) });
  }

  private async matchFacts(entries: readonly AccountStatement["entries"][number][]): Promise<MatchFacts> {
    const { store, recoveries } = this.ports;
    const ids = entries.flatMap((one) => one.endToEndId ?? []);
    const payments = new Map((await store.byEndToEndIds(ids)).map((one) => [one.endToEndId!, one]));
    const batches = new Map<string, readonly StoredPayment[]>();
    for (const messageId of new Set(entries.flatMap((one) => one.batchId ?? []))) {
      const batch = await store.batchByMessage(messageId);
      if (batch !== null) batches.set(messageId, await store.ofBatch(batch.batchRef));
    }
    const communicated = entries.some((one) => one.communication !== null && one.amount > 0);
    const open = communicated ? await recoveries.open() : [];
    const byCommunication = open.map(
      ({ recoveryRef, openCents }) => [recoveryCommunication(recoveryRef), { recoveryRef, openCents }] as const,
    );
    return { payments, batches, recoveries: new Map(byCommunication) };
  }

  /** After the file is kept: a recovery notes each movement once, so that this can be done again. */
  private async settleRecoveries(entries: readonly BankEntry[], actor: Actor): Promise<void> {
    for (const { outcome, recoveryRef, cents: amount, entryRef } of entries) {
      if (outcome !== "RECOVERED" || recoveryRef === null) continue;
      await this.ports.recoveries.settleOnce(recoveryRef, { type: "SETTLE", cents: amount, by: "PAYMENT", ref: entryRef }, actor);
    }
  }
}

interface Found {
  readonly report: BankFileReport;
  readonly steps: readonly NewPaymentStep[];
  readonly entries: readonly BankEntry[];
}

const NOTHING = { accepted: 0, rejected: 0, executed: 0, returned: 0, recovered: 0, unmatched: 0, known: 0 } as const;

/** What a plan asks of the bank: the beneficiary's own part, and parts that a block sends elsewhere. */
export function paymentsOf(runRef: string, { beneficiary, payCents, redirected }: Payout) {
  const made = (payeeRef: string | null, amount: number) => ({
    paymentRef: derivedRef({ of: "payment", runRef, ref: beneficiary.ref, payeeRef }),
    beneficiary,
    payeeRef,
    cents: amount,
  });
  const elsewhere = new Map<string, number>();
  for (const one of redirected) elsewhere.set(one.payeeRef, (elsewhere.get(one.payeeRef) ?? 0) + one.cents);
  return [
    ...(payCents > 0 ? [made(null, payCents)] : []),
    ...[...elsewhere].filter(([, amount]) => amount > 0).map(([payeeRef, amount]) => made(payeeRef, amount)),
  ];
}

function addressee(payment: StoredPayment, item: BatchItem, payee: Payee): { readonly name: string; readonly iban: Iban } | null {
  if (payment.payeeRef !== null) return payee.others.get(payment.payeeRef) ?? null;
  const account = payee.accounts.find((one) => one.ref === item.accountRef);
  const name = payee.names.get(item.nameRef);
  return account === undefined || name === undefined ? null : { name, iban: account.iban };
}
