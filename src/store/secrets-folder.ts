// The folder for passwords and keys: closed to everybody else, inside a data folder that is not.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** Makes the folder when it is not there. The data folder itself keeps the usual mode: the database's system user must pass through it. */
export function secretsFolder(dataDir: string): string {
  const folder = join(dataDir, "secrets");
  // Two calls: a mode given together with `recursive` would close the data folder as well.
  mkdirSync(dataDir, { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
