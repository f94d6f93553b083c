// This package with another law: a copy in which a new GGMMI was entered as docs/new-index.md says, published and all.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
/** The program runs these from where they stand; the rest it only reads. */
const PROGRAM = ["src", "bin", "package.json", "tsconfig.json"];

export interface OtherPackage {
  readonly folder: string;
  readonly bin: string;
  remove(): void;
}

/** @param from - First day of the new amount, known since `knownSince`. */
export function packageWithIndex(from: string, knownSince: string): OtherPackage {
  const folder = mkdtempSync(join(tmpdir(), "maatwerk-index-"));
  for (const name of readdirSync(root)) {
    if (PROGRAM.includes(name)) cpSync(join(root, name), join(folder, name), { recursive: true });
    else if (!["var", ".git"].includes(name)) symlinkSync(join(root, name), join(folder, name));
  }
  const file = join(folder, "src/law/parameters/reference-wage/ggmmi.yaml");
  const dayBefore = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
  const text = readFileSync(file, "utf8");
  const last = text.lastIndexOf("\n  - from: ");
  const ended = text.slice(last).replace(/(\n {2}- from: \S+)/, `$1\n    to: ${dayBefore}`);
  const row = `  - from: ${from}\n    # Known since: the day on which the amount was published.\n    knownSince: ${knownSince}\n    value: 2483.61\n    confidence: A\n    sources: S101\n`;
  writeFileSync(file, text.slice(0, last) + ended + row);
  const ran = spawnSync(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), "src/law/publish.ts"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (ran.status !== 0) throw new Error(`The new index was refused: ${ran.stderr}`);
  return {
    folder,
    bin: join(folder, "bin", "maatwerk.mjs"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
