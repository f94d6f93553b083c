// What goes out as a release, signed and checked.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_FOLDER } from "../settings.ts";
import { type Bill, billOfMaterials, type LockFile } from "./bill.ts";

export { licencesOf } from "./bill.ts";
export { makeKeys, signRelease, verifyRelease } from "./release.ts";

export function billOfInstalled(): Bill {
  return billOfMaterials(JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package-lock.json"), "utf8")) as LockFile);
}
