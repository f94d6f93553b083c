// What the dossier asks of the world outside it: an event store, a vault for personal data, questions to read tables, registers.
import type { EmployerRef, FileRef, Instant, Kbo, PersonRef, PlainDate, RightRef, SealedRef } from "../kernel/index.ts";
import type { Actor, StreamKind } from "./event.ts";
import type { DossierEvent, StoredEvent } from "./events.ts";
import type { EmployerFacts, ResidenceFacts } from "./registration/events.ts";
import type { ApplicationState, PreviousMeasure, TransitionMeasure } from "./vocabulary.ts";

// --- Events -----------------------------------------------------------------------------------------------------------

export interface AppendRequest {
  readonly streamKind: StreamKind;
  readonly streamRef: string;
  /** Version that the decision was taken on; 0 for a stream that must not exist yet. */
  readonly expectedVersion: number;
  /** Never empty. */
  readonly events: readonly DossierEvent[];
  readonly actor: Actor;
  readonly commandId: string;
  readonly recordedAt: Instant;
  /** Personal data that comes with the events; sealed in the same transaction or not at all. */
  readonly seal?: readonly SealRequest[];
  /** Numbers under which a person or employer must be found again, and that nobody else may have. */
  readonly identify?: readonly IdentifyRequest[];
}

export type AppendOutcome =
  | { readonly outcome: "appended"; readonly events: readonly StoredEvent[] }
  /** Somebody was first: load again and decide again. */
  | { readonly outcome: "conflict"; readonly actualVersion: number }
  /** The same command was carried out before; its events are given, nothing was written. */
  | { readonly outcome: "duplicate"; readonly events: readonly StoredEvent[] }
  /** A number in `identify` belongs to another subject already. */
  | { readonly outcome: "taken"; readonly kind: IdentifierKind; readonly subjectRef: string };

export interface EventStore {
  /** In order of version; empty when the stream does not exist. */
  load(streamKind: StreamKind, streamRef: string): Promise<readonly StoredEvent[]>;
  /** Events, read tables, sealed data and the command id in one transaction. `recordedAt` never goes back within a stream. */
  append(request: AppendRequest): Promise<AppendOutcome>;
  /** The events that a command brought forth earlier, or null when it is not known. */
  findCommand(commandId: string): Promise<readonly StoredEvent[] | null>;
}

// --- Personal data ----------------------------------------------------------------------------------------------------

/** Personal data under a fresh reference that events may carry. The subject is the person or employer whose key locks it. */
export interface SealRequest {
  readonly sealedRef: SealedRef;
  readonly subjectRef: string;
  /** What it is, for example "identity", "address", "account", "evidence", "motivation". */
  readonly kind: string;
  /** A JSON value, or bytes of a document. */
  readonly content: unknown;
}

export type IdentifierKind = "INSZ" | "KBO";

export interface IdentifyRequest {
  readonly kind: IdentifierKind;
  readonly number: string;
  readonly subjectRef: string;
}

export interface Vault {
  /** Null when the subject's key was destroyed or nothing lies under the reference. */
  open(sealedRef: SealedRef): Promise<unknown | null>;
  findSubject(kind: IdentifierKind, number: string): Promise<string | null>;
  /** Makes all sealed data of a subject unreadable for ever. */
  destroyKey(subjectRef: string): Promise<void>;
}

// --- Questions that a decision asks across streams ---------------------------------------------------------------------

/** A relation is one employer and one person, or one self-employed person (then `employerRef` is null) (STAT-05). */
export interface Relation {
  readonly employerRef: EmployerRef | null;
  readonly personRef: PersonRef;
}

export interface RelationFile {
  readonly fileRef: FileRef;
  readonly state: ApplicationState;
  readonly filedOn: PlainDate;
}

export interface RunningRight {
  readonly rightRef: RightRef;
  readonly measure: TransitionMeasure;
  readonly validFrom: PlainDate;
  /** First day after; null when indefinite. */
  readonly validTo: PlainDate | null;
}

export interface DossierQueries {
  /** All files of a relation, oldest first. */
  filesOfRelation(relation: Relation): Promise<readonly RelationFile[]>;
  /** Older rights of the relation that run on the day (cumulation and transition checks). */
  rightsOfRelation(relation: Relation, on: PlainDate): Promise<readonly RunningRight[]>;
  /** Persons with a running collective ticket applied for before `before` and no individual ticket: the catch-up's work list (IND-15). */
  catchUpCandidates(on: PlainDate, limit: number): Promise<readonly PersonRef[]>;
}

// --- Registers --------------------------------------------------------------------------------------------------------

/** A register answers, knows nothing, or is down; being down never stops a work list. */
export type RegisterAnswer<T> =
  | { readonly state: "found"; readonly value: T }
  | { readonly state: "unknown" }
  | { readonly state: "unavailable"; readonly retryAfterSeconds: number };

/** Dutch: KBO (DATA-01). */
export interface CompanyRegister {
  find(number: Kbo): Promise<RegisterAnswer<EmployerFacts & { readonly name: string; readonly insolvencySignal: boolean }>>;
}

export interface Employment {
  readonly from: PlainDate;
  /** Last day; null when open-ended. */
  readonly until: PlainDate | null;
}

/** Dutch: RSZ, Dimona and DmfA (DATA-02, PROC-05). */
export interface EmploymentRegister {
  /** Employments of the person with the employer that run on or after `from`. */
  find(
    relation: { readonly employer: Kbo; readonly insz: string },
    from: PlainDate,
  ): Promise<RegisterAnswer<readonly Employment[]>>;
}

/** Dutch: Rijksregister (DATA-04). */
export interface ResidenceRegister {
  find(insz: string): Promise<RegisterAnswer<ResidenceFacts>>;
}

export interface RegisterPorts {
  readonly companies: CompanyRegister;
  readonly employments: EmploymentRegister;
  readonly residences: ResidenceRegister;
}

/** For the link between an older right and the grant that follows it. */
export interface PreviousRight {
  readonly rightRef: RightRef;
  readonly measure: PreviousMeasure;
}
