// Drafts of applications, sealed under the key of the enterprise that they belong to.
import { randomUUID } from "node:crypto";
import type { Draft, DraftFile, DraftStore } from "../../counter/ports.ts";
import { type Clock, epochMillisecondsOf, type Instant, instantFromEpochMilliseconds } from "../../kernel/index.ts";
import { type Pool, type Queryable, transaction } from "../connection.ts";
import { refuse } from "../refuse.ts";
import type { SubjectCipher, SubjectVault } from "../vault/subject-vault.ts";

/** A draft that nobody touches goes after this many days. */
const keptDays = 60;

/** @param counter - Drafts of one counter are not seen in another, also where the same subject owns both. */
export function draftStore(pool: Pool, vault: SubjectVault, clock: Clock, counter: string): DraftStore {
  const later = (): Instant => instantFromEpochMilliseconds(epochMillisecondsOf(clock.now()) + keptDays * 86_400_000);
  const read = async (db: Queryable, owner: string, draftRef: string): Promise<Draft | null> => {
    const { rows } = await db.query<{ version: number; body: Buffer; saved_at: Instant }>(
      "select version, body, saved_at from vault.draft where draft_ref = $1 and owner_ref = $2 and expires_at > $3 and counter = $4",
      [draftRef, owner, clock.now(), counter],
    );
    const row = rows[0];
    if (row === undefined) return null;
    const cipher = await cipherFor(vault, db, owner);
    const fields = JSON.parse(cipher.open(row.body, draftRef).toString("utf8")) as Record<string, string>;
    return { draftRef, version: row.version, fields, files: await filesOf(db, cipher, draftRef), savedAt: row.saved_at };
  };
  return {
    async create(owner, fields) {
      const draftRef = randomUUID();
      const cipher = await cipherFor(vault, pool, owner);
      await pool.query(
        `insert into vault.draft (draft_ref, owner_ref, version, body, created_at, saved_at, expires_at, counter)
         values ($1, $2, 1, $3, $4, $4, $5, $6)`,
        [draftRef, owner, cipher.seal(bytesOf(fields), draftRef), clock.now(), later(), counter],
      );
      return { draftRef, version: 1, fields, files: [], savedAt: clock.now() };
    },
    read: (owner, draftRef) => read(pool, owner, draftRef),
    async list(owner) {
      const { rows } = await pool.query<{ draft_ref: string }>(
        `select draft_ref from vault.draft where owner_ref = $1 and expires_at > $2 and counter = $3
         order by saved_at desc limit 100`,
        [owner, clock.now(), counter],
      );
      const drafts = await Promise.all(rows.map((row) => read(pool, owner, row.draft_ref)));
      return drafts.filter((draft) => draft !== null);
    },
    async save(owner, draftRef, version, fields) {
      const cipher = await cipherFor(vault, pool, owner);
      const { rowCount } = await pool.query(
        `update vault.draft set version = version + 1, body = $4, saved_at = $5, expires_at = $6
         where draft_ref = $1 and owner_ref = $2 and version = $3 and counter = $7`,
        [draftRef, owner, version, cipher.seal(bytesOf(fields), draftRef), clock.now(), later(), counter],
      );
      return rowCount === 1 ? read(pool, owner, draftRef) : null;
    },
    async addFile(owner, draftRef, { name, type }, bytes) {
      await transaction(pool, async (client) => {
        const { rowCount } = await client.query(
          "update vault.draft set saved_at = $3, expires_at = $4 where draft_ref = $1 and owner_ref = $2 and counter = $5",
          [draftRef, owner, clock.now(), later(), counter],
        );
        if (rowCount !== 1) return;
        const cipher = await cipherFor(vault, client, owner);
        const fileId = randomUUID();
        await client.query(
          "insert into vault.draft_file (draft_ref, file_id, about, body, added_at) values ($1, $2, $3, $4, $5)",
          [
            draftRef,
            fileId,
            cipher.seal(bytesOf({ name, type, size: bytes.length }), `${fileId}|about`),
            cipher.seal(Buffer.from(bytes), fileId),
            clock.now(),
          ],
        );
      });
    },
    async removeFile(owner, draftRef, fileId) {
      await pool.query(
        `delete from vault.draft_file f using vault.draft d
         where f.draft_ref = $1 and f.file_id = $2 and d.draft_ref = f.draft_ref and d.owner_ref = $3 and d.counter = $4`,
        [draftRef, fileId, owner, counter],
      );
    },
    async readFile(owner, draftRef, fileId) {
      const { rows } = await pool.query<{ body: Buffer }>(
        `select f.body from vault.draft_file f join vault.draft d using (draft_ref)
         where f.draft_ref = $1 and f.file_id = $2 and d.owner_ref = $3 and d.counter = $4`,
        [draftRef, fileId, owner, counter],
      );
      const row = rows[0];
      return row === undefined ? null : (await cipherFor(vault, pool, owner)).open(row.body, fileId);
    },
    async discard(owner, draftRef) {
      await pool.query("delete from vault.draft where draft_ref = $1 and owner_ref = $2 and counter = $3", [
        draftRef,
        owner,
        counter,
      ]);
    },
  };
}

/** Removes drafts that nobody touched for long; gives how many. */
export async function sweepDrafts(pool: Pool, clock: Clock): Promise<number> {
  return (await pool.query("delete from vault.draft where expires_at <= $1", [clock.now()])).rowCount ?? 0;
}

async function filesOf(db: Queryable, cipher: SubjectCipher, draftRef: string): Promise<DraftFile[]> {
  const { rows } = await db.query<{ file_id: string; about: Buffer }>(
    "select file_id, about from vault.draft_file where draft_ref = $1 order by added_at, file_id",
    [draftRef],
  );
  return rows.map((row) => {
    const about = JSON.parse(cipher.open(row.about, `${row.file_id}|about`).toString("utf8")) as Omit<DraftFile, "fileId">;
    return { fileId: row.file_id, ...about };
  });
}

const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), "utf8");

async function cipherFor(vault: SubjectVault, db: Queryable, owner: string): Promise<SubjectCipher> {
  const cipher = await vault.cipherOf(db, owner);
  return (
    cipher ??
    refuse(
      "draft.owner",
      "Een ontwerp hoort bij een geregistreerde onderneming.",
      "A draft belongs to a registered enterprise.",
      "Un brouillon appartient à une entreprise enregistrée.",
    )
  );
}
