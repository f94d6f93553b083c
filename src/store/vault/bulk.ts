// Sealing many new subjects at once by COPY, for imports and the generator.
import type { LookupRequest, SealRequest } from "../../dossier/ports.ts";
import type { Instant } from "../../kernel/index.ts";
import { type Client, type Pool, transaction } from "../connection.ts";
import { BulkWriter } from "../copy.ts";
import { identifierToken, nameTokens } from "./blind-index.ts";
import { random, seal } from "./cipher.ts";
import type { MasterKey } from "./master-key.ts";
import { bound } from "./subject-vault.ts";

/** Everything of one subject that has nothing in the vault yet. */
export interface BulkSubject {
  readonly subjectRef: string;
  readonly recordedAt: Instant;
  readonly items: readonly Omit<SealRequest, "subjectRef">[];
  readonly lookups: readonly Omit<LookupRequest, "subjectRef">[];
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString("hex")}`;

/** All or nothing; fails when a subject or an identifier is known already. Returns the number of sealed items. */
export async function bulkSeal(
  pool: Pool,
  master: MasterKey,
  subjects: AsyncIterable<BulkSubject> | Iterable<BulkSubject>,
): Promise<number> {
  return transaction(pool, (client) => bulkSealWithin(client, master, subjects));
}

export async function bulkSealWithin(
  client: Client,
  master: MasterKey,
  subjects: AsyncIterable<BulkSubject> | Iterable<BulkSubject>,
): Promise<number> {
  const writer = new BulkWriter(client);
  let count = 0;
  for await (const { subjectRef, recordedAt, items, lookups } of subjects) {
    const key = random(32);
    writer.add("vault.subject_key (subject_ref, sealed_key, master_key_id, created_at)", [
      subjectRef,
      hex(seal(master.wrap, key, subjectRef)),
      master.id,
      recordedAt,
    ]);
    for (const { sealedRef, kind, content } of items) {
      const ciphertext = seal(key, Buffer.from(JSON.stringify(content), "utf8"), bound(subjectRef, sealedRef, kind));
      const row = [subjectRef, sealedRef, kind, hex(ciphertext), recordedAt];
      writer.add("vault.sealed (subject_ref, sealed_ref, kind, ciphertext, recorded_at)", row);
      count += 1;
    }
    for (const { kind, value } of lookups) {
      if (kind === "name") {
        for (const token of nameTokens(master.index, value))
          writer.add("vault.name_token (token, subject_ref)", [hex(token), subjectRef]);
      } else {
        writer.add("vault.lookup (kind, token, subject_ref)", [
          kind,
          hex(identifierToken(master.index, kind, value)),
          subjectRef,
        ]);
      }
    }
    await writer.breathe();
  }
  await writer.flush();
  return count;
}
