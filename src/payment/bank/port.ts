// What payment asks of a bank: one batch out, answers and statements back. The file formats live in exchange/bank.
import type { Cents, Iban, Instant, PlainDate, Problem, Result, StructuredCommunication } from "../../kernel/index.ts";

/** Structured elements only: banks refuse unstructured address lines since 15 November 2026. */
export interface StructuredAddress {
  readonly street: string;
  readonly number: string;
  readonly postCode: string;
  readonly town: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
}

export interface BankParty {
  readonly name: string;
  readonly address: StructuredAddress | null;
}

/** One payment to one beneficiary. `endToEndId` is unique for ever and comes back in every answer about the payment. */
export interface CreditTransfer {
  readonly endToEndId: string;
  /** Above zero: a zero line never reaches the bank. */
  readonly amount: Cents;
  readonly creditor: BankParty;
  readonly account: Iban;
  readonly communication: StructuredCommunication;
}

/** One run, one batch (betaalbestand). The control sum and count are computed from the transfers, never given. */
export interface PaymentBatch {
  readonly messageId: string;
  readonly createdAt: Instant;
  readonly executeOn: PlainDate;
  readonly debtor: BankParty;
  readonly debtorAccount: Iban;
  readonly transfers: readonly CreditTransfer[];
}

/** What a bank says of a payment: accepted, pending, rejected (pain.002). `reason` is the ISO external code, e.g. AC04. */
export interface TransferStatus {
  readonly endToEndId: string;
  readonly status: "ACCEPTED" | "PENDING" | "REJECTED";
  readonly reason: string | null;
  readonly text: string | null;
}

/** The bank's answer to a batch. `batchStatus` speaks for every transfer that is not named in `transfers`. */
export interface BatchAnswer {
  readonly kind: "answer";
  readonly messageId: string;
  readonly originalMessageId: string;
  readonly batchStatus: "ACCEPTED" | "PARTIAL" | "PENDING" | "REJECTED";
  readonly transfers: readonly TransferStatus[];
}

/** One movement on the account. A returned payment is a credit that carries the end-to-end id of the payment it returns. */
export interface StatementEntry {
  readonly entryRef: string;
  readonly bookedOn: PlainDate;
  /** Positive: money in; negative: money out. */
  readonly amount: Cents;
  readonly endToEndId: string | null;
  /** Message id of the batch, where the bank booked a whole batch as one movement. */
  readonly batchId: string | null;
  readonly communication: StructuredCommunication | null;
  readonly returnReason: string | null;
}

export interface AccountStatement {
  readonly kind: "statement";
  readonly statementId: string;
  readonly account: Iban;
  readonly opening: Cents;
  readonly closing: Cents;
  readonly entries: readonly StatementEntry[];
}

export type BankMessage = BatchAnswer | AccountStatement;

/** Implemented by exchange/bank. Writing refuses a batch that a bank would refuse; reading takes a whole file or none of it. */
export interface BankFormat {
  write(batch: PaymentBatch): Result<string, Problem[]>;
  read(xml: string): Result<BankMessage[], Problem[]>;
}
