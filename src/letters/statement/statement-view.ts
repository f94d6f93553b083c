// A statement (afrekening) ready to be shown: every worker, every amount with its steps and causes, corrections carried over.
import type { Cents, Instant, PlainDate, Quarter } from "../../kernel/index.ts";
import type { StepLine } from "../../law/index.ts";
import type { Party } from "../document/document.ts";

export interface StatementAmount {
  /** The quarter that the amount is for; an earlier one than the statement's is a correction carried over. */
  readonly quarter: Quarter;
  /** Dutch name, for example "Loonpremie". */
  readonly component: string;
  readonly cents: Cents;
  /** True when something was booked before for the same quarter and component. */
  readonly correction: boolean;
  /** Decimal text; null where no percentage applies. */
  readonly percentage: string | null;
  /** Rule of the result, and every step to it; empty when the law was not asked, as when a declaration was cancelled. */
  readonly rule: string;
  readonly steps: readonly StepLine[];
  /** What the whole component is due now and what was booked before; the amount is the difference. */
  readonly dueCents: Cents;
  readonly earlierCents: Cents;
  /** Of a correction: in words, with their part of the amount. */
  readonly causes: readonly { readonly text: string; readonly cents: Cents }[];
}

export interface StatementWorker {
  readonly name: string;
  /** Number of the file. */
  readonly number: string;
  readonly amounts: readonly StatementAmount[];
}

export interface StatementView {
  readonly reference: string;
  readonly quarter: Quarter;
  readonly date: PlainDate;
  readonly frozenAt: Instant;
  readonly to: Party;
  /** A self-employed person's own statement: no worker is named. */
  readonly selfEmployed: boolean;
  readonly workers: readonly StatementWorker[];
  readonly synthetic: boolean;
}
