// What the payment counter is put together from: the parts of payment, and names from the vault.
import type { Vault } from "../../dossier/index.ts";
import type { Clock, FileRef, Instant } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type {
  Accounts,
  AdvanceMonths,
  Advances,
  AttestParts,
  Bank,
  Beneficiary,
  Blocks,
  CorrectionProposal,
  Declarations,
  Forecasts,
  LedgerLine,
  LineOrigin,
  PaymentPorts,
  Recoveries,
  Runs,
  Samples,
  Statement,
  StatementHead,
} from "../../payment/index.ts";
import type { Arrivals } from "../arrivals.ts";
import type { Acting } from "../ports.ts";

/** Which file a grant belongs to, and whose it is. */
export interface GrantOwner {
  readonly grantRef: string;
  readonly fileRef: FileRef;
  readonly personRef: string;
  readonly employerRef: string | null;
}

/** Some lines of a run, and where the next ones start; null: these were the last. */
export interface LinePage {
  readonly lines: readonly LedgerLine[];
  readonly next: string | null;
}

export interface PaymentQueries {
  /** In order of grant, quarter, component and sequence. `after` is what `next` of the page before said; anything else starts anew. */
  linesOfRun(
    runRef: string,
    query: { readonly origin: LineOrigin | null; readonly after: string | null; readonly limit: number },
  ): Promise<LinePage>;
  ownersOf(grantRefs: readonly string[]): Promise<readonly GrantOwner[]>;
  /** What somebody is to payments: an employer, a self-employed person, or null when nothing was ever granted. */
  beneficiaryOf(subjectRef: string): Promise<Beneficiary | null>;
  /** Lines of employment and codes of one version of an attest; null: it came before they were kept. */
  partsOf(attestNo: string, version: number): Promise<AttestParts | null>;
  /** Quarters for which anything was booked, first and last; null: none. */
  bookedQuarters(): Promise<{ readonly first: number; readonly last: number } | null>;
}

export type RunWork = "CALCULATE" | "BOOK";

/** Work on a run that goes on whether or not anybody looks. */
export interface WorkState {
  readonly action: RunWork;
  readonly since: Instant;
  /** Parts done and parts in all; null: not known yet. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** Why it stopped; null: it goes on, or waits for its turn. */
  readonly failed: string | null;
}

export interface RunWorkPort {
  enqueue(runRef: string, action: RunWork, acting: Acting): Promise<void>;
  /** Of the last work asked for the run that is not done; null: none. */
  state(runRef: string): Promise<WorkState | null>;
}

/** The answer that a command of a program got. */
export interface CommandReply {
  readonly fingerprint: string;
  readonly status: number;
  readonly body: unknown;
  readonly etag: string | null;
  readonly location: string | null;
}

export interface ReplyStore {
  find(key: string): Promise<CommandReply | null>;
  /** The first one stays. */
  keep(key: string, reply: CommandReply): Promise<void>;
}

/** Statements as they were frozen; see the store. */
export interface StatementSource {
  /** Of one run, in order of beneficiary, after one of the list. */
  ofRun(runRef: string, limit: number, after?: string): Promise<readonly StatementHead[]>;
  /** Latest first. */
  ofBeneficiary(ref: string): Promise<readonly StatementHead[]>;
  /** With its lines as they stand in the ledger; null when there is none. Compare with `linesHashOf` before it is used. */
  read(statementRef: string): Promise<Statement | null>;
}

export interface PaymentCounter {
  readonly statements: StatementSource;
  readonly replies: ReplyStore;
  readonly law: Law;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly payment: PaymentPorts;
  readonly queries: PaymentQueries;
  readonly work: RunWorkPort;
  readonly runs: Runs;
  readonly recoveries: Recoveries;
  readonly declarations: Declarations;
  /** Keeps a file of declarations aside while it comes in. */
  readonly arrivals: Arrivals;
  readonly bank: Bank;
  /** What should be calculated again because the law or the facts changed after it was paid; null: nothing. */
  readonly correction: () => Promise<CorrectionProposal | null>;
  readonly advanceMonths: AdvanceMonths;
  readonly blocks: Blocks;
  readonly advances: Advances;
  readonly accounts: Accounts;
  readonly forecasts: Forecasts;
  readonly samples: Samples;
}
