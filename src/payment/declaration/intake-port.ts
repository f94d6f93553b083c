// Taking in files of declarations: what is read from them, what is kept of each file, and what the store must promise.
import type { Actor } from "../../dossier/index.ts";
import type { Instant, Problem, Result } from "../../kernel/index.ts";
import type { Attest } from "../ports.ts";
import type { AttestParts } from "./attest-parts.ts";
import type { DmfaAttest } from "./dmfa-attest.ts";

/** ATTESTS: DmfA attests. PAYSLIPS: association work (REF-06). PAYROLL: estimates of a payroll office, never a basis for payment (PAY-01). */
export const INTAKE_KINDS = ["ATTESTS", "PAYSLIPS", "PAYROLL"] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

/** `line` is where the declaration stands in the file; `number` is its own number where it could be read. */
export interface ReadDeclaration {
  readonly line: number;
  readonly number: string | null;
  readonly result: Result<DmfaAttest, Problem[]>;
}

/** Reads a file while it streams by. Throws a `Refusal` when the file as a whole is unusable. */
export type DeclarationReader = (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<ReadDeclaration>;

/**
 * Why a declaration is kept apart. UNKNOWN_WORKER, UNKNOWN_EMPLOYER: no such number in the records. UNKNOWN_RELATION: nobody was granted
 * anything for the two together. CONTRADICTS: its number and version are known with another content. OTHER_RELATION: its number belongs to
 * another worker, employer or quarter. NEGATIVE_WAGE: its amounts come to less than zero. NO_FRACTION: no hours in the contract.
 * NOT_ASSOCIATION: a payslip of a relation whose contract is not one of association work, so that its wage comes from DmfA (REF-06).
 */
export const PARK_REASONS = [
  "UNKNOWN_WORKER",
  "UNKNOWN_EMPLOYER",
  "UNKNOWN_RELATION",
  "CONTRADICTS",
  "OTHER_RELATION",
  "NEGATIVE_WAGE",
  "NO_FRACTION",
  "NOT_ASSOCIATION",
] as const;
export type ParkReason = (typeof PARK_REASONS)[number];

/** What became of a file. `read` is the sum of `taken`, `known`, all of `parked`, and `rejected`. */
export interface IntakeReport {
  readonly read: number;
  readonly taken: number;
  /** Were in the records already, with the same content. */
  readonly known: number;
  readonly parked: Readonly<Partial<Record<ParkReason, number>>>;
  readonly rejected: number;
  /** Of those taken: by status of the attest. */
  readonly statuses: Readonly<Record<Attest["status"], number>>;
  /** Of those taken: a later version had come before. */
  readonly outOfOrder: number;
  /** Of those taken: per quarter, as year x 4 + n - 1. */
  readonly quarters: Readonly<Record<string, number>>;
}

export interface StoredIntake {
  readonly intakeRef: string;
  readonly kind: IntakeKind | "RETRY";
  readonly label: string;
  readonly receivedAt: Instant;
  readonly actor: Actor;
  readonly report: IntakeReport;
}

/** A field that is wrong, without what it held: that may say whom it is about. */
export interface WrongField {
  readonly id: string;
  readonly field: string | null;
  readonly expected: string | null;
}

export interface IntakeItem {
  readonly itemRef: string;
  readonly intakeRef: string;
  /** Of the file that it came in. */
  readonly kind: StoredIntake["kind"];
  readonly outcome: "PARKED" | "REJECTED";
  readonly line: number;
  readonly attestNo: string | null;
  readonly version: number | null;
  readonly quarter: number | null;
  /** A `ParkReason`, or "WRONG" for one that was rejected. */
  readonly reason: ParkReason | "WRONG";
  readonly wrong: readonly WrongField[];
}

/** An item with whom it is about, to be sealed. */
export interface NewItem extends Omit<IntakeItem, "intakeRef" | "kind"> {
  /** Null for what could not be read. */
  readonly declared: DmfaAttest | null;
}

/** One declaration that may be stored, with its place in the file and whom it is about, should it turn out to contradict. */
export interface StagedAttest {
  readonly line: number;
  readonly attest: Attest;
  readonly parts: AttestParts;
}

export interface Relation {
  readonly personRef: string | null;
  readonly employerRef: string | null;
  /** Whether anything was ever granted for the two together. */
  readonly granted: boolean;
  /** Whether any of it was for association work; looked up for payslips only. */
  readonly association: boolean;
}

export interface Settled {
  readonly taken: number;
  readonly known: number;
  readonly statuses: IntakeReport["statuses"];
  readonly outOfOrder: number;
  readonly quarters: IntakeReport["quarters"];
  /** Staged ones that were not stored. */
  readonly apart: readonly {
    readonly line: number;
    readonly attestNo: string;
    readonly version: number;
    readonly quarter: number;
    readonly reason: "CONTRADICTS" | "OTHER_RELATION";
  }[];
  /** From when on they are known; after every run that has started. */
  readonly receivedAt: Instant;
}

/** Everything of one file, inside one transaction. */
export interface IntakeSession {
  stage(attests: readonly StagedAttest[]): Promise<void>;
  /** Decides what is new, known or contradicting, and stores what is new. Runs that start later see all of it, earlier ones nothing. */
  settle(): Promise<Settled>;
  /** As `settle`, into the estimates: every row is kept, and nothing stays staged. */
  settlePayroll(): Promise<Settled>;
  /** Seals whom the items are about under the key of this intake. */
  setApart(intakeRef: string, items: readonly NewItem[]): Promise<void>;
  endItems(itemRefs: readonly string[], intakeRef: string, actor: Actor): Promise<void>;
  record(intake: StoredIntake, fileHash: string): Promise<void>;
}

export interface DeclarationStore {
  /** All of `work` or nothing; nothing when it throws. */
  inOne<T>(work: (session: IntakeSession) => Promise<T>): Promise<T>;
  findFile(kind: StoredIntake["kind"], fileHash: string): Promise<StoredIntake | null>;
  find(intakeRef: string): Promise<StoredIntake | null>;
  /** Latest first. */
  list(limit: number): Promise<readonly StoredIntake[]>;
  /** In order of line. */
  itemsOf(intakeRef: string, limit: number): Promise<readonly IntakeItem[]>;
  /** Parked and not ended yet, oldest first, after an item of the list before. */
  open(limit: number, after?: string): Promise<readonly IntakeItem[]>;
  openCount(): Promise<number>;
  /** Whom parked items are about; opening is logged. */
  declared(items: readonly IntakeItem[], actor: Actor): Promise<ReadonlyMap<string, DmfaAttest>>;
  /** False when it was ended already. */
  dismiss(itemRef: string, reason: string, actor: Actor, at: Instant): Promise<boolean>;
  /** The relation of each pair, in order. */
  relations(
    pairs: readonly { readonly worker: string; readonly employer: string }[],
    kind: IntakeKind,
  ): Promise<readonly Relation[]>;
}
