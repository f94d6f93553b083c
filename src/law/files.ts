// Reads the law's YAML files from disk. Node only: code that also runs in a browser takes the loaded law as a value instead.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as Yaml from "yaml";
import type { Result } from "../kernel/index.ts";
import type { LawData, LawError } from "./law-data.ts";
import { type LawSource, type LawSources, loadLaw, type Place, readSimpleYaml } from "./loader/index.ts";

/** Folder that holds this file and the law's data. */
export const LAW_FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** All files of the law under a folder (default: the product's own), parsed but not checked. */
export function readLawSources(folder: string = LAW_FOLDER): LawSources {
  const one = (file: string) => readYaml(folder, file);
  const all = (sub: string) => yamlFiles(folder, sub).map(one);
  return {
    version: one("version.yaml"),
    parameters: all("parameters"),
    switches: all("switches"),
    sources: one("sources.yaml"),
    rulebook: all("rulebook"),
    criteria: all("criteria"),
    coverage: one("coverage.yaml"),
    published: one("published.yaml"),
  };
}

/** The law of the product, or everything wrong with its files. */
export function readLaw(folder: string = LAW_FOLDER): Result<LawData, readonly LawError[]> {
  return loadLaw(readLawSources(folder));
}

/** One YAML text as a source. Every scalar stays the text as written. */
export function yamlSource(file: string, text: string): LawSource {
  const simple = readSimpleYaml(text);
  return simple ? { file, ...simple } : fullYamlSource(file, text);
}

/** Paths (with `/`) of the YAML files under a subfolder, in order. */
export function yamlFiles(folder: string, sub: string): readonly string[] {
  return readdirSync(join(folder, sub), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/").replace(/^\//, ""))
    .sort();
}

export function readYaml(folder: string, file: string): LawSource {
  return yamlSource(file, readFileSync(join(folder, file), "utf8"));
}

/** The same by the full parser: any YAML, and an error with its line when it is not YAML. Slower, and only loaded when needed. */
export function fullYamlSource(file: string, text: string): LawSource {
  const { LineCounter, parseDocument } = createRequire(import.meta.url)("yaml") as typeof Yaml;
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const lineOf = (place: Place) => lineOfPlace(document, lines, place);
  const [error] = document.errors;
  if (error) return { file, data: null, lineOf, unreadable: { line: lines.linePos(error.pos[0]).line, reason: error.message } };
  try {
    return { file, data: document.toJS({ maxAliasCount: 50 }) as unknown, lineOf };
  } catch (thrown) {
    // An alias of nothing, or aliases that would grow without end; both are found only when the data are made.
    return { file, data: null, lineOf, unreadable: { line: 1, reason: (thrown as Error).message } };
  }
}

function lineOfPlace(document: Yaml.Document.Parsed, lines: Yaml.LineCounter, place: Place): number {
  for (let length = place.length; length > 0; length -= 1) {
    const node = document.getIn(place.slice(0, length), true);
    const range = (node as { range?: readonly [number, number, number] } | null | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}
