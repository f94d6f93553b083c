// The scripts behind `npm test` and `npm start`: what they count, when they install, and that a failure cannot pass for a success.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  note?: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const script = (name: string) => import(new URL(`../../scripts/${name}`, import.meta.url).href);

const { gateTally, playwrightTally, summaryLine, vitestTally } = (await script("tally.mjs")) as {
  gateTally(status: number): Tally;
  vitestTally(file: string, status: number): Tally;
  playwrightTally(file: string, status: number): Tally;
  summaryLine(tallies: Tally[]): string;
};
const { differencesFromLock, whyInstall } = (await script("ground.mjs")) as {
  differencesFromLock(folder: string): string[];
  whyInstall(folder: string): string | null;
};
const { findChromium } = (await script("chromium.mjs")) as {
  findChromium(environment: Record<string, string>, exists: (path: string) => boolean): string | null;
};

const folder = mkdtempSync(join(tmpdir(), "scripts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

const vitestReport = { numPassedTests: 8, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] as unknown[] };
const unloadedFile = { status: "failed", assertionResults: [] };
const failedFile = { status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] };

describe("the sum at the end", () => {
  test("is one plain line over all checks", () => {
    expect(summaryLine([gateTally(0), gateTally(2), { passed: 10, failed: 3, skipped: 4 }])).toBe("11 passed, 4 failed");
  });

  test("counts the tests of Vitest, and apart what was skipped", () => {
    expect(vitestTally(report(vitestReport), 0)).toEqual({ passed: 8, failed: 0, skipped: 2 });
    expect(vitestTally(report({ ...vitestReport, numFailedTests: 1, testResults: [failedFile] }), 1)).toMatchObject({
      passed: 8,
      failed: 1,
    });
  });

  test("counts a test file that could not be loaded as a failure", () => {
    expect(vitestTally(report({ ...vitestReport, testResults: [unloadedFile] }), 1)).toMatchObject({ passed: 8, failed: 1 });
    expect(vitestTally(report({ ...vitestReport, numFailedTests: 1, testResults: [unloadedFile, failedFile] }), 1)).toMatchObject(
      { failed: 2 },
    );
  });

  test("counts an error outside every test as a failure", () => {
    expect(vitestTally(report(vitestReport), 1)).toMatchObject({ passed: 8, failed: 1 });
    expect(playwrightTally(report({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }), 1)).toMatchObject({
      failed: 1,
    });
  });

  test("counts a run without any test as a failure", () => {
    expect(vitestTally(report({ ...vitestReport, numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 }), 0).failed).toBe(1);
    expect(playwrightTally(report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }), 0).failed).toBe(1);
  });

  test("counts a missing or broken report as a failure, whatever the exit code", () => {
    for (const tally of [vitestTally, playwrightTally]) {
      expect(tally(join(folder, "absent.json"), 0).failed).toBe(1);
      expect(tally(report("{ half"), 0).failed).toBe(1);
    }
  });

  test("counts a browser journey that passed only at a second try as failed", () => {
    expect(playwrightTally(report({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 1 } }), 1)).toEqual({
      passed: 5,
      failed: 3,
      skipped: 1,
    });
  });
});

describe("the packages", () => {
  const clone = join(folder, "clone");
  const lock = join(clone, "package-lock.json");
  const installed = join(clone, "node_modules", ".package-lock.json");
  const write = (file: string, version: string, seconds: number) => {
    mkdirSync(join(clone, "node_modules"), { recursive: true });
    writeFileSync(file, JSON.stringify({ packages: { "node_modules/a": { version } } }));
    utimesSync(file, seconds, seconds);
  };

  test("are installed when there are none, or when package-lock.json is newer", () => {
    write(lock, "1.0.0", 2000);
    expect(whyInstall(clone)).toContain("not installed yet");
    write(installed, "1.0.0", 1999);
    expect(whyInstall(clone)).toContain("newer");
    write(installed, "1.0.0", 2000);
    expect(whyInstall(clone)).toBeNull();
  });

  test("are named when they are not the ones of package-lock.json", () => {
    write(lock, "1.0.0", 2000);
    write(installed, "1.0.1", 2000);
    expect(differencesFromLock(clone)).toEqual(["node_modules/a"]);
    write(installed, "1.0.0", 2000);
    expect(differencesFromLock(clone)).toEqual([]);
  });
});

describe("Chromium", () => {
  test("is the one asked for, or one in the usual places, or none", () => {
    const only = (path: string) => (candidate: string) => candidate === path;
    expect(findChromium({ CHROMIUM_PATH: "/opt/chromium" }, only("/opt/chromium"))).toBe("/opt/chromium");
    expect(findChromium({ CHROMIUM_PATH: "/opt/chromium" }, only("/usr/bin/chromium"))).toBeNull();
    expect(findChromium({}, only("/usr/bin/chromium"))).toBe("/usr/bin/chromium");
    expect(findChromium({}, () => false)).toBeNull();
  });
});

describe("from a clone without packages", () => {
  const bare = join(folder, "bare");
  cpSync(join(root, "bin"), join(bare, "bin"), { recursive: true });
  writeFileSync(join(bare, "package.json"), '{ "type": "module" }');

  test("the command says to install them", () => {
    const result = spawnSync(process.execPath, [join(bare, "bin", "maatwerk.mjs"), "--help"], { encoding: "utf8" });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('Run "npm install"');
  });
});

describe("CI's entry", () => {
  /** Runs .ci/run with a stand-in for npm that prints the given text and ends with the given code. */
  function ci(output: string, code: number) {
    const box = mkdtempSync(join(folder, "ci-"));
    cpSync(join(root, ".ci"), join(box, ".ci"), { recursive: true });
    writeFileSync(join(box, "npm"), `#!/bin/sh\nprintf '%s' "$OUTPUT"\necho "CI is $CI" >&2\nexit ${code}\n`);
    chmodSync(join(box, "npm"), 0o755);
    const environment = { ...process.env, PATH: `${box}:${process.env.PATH}`, OUTPUT: output, CI: "" };
    const result = spawnSync(join(box, ".ci", "run"), { encoding: "utf8", env: environment });
    return { status: result.status, lines: result.stdout.trimEnd().split("\n") };
  }

  test("ends with the sum, also when npm says more after it", () => {
    const passed = ci("hello\n12 passed, 0 failed\n", 0);
    expect([passed.status, passed.lines.at(-1)]).toEqual([0, "12 passed, 0 failed"]);
    const failed = ci("12 passed, 3 failed\nnpm error Lifecycle script failed\n", 1);
    expect([failed.status, failed.lines.at(-1)]).toEqual([1, "12 passed, 3 failed"]);
    expect(failed.lines).toContain("CI is true");
  });

  test("fails when there is no sum", () => {
    for (const code of [0, 7]) {
      const broken = ci("Segmentation fault\n", code);
      expect(broken.lines.at(-1)).toBe("0 passed, 1 failed");
      expect(broken.status).toBe(code || 1);
    }
  });
});
