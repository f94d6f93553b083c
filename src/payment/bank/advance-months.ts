// Monthly advances at the bank (PAY-02): all that run in a month in one batch, each paid once, whatever crashes in between.
import type { Actor, Reason } from "../../dossier/index.ts";
import { fail, formatDate, ok, type PlainDate, quarterIndexNumber, quarterOf, type Result } from "../../kernel/index.ts";
import type { Advances } from "../advance/index.ts";
import type { Block } from "../block/index.ts";
import { groupBy } from "../group-by.ts";
import { type Payout, type PayoutMoment, planMonth } from "../payout/index.ts";
import { derivedRef } from "../run/statement.ts";
import { type Bank, type MadeBatch, paymentsOf } from "./bank.ts";
import type { BankStore, Payment, StoredBatch } from "./bank-port.ts";
import * as reasons from "./reasons.ts";

export interface AdvanceMonthPorts {
  readonly bank: Bank;
  readonly store: Pick<BankStore, "plan" | "planOf">;
  readonly advances: Advances;
  readonly blocksOf: (refs: readonly string[]) => Promise<readonly Block[]>;
  readonly settle: (moment: PayoutMoment, payouts: readonly Payout[], actor: Actor) => Promise<Result<null, readonly Reason[]>>;
  readonly now: () => Parameters<BankStore["plan"]>[3];
}

export interface AdvanceMonth {
  /** Advances of which the month is still to be paid. */
  readonly owed: number;
  readonly owedCents: number;
  readonly payments: readonly Payment[];
  readonly batches: readonly StoredBatch[];
}

/** An advance that is granted after the month went out goes in a next group of the month; a month has few. */
const MOST_GROUPS = 20;

type Outcome<T> = Promise<Result<T, readonly Reason[]>>;

export class AdvanceMonths {
  private readonly ports: AdvanceMonthPorts;

  constructor(ports: AdvanceMonthPorts) {
    this.ports = ports;
  }

  /** @param month - Its first day. */
  async read(month: PlainDate, actor: Actor): Promise<AdvanceMonth> {
    const { bank, advances } = this.ports;
    const owed = await advances.owedIn(month);
    const payments: Payment[] = [];
    const batches: StoredBatch[] = [];
    for (const ref of await this.groups(month)) {
      payments.push(...(await bank.payments(ref, actor)));
      batches.push(...(await bank.batches(ref)));
    }
    return { owed: owed.length, owedCents: owed.reduce((sum, one) => sum + one.cents, 0), payments, batches };
  }

  /** The batch of a month; while one is not sent it is given again. Refused while the law gives no amount (OPEN-27). */
  async make(month: PlainDate, executeOn: PlainDate, actor: Actor): Outcome<MadeBatch> {
    const { advances, bank } = this.ports;
    const amount = advances.amount();
    if (!amount.ok) return amount;
    const groups = await this.groups(month);
    let last: Result<MadeBatch, readonly Reason[]> = fail([reasons.noAdvances(formatDate(month, "nl"))]);
    for (const ref of groups) {
      last = await bank.makeOf(ref, executeOn, actor, () => this.settle(ref, month, executeOn, actor));
      if (last.ok || last.error.some((one) => one.id !== "bank.nothingToPay")) return last;
    }
    const ref = groupRef(month, groups.length);
    if ((await advances.owedIn(month)).length === 0 && (await advances.paidUnder(ref)).length === 0) return last;
    return bank.makeOf(ref, executeOn, actor, () => this.plan(ref, month, executeOn, actor));
  }

  /** Groups of the month that were planned, in order. */
  private async groups(month: PlainDate): Promise<readonly string[]> {
    const found: string[] = [];
    while (found.length < MOST_GROUPS) {
      const ref = groupRef(month, found.length);
      if ((await this.ports.store.planOf(ref)) === null) break;
      found.push(ref);
    }
    return found;
  }

  /** First every advance notes its month, under the group; what the group pays follows from those notes alone. */
  private async plan(ref: string, month: PlainDate, on: PlainDate, actor: Actor): Outcome<null> {
    const { advances, blocksOf, store, now } = this.ports;
    for (const { advanceRef } of await advances.owedIn(month)) {
      const paid = await advances.do(advanceRef, { type: "PAY", month, batchRef: ref }, actor);
      if (!paid.ok) return paid;
    }
    const noted = groupBy(await advances.paidUnder(ref), (one) => one.employerRef);
    const blocks = groupBy(await blocksOf([...noted.keys()]), (one) => one.beneficiary.ref);
    const payouts = [...noted].map(([employerRef, own]) =>
      planMonth(
        { beneficiary: { kind: "EMPLOYER", ref: employerRef }, cents: own.reduce((sum, one) => sum + one.cents, 0) },
        blocks.get(employerRef) ?? [],
        on,
      ),
    );
    await store.plan(
      ref,
      payouts,
      payouts.flatMap((one) => paymentsOf(ref, one)),
      now(),
    );
    return this.settle(ref, month, on, actor);
  }

  private async settle(ref: string, month: PlainDate, on: PlainDate, actor: Actor): Outcome<null> {
    const planned = await this.ports.store.planOf(ref);
    if (planned === null) return ok(null);
    return this.ports.settle({ runRef: ref, quarter: quarterIndexNumber(quarterOf(month)), on }, planned, actor);
  }
}

/** Stands where a run's reference stands: payments and batches are kept under it. */
const groupRef = (month: PlainDate, nth: number): string => derivedRef({ of: "advances", month: month.slice(0, 7), nth });
