// One append: check the version, chain the events, write them, update the read tables, enqueue and seal. All or nothing.
import type {
  AnyStoredEvent,
  AppendContext,
  AppendOutcome,
  CommandResult,
  Follow,
  Projection,
  StreamPosition,
  StreamWrite,
} from "../../dossier/ports.ts";
import type { Clock, Instant } from "../../kernel/index.ts";
import { type Client, type Pool, transaction } from "../connection.ts";
import { enqueue } from "../jobs/jobs.ts";
import { subsidiesStand } from "../read/shared-subsidies.ts";
import { StreamView } from "../read/view.ts";
import { writeChanges } from "../read/write.ts";
import { IdentifierTaken, type SubjectVault } from "../vault/subject-vault.ts";
import { type ChainedEvent, chain } from "./chain.ts";
import { findCommand, recordCommand } from "./commands.ts";
import { eventColumns, eventValues, readStream } from "./rows.ts";

export interface AppendTools {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly project: Projection;
  readonly vault: SubjectVault;
  readonly follow?: Follow;
}

/** Ends the transaction without a trace; carries the answer. */
class Declined extends Error {
  readonly answer: AppendOutcome | "known";

  constructor(answer: AppendOutcome | "known") {
    super("append declined");
    this.answer = answer;
  }
}

export async function append(tools: AppendTools, writes: readonly StreamWrite[], context: AppendContext): Promise<AppendOutcome> {
  checkWrites(writes);
  if ((context.sealed ?? []).length > 0) await tools.vault.ready();
  try {
    return await transaction(tools.pool, (client) => appendWithin(client, tools, writes, context));
  } catch (error) {
    if (error instanceof Declined) return error.answer === "known" ? firstResult(tools.pool, context) : error.answer;
    if (error instanceof IdentifierTaken) return { outcome: "identifierTaken", kind: error.kind, subjectRef: error.subjectRef };
    // Somebody else wrote the same version between our reading and our writing.
    if (isClash(error)) return conflictNow(tools.pool, writes, context);
    throw error;
  }
}

async function appendWithin(
  client: Client,
  tools: AppendTools,
  writes: readonly StreamWrite[],
  context: AppendContext,
): Promise<AppendOutcome> {
  const { sawSubsidies } = context;
  // Before anything is read, so that all of it is read after whoever was first.
  const stands = sawSubsidies === undefined || (await subsidiesStand(client, sawSubsidies));
  const histories: AnyStoredEvent[][] = [];
  for (const write of writes) histories.push(await readStream(client, write.streamRef));
  const recordedAt = momentOf(histories, context.recordedAt ?? tools.clock.now());
  const result: CommandResult = { commandId: context.commandId, recordedAt, streams: writes.map(positionOf) };
  if (!(await recordCommand(client, result, context.fingerprint ?? null))) throw new Declined("known");
  if (!stands) throw new Declined(conflictIn(writes[0]!, histories[0]!.length));
  for (const [i, write] of writes.entries()) {
    const actualVersion = histories[i]!.length;
    if (actualVersion !== write.expectedVersion) throw new Declined(conflictIn(write, actualVersion));
  }
  for (const [i, write] of writes.entries()) {
    const history = histories[i]!;
    const events = chained(write, history, recordedAt, context);
    await insertEvents(client, events);
    await updateReadTables(client, tools.project, history, events, recordedAt);
    for (const { event, envelope } of events)
      for (const job of tools.follow?.(event, envelope) ?? []) await enqueue(client, job, recordedAt);
  }
  for (const job of context.jobs ?? []) await enqueue(client, job, recordedAt);
  await tools.vault.sealWithin(client, context.sealed ?? [], context.lookups ?? [], recordedAt);
  return { outcome: "appended", result };
}

function conflictIn({ streamRef, expectedVersion }: StreamWrite, actualVersion: number): AppendOutcome {
  return { outcome: "conflict", streamRef, expectedVersion, actualVersion };
}

/** A clock that runs back is held at the stream's last moment, so that what was known never changes afterwards. */
function momentOf(histories: readonly AnyStoredEvent[][], proposed: Instant): Instant {
  return histories.reduce((at, history) => {
    const last = history.at(-1)?.envelope.recordedAt;
    return last !== undefined && last > at ? last : at;
  }, proposed);
}

function positionOf(write: StreamWrite): StreamPosition {
  return {
    streamKind: write.streamKind,
    streamRef: write.streamRef,
    fromVersion: write.expectedVersion + 1,
    toVersion: write.expectedVersion + write.events.length,
  };
}

function chained(
  write: StreamWrite,
  history: readonly AnyStoredEvent[],
  recordedAt: Instant,
  context: AppendContext,
): ChainedEvent[] {
  let prevHash = history.at(-1)?.envelope.hash ?? "";
  const { streamKind, streamRef } = write;
  const { actor, commandId } = context;
  return write.events.map((event, i) => {
    const placed = { streamKind, streamRef, version: write.expectedVersion + 1 + i, recordedAt, actor, commandId };
    const made = chain(event, placed, prevHash);
    prevHash = made.envelope.hash;
    return made;
  });
}

async function insertEvents(client: Client, events: readonly ChainedEvent[]): Promise<void> {
  const width = eventColumns.length;
  const rows = events.map((_, r) => `(${eventColumns.map((_, c) => `$${r * width + c + 1}`).join(", ")})`);
  await client.query({
    ...(events.length === 1 ? { name: "insert-event" } : {}),
    text: `insert into log.event (${eventColumns.join(", ")}) values ${rows.join(", ")}`,
    values: events.flatMap(eventValues),
  });
  const { streamRef, version } = events.at(-1)!.envelope;
  await client.query({
    name: "note-unsealed",
    text: "insert into ops.unsealed (stream_ref, version) values ($1, $2)",
    values: [streamRef, version],
  });
}

async function updateReadTables(
  client: Client,
  project: Projection,
  history: readonly AnyStoredEvent[],
  events: readonly ChainedEvent[],
  at: Instant,
): Promise<void> {
  const view = new StreamView(project);
  for (const stored of history) view.apply(stored, stored.envelope);
  const before = view.current();
  for (const { event, envelope } of events) view.apply(event, envelope);
  await writeChanges(client, before, view, at);
}

async function firstResult(pool: Pool, context: AppendContext): Promise<AppendOutcome> {
  const known = await findCommand(pool, context.commandId);
  if (known === null) throw new Error(`Command ${context.commandId} was known and is not found`);
  const differs = context.fingerprint !== undefined && known.fingerprint !== null && known.fingerprint !== context.fingerprint;
  return differs ? { outcome: "commandIdReused", commandId: context.commandId } : { outcome: "repeated", result: known.result };
}

async function conflictNow(pool: Pool, writes: readonly StreamWrite[], context: AppendContext): Promise<AppendOutcome> {
  const known = await findCommand(pool, context.commandId);
  if (known !== null) return firstResult(pool, context);
  for (const { streamRef, expectedVersion } of writes) {
    const actualVersion = (await readStream(pool, streamRef)).length;
    if (actualVersion !== expectedVersion) return { outcome: "conflict", streamRef, expectedVersion, actualVersion };
  }
  throw new Error("The database reported a clash of versions that cannot be found");
}

function isClash(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === "23505" && constraint === "event_pkey";
}

function checkWrites(writes: readonly StreamWrite[]): void {
  if (writes.length === 0 || writes.some((w) => w.events.length === 0))
    throw new RangeError("An append needs at least one event per stream");
  if (new Set(writes.map((w) => w.streamRef)).size !== writes.length) throw new RangeError("An append names each stream once");
}
