// The master key: from the environment, from a file that is named, or from a file under the data folder that is made once.
import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "../refuse.ts";
import { secretsFolder } from "../secrets-folder.ts";

/** Keys derived from the master key, one per use. */
export interface MasterKey {
  /** Names the key without telling anything of it. */
  readonly id: string;
  /** Seals the subjects' keys. */
  readonly wrap: Buffer;
  /** Makes the blind index. */
  readonly index: Buffer;
}

export interface MasterKeySource {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const bytes = 32;

/** `MAATWERK_MASTER_KEY` (32 bytes as 64 hexadecimal digits or base64), else `MAATWERK_MASTER_KEY_FILE`, else the own file. */
export function masterKey({ dataDir, env = process.env }: MasterKeySource): MasterKey {
  const direct = env.MAATWERK_MASTER_KEY;
  if (direct !== undefined && direct !== "") return masterKeyFrom(decode(direct, "MAATWERK_MASTER_KEY"));
  const named = env.MAATWERK_MASTER_KEY_FILE;
  if (named !== undefined && named !== "") return masterKeyFrom(decode(read(named), named));
  const own = join(dataDir, "secrets", "master.key");
  if (!existsSync(own)) {
    secretsFolder(dataDir);
    try {
      writeFileSync(own, `${randomBytes(bytes).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Another process made it in between; its key counts.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return masterKeyFrom(decode(read(own), own));
}

export function masterKeyFrom(secret: Buffer): MasterKey {
  const derive = (use: string): Buffer => Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), `maatwerk ${use}`, bytes));
  return {
    id: createHmac("sha256", secret).update("maatwerk key id").digest("hex").slice(0, 16),
    wrap: derive("wrap"),
    index: derive("blind index"),
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const detail = (error as Error).message;
    refuse(
      "masterKeyFile",
      `De hoofdsleutel kan niet gelezen worden: ${detail}`,
      `The master key cannot be read: ${detail}`,
      `La clé maîtresse ne peut pas être lue : ${detail}`,
    );
  }
}

function decode(text: string, source: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, "hex") : Buffer.from(trimmed, "base64");
  if (key.length === bytes) return key;
  refuse(
    "masterKeyForm",
    `De hoofdsleutel uit ${source} moet 32 bytes zijn, geschreven als 64 hexadecimale cijfers of in base64.`,
    `The master key from ${source} must be 32 bytes, written as 64 hexadecimal digits or in base64.`,
    `La clé maîtresse de ${source} doit compter 32 octets, écrits en 64 chiffres hexadécimaux ou en base64.`,
  );
}
