// A secret of 32 bytes: from the environment, from a file that is named, or from a file under the data folder that is made once.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "./refuse.ts";
import { secretsFolder } from "./secrets-folder.ts";

export interface SecretSource {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** How people call the secret, with its article where the language has one. */
export interface SecretNames {
  /** Environment variable with the secret itself; with `_FILE` behind it, the variable that names its file. */
  readonly variable: string;
  /** Own file in the secrets folder. */
  readonly file: string;
  readonly nl: string;
  readonly en: string;
  readonly fr: string;
}

const bytes = 32;

/** The variable (64 hexadecimal digits or base64), else the file that `_FILE` names, else the own file. */
export function secretOf({ dataDir, env = process.env }: SecretSource, names: SecretNames): Buffer {
  const direct = env[names.variable];
  if (direct !== undefined && direct !== "") return decode(direct, names.variable, names);
  const named = env[`${names.variable}_FILE`];
  if (named !== undefined && named !== "") return decode(read(named, names), named, names);
  const own = join(dataDir, "secrets", names.file);
  if (!existsSync(own)) {
    secretsFolder(dataDir);
    try {
      writeFileSync(own, `${randomBytes(bytes).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Another process made it in between; its secret counts.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return decode(read(own, names), own, names);
}

function read(file: string, { nl, en, fr }: SecretNames): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const detail = (error as Error).message;
    refuse(
      "secretFile",
      `${nl} kan niet gelezen worden: ${detail}`,
      `${en} cannot be read: ${detail}`,
      `${fr} ne peut pas être lue : ${detail}`,
    );
  }
}

function decode(text: string, source: string, { nl, en, fr }: SecretNames): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, "hex") : Buffer.from(trimmed, "base64");
  if (key.length === bytes) return key;
  refuse(
    "secretForm",
    `${nl} uit ${source} moet 32 bytes zijn, geschreven als 64 hexadecimale cijfers of in base64.`,
    `${en} from ${source} must be 32 bytes, written as 64 hexadecimal digits or in base64.`,
    `${fr} de ${source} doit compter 32 octets, écrits en 64 chiffres hexadécimaux ou en base64.`,
  );
}
