// What belongs to a release, file by file with its hash, and what an installed folder has otherwise.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Manifest {
  readonly schema: "maatwerk.signed-release/1";
  readonly name: string;
  readonly version: string;
  /** SHA-256 of each file, by path with `/`, in order. */
  readonly files: Readonly<Record<string, string>>;
  /** SHA-256 of the bill of materials and of the list of licences that go with it. */
  readonly bill: string;
  readonly licences: string;
  /** The newest seal over the log of who made the release, where one was given: published with it, it can be compared for ever. */
  readonly seal: unknown;
}

/** Made by installing, running or building: not part of a release. */
const NOT_OURS = new Set([
  ".git",
  ".stryker-tmp",
  "build",
  "coverage",
  "dist",
  "node_modules",
  "playwright-report",
  "reports",
  "test-results",
  "var",
]);

/** Paths of all files of a package folder, in order. Links are not followed: a release has none. */
export function filesOf(folder: string, under = ""): readonly string[] {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .flatMap((entry) => {
      if (NOT_OURS.has(entry.name) || entry.name.endsWith(".tsbuildinfo")) return [];
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      return entry.isDirectory() ? filesOf(folder, path) : entry.isFile() ? [path] : [];
    })
    .sort();
}

export const sha256 = (bytes: Buffer | string): string => createHash("sha256").update(bytes).digest("hex");

export function hashesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesOf(folder).map((path) => [path, sha256(readFileSync(join(folder, path)))]));
}

export interface Differences {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

export function compareFolder({ files }: Manifest, folder: string): Differences {
  const found = hashesOf(folder);
  return {
    changed: Object.keys(files).filter((path) => found[path] !== undefined && found[path] !== files[path]),
    missing: Object.keys(files).filter((path) => found[path] === undefined),
    added: Object.keys(found).filter((path) => files[path] === undefined),
  };
}
