// The vault on PostgreSQL: one key per subject, sealed by the master key; erasing a subject is destroying its key.
import type { AccessPurpose, LookupRequest, SealedContent, SealRequest, Vault } from "../../dossier/ports.ts";
import type { Clock, Instant } from "../../kernel/index.ts";
import { type Client, type Pool, type Queryable, transaction } from "../connection.ts";
import { copyInto, copyLine } from "../copy.ts";
import { refuse } from "../refuse.ts";
import { recordAccess, recordAccesses } from "./access-log.ts";
import { identifierToken, nameTokens, searchTokens } from "./blind-index.ts";
import { random, seal, unseal } from "./cipher.ts";
import { claimMasterKey, refuseKey } from "./claim.ts";
import { eraseWithin, noteErasure } from "./erasures.ts";
import type { MasterKey } from "./master-key.ts";

/** An identifier belongs to another subject already. */
export class IdentifierTaken extends Error {
  readonly kind: string;
  readonly subjectRef: string;

  constructor(kind: string, subjectRef: string) {
    super(`This ${kind} belongs to another subject`);
    this.kind = kind;
    this.subjectRef = subjectRef;
  }
}

export interface SubjectCipher {
  seal(plain: Buffer, place: string): Buffer;
  /** Throws when the text was sealed elsewhere or changed. */
  open(sealed: Buffer, place: string): Buffer;
}

interface SealedRow {
  subject_ref: string;
  sealed_ref: string;
  kind: string;
  ciphertext: Buffer;
  recorded_at: Instant;
}

/** A subject's key with one sealed item; without items the rest is null. */
interface KeyedRow extends SealedRow {
  readonly sealed_key: Buffer;
  readonly master_key_id: string;
}

const KEYED = "k.subject_ref, k.sealed_key, k.master_key_id, s.sealed_ref, s.kind, s.ciphertext, s.recorded_at";

function contentOf(key: Buffer, row: SealedRow): SealedContent {
  const plain = unseal(key, row.ciphertext, bound(row.subject_ref, row.sealed_ref, row.kind));
  return {
    sealedRef: row.sealed_ref,
    kind: row.kind,
    recordedAt: row.recorded_at,
    content: JSON.parse(plain.toString("utf8")) as unknown,
  };
}

/** What a text is bound to when it is sealed. */
export function bound(subjectRef: string, sealedRef: string, kind: string): string {
  return `${subjectRef}|${sealedRef}|${kind}`;
}

function cipherUnder(key: Buffer, subjectRef: string): SubjectCipher {
  return {
    seal: (plain, place) => seal(key, plain, `${subjectRef}|${place}`),
    open: (sealed, place) => unseal(key, sealed, `${subjectRef}|${place}`),
  };
}

export class SubjectVault implements Vault {
  readonly #pool: Pool;
  readonly #master: MasterKey;
  readonly #clock: Clock;
  #ready: Promise<void> | null = null;

  constructor(pool: Pool, master: MasterKey, clock: Clock) {
    this.#pool = pool;
    this.#master = master;
    this.#clock = clock;
  }

  /** Must be awaited before the first `sealWithin`, outside any transaction: refuses a master key that is not this database's. */
  ready(): Promise<void> {
    this.#ready ??= claimMasterKey(this.#pool, this.#master, this.#clock.now()).catch((error: unknown) => {
      // The next caller tries again: the database may have been away.
      this.#ready = null;
      throw error;
    });
    return this.#ready;
  }

  /** Throws `IdentifierTaken` when an identifier of `lookups` is another subject's. */
  async seal(items: readonly SealRequest[], lookups: readonly LookupRequest[] = []): Promise<void> {
    await this.ready();
    await transaction(this.#pool, (client) => this.sealWithin(client, items, lookups, this.#clock.now()));
  }

  /** As `seal`, inside the caller's transaction. */
  async sealWithin(db: Queryable, items: readonly SealRequest[], lookups: readonly LookupRequest[], at: Instant): Promise<void> {
    const keys = new Map<string, Buffer>();
    for (const { subjectRef, sealedRef, kind, content } of items) {
      const key = keys.get(subjectRef) ?? (await this.#keyFor(db, subjectRef, at));
      keys.set(subjectRef, key);
      const ciphertext = seal(key, Buffer.from(JSON.stringify(content), "utf8"), bound(subjectRef, sealedRef, kind));
      await db.query({
        name: "seal",
        text: "insert into vault.sealed (subject_ref, sealed_ref, kind, ciphertext, recorded_at) values ($1, $2, $3, $4, $5)",
        values: [subjectRef, sealedRef, kind, ciphertext, at],
      });
    }
    for (const lookup of lookups) await this.#index(db, lookup);
  }

  /** Seals many items of one subject by COPY, inside the caller's transaction. */
  async sealMany(
    client: Client,
    subjectRef: string,
    items: readonly Omit<SealRequest, "subjectRef">[],
    at: Instant,
  ): Promise<void> {
    const key = await this.#keyFor(client, subjectRef, at);
    await copyInto(
      client,
      "vault.sealed (subject_ref, sealed_ref, kind, ciphertext, recorded_at)",
      items.map(({ sealedRef, kind, content }) => {
        const ciphertext = seal(key, Buffer.from(JSON.stringify(content), "utf8"), bound(subjectRef, sealedRef, kind));
        return copyLine([subjectRef, sealedRef, kind, `\\x${ciphertext.toString("hex")}`, at]);
      }),
    );
  }

  open(subjectRef: string, purpose: AccessPurpose, kinds?: readonly string[]): Promise<SealedContent[]> {
    return this.#open(subjectRef, purpose, "open-sealed", "$2::text[] is null or s.kind = any($2)", kinds ?? null);
  }

  async openOne(subjectRef: string, purpose: AccessPurpose, sealedRef: string): Promise<SealedContent | null> {
    const opened = await this.#open(subjectRef, purpose, "open-one-sealed", "s.sealed_ref = $2", sealedRef);
    return opened[0] ?? null;
  }

  /** Nobody sees what was not logged first: content leaves only when its entry is committed. */
  async #open(subjectRef: string, purpose: AccessPurpose, name: string, which: string, value: unknown): Promise<SealedContent[]> {
    const { rows } = await this.#pool.query<KeyedRow>({
      name,
      text: `select ${KEYED} from vault.subject_key k left join vault.sealed s on s.subject_ref = k.subject_ref and (${which})
        where k.subject_ref = $1 and k.sealed_key is not null order by s.recorded_at, s.sealed_ref`,
      values: [subjectRef, value],
    });
    const [first] = rows;
    if (first === undefined) return [];
    const key = this.#unwrap(first);
    const opened = rows.flatMap((row) => (row.sealed_ref === null ? [] : [contentOf(key, row)]));
    await recordAccess(this.#pool, subjectRef, purpose, [...new Set(opened.map((o) => o.kind))], this.#clock.now());
    return opened;
  }

  /** As `open`, of many subjects at once; whose key was destroyed is left out. One entry in the access log per subject. */
  async openAll(
    subjectRefs: readonly string[],
    purpose: AccessPurpose,
    kinds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly SealedContent[]>> {
    const { rows } = await this.#pool.query<KeyedRow>({
      name: "open-all-sealed",
      text: `select ${KEYED} from vault.subject_key k left join vault.sealed s on s.subject_ref = k.subject_ref and s.kind = any($2)
        where k.subject_ref = any($1) and k.sealed_key is not null order by k.subject_ref, s.recorded_at, s.sealed_ref`,
      values: [subjectRefs, kinds],
    });
    const opened = new Map<string, SealedContent[]>();
    const keyOf = new Map<string, Buffer>();
    for (const row of rows) {
      const subject = row.subject_ref;
      const key = keyOf.get(subject) ?? this.#unwrap(row);
      keyOf.set(subject, key);
      const contents = opened.get(subject) ?? [];
      if (row.sealed_ref !== null) contents.push(contentOf(key, row));
      opened.set(subject, contents);
    }
    if (opened.size > 0) await recordAccesses(this.#pool, [...opened.keys()], purpose, kinds, this.#clock.now());
    return opened;
  }

  #unwrap({ subject_ref, sealed_key, master_key_id }: KeyedRow): Buffer {
    if (master_key_id !== this.#master.id) refuseKey(master_key_id, this.#master);
    return unseal(this.#master.wrap, sealed_key, subject_ref);
  }

  /**
   * Seals and opens what is no record yet under the subject's key, such as a draft; `bound` ties a text to its place. Null when the
   * subject has no key, or its key was destroyed.
   */
  async cipherOf(db: Queryable, subjectRef: string): Promise<SubjectCipher | null> {
    const key = await this.#existingKey(db, subjectRef);
    return key === null ? null : cipherUnder(key, subjectRef);
  }

  /** As `cipherOf`, but makes a key for a subject that has none yet; an erased subject is refused. */
  async cipherFor(db: Queryable, subjectRef: string, at: Instant): Promise<SubjectCipher> {
    const key = await this.#keyFor(db, subjectRef, at);
    return cipherUnder(key, subjectRef);
  }

  async findByIdentifier(kind: "insz" | "kbo", value: string): Promise<string | null> {
    const { rows } = await this.#pool.query<{ subject_ref: string }>({
      name: "find-identifier",
      text: "select subject_ref from vault.lookup where kind = $1 and token = $2",
      values: [kind, identifierToken(this.#master.index, kind, value)],
    });
    return rows[0]?.subject_ref ?? null;
  }

  /** The subject of each number, in order; null where there is none. */
  async findAllByIdentifier(kind: "insz" | "kbo", values: readonly string[]): Promise<(string | null)[]> {
    const tokens = values.map((value) => identifierToken(this.#master.index, kind, value));
    const { rows } = await this.#pool.query<{ token: Buffer; subject_ref: string }>({
      name: "find-identifiers",
      text: "select token, subject_ref from vault.lookup where kind = $1 and token = any($2)",
      values: [kind, tokens],
    });
    const found = new Map(rows.map((row) => [row.token.toString("base64"), row.subject_ref]));
    return tokens.map((token) => found.get(token.toString("base64")) ?? null);
  }

  async findByName(text: string, limit: number): Promise<string[]> {
    const tokens = searchTokens(this.#master.index, text);
    if (tokens.length === 0) return [];
    const { rows } = await this.#pool.query<{ subject_ref: string }>({
      name: "find-name",
      text: `select subject_ref from vault.name_token where token = any($1)
        group by subject_ref having count(*) = $2 order by subject_ref limit $3`,
      values: [tokens, tokens.length, limit],
    });
    return rows.map((r) => r.subject_ref);
  }

  async destroyKey(subjectRef: string, reason: string): Promise<void> {
    const at = this.#clock.now();
    await transaction(this.#pool, async (client) => {
      const erasure = { subjectRef, erasedAt: at, reason };
      if ((await eraseWithin(client, erasure)) === "erased") await noteErasure(client, erasure);
    });
  }

  async #index(db: Queryable, { subjectRef, kind, value }: LookupRequest): Promise<void> {
    if (kind === "name") {
      // The name given last is the one a person is found by.
      await db.query("delete from vault.name_token where subject_ref = $1", [subjectRef]);
      await db.query("insert into vault.name_token (token, subject_ref) select unnest($1::bytea[]), $2", [
        nameTokens(this.#master.index, value),
        subjectRef,
      ]);
      return;
    }
    const token = identifierToken(this.#master.index, kind, value);
    await db.query("insert into vault.lookup (kind, token, subject_ref) values ($1, $2, $3) on conflict do nothing", [
      kind,
      token,
      subjectRef,
    ]);
    const { rows } = await db.query<{ subject_ref: string }>(
      "select subject_ref from vault.lookup where kind = $1 and token = $2",
      [kind, token],
    );
    if (rows[0]!.subject_ref !== subjectRef) throw new IdentifierTaken(kind, rows[0]!.subject_ref);
  }

  async #keyFor(db: Queryable, subjectRef: string, at: Instant): Promise<Buffer> {
    const fresh = random(32);
    const { rowCount } = await db.query({
      name: "make-subject-key",
      text: `insert into vault.subject_key (subject_ref, sealed_key, master_key_id, created_at) values ($1, $2, $3, $4)
        on conflict (subject_ref) do nothing`,
      values: [subjectRef, seal(this.#master.wrap, fresh, subjectRef), this.#master.id, at],
    });
    if (rowCount === 1) return fresh;
    const key = await this.#existingKey(db, subjectRef);
    if (key !== null) return key;
    refuse(
      "erased",
      "De gegevens van deze persoon of organisatie zijn gewist; er kan niets meer bij bewaard worden.",
      "The data of this person or organisation have been erased; nothing can be added to them.",
      "Les données de cette personne ou organisation ont été effacées ; rien ne peut y être ajouté.",
    );
  }

  async #existingKey(db: Queryable, subjectRef: string): Promise<Buffer | null> {
    const { rows } = await db.query<{ sealed_key: Buffer | null; master_key_id: string }>({
      name: "read-subject-key",
      text: "select sealed_key, master_key_id from vault.subject_key where subject_ref = $1",
      values: [subjectRef],
    });
    const found = rows[0];
    if (found === undefined || found.sealed_key === null) return null;
    if (found.master_key_id === this.#master.id) return unseal(this.#master.wrap, found.sealed_key, subjectRef);
    refuseKey(found.master_key_id, this.#master);
  }
}
