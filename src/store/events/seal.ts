// The periodic seal over all heads that moved: what ties the streams together without a lock at each append.
import { createHash } from "node:crypto";
import type { Clock, Instant } from "../../kernel/index.ts";
import { type Client, type Pool, type Queryable, transaction } from "../connection.ts";

export interface Seal {
  readonly sealNo: number;
  readonly sealedAt: Instant;
  readonly headCount: number;
  /** SHA-256 over the sorted heads, one line "streamRef version hash" each. */
  readonly headsHash: string;
  /** Empty for the first seal. */
  readonly prevHash: string;
  readonly hash: string;
}

export interface Head {
  readonly streamRef: string;
  readonly version: number;
  readonly hash: string;
}

// Two sealing jobs at once would make a fork; appends do not take this lock.
const lockKey = 7_216_042_212;

/**
 * Seals the heads of all streams that moved since the seal before, at most `most` in one seal, and returns the last seal made. Null
 * when none moved.
 */
export async function sealHeads(pool: Pool, clock: Clock, most = 100_000): Promise<Seal | null> {
  let last: Seal | null = null;
  for (;;) {
    const { seal, taken } = await sealSome(pool, clock, most);
    last = seal ?? last;
    // What moves from now on is for the next time: under a steady load there would be no end.
    if (taken < most) return last;
  }
}

async function sealSome(pool: Pool, clock: Clock, most: number): Promise<{ seal: Seal | null; taken: number }> {
  return transaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock($1)", [lockKey]);
    const { rows } = await client.query<Head & { taken: number }>(
      `with part as (select stream_ref, version from ops.unsealed order by stream_ref, version limit $1),
            moved as (delete from ops.unsealed u using part s where u.stream_ref = s.stream_ref and u.version = s.version
                      returning u.stream_ref, u.version),
            heads as (select stream_ref, max(version) as version from moved group by stream_ref)
       select h.stream_ref as "streamRef", h.version, encode(e.hash, 'hex') as hash,
         (select count(*)::int from moved) as taken
       from heads h join log.event e using (stream_ref, version)`,
      [most],
    );
    if (rows.length === 0) return { seal: null, taken: 0 };
    const before = await lastSeal(client);
    const seal = makeSeal((before?.sealNo ?? 0) + 1, clock.now(), rows, before?.hash ?? "");
    await store(client, seal, rows);
    return { seal, taken: rows[0]!.taken };
  });
}

export async function lastSeal(db: Queryable): Promise<Seal | null> {
  return (await readSeals(db, "order by seal_no desc limit 1"))[0] ?? null;
}

/** All seals in order, to be kept outside the database: what is exported cannot be rewritten here unnoticed. */
export async function exportSeals(db: Queryable): Promise<readonly Seal[]> {
  return readSeals(db, "order by seal_no");
}

export function makeSeal(sealNo: number, sealedAt: Instant, heads: readonly Head[], prevHash: string): Seal {
  const headsHash = hashHeads(heads);
  return {
    sealNo,
    sealedAt,
    headCount: heads.length,
    headsHash,
    prevHash,
    hash: sealHash(sealNo, sealedAt, headsHash, prevHash),
  };
}

export function sealHash(sealNo: number, sealedAt: Instant, headsHash: string, prevHash: string): string {
  return createHash("sha256").update(`${prevHash}|${sealNo}|${sealedAt}|${headsHash}`).digest("hex");
}

export function hashHeads(heads: readonly Head[]): string {
  const digest = createHash("sha256");
  const lines = heads.map((h) => `${h.streamRef} ${h.version} ${h.hash}\n`).sort();
  for (const line of lines) digest.update(line);
  return digest.digest("hex");
}

async function readSeals(db: Queryable, tail: string): Promise<Seal[]> {
  const { rows } = await db.query<Seal>(
    `select seal_no as "sealNo", sealed_at as "sealedAt", head_count as "headCount", encode(heads_hash, 'hex') as "headsHash",
       encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash from log.seal ${tail}`,
  );
  return rows;
}

async function store(client: Client, seal: Seal, heads: readonly Head[]): Promise<void> {
  await client.query(
    `insert into log.seal (seal_no, sealed_at, head_count, heads_hash, prev_hash, hash)
     values ($1, $2, $3, decode($4, 'hex'), decode($5, 'hex'), decode($6, 'hex'))`,
    [seal.sealNo, seal.sealedAt, seal.headCount, seal.headsHash, seal.prevHash, seal.hash],
  );
  await client.query(
    `insert into log.seal_head (seal_no, stream_ref, version, hash)
     select $1, r, v, decode(h, 'hex') from unnest($2::uuid[], $3::int[], $4::text[]) as heads(r, v, h)`,
    [seal.sealNo, heads.map((h) => h.streamRef), heads.map((h) => h.version), heads.map((h) => h.hash)],
  );
}
