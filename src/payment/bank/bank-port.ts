// What is kept of payments, batches and the bank's files, and what the bank room asks of the store and of the vault.
import type { Actor } from "../../dossier/index.ts";
import type { Iban, Instant, PlainDate, StructuredCommunication } from "../../kernel/index.ts";
import type { Payout } from "../payout/index.ts";
import type { Beneficiary } from "../recovery/index.ts";
import type { BankParty } from "./port.ts";

/**
 * Why a payment waits. NO_ACCOUNT, NO_NAME: nothing is sealed for the beneficiary. ACCOUNT_CHANGED: another account than was paid last, not
 * looked at by two persons yet. ACCOUNT_FAILED: the bank gave the money back and there is no other account, nor did two persons confirm it.
 */
export type WaitReason = "NO_ACCOUNT" | "NO_NAME" | "ACCOUNT_CHANGED" | "ACCOUNT_FAILED";

/** READY and WAITING are not in a batch (any more); BATCHED is in one that is not sent. */
export type PaymentState = "READY" | "WAITING" | "BATCHED" | "SENT" | "ACCEPTED" | "EXECUTED";

export interface StoredPayment {
  readonly paymentRef: string;
  readonly paymentNo: number;
  readonly runRef: string;
  readonly beneficiary: Beneficiary;
  /** Sealed item of somebody else's name and account; null: own account. */
  readonly payeeRef: string | null;
  readonly cents: number;
  /** Latest attempt; 0: in no batch yet. */
  readonly attempt: number;
  readonly batchRef: string | null;
  readonly endToEndId: string | null;
  readonly accountRef: string | null;
  readonly sent: boolean;
  /** What the bank said of the latest attempt. */
  readonly steps: readonly ("ACCEPTED" | "REJECTED" | "EXECUTED" | "RETURNED")[];
  /** ISO reason of a rejection or return. */
  readonly bankReason: string | null;
}

export interface Payment extends StoredPayment {
  readonly state: PaymentState;
  readonly waits: WaitReason | null;
  /** Of a READY payment, or one that waits for a check: the account that would be paid. */
  readonly account: { readonly ref: string; readonly iban: Iban } | null;
}

export interface BatchItem {
  readonly paymentRef: string;
  readonly attempt: number;
  readonly endToEndId: string;
  readonly nameRef: string;
  readonly accountRef: string;
}

export interface StoredBatch {
  readonly batchRef: string;
  readonly runRef: string;
  readonly batchNo: number;
  readonly messageId: string;
  readonly executeOn: PlainDate;
  readonly createdAt: Instant;
  readonly payments: number;
  readonly cents: number;
  readonly fileHash: string;
  readonly debtor: { readonly party: BankParty; readonly account: Iban };
  readonly actor: Actor;
  readonly sentAt: Instant | null;
  readonly sentBy: Actor | null;
}

/** Name and accounts of one beneficiary as they are sealed; accounts oldest first. */
export interface Payee {
  /** The name as it was given last, and all names by their sealed item. */
  readonly name: { readonly ref: string; readonly text: string } | null;
  readonly names: ReadonlyMap<string, string>;
  readonly accounts: readonly { readonly ref: string; readonly iban: Iban }[];
  /** Somebody else who is paid in the beneficiary's place, by the sealed item. */
  readonly others: ReadonlyMap<string, { readonly name: string; readonly iban: Iban }>;
}

export interface Payees {
  /** Opening is logged with its purpose. */
  of(refs: readonly string[], actor: Actor): Promise<ReadonlyMap<string, Payee>>;
}

export interface AccountCheck {
  readonly beneficiaryRef: string;
  readonly accountRef: string;
  readonly actorRef: string;
  readonly at: Instant;
}

export interface BankEntry {
  readonly entryId: string;
  readonly entryRef: string;
  readonly bookedOn: PlainDate;
  readonly cents: number;
  readonly outcome: "EXECUTED" | "RETURNED" | "RECOVERED" | "UNMATCHED";
  readonly endToEndId: string | null;
  readonly communication: StructuredCommunication | null;
  readonly returnReason: string | null;
  /** Why it is unmatched, in one word for a list; null when it is matched. */
  readonly why: UnmatchedReason | null;
  readonly recoveryRef: string | null;
}

/** UNKNOWN: no payment or recovery of ours. AMOUNT: another amount than was asked. STATE: the payment was rejected or returned already. */
export type UnmatchedReason = "UNKNOWN" | "AMOUNT" | "STATE";

export interface NewPaymentStep {
  readonly paymentRef: string;
  readonly attempt: number;
  readonly step: "ACCEPTED" | "REJECTED" | "EXECUTED" | "RETURNED";
  readonly reason: string | null;
}

export interface BankFileReport {
  readonly kind: "ANSWER" | "STATEMENT";
  readonly accepted: number;
  readonly rejected: number;
  readonly executed: number;
  readonly returned: number;
  readonly recovered: number;
  readonly unmatched: number;
  /** Movements that an earlier file told of already. */
  readonly known: number;
}

export interface BankStore {
  payments(runRef: string): Promise<readonly StoredPayment[]>;
  byEndToEndIds(ids: readonly string[]): Promise<readonly StoredPayment[]>;
  ofBatch(batchRef: string): Promise<readonly StoredPayment[]>;
  /** False when the run was planned before: then the plan that stands is the plan. */
  plan(
    runRef: string,
    payouts: readonly Payout[],
    payments: readonly { paymentRef: string; beneficiary: Beneficiary; payeeRef: string | null; cents: number }[],
    at: Instant,
  ): Promise<boolean>;
  planOf(runRef: string): Promise<readonly Payout[] | null>;
  /** "clash" when a payment of it is in another batch meanwhile, or the number is taken. */
  addBatch(batch: StoredBatch, items: readonly BatchItem[]): Promise<"added" | "clash">;
  batches(runRef: string): Promise<readonly StoredBatch[]>;
  batch(batchRef: string): Promise<StoredBatch | null>;
  batchByMessage(messageId: string): Promise<StoredBatch | null>;
  items(batchRef: string): Promise<readonly BatchItem[]>;
  /** False when it was sent already. */
  send(batchRef: string, actor: Actor, at: Instant): Promise<boolean>;
  /** The account that each beneficiary was paid on last, in this run or another. */
  lastAccounts(refs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  checks(refs: readonly string[]): Promise<readonly AccountCheck[]>;
  /** False when this person looked at it already. */
  addCheck(check: AccountCheck, actor: Actor): Promise<boolean>;
  fileReport(fileHash: string): Promise<BankFileReport | null>;
  /** Keeps it all or nothing; entries that are known already stay as they are. */
  takeFile(
    fileHash: string,
    report: BankFileReport,
    steps: readonly NewPaymentStep[],
    entries: readonly BankEntry[],
    actor: Actor,
    at: Instant,
  ): Promise<"taken" | "known">;
  knownEntries(entryRefs: readonly string[]): Promise<ReadonlySet<string>>;
  /** Per run: payments that the bank refused or gave back and that no later batch holds. */
  givenBack(): Promise<readonly { readonly runRef: string; readonly payments: number }[]>;
  /** Unmatched and not dealt with, oldest first. */
  unmatched(limit: number): Promise<readonly BankEntry[]>;
  entry(entryId: string): Promise<BankEntry | null>;
  /** False when it was dealt with already. */
  resolve(entryId: string, body: Readonly<Record<string, unknown>>, actor: Actor, at: Instant): Promise<boolean>;
}
