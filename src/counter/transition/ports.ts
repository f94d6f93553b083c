// What the carrying over of older rights asks of the outside: imports as they stand, what the records hold, the registers.
import type {
  Actor,
  AppendContext,
  BulkReport,
  BulkStream,
  CompanyRegister,
  EnteredSubsidy,
  EventStore,
  LookupRequest,
  OldRightFacts,
  ResidenceRegister,
  SealRequest,
  TransitionMeasure,
  Vault,
} from "../../dossier/index.ts";
import type { Clock, Instant, PlainDate } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Control, RowOutcome, Tally } from "./proof.ts";
import type { FileForm } from "./read-file.ts";

export interface ImportHead {
  readonly importRef: string;
  /** SHA-256 of the file. */
  readonly fileHash: string;
  /** Name of the source list, for example "vop-2023-06". */
  readonly list: string;
  readonly form: FileForm;
  readonly receivedAt: Instant;
  /** Who uploaded it. */
  readonly actor: Actor;
  readonly controls: readonly Control[];
  /** Reasons why lines of control totals cannot be used, by id and line. */
  readonly controlFlaws: number;
  /** Changes with every outcome of every line; a signature counts for one fingerprint. */
  readonly fingerprint: string;
}

/** Each step is written once. */
export const IMPORT_STEPS = ["SIGNED", "TAKEN", "CANCELLED", "ROW_DROPPED", "ROW_CORRECTED", "ROW_SIGNED"] as const;
export type ImportStepKind = (typeof IMPORT_STEPS)[number];

export interface ImportStep {
  readonly importRef: string;
  readonly seq: number;
  readonly step: ImportStepKind;
  readonly at: Instant;
  readonly actor: Actor;
  /** Of a step about one line. */
  readonly line: number | null;
  /** Of a signature. */
  readonly fingerprint: string | null;
}

/** One line as judged. Its contents lie sealed with the file. */
export interface ImportRow {
  readonly line: number;
  /** As typed, at most 40 signs, when it is no measure. */
  readonly measure: string;
  readonly outcome: RowOutcome;
  readonly fte: number;
  readonly cents: number;
  /** Ids of reasons with the column that they are about: "import.missing:einde". */
  readonly reasons: readonly string[];
}

export interface RowQuery {
  readonly outcome: RowOutcome;
  readonly reason?: string;
  /** Lines after this one. */
  readonly after?: number;
  readonly limit: number;
}

export interface ImportStore {
  byHash(fileHash: string): Promise<ImportHead | null>;
  read(importRef: string): Promise<{ readonly head: ImportHead; readonly steps: readonly ImportStep[] } | null>;
  /** Newest first. */
  list(limit: number): Promise<readonly ImportHead[]>;
  /** All or nothing; gives the import that has the same file when somebody was first. */
  create(head: ImportHead, rows: Iterable<ImportRow>): Promise<ImportHead>;
  /** The outcomes of a new check, in place of those before. */
  replaceRows(importRef: string, fingerprint: string, controls: readonly Control[], rows: Iterable<ImportRow>): Promise<void>;
  tallies(importRef: string): Promise<readonly Tally[]>;
  rows(importRef: string, query: RowQuery): Promise<readonly ImportRow[]>;
  row(importRef: string, line: number): Promise<ImportRow | null>;
  /** How many lines are parked for each reason, most first. */
  parkedFor(importRef: string): Promise<readonly { readonly reason: string; readonly rows: number }[]>;
  /** Adds a step, and gives a line another outcome with it; "conflict" when another step has that number already. */
  addStep(step: ImportStep, row?: ImportRow): Promise<"added" | "conflict">;
}

/** A right as recorded now. */
export interface RecordedRight {
  readonly rightRef: string;
  readonly personRef: string | null;
  readonly employerRef: string | null;
  readonly measure: TransitionMeasure;
  readonly startedOn: PlainDate;
  /** Last day as foreseen; null: none. */
  readonly endsOn: PlainDate | null;
  /** Last day as it stands now. */
  readonly lastDay: PlainDate | null;
  /** Name of the list that it came from. */
  readonly source: string;
  readonly schedule: OldRightFacts["schedule"];
  readonly reductionCode: string | null;
  /** In 1/10000; null: not kept. */
  readonly fraction: number | null;
  /** As entered for its first days, in cents; null: none. */
  readonly amount: number | null;
}

/** A grant as it stands now. */
export interface RecordedGrant {
  readonly personRef: string;
  readonly employerRef: string | null;
  readonly from: PlainDate;
  /** Last day; null: none. */
  readonly lastDay: PlainDate | null;
}

export interface TransitionRecords {
  /** Subject of each number that is known. */
  subjectsOf(kind: "insz" | "kbo", numbers: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Kind of stream that each subject has; a subject without events is left out. */
  kindsOf(refs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  rightsOfPersons(personRefs: readonly string[]): Promise<readonly RecordedRight[]>;
  grantsOfPersons(personRefs: readonly string[]): Promise<readonly RecordedGrant[]>;
  /** Rights without a person: the yearly subsidies of local governments. */
  subsidies(): Promise<readonly RecordedRight[]>;
  /** What is entered for every local government: they share one total. */
  enteredSubsidies(): Promise<readonly EnteredSubsidy[]>;
}

/** Everything of one subject that is new. */
export interface NewSubject {
  readonly subjectRef: string;
  readonly recordedAt: Instant;
  readonly items: readonly SealRequest[];
  readonly lookups: readonly LookupRequest[];
}

export interface TransitionPorts {
  readonly law: Law;
  readonly clock: Clock;
  readonly vault: Pick<Vault, "seal" | "open">;
  readonly events: Pick<EventStore, "read">;
  readonly imports: ImportStore;
  readonly records: TransitionRecords;
  readonly registers: { readonly companies: CompanyRegister; readonly residences: ResidenceRegister };
  /** Seals subjects that have nothing in the vault yet, all or nothing. */
  bulkSeal(subjects: Iterable<NewSubject>): Promise<number>;
  /** Whole new streams, all or nothing. */
  bulkAppend: (streams: Iterable<BulkStream>, context: Pick<AppendContext, "sawSubsidies">) => Promise<BulkReport>;
}
