// The documentation of the law says what the commands print, and its examples give what they show.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countLines, coverageOfProduct } from "../../src/cli/commands/law-coverage.ts";
import { graphOf } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { schemeRules } from "../../src/law/rules/scheme-rules.ts";

const root = join(import.meta.dirname, "..", "..");
const doc = (name: string) => readFileSync(join(root, "docs", name), "utf8");

describe("docs/law.md", () => {
  it("prints the counts of the command", () => {
    const [, printed] = /<!-- maatwerk law coverage --counts -->\n([\s\S]*?)\n<!-- end -->/.exec(doc("law.md")) ?? [];
    expect(printed?.split("\n")).toEqual(countLines(coverageOfProduct().report));
  });
});

describe("the packed library", () => {
  const folder = mkdtempSync(join(tmpdir(), "maatwerk-law-"));
  const packed = join(folder, "node_modules", "maatwerk", "law");
  beforeAll(() => {
    mkdirSync(packed, { recursive: true });
    const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
    execFileSync(process.execPath, [tsx, join(root, "scripts", "build-law.ts"), "--out", packed, "--no-types"], { cwd: root });
    const outer = {
      name: "maatwerk",
      version: "0.0.0",
      type: "module",
      exports: { "./law": "./law/index.js", "./law/whole": "./law/whole.js" },
    };
    writeFileSync(join(folder, "node_modules", "maatwerk", "package.json"), JSON.stringify(outer));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("stays under 60 kB gzipped with the values inside, and needs nothing else", () => {
    expect(gzipSync(readFileSync(join(packed, "index.js")), { level: 9 }).length).toBeLessThan(60_000);
    const manifest = JSON.parse(readFileSync(join(packed, "package.json"), "utf8"));
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(readFileSync(join(packed, "index.js"), "utf8")).not.toMatch(/^import /m);
  });

  it("holds the same values and rules as the product", () => {
    const print = "console.log(law.version, law.parametersHash, law.graph.hash);";
    const law = openLaw();
    expect(run(`import { law } from "maatwerk/law/whole"; ${print}`).trim()).toBe(
      `${law.version} ${law.parametersHash} ${law.graph.hash}`,
    );
    expect(run(`import { law } from "maatwerk/law"; ${print}`).trim()).toBe(
      `${law.version} ${law.parametersHash} ${graphOf(schemeRules).hash}`,
    );
  });

  const examples = [...doc("library.md").matchAll(/```js example\n([\s\S]*?)```\s+```text\n([\s\S]*?)```/g)];

  it("has examples in its documentation", () => {
    expect(examples.length).toBeGreaterThanOrEqual(4);
  });

  // Without code generation from text, as under a strict content policy.
  it.each(examples.map(([, code, shown], index) => [index + 1, code, shown]))(
    "gives what example %s shows",
    (_n, code, shown) => {
      expect(run(String(code))).toBe(shown);
    },
  );

  function run(code: string): string {
    const file = join(folder, `example-${Math.abs(code.length)}.mjs`);
    writeFileSync(file, code);
    return execFileSync(process.execPath, ["--disallow-code-generation-from-strings", file], { cwd: folder, encoding: "utf8" });
  }
});
