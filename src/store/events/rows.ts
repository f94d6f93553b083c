// Events as rows of log.event, in both directions.
import type pg from "pg";
import type { StreamKind } from "../../dossier/event.ts";
import type { AnyStoredEvent } from "../../dossier/ports.ts";
import type { Instant, PlainDate } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";
import type { ChainedEvent } from "./chain.ts";

export const eventColumns = [
  "stream_ref",
  "version",
  "stream_kind",
  "type",
  "effective_on",
  "recorded_at",
  "actor_role",
  "actor_ref",
  "command_id",
  "payload",
  "prev_hash",
  "hash",
] as const;

/** Column values as PostgreSQL's own text, in the order of `eventColumns`. */
export function eventValues({ event, envelope, payloadText }: ChainedEvent): string[] {
  return [
    envelope.streamRef,
    String(envelope.version),
    envelope.streamKind,
    event.type,
    event.effectiveOn,
    envelope.recordedAt,
    envelope.actor.role,
    envelope.actor.ref,
    envelope.commandId,
    payloadText,
    `\\x${envelope.prevHash}`,
    `\\x${envelope.hash}`,
  ];
}

export interface EventRow {
  stream_ref: string;
  version: number;
  stream_kind: StreamKind;
  type: string;
  effective_on: PlainDate;
  recorded_at: Instant;
  actor_role: string;
  actor_ref: string;
  command_id: string;
  payload: unknown;
  prev_hash: string;
  hash: string;
}

/** Select list that gives an `EventRow`. */
export const eventSelect =
  "stream_ref, version, stream_kind, type, effective_on, recorded_at, actor_role, actor_ref, command_id, payload, " +
  "encode(prev_hash, 'hex') as prev_hash, encode(hash, 'hex') as hash";

/** The same for who only wants to know what happened: without the chain, which costs as much to fetch as the rest. */
const unchainedSelect = eventSelect.replace(/encode\(prev_hash.*$/, "'' as prev_hash, '' as hash");

export function storedEvent(row: EventRow): AnyStoredEvent {
  return {
    type: row.type,
    effectiveOn: row.effective_on,
    payload: row.payload,
    envelope: {
      streamKind: row.stream_kind,
      streamRef: row.stream_ref,
      version: row.version,
      recordedAt: row.recorded_at,
      actor: { role: row.actor_role, ref: row.actor_ref },
      commandId: row.command_id,
      prevHash: row.prev_hash,
      hash: row.hash,
    },
  };
}

/** A stream in order; with `knownAt` only what was recorded by then. */
export async function readStream(db: Queryable, streamRef: string, knownAt?: Instant): Promise<AnyStoredEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: knownAt === undefined ? "read-stream" : "read-stream-known",
    text: `select ${eventSelect} from log.event where stream_ref = $1 ${knownAt === undefined ? "" : "and recorded_at <= $2"} order by version`,
    values: knownAt === undefined ? [streamRef] : [streamRef, knownAt],
  });
  return rows.map(storedEvent);
}

const batchSize = 5000;

/**
 * Whole streams, one after the other, from a snapshot of the log. `client` must be inside a transaction; memory stays that of one
 * batch and one stream.
 */
export async function* allStreams(client: Queryable, chained: "chained" | "unchained"): AsyncGenerator<AnyStoredEvent[]> {
  const columns = chained === "chained" ? eventSelect : unchainedSelect;
  await client.query(`declare all_events no scroll cursor for select ${columns} from log.event order by stream_ref, version`);
  const fetchNext = (): Promise<pg.QueryResult<EventRow>> => {
    const fetched = client.query<EventRow>(`fetch ${batchSize} from all_events`);
    // A caller that stops half-way never asks for it; one that goes on gets the error all the same.
    fetched.catch(() => {});
    return fetched;
  };
  let stream: AnyStoredEvent[] = [];
  for (let next = fetchNext(); ; ) {
    const { rows } = await next;
    // The server reads the next batch while the caller works on this one.
    if (rows.length === batchSize) next = fetchNext();
    for (const row of rows) {
      if (stream.length > 0 && stream[0]!.envelope.streamRef !== row.stream_ref) {
        yield stream;
        stream = [];
      }
      stream.push(storedEvent(row));
    }
    if (rows.length < batchSize) break;
  }
  if (stream.length > 0) yield stream;
  await client.query("close all_events");
}
