// The passwords of the embedded server's logins, made once and kept in a file that only its owner may read.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "../refuse.ts";
import { secretsFolder } from "../secrets-folder.ts";

export interface Passwords {
  readonly postgres: string;
  readonly maatwerk_app: string;
  readonly maatwerk_stats: string;
}

/** Reads the passwords, or makes them when there is no database yet. */
export function passwords(dataDir: string, databaseExists: boolean): Passwords {
  const folder = join(dataDir, "secrets");
  const file = join(folder, "database.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Passwords;
  if (databaseExists) {
    refuse(
      "noPasswords",
      `Het wachtwoordbestand ${file} ontbreekt terwijl de databank bestaat. Zet het terug uit de back-up.`,
      `The password file ${file} is missing while the database exists. Put it back from the backup.`,
      `Le fichier de mots de passe ${file} manque alors que la base de données existe. Restaurez-le depuis la sauvegarde.`,
    );
  }
  const fresh = (): string => randomBytes(24).toString("base64url");
  const made: Passwords = { postgres: fresh(), maatwerk_app: fresh(), maatwerk_stats: fresh() };
  secretsFolder(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}
