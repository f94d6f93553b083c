// Checks the whole log against its chains and seals, and says where something is wrong.
import type { AnyStoredEvent } from "../../dossier/ports.ts";
import { type Client, type Pool, type Queryable, transaction } from "../connection.ts";
import { expectedHash } from "./chain.ts";
import { allStreams } from "./rows.ts";
import { exportSeals, type Head, hashHeads, type Seal, sealHash } from "./seal.ts";

export interface PlaceInLog {
  readonly streamRef: string;
  readonly version: number;
}

export type Flaw =
  /** The content is not what its hash says. */
  | { readonly kind: "tampered"; readonly streamRef: string; readonly version: number }
  /** The content is sound but belongs at another place in the log: rows were exchanged, renumbered or moved. */
  | { readonly kind: "misplaced"; readonly streamRef: string; readonly version: number; readonly belongsAt: PlaceInLog }
  /** No row where the stream, or a seal, says there is one. */
  | { readonly kind: "missing"; readonly streamRef: string; readonly version: number }
  /** The event is sound in itself but does not follow on the one before it. */
  | { readonly kind: "unlinked"; readonly streamRef: string; readonly version: number }
  /** The head that a seal covers is not the one in the log. */
  | { readonly kind: "sealBroken"; readonly streamRef: string; readonly version: number; readonly sealNo: number }
  /** The seal itself was changed, or its list of heads. */
  | { readonly kind: "sealTampered"; readonly sealNo: number }
  /** A seal that was exported earlier is not in the database any more, or is another one. */
  | { readonly kind: "sealMissing"; readonly sealNo: number };

export interface Verification {
  readonly events: number;
  readonly streams: number;
  readonly seals: number;
  /** Streams whose last event no seal covers yet: what happens to them is proven by their own chain alone. */
  readonly unsealed: number;
  readonly flaws: readonly Flaw[];
}

/** More broken rows than this are reported as tampered without looking for the place they came from. */
const pairLimit = 300;
/** How far from its place a renumbered row is looked for. */
const renumberLimit = 50;

/** Reads one snapshot of the whole log. `exported` are seals kept outside the database; each must still be there. */
export async function verifyChain(pool: Pool, exported: readonly Seal[] = []): Promise<Verification> {
  return transaction(pool, async (client) => {
    await client.query("set transaction isolation level repeatable read, read only");
    const flaws: Flaw[] = [];
    const broken: AnyStoredEvent[] = [];
    let events = 0;
    let streams = 0;
    for await (const stream of allStreams(client, "chained")) {
      streams += 1;
      events += stream.length;
      checkStream(stream, flaws, broken);
    }
    flaws.push(...explain(broken));
    const seals = await exportSeals(client);
    await checkSeals(client, seals, flaws);
    flaws.push(...missingSeals(seals, exported));
    return { events, streams, seals: seals.length, unsealed: await countUnsealed(client), flaws };
  });
}

function checkStream(stream: readonly AnyStoredEvent[], flaws: Flaw[], broken: AnyStoredEvent[]): void {
  let version = 0;
  let prevHash = "";
  for (const event of stream) {
    const { streamRef } = event.envelope;
    for (version += 1; version < event.envelope.version; version += 1) flaws.push({ kind: "missing", streamRef, version });
    if (safeHash(event) !== event.envelope.hash) broken.push(event);
    // After a missing or broken row the link cannot hold; only a break between two sound rows is news.
    else if (event.envelope.prevHash !== prevHash && !isReported(flaws, broken, streamRef, version - 1)) {
      flaws.push({ kind: "unlinked", streamRef, version });
    }
    prevHash = event.envelope.hash;
  }
}

function isReported(flaws: readonly Flaw[], broken: readonly AnyStoredEvent[], streamRef: string, version: number): boolean {
  const last = flaws.at(-1);
  const lastBroken = broken.at(-1)?.envelope;
  return (
    (last?.kind === "missing" && last.streamRef === streamRef && last.version === version) ||
    (lastBroken?.streamRef === streamRef && lastBroken.version === version)
  );
}

/** Tells content that was moved from content that was changed. */
function explain(broken: readonly AnyStoredEvent[]): Flaw[] {
  const places = broken.length > pairLimit ? [] : broken;
  return broken.map((event): Flaw => {
    const { streamRef, version } = event.envelope;
    const belongsAt = renumberedFrom(event) ?? places.find((other) => other !== event && belongsIn(event, other))?.envelope;
    if (belongsAt === undefined) return { kind: "tampered", streamRef, version };
    return { kind: "misplaced", streamRef, version, belongsAt: { streamRef: belongsAt.streamRef, version: belongsAt.version } };
  });
}

/** The place in its own stream for which the row, taken whole, is sound. */
function renumberedFrom(event: AnyStoredEvent): PlaceInLog | undefined {
  const { streamRef, version } = event.envelope;
  for (let distance = 1; distance <= renumberLimit; distance += 1) {
    for (const candidate of [version + distance, version - distance]) {
      const moved = { ...event, envelope: { ...event.envelope, version: candidate } };
      if (candidate > 0 && safeHash(moved) === event.envelope.hash) return { streamRef, version: candidate };
    }
  }
  return undefined;
}

/** Whether this row's content, put in the other's place, has a hash that one of the two rows carries. */
function belongsIn(event: AnyStoredEvent, other: AnyStoredEvent): boolean {
  const { streamKind, streamRef, version } = other.envelope;
  const hashes = [event.envelope.hash, other.envelope.hash];
  return [event.envelope.prevHash, other.envelope.prevHash].some((prevHash) =>
    // Who wrote it and when may have been moved with the content or left behind.
    [event.envelope, other.envelope].some(({ recordedAt, actor }) =>
      [event.envelope, other.envelope].some(({ commandId }) => {
        const envelope = { streamKind, streamRef, version, recordedAt, actor, commandId, prevHash, hash: "" };
        const hash = safeHash({ ...event, envelope });
        return hash !== null && hashes.includes(hash);
      }),
    ),
  );
}

/** A payload that canonical JSON refuses was not written by us. */
function safeHash(event: AnyStoredEvent): string | null {
  try {
    return expectedHash(event);
  } catch {
    return null;
  }
}

async function checkSeals(client: Client, seals: readonly Seal[], flaws: Flaw[]): Promise<void> {
  let prevHash = "";
  for (const [i, seal] of seals.entries()) {
    const { rows } = await client.query<Head & { now: string | null }>(
      `select h.stream_ref as "streamRef", h.version, encode(h.hash, 'hex') as hash, encode(e.hash, 'hex') as now
       from log.seal_head h left join log.event e using (stream_ref, version) where h.seal_no = $1`,
      [seal.sealNo],
    );
    const sound =
      seal.sealNo === i + 1 &&
      seal.prevHash === prevHash &&
      seal.headCount === rows.length &&
      seal.headsHash === hashHeads(rows) &&
      seal.hash === sealHash(seal.sealNo, seal.sealedAt, seal.headsHash, seal.prevHash);
    if (!sound) flaws.push({ kind: "sealTampered", sealNo: seal.sealNo });
    for (const { streamRef, version, hash, now } of rows) {
      const known = flaws.some((f) => "streamRef" in f && f.streamRef === streamRef && f.version === version);
      if (now === null && !known) flaws.push({ kind: "missing", streamRef, version });
      else if (now !== null && now !== hash) flaws.push({ kind: "sealBroken", streamRef, version, sealNo: seal.sealNo });
    }
    prevHash = seal.hash;
  }
}

function missingSeals(seals: readonly Seal[], exported: readonly Seal[]): Flaw[] {
  const here = new Map(seals.map((seal) => [seal.sealNo, seal.hash]));
  return exported.filter((seal) => here.get(seal.sealNo) !== seal.hash).map(({ sealNo }) => ({ kind: "sealMissing", sealNo }));
}

async function countUnsealed(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from (select stream_ref, max(version) as version from log.event group by stream_ref) e
     where not exists (select from log.seal_head h where h.stream_ref = e.stream_ref and h.version = e.version)`,
  );
  return rows[0]!.count;
}
