// The master key: seals the subjects' keys and makes the blind index.
import { createHmac, hkdfSync } from "node:crypto";
import { type SecretSource, secretOf } from "../secret.ts";

/** Keys derived from the master key, one per use. */
export interface MasterKey {
  /** Names the key without telling anything of it. */
  readonly id: string;
  /** Seals the subjects' keys. */
  readonly wrap: Buffer;
  /** Makes the blind index. */
  readonly index: Buffer;
}

/** `MAATWERK_MASTER_KEY`, else `MAATWERK_MASTER_KEY_FILE`, else the own file. */
export function masterKey(source: SecretSource): MasterKey {
  return masterKeyFrom(
    secretOf(source, {
      variable: "MAATWERK_MASTER_KEY",
      file: "master.key",
      nl: "De hoofdsleutel",
      en: "The master key",
      fr: "La clé maîtresse",
    }),
  );
}

export function masterKeyFrom(secret: Buffer): MasterKey {
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), `maatwerk ${use}`, secret.length));
  return {
    id: createHmac("sha256", secret).update("maatwerk key id").digest("hex").slice(0, 16),
    wrap: derive("wrap"),
    index: derive("blind index"),
  };
}
