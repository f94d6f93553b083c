// Adds the values that are not in the ledger of published values yet. Run by whoever publishes a version: `npx tsx src/law/publish.ts`.
// It never changes or removes a line: a published value is corrected by a new row in its parameter file.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LAW_FOLDER, readLaw, readYaml } from "./files.ts";
import { publishedLedger } from "./loader/index.ts";

const FILE = "published.yaml";

const law = readLaw();
if (law.ok) {
  const known = readYaml(LAW_FOLDER, FILE).data as Readonly<Record<string, string>>;
  const added = [...publishedLedger(law.value.parameters.values())].filter(([key]) => known[key] === undefined);
  const text = readFileSync(join(LAW_FOLDER, FILE), "utf8").replace(/^\{\}\n/m, "");
  writeFileSync(join(LAW_FOLDER, FILE), text + added.map(([key, hash]) => `${key}: ${hash}\n`).join(""));
  process.stdout.write(`${added.length} values added to ${FILE}\n`);
} else {
  for (const { file, line, rule, message } of law.error) process.stderr.write(`${file}:${line} ${rule}: ${message.en}\n`);
  process.exitCode = 1;
}
