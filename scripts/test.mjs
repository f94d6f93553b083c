// `npm test`: every check in order, all of them even when one fails, and one line with the sum at the end.
// `npm test -- unit lint` runs only the named ones.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { obtainChromium } from "./chromium.mjs";
import { ensurePackages, requireNode, root } from "./ground.mjs";
import { gateTally, playwrightTally, summaryLine, vitestTally } from "./tally.mjs";

requireNode();
ensurePackages();

const inCi = process.env.CI === "true" || process.env.CI === "1";
const reports = mkdtempSync(join(tmpdir(), "maatwerk-test-"));
// The database server may run as another user, who has to reach its files below this folder.
chmodSync(reports, 0o755);
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

const checks = {
  lint: () => gate("biome/bin/biome", "@biomejs", ["check", "."]),
  types: () => gate("typescript-7/bin/tsc", "", ["-p", ".", "--noEmit"]),
  unused: () => gate("knip/bin/knip.js", "", []),
  unit,
  database,
  postgres,
  browser,
};

/** Run only in CI or when asked by name: what speaks SQL and the roads of money once more, on the operating system's own PostgreSQL. */
const extra = ["postgres"];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`Unknown check: ${unknown.join(", ")}. There are: ${Object.keys(checks).join(", ")}.`);
  process.exit(2);
}

const outcomes = [];
for (const [name, check] of Object.entries(checks)) {
  if (asked.length > 0 ? !asked.includes(name) : extra.includes(name) && !inCi) continue;
  console.log(`\n== ${name}`);
  const started = performance.now();
  outcomes.push({ name, ...check(), seconds: (performance.now() - started) / 1000 });
}

console.log("");
for (const { name, passed, failed, skipped, note, seconds } of outcomes) {
  const remarks = [skipped > 0 ? `${skipped} skipped` : "", note ?? ""].filter((text) => text !== "").join("; ");
  console.log(`${name}: ${passed} passed, ${failed} failed${remarks === "" ? "" : ` (${remarks})`}, ${seconds.toFixed(1)} s`);
}
process.exitCode = outcomes.some((outcome) => outcome.failed > 0) ? 1 : 0;
console.log(summaryLine(outcomes));

function gate(file, scope, args) {
  return gateTally(run(join(scope, file), args));
}

/** Everything that needs no database: the quick loop while working. */
function unit() {
  return vitest("unit", ["--exclude=**/*.db.test.ts"], {});
}

function database() {
  return vitest("database", [".db.test."], {});
}

function postgres() {
  const folder = "/usr/lib/postgresql";
  const present =
    existsSync(folder) &&
    readdirSync(folder).some((version) => Number(version) >= 15 && existsSync(join(folder, version, "bin", "initdb")));
  if (!present) return { passed: 0, failed: 0, skipped: 0, note: "not run: no PostgreSQL 15 or newer in /usr/lib/postgresql" };
  return vitest("postgres", ["src/store/", "src/payment/run/", "src/statistics/two-ways", "--exclude=**/!(*.db).test.ts"], {
    MAATWERK_TEST_PG: "system",
  });
}

function vitest(name, filters, environment) {
  const report = join(reports, `${name}.json`);
  // One room per worker: every file would load the law and the engine anew otherwise, which takes longer than most tests.
  const args = ["run", ...filters, "--no-isolate", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return vitestTally(report, run("vitest/vitest.mjs", args, environment));
}

function browser() {
  const folder = join(root, "tests", "browser");
  const present =
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => /\.(spec|test)\.tsx?$/.test(String(file)));
  if (!present) return { passed: 0, failed: 1, skipped: 0, note: "there are no browser journeys in tests/browser" };
  const chromium = obtainChromium();
  if (chromium === null) {
    console.log(
      "There is no Chromium on this machine and it could not be installed; set CHROMIUM_PATH to one to run the browser journeys.",
    );
    return { passed: 0, failed: inCi ? 1 : 0, skipped: 0, note: "not run: no Chromium" };
  }
  const report = join(reports, "browser.json");
  const status = run("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    // Records of its own, and a port that another clone under test does not have.
    MAATWERK_DATA: join(reports, "data"),
    MAATWERK_BROWSER_PORT: String(20_000 + (process.pid % 20_000)),
  });
  return playwrightTally(report, status);
}

/** Runs a tool from node_modules and gives its exit code; 1 when it was ended by a signal. */
function run(file, args, environment = {}) {
  const result = spawnSync(process.execPath, [join(root, "node_modules", file), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...plainIfNeeded(process.env), ...environment },
  });
  return result.status ?? 1;
}

/** Tools print no colours into a log file or a CI page. */
function plainIfNeeded(environment) {
  if (!inCi && process.stdout.isTTY) return environment;
  const { FORCE_COLOR: _dropped, ...rest } = environment;
  return { ...rest, NO_COLOR: "1" };
}
