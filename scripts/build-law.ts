// `npm run build:law`: packs the calculator as a library without dependencies in dist/law, with types and a package.json of its own.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describeGraph, graphOf, type RuleGraph } from "../src/law/index.ts";
import { leanLaw } from "../src/law/loader/lean-law.ts";
import { openLaw } from "../src/law/open-law.ts";
import { schemeRules } from "../src/law/rules/scheme-rules.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
/** `--out <folder>` packs elsewhere; `--no-types` leaves the declarations out, which take most of the time. */
const given = process.argv.indexOf("--out");
const out = given < 0 ? join(root, "dist", "law") : process.argv[given + 1]!;
const withTypes = !process.argv.includes("--no-types");
/** Bytes of the calculator of the scheme, gzipped, values included. The file with the older schemes too is larger. */
const most = 60_000;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const law = openLaw();

await pack("index.js", "library.ts", graphOf(schemeRules));
await pack("whole.js", "library-whole.ts", law.graph);

/** One file with the values inside; of values that its rules do not read only what the hash covers is kept. */
async function pack(file: string, entry: string, graph: RuleGraph): Promise<void> {
  const lean = leanLaw(law, new Set(describeGraph(graph).flatMap((rule) => rule.parameters)));
  await build({
    entryPoints: [join(root, "src", "law", entry)],
    outfile: join(out, file),
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    // Modules are read as UTF-8 everywhere, so that accents need no escapes.
    charset: "utf8",
    plugins: [
      {
        name: "bundled-law",
        setup(plugin) {
          plugin.onResolve({ filter: /^bundled-law$/ }, () => ({ path: "bundled-law", namespace: "law" }));
          plugin.onLoad({ filter: /.*/, namespace: "law" }, () => ({
            contents: `export const leanLaw = JSON.parse(${JSON.stringify(JSON.stringify(lean))});`,
            loader: "js",
          }));
        },
      },
    ],
  });
}

if (withTypes) writeTypes();

const { version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, string>;
const manifest = {
  name: "maatwerk-law",
  version,
  description: "The calculator of individueel maatwerk: explain one case or run many in columns",
  license,
  type: "module",
  sideEffects: false,
  exports: {
    ".": { types: "./index.d.ts", default: "./index.js" },
    "./whole": { types: "./whole.d.ts", default: "./whole.js" },
  },
};
writeFileSync(join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
cpSync(join(root, "LICENSE"), join(out, "LICENSE"));

const bytes = gzipSync(readFileSync(join(out, "index.js")), { level: 9 }).length;
console.log(`dist/law/index.js: ${bytes} bytes gzipped (at most ${most})`);
if (bytes > most) process.exitCode = 1;

function writeTypes(): void {
  const types = join(out, "types");
  execFileSync(
    process.execPath,
    [
      join(root, "node_modules", "typescript", "bin", "tsc"),
      ...[
        "--ignoreConfig",
        "--declaration",
        "--emitDeclarationOnly",
        "--noEmit",
        "false",
        "--outDir",
        types,
        "--rootDir",
        join(root, "src"),
      ],
      ...["--target", "es2023", "--module", "nodenext", "--moduleResolution", "nodenext", "--strict", "--skipLibCheck"],
      ...["--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--allowImportingTsExtensions", "--types", "node"],
      ...["--rewriteRelativeImportExtensions", "false"],
      ...["library.ts", "library-whole.ts", "bundled-law.d.ts"].map((file) => join(root, "src", "law", file)),
    ],
    { stdio: "inherit", cwd: root },
  );
  writeFileSync(join(out, "index.d.ts"), 'export * from "./types/law/library.js";\n');
  writeFileSync(join(out, "whole.d.ts"), 'export * from "./types/law/library-whole.js";\n');
  // Declarations name their neighbours by the file that a user's compiler looks for.
  for (const file of readdirSync(types, { recursive: true, encoding: "utf8" })) {
    const path = join(types, file);
    if (!statSync(path).isFile()) continue;
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(/(from "|import\(")(\.[^"]+)\.ts"/g, '$1$2.js"'));
  }
}
