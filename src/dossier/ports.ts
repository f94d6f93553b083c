// What the dossier asks of the outside: a log of events, read tables kept from it, and a vault for personal data.
import type { Instant, PlainDate } from "../kernel/index.ts";
import type { EnteredSubsidy } from "./deciding.ts";
import type { Actor, Envelope, SealedEnvelope, StreamKind } from "./event.ts";
import type { RowChange } from "./read-rows.ts";

/** An event as the store sees it: it does not know what types there are. */
export interface AnyEvent {
  readonly type: string;
  readonly effectiveOn: PlainDate;
  readonly payload: unknown;
}

/** An event as it lies in the log, chained to the one before it in its stream. */
export type AnyStoredEvent = AnyEvent & { readonly envelope: SealedEnvelope };

/**
 * What an event means for the read tables, and nothing else: pure, without clock or look-ups. The same function serves the
 * live append, the bulk way in and the rebuild. Known ranges are the store's work.
 */
export type Projection = (event: AnyEvent, envelope: Envelope) => readonly RowChange[];

/** The work that an event calls for, put in the queues in the transaction that records it. Not asked about an imported history. */
export type Follow = (event: AnyEvent, envelope: Envelope) => readonly NewJob[];

/** New events for one stream, on top of `expectedVersion` (0 for a new stream). */
export interface StreamWrite {
  readonly streamKind: StreamKind;
  readonly streamRef: string;
  readonly expectedVersion: number;
  readonly events: readonly AnyEvent[];
}

/** Work that must follow; written in the same transaction as the events. `key`: at most one open job of a queue has it. */
export interface NewJob {
  readonly queue: string;
  readonly key?: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A piece of personal data to seal in the same transaction as the events that refer to it. */
export interface SealRequest {
  readonly subjectRef: string;
  /** The reference that events may carry. */
  readonly sealedRef: string;
  /** What it is, for example "name", "insz", "address", "account", "evidence". */
  readonly kind: string;
  /** Plain JSON; sealed whole. */
  readonly content: unknown;
}

/** An identifier (INSZ, KBO number) or a name by which a subject can be found again through a blind index. */
export interface LookupRequest {
  readonly subjectRef: string;
  /** Identifiers belong to one subject; names may be shared and are found by the first letters of their words. */
  readonly kind: "insz" | "kbo" | "name";
  readonly value: string;
}

export interface AppendContext {
  readonly actor: Actor;
  /** The same command twice gives the first result and writes nothing. */
  readonly commandId: string;
  /** Hash of what the command asks; a known command id with another fingerprint is refused. */
  readonly fingerprint?: string;
  /** Default: the store's clock. Never earlier than the stream's last event: a clock that runs back is held there. */
  readonly recordedAt?: Instant;
  readonly jobs?: readonly NewJob[];
  readonly sealed?: readonly SealRequest[];
  readonly lookups?: readonly LookupRequest[];
  /**
   * Of an amount that shares a total with others (TRANS-50): what the decision saw of theirs. When another was recorded meanwhile, that is a
   * conflict: read again and decide again.
   */
  readonly sawSubsidies?: readonly EnteredSubsidy[];
}

export interface StreamPosition {
  readonly streamKind: StreamKind;
  readonly streamRef: string;
  readonly fromVersion: number;
  readonly toVersion: number;
}

export interface CommandResult {
  readonly commandId: string;
  readonly recordedAt: Instant;
  readonly streams: readonly StreamPosition[];
}

/** What was done under a command id, and for which command: another command may not take the same id. */
export interface KnownCommand extends CommandResult {
  readonly fingerprint: string | null;
}

export type AppendOutcome =
  | { readonly outcome: "appended"; readonly result: CommandResult }
  /** The command had been done before; nothing was written now. */
  | { readonly outcome: "repeated"; readonly result: CommandResult }
  /** Somebody else wrote first: read again and decide again. */
  | { readonly outcome: "conflict"; readonly streamRef: string; readonly expectedVersion: number; readonly actualVersion: number }
  /** The command id was used for another command. */
  | { readonly outcome: "commandIdReused"; readonly commandId: string }
  /** An identifier of `lookups` already belongs to another subject. */
  | { readonly outcome: "identifierTaken"; readonly kind: string; readonly subjectRef: string };

/** One batch of a stream's history, as one command recorded it. */
export interface BulkBatch {
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly commandId: string;
  readonly events: readonly AnyEvent[];
}

/** A whole new stream, for imports and the generator. Batches in order of `recordedAt`. */
export interface BulkStream {
  readonly streamKind: StreamKind;
  readonly streamRef: string;
  readonly batches: readonly BulkBatch[];
}

export interface BulkReport {
  readonly streams: number;
  readonly events: number;
  readonly readRows: number;
}

/** The one history. Appending updates the read tables in the same transaction. */
export interface EventStore {
  append(
    streamKind: StreamKind,
    streamRef: string,
    expectedVersion: number,
    events: readonly AnyEvent[],
    context: AppendContext,
  ): Promise<AppendOutcome>;
  /** Several streams, all or nothing. */
  appendAll(writes: readonly StreamWrite[], context: AppendContext): Promise<AppendOutcome>;
  /** Events in order; with `knownAt` only those recorded by then. Empty when the stream does not exist. */
  read(streamRef: string, options?: { readonly knownAt?: Instant }): Promise<readonly AnyStoredEvent[]>;
  /** The result of a command that was done, or null. Bulk batches are not commands. */
  findCommand(commandId: string): Promise<KnownCommand | null>;
  /**
   * Whole new streams by COPY, with the same hashes and the same read rows as append would give; all or nothing.
   *
   * @throws Refusal with `store.subsidiesMoved` when `sawSubsidies` is not what is entered any more; nothing was recorded
   */
  bulkAppend(
    streams: AsyncIterable<BulkStream> | Iterable<BulkStream>,
    context?: Pick<AppendContext, "sawSubsidies">,
  ): Promise<BulkReport>;
}

/** Why and for whom personal data is opened; each opening is written to the access log. */
export interface AccessPurpose {
  readonly actor: Actor;
  /** KBO or OVO code of the organisation that the actor works for. */
  readonly organisation: string;
  readonly purpose: string;
}

export interface SealedContent {
  readonly sealedRef: string;
  readonly kind: string;
  readonly recordedAt: Instant;
  readonly content: unknown;
}

/** Personal data, sealed per subject under a key that can be destroyed. */
export interface Vault {
  seal(items: readonly SealRequest[], lookups?: readonly LookupRequest[]): Promise<void>;
  /** Opens items of one subject and logs it. Erased or unknown items are left out. */
  open(subjectRef: string, purpose: AccessPurpose, kinds?: readonly string[]): Promise<readonly SealedContent[]>;
  /** As `open`, of several subjects at once, each with its own entry in the access log. */
  openAll(
    subjectRefs: readonly string[],
    purpose: AccessPurpose,
    kinds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly SealedContent[]>>;
  /** Opens one item of a subject and logs it; null when erased, unknown, or of another subject. */
  openOne(subjectRef: string, purpose: AccessPurpose, sealedRef: string): Promise<SealedContent | null>;
  /** Subject with this INSZ or KBO number, or null. */
  findByIdentifier(kind: "insz" | "kbo", value: string): Promise<string | null>;
  /** Subjects whose name has words that start with the given words (three letters or more each). */
  findByName(text: string, limit: number): Promise<readonly string[]>;
  /**
   * Erasure: what was sealed cannot be opened any more and the subject is not found any more. A backup made before still holds
   * the sealed key; the list of erasures is kept so that a restore destroys it again.
   */
  destroyKey(subjectRef: string, reason: string): Promise<void>;
}
