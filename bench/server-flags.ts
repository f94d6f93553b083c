// What `npm start` gives to Node, so that a server is measured as it is run.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const serverFlags: readonly string[] = (
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8")) as { scripts: { start: string } }
).scripts.start
  .split(" ")
  .filter((word) => word.startsWith("--"));
