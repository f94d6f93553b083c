// The house rules that no compiler checks: who may import whom, one clock, no floats for money, no names of this machine.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Tests, and what only tests use. */
const testSupport = /\.test\.tsx?$|\/testing\/|\/(testing|fixtures)\.tsx?$/;

interface Cruise {
  modules: { source: string; dependencies: { resolved: string; dependencyTypes: string[] }[] }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number };
}

/** Runs dependency-cruiser with the rules of this repository over the `src` of a folder. */
function cruise(folder: string): Cruise {
  const tool = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [tool, "--config", join(root, ".dependency-cruiser.cjs"), "--output-type", "json", "src"];
  const result = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(`dependency-cruiser failed: ${result.stderr}`);
  return JSON.parse(result.stdout) as Cruise;
}

function violationsOf(result: Cruise): string[] {
  return result.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`).sort();
}

describe("the directions of the house", () => {
  let house: Cruise;
  beforeAll(() => {
    house = cruise(root);
  });

  test("hold for every import in src", () => {
    expect(house.summary.totalCruised).toBeGreaterThan(50);
    expect(violationsOf(house)).toEqual([]);
  });

  test("make no cycle of rooms, types apart", () => {
    const arrows = new Map<string, Set<string>>();
    for (const { source, dependencies } of house.modules) {
      const from = roomOf(source);
      if (from === null || testSupport.test(source)) continue;
      for (const { resolved, dependencyTypes } of dependencies) {
        const to = roomOf(resolved);
        if (to !== null && to !== from && !dependencyTypes.includes("type-only"))
          arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
      }
    }
    expect(withoutCycles(arrows)).toEqual([]);
  });
});

describe("a wrong import is found", () => {
  const folder = mkdtempSync(join(tmpdir(), "house-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const face = (room: string) => put(`src/${room}/index.ts`, `export const ${room} = 1;\nexport type Of${room} = string;\n`);

  /** Each file holds one import; the rules it must break, if any, are beside it. */
  const cases: [file: string, statement: string, broken: string[]][] = [
    ["src/kernel/up.ts", 'export { law } from "../law/index.ts";', ["arrow-kernel"]],
    ["src/kernel/builtin.ts", 'import "node:fs";', ["pure-rooms"]],
    ["src/law/package.ts", 'import "some-package";', ["pure-rooms"]],
    ["src/law/files.ts", 'import "node:fs"; import "some-package"; export const files = 1;', []],
    ["src/law/reaches-disk.ts", 'export { files } from "./files.ts";', ["pure-rooms-stay-pure"]],
    ["src/law/down.ts", 'export { kernel } from "../kernel/index.ts";', []],
    ["src/law/up.ts", 'export type { Ofdossier } from "../dossier/index.ts";', ["arrow-law"]],
    ["src/dossier/inside.ts", "export const inside = 1; export type Inside = string;", []],
    ["src/dossier/up.ts", 'export { payment } from "../payment/index.ts";', ["arrow-dossier"]],
    ["src/payment/inner.ts", 'export { inside } from "../dossier/inside.ts";', ["public-face"]],
    ["src/payment/inner-type.ts", 'export type { Inside } from "../dossier/inside.ts";', ["public-face"]],
    ["src/store/declared.ts", 'export type { Inside } from "../dossier/inside.ts";', []],
    ["src/payment/files.ts", 'export { files } from "../law/files.ts";', []],
    ["src/statistics/live.ts", 'export { dossier } from "../dossier/index.ts";', ["arrow-statistics"]],
    ["src/letters/live.ts", 'export { payment } from "../payment/index.ts";', ["arrow-letters"]],
    ["src/lab/records.ts", 'export { store } from "../store/index.ts";', ["arrow-lab"]],
    ["src/store/port.ts", 'export type { Ofpayment } from "../payment/index.ts";', []],
    ["src/store/logic.ts", 'export { payment } from "../payment/index.ts";', ["types-only-store"]],
    ["src/web/wiring.ts", 'export { main } from "../main/index.ts";', ["types-only-web"]],
    ["src/web/wiring-type.ts", 'export type { Ofmain } from "../main/index.ts";', []],
    ["src/web/records.ts", 'export { store } from "../store/index.ts";', ["arrow-web"]],
    ["src/api/other-door.ts", 'export { web } from "../web/index.ts";', ["arrow-api"]],
    ["src/cli/wiring.ts", 'export { main } from "../main/index.ts";', []],
    ["src/synthetic/wiring.ts", 'export { main } from "../main/index.ts";', ["arrow-synthetic"]],
    ["src/letters/testing/samples.ts", 'import "node:fs"; export const samples = 1;', []],
    ["src/letters/samples.test.ts", 'import "./testing/samples.ts";', []],
    ["src/letters/uses-samples.ts", 'import "./testing/samples.ts";', ["test-support"]],
    // A cycle is named once, at one of its files.
    ["src/letters/chicken.ts", 'import { egg } from "./egg.ts"; export const chicken = () => egg;', ["no-cycle"]],
    ["src/letters/egg.ts", 'import { chicken } from "./chicken.ts"; export const egg = () => chicken;', []],
    ["src/letters/lost.ts", 'import "./nowhere.ts";', ["resolvable"]],
    ["src/attic/trunk.ts", 'export { kernel } from "../kernel/index.ts";', ["known-room"]],
  ];

  let broken: Map<string, string[]>;
  beforeAll(() => {
    for (const room of ["kernel", "law", "dossier", "payment", "store", "web", "main"]) face(room);
    for (const [file, statement] of cases) put(file, `${statement}\n`);
    put("tsconfig.json", readFileSync(join(root, "tsconfig.json"), "utf8"));
    put("package.json", '{ "type": "module", "dependencies": { "some-package": "1.0.0" } }');
    put("node_modules/some-package/package.json", '{ "name": "some-package", "version": "1.0.0", "main": "index.js" }');
    put("node_modules/some-package/index.js", "");
    broken = new Map();
    for (const { from, rule } of cruise(folder).summary.violations) broken.set(from, [...(broken.get(from) ?? []), rule.name]);
  });

  test.each(cases)("%s: %s", (file, _statement, expected) => {
    expect(broken.get(file) ?? []).toEqual(expected);
  });

  test("and so is a cycle of rooms", () => {
    const arrows = (pairs: [string, string][]) => new Map(pairs.map(([from, to]) => [from, new Set([to])]));
    expect(
      withoutCycles(
        arrows([
          ["a", "b"],
          ["b", "c"],
        ]),
      ),
    ).toEqual([]);
    expect(
      withoutCycles(
        arrows([
          ["a", "b"],
          ["b", "c"],
          ["c", "a"],
        ]),
      ),
    ).toEqual(["a", "b", "c"]);
  });
});

describe("the sources", () => {
  const sources = filesUnder("src").filter((file) => /\.tsx?$/.test(file) && !testSupport.test(file));
  const holding = (pattern: RegExp, files = sources) =>
    files.filter((file) => pattern.test(withoutComments(readFileSync(join(root, file), "utf8"))));

  test("read the machine's clock in one place only, apart from the database server's own waiting and locking", () => {
    const logic = sources.filter((file) => !file.startsWith("src/store/server/"));
    expect(holding(/\bnew Date\(\s*\)|\bDate\.now\(/, logic)).toEqual(["src/kernel/clock.ts"]);
  });

  test("never parse a decimal into a floating point number", () => {
    expect(holding(/\bparseFloat\(|\bNumber\.parseFloat\(/)).toEqual([]);
  });

  test("open with a comment that says what the file is for", () => {
    const silent = sources.filter((file) => !/^(\/\/|\/\*)/.test(readFileSync(join(root, file), "utf8")));
    expect(silent).toEqual([]);
  });

  test("have one public face per room", () => {
    const rooms = new Set(sources.map(roomOf).filter((room) => room !== null));
    const faceless = [...rooms].filter((room) => !sources.includes(`src/${room}/index.ts`));
    expect(faceless).toEqual([]);
  });
});

describe("the browser tests", () => {
  /** A page can be read before its style is there; whoever measures it then fails now and again. */
  test("measure a page, or give it to axe, only where its style is waited for", () => {
    const measures = /\b(scroll|client|offset)(Width|Height)\b|\bgetBoundingClientRect\b|\bboundingBox\(|\baxe\.run\b/;
    const files = filesUnder("tests/browser").filter((file) => !file.endsWith("/measure.spec.ts"));
    const measuring = files.filter((file) => measures.test(withoutComments(readFileSync(join(root, file), "utf8"))));
    expect(measuring).toEqual(["tests/browser/axe.ts", "tests/browser/measure.ts"]);
    const early = measuring.filter((file) => !readFileSync(join(root, file), "utf8").includes("await settled(page)"));
    expect(early).toEqual([]);
  });
});

function roomOf(file: string): string | null {
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? null;
}

/** Takes away rooms that import no remaining room until none can be taken; what is left lies on or above a cycle. */
function withoutCycles(arrows: Map<string, Set<string>>): string[] {
  const left = new Map([...arrows].map(([from, to]) => [from, new Set(to)]));
  for (;;) {
    const free = [...left].filter(([, to]) => [...to].every((room) => !left.has(room))).map(([from]) => from);
    if (free.length === 0) return [...left.keys()].sort();
    for (const room of free) left.delete(room);
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/"))
    .sort();
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}
