// What every event of a dossier has around its payload: the stream, the two clocks, who did it and through which command.
import type { Instant, PlainDate } from "../kernel/index.ts";

/**
 * Kinds of append-only history. `file` is one application and what follows from it; `right` is one older right; `handling` is the work on
 * a file inside the department.
 */
export const STREAM_KINDS = ["person", "employer", "file", "right", "handling"] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

/**
 * An event as `decide` returns it. `effectiveOn` is the day it holds from in law or in fact; when it became known is on the envelope.
 * Payloads hold whole numbers, text, flags, lists and objects only, so that their canonical JSON is exact.
 */
export interface EventOf<Type extends string, Payload> {
  readonly type: Type;
  readonly effectiveOn: PlainDate;
  readonly payload: Payload;
}

/** Who acted: a role of the permission table and a reference that is not a direct identifier. */
export interface Actor {
  readonly role: string;
  readonly ref: string;
}

/** What the projections need to know beside the event itself. */
export interface Envelope {
  readonly streamKind: StreamKind;
  readonly streamRef: string;
  /** 1 for the first event of a stream. */
  readonly version: number;
  /** When the system came to know it; the lower bound of every `known` range. */
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly commandId: string;
}

/** An envelope as it lies in the log, chained per stream. `prevHash` of a first event is the empty string. */
export interface SealedEnvelope extends Envelope {
  readonly prevHash: string;
  readonly hash: string;
}
