// AES-256-GCM, bound to what it seals: a sealed text that is moved to another subject or reference does not open.
import { createCipheriv, createDecipheriv, randomFillSync } from "node:crypto";

const version = 1;
const ivLength = 12;
const tagLength = 16;

// Random bytes are drawn in large pieces: a call for each text would cost more than the sealing.
const pool = Buffer.alloc(48_000);
let used = pool.length;

export function random(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const drawn = Buffer.from(pool.subarray(used, used + length));
  used += length;
  return drawn;
}

/** Version, nonce, tag, ciphertext. `bound` is not stored; opening needs the same. */
export function seal(key: Buffer, plain: Buffer, bound: string): Buffer {
  const iv = random(ivLength);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(Buffer.from(bound, "utf8"));
  const first = cipher.update(plain);
  const last = cipher.final();
  return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), first, last]);
}

/** Throws when the key, the bound text or a single bit differs. */
export function unseal(key: Buffer, sealed: Buffer, bound: string): Buffer {
  if (sealed[0] !== version) throw new Error(`Unknown form of sealed data: ${sealed[0]}`);
  const tagAt = 1 + ivLength;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, tagAt), { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(bound, "utf8"));
  decipher.setAuthTag(sealed.subarray(tagAt, tagAt + tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(tagAt + tagLength)), decipher.final()]);
}
