// Draws which room imports which, read from the code itself, into docs/architecture.md. With --check it only says whether the drawing holds.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./ground.mjs";

const page = join(root, "docs", "architecture.md");
const begin = "<!-- drawing: node scripts/draw-house.mjs -->";
const end = "<!-- end of drawing -->";

/** The rooms and how many files of one import from another; types apart, since they bind nothing at run time. */
export function arrows(modules) {
  const found = new Map();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    if (from === null || /\.test\.tsx?$|\/(testing|fixtures)(\/|\.tsx?$)/.test(source)) continue;
    for (const to of new Set(dependencies.map((d) => (d.dependencyTypes.includes("type-only") ? null : roomOf(d.resolved))))) {
      if (to === null || to === from) continue;
      const key = `${from} ${to}`;
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  }
  return found;
}

/** A Mermaid flowchart without arrows to the kernel, which everything imports, and without those that follow from others. */
export function drawing(found) {
  const direct = new Map();
  for (const key of found.keys()) {
    const [from, to] = key.split(" ");
    if (to !== "kernel") direct.set(from, [...(direct.get(from) ?? []), to]);
  }
  const reaches = (from, to, skip) =>
    (direct.get(from) ?? []).some((next) => next !== skip && (next === to || reaches(next, to, null)));
  const lines = [...direct].flatMap(([from, tos]) =>
    tos.filter((to) => !reaches(from, to, to)).map((to) => `  ${from} --> ${to}`),
  );
  return ["```mermaid", "flowchart BT", ...lines.sort(), "```"].join("\n");
}

function roomOf(path) {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function cruise() {
  const tool = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [tool, "--config", join(root, ".dependency-cruiser.cjs"), "--output-type", "json", "src"];
  const result = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  return JSON.parse(result.stdout).modules;
}

if (process.argv[1]?.endsWith("draw-house.mjs")) {
  const text = readFileSync(page, "utf8");
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (rest === undefined || after === undefined) throw new Error(`${page} has no place for the drawing (${begin} ... ${end})`);
  const drawn = `${before}${begin}\n${drawing(arrows(cruise()))}\n${end}${after}`;
  if (process.argv.includes("--check")) {
    if (drawn !== text) {
      console.error("docs/architecture.md no longer shows the imports of the code: run node scripts/draw-house.mjs");
      process.exitCode = 1;
    }
  } else {
    writeFileSync(page, drawn);
  }
}
