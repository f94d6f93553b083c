// `npm run bench`: installs the peers of bench/ when they are not there yet, then measures. Exit code 1 when a gate fails.
// `npm run bench -- --quick` for fewer rows and rounds; names of jobs choose some of them.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensurePackages, requireNode, root, whyInstall } from "./ground.mjs";

requireNode();
ensurePackages();
const bench = join(root, "bench");
const reason = existsSync(join(bench, "package-lock.json")) ? whyInstall(bench) : "bench/package-lock.json is missing";
if (reason !== null) {
  console.log(`Peers of the benchmark: ${reason}. Running "npm install" in bench/; the product itself needs none of them.`);
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const installed = spawnSync(npm, ["install", "--no-audit", "--no-fund"], {
    cwd: bench,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (installed.status !== 0) console.log("The peers could not be installed: what can run without them is measured.");
}
const loader = pathToFileURL(join(root, "node_modules", "tsx", "dist", "esm", "index.mjs")).href;
const ran = spawnSync(process.execPath, ["--expose-gc", "--import", loader, join(bench, "run.ts"), ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = ran.status ?? 1;
