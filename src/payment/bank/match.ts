// What the bank says, held against what was asked of it: nothing is guessed, what does not fit is work for a person.
import { newRef, type StructuredCommunication } from "../../kernel/index.ts";
import type { BankEntry, NewPaymentStep, StoredPayment, UnmatchedReason } from "./bank-port.ts";
import type { BatchAnswer, StatementEntry } from "./port.ts";

/** Steps that follow from an answer to a batch; what is pending says nothing yet. */
export function stepsOfAnswer(answer: BatchAnswer, payments: readonly StoredPayment[]): NewPaymentStep[] {
  const named = new Map(answer.transfers.map((one) => [one.endToEndId, one]));
  return payments.flatMap((payment): NewPaymentStep[] => {
    const own = payment.endToEndId === null ? undefined : named.get(payment.endToEndId);
    const status = own?.status ?? (answer.batchStatus === "PARTIAL" ? "PENDING" : answer.batchStatus);
    // Money that moved is not called back by an answer: that takes a movement on the account.
    if (status === "PENDING" || payment.steps.includes("EXECUTED") || payment.steps.includes("RETURNED")) return [];
    const { paymentRef, attempt } = payment;
    return [{ paymentRef, attempt, step: status, reason: own?.reason ?? null }];
  });
}

export interface MatchFacts {
  readonly payments: ReadonlyMap<string, StoredPayment>;
  /** Payments of a batch that the bank booked as one movement, by the batch's message id. */
  readonly batches: ReadonlyMap<string, readonly StoredPayment[]>;
  /** Recoveries that are open, by the communication that their letter asks for. */
  readonly recoveries: ReadonlyMap<StructuredCommunication, { readonly recoveryRef: string; readonly openCents: number }>;
}

export interface Matched {
  readonly entry: BankEntry;
  readonly steps: readonly NewPaymentStep[];
}

export function matchEntry(entry: StatementEntry, facts: MatchFacts): Matched {
  const batch = entry.batchId === null ? undefined : facts.batches.get(entry.batchId);
  if (entry.endToEndId === null && batch !== undefined) return matchBatch(entry, batch);
  const payment = entry.endToEndId === null ? undefined : facts.payments.get(entry.endToEndId);
  if (payment !== undefined) return matchPayment(entry, payment);
  const recovery = entry.communication === null ? undefined : facts.recoveries.get(entry.communication);
  if (recovery !== undefined && entry.amount > 0) {
    if (entry.amount > recovery.openCents) return unmatched(entry, "AMOUNT");
    return { entry: made(entry, { outcome: "RECOVERED", recoveryRef: recovery.recoveryRef }), steps: [] };
  }
  return unmatched(entry, "UNKNOWN");
}

function matchPayment(entry: StatementEntry, payment: StoredPayment): Matched {
  if (Math.abs(entry.amount) !== payment.cents) return unmatched(entry, "AMOUNT");
  const outgoing = entry.amount < 0;
  const gone = payment.steps.includes("REJECTED") || (payment.steps.includes("RETURNED") && !outgoing);
  if (gone) return unmatched(entry, "STATE");
  const { paymentRef, attempt } = payment;
  const step = outgoing ? "EXECUTED" : "RETURNED";
  return {
    entry: made(entry, { outcome: step }),
    steps: [{ paymentRef, attempt, step, reason: entry.returnReason }],
  };
}

/** One movement for the whole batch, less what was rejected. */
function matchBatch(entry: StatementEntry, payments: readonly StoredPayment[]): Matched {
  const paid = payments.filter((one) => !one.steps.includes("REJECTED"));
  const cents = paid.reduce((total, one) => total + one.cents, 0);
  if (entry.amount !== -cents) return unmatched(entry, "AMOUNT");
  return {
    entry: made(entry, { outcome: "EXECUTED" }),
    steps: paid.map(({ paymentRef, attempt }) => ({ paymentRef, attempt, step: "EXECUTED", reason: null })),
  };
}

const unmatched = (entry: StatementEntry, why: UnmatchedReason): Matched => ({
  entry: made(entry, { outcome: "UNMATCHED", why }),
  steps: [],
});

function made(
  { entryRef, bookedOn, amount, endToEndId, communication, returnReason }: StatementEntry,
  more: Pick<BankEntry, "outcome"> & Partial<BankEntry>,
): BankEntry {
  const entryId = newRef() as string;
  return {
    entryId,
    entryRef,
    bookedOn,
    cents: amount,
    endToEndId,
    communication,
    returnReason,
    why: null,
    recoveryRef: null,
    ...more,
  };
}
