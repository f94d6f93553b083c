// Whether a payment can go to the bank now, and on which account: a missing or changed account holds it back, and never loses it.
import type { Iban } from "../../kernel/index.ts";
import type { AccountCheck, Payee, Payment, PaymentState, StoredPayment, WaitReason } from "./bank-port.ts";

export interface AccountFacts {
  readonly payee: Payee | undefined;
  /** The account that the beneficiary was paid on last, in whatever run. */
  readonly lastAccountRef: string | undefined;
  readonly checks: readonly AccountCheck[];
}

/** Persons who must look at a changed account. */
const CHECKS = 2;

export function judged(payment: StoredPayment, facts: AccountFacts): Payment {
  const state = stateOf(payment);
  if (state !== null) return { ...payment, state, waits: null, account: null };
  const account = accountOf(payment, facts);
  const waits = waitReason(payment, facts, account);
  return { ...payment, state: waits === null ? "READY" : "WAITING", waits, account };
}

/** Null: in no batch, or given back by the bank. */
function stateOf({ attempt, sent, steps }: StoredPayment): PaymentState | null {
  if (attempt === 0 || steps.includes("REJECTED") || steps.includes("RETURNED")) return null;
  if (steps.includes("EXECUTED")) return "EXECUTED";
  if (steps.includes("ACCEPTED")) return "ACCEPTED";
  return sent ? "SENT" : "BATCHED";
}

type Account = { readonly ref: string; readonly iban: Iban } | null;

function accountOf({ payeeRef }: StoredPayment, { payee }: AccountFacts): Account {
  if (payeeRef === null) return payee?.accounts.at(-1) ?? null;
  const other = payee?.others.get(payeeRef);
  return other === undefined ? null : { ref: payeeRef, iban: other.iban };
}

function waitReason(payment: StoredPayment, facts: AccountFacts, account: Account): WaitReason | null {
  if (account === null) return "NO_ACCOUNT";
  if (payment.payeeRef === null && facts.payee?.name == null) return "NO_NAME";
  if (isChecked(facts.checks, account.ref)) return null;
  const ibanOf = (ref: string | null | undefined) => facts.payee?.accounts.find((one) => one.ref === ref)?.iban;
  // The same account given again under another seal is the same account.
  const same = (ref: string | null | undefined) => ref === account.ref || ibanOf(ref) === account.iban;
  if (payment.attempt > 0 && same(payment.accountRef)) return "ACCOUNT_FAILED";
  // Who sends money to somebody else was looked at by two persons when the block was set.
  if (payment.payeeRef !== null || facts.lastAccountRef === undefined) return null;
  return same(facts.lastAccountRef) ? null : "ACCOUNT_CHANGED";
}

function isChecked(checks: readonly AccountCheck[], accountRef: string): boolean {
  return new Set(checks.filter((one) => one.accountRef === accountRef).map((one) => one.actorRef)).size >= CHECKS;
}
