// What the department's counter asks of the outside: the dossier's decisions, its work list, files by what people quote, and its staff.
import type {
  Applicant,
  ApplicationState,
  Dossier,
  DossierQueries,
  EventStore,
  Grant,
  Premiums,
  Reason,
  Vault,
} from "../../dossier/index.ts";
import type { Cents, Clock, EmployerRef, FileRef, Instant, PersonRef, PlainDate, Result } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { GateAnswer } from "../../payment/index.ts";
import type { LetterStore } from "../letters/ports.ts";
import type { DeclarationQueries, TokenStore } from "../ports.ts";

/** What a file asks of the department. A file can ask several things at once. */
export const WORK_KINDS = [
  "NEW",
  "READY",
  "JUDGEMENT",
  "TICKET",
  "TO_COMPLETE",
  "REFUSAL",
  "AWAITING",
  "SECOND_LOOK",
  "EVALUATION_ASKED",
  "EVALUATION_READY",
  "CHANGE",
  "QUARTER_END",
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Why a file has a day: the quarter in which a decision still counts, a ticket or contract that ends, an answer that was asked, a reading of OPEN-18. */
export const DEADLINE_REASONS = ["QUARTER_END", "TICKET_END", "CONTRACT_END", "ANSWER", "TERM"] as const;
export type DeadlineReason = (typeof DEADLINE_REASONS)[number];

/** One file of the work list, as it was looked at last. Derived from the records: it decides nothing. */
export interface WorkItem {
  readonly fileRef: FileRef;
  readonly employerRef: EmployerRef | null;
  readonly personRef: PersonRef;
  readonly applicant: Applicant;
  readonly premiums: Premiums;
  readonly state: ApplicationState;
  /** Empty: it asks nothing, and stands on no list. */
  readonly kinds: readonly WorkKind[];
  readonly filedOn: PlainDate;
  /** Null: no day is known. */
  readonly deadline: { readonly on: PlainDate; readonly why: DeadlineReason } | null;
  /** Pseudonymous reference of the handler; null: nobody in particular. */
  readonly handler: string | null;
  /** What the employer loses when the decision comes a quarter later (OPEN-03); `atMost` when the wage is not known. */
  readonly atStake: { readonly cents: Cents; readonly atMost: boolean } | null;
  readonly lookedOn: PlainDate;
  /** Checks that a register gave reason for when it was asked last. */
  readonly doubts: readonly string[];
}

export interface WorkFilter {
  readonly kind?: WorkKind;
  /** A handler, or files that nobody has. */
  readonly handler?: string | null;
  readonly premiums?: Premiums;
}

/** Place in the order of the list: by day, then the oldest first. */
export interface WorkCursor {
  readonly deadline: PlainDate | null;
  readonly filedOn: PlainDate;
  readonly fileRef: FileRef;
}

export interface WorkListStore {
  page(filter: WorkFilter, limit: number, after?: WorkCursor): Promise<readonly WorkItem[]>;
  /** Files in all under the filter, and how many ask each thing when the filter's kind is left out. */
  count(filter: WorkFilter): Promise<{ readonly total: number; readonly kinds: Readonly<Partial<Record<WorkKind, number>>> }>;
  put(item: WorkItem, lookedAt: Instant): Promise<void>;
  /** What the last look found; null when there was none. */
  lastLook(fileRef: FileRef): Promise<{ readonly at: Instant; readonly doubts: readonly string[] } | null>;
  /**
   * Files to be looked at: never yet, not today, or something was recorded about them since. `upTo`: everything recorded until then is
   * among them; null when there are more than `limit`.
   */
  stale(
    today: PlainDate,
    limit: number,
    now: Instant,
  ): Promise<{ readonly files: readonly FileRef[]; readonly upTo: Instant | null }>;
  /** What was recorded until then has been looked at. */
  settle(upTo: Instant): Promise<void>;
}

export interface FoundFile {
  readonly fileRef: FileRef;
  readonly employerRef: EmployerRef | null;
  readonly personRef: PersonRef;
  readonly applicant: Applicant;
  readonly premiums: Premiums;
  readonly filedOn: PlainDate;
  readonly state: ApplicationState;
}

export interface FileFinder {
  /** Files of persons and enterprises, newest first. */
  filesAbout(subjects: readonly string[], limit: number): Promise<readonly FoundFile[]>;
  /** Files whose reference begins with these ten hexadecimal digits. */
  filesByNumber(digits: string): Promise<readonly FoundFile[]>;
}

export interface StaffMember {
  /** Pseudonymous reference of the login. */
  readonly actorRef: string;
  /** Under whose key the name is sealed. */
  readonly subjectRef: string;
}

export interface StaffStore {
  /** Notes that this person works here; true when it was not known yet. */
  add(member: StaffMember): Promise<boolean>;
  list(): Promise<readonly StaffMember[]>;
}

export interface DepartmentPorts {
  readonly law: Law;
  readonly clock: Clock;
  readonly events: EventStore;
  readonly vault: Vault;
  readonly dossier: Dossier;
  readonly relations: Pick<DossierQueries, "rightsUpTo">;
  readonly declarations: DeclarationQueries;
  readonly workList: WorkListStore;
  readonly finder: FileFinder;
  readonly staff: StaffStore;
  readonly letters: Pick<LetterStore, "list">;
  readonly tokens: TokenStore;
  /** What a grant takes of the budget: under one reading of OPEN-33 a decision stops at the credit, by default it does not. */
  readonly budget: {
    gate(grant: Grant, switches: Readonly<Record<string, string>>): Promise<Result<GateAnswer, readonly Reason[]>>;
  };
  /** A decision that gives more than this over its term waits for a second person; null: none does. A setting, not a legal value. */
  readonly secondLookAbove: Cents | null;
}
