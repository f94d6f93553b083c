// What `npm start` and `npm test` stand on: a Node that is new enough and the packages that package-lock.json names.
// Plain JavaScript without any package, since it runs before there are packages.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const leastNode = [20, 19];

/** Ends the process with a message when Node is too old to run the rest. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const [leastMajor, leastMinor] = leastNode;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  stop(`This needs Node ${leastNode.join(".")} or newer, and this is Node ${version}.`);
}

/** Runs `npm install` when there are no packages yet, or when package-lock.json is newer than they are. */
export function ensurePackages() {
  const reason = whyInstall(root);
  if (reason === null) return;
  console.log(`${reason}: running "npm install" to put the packages of package-lock.json in node_modules.`);
  const lockFile = join(root, "package-lock.json");
  const before = readFileSync(lockFile, "utf8");
  // Not `npm ci`, which fails on packages with one binary per platform. `--no-save` leaves package-lock.json as it is.
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const installed = spawnSync(npm, ["install", "--no-save", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (installed.error !== undefined) stop(`npm could not be run: ${installed.error.message}`);
  if (installed.status !== 0) stop(`"npm install" failed; its own messages are above.`);
  if (readFileSync(lockFile, "utf8") !== before)
    stop(`"npm install" changed package-lock.json. Put it back with "git checkout package-lock.json".`);
  const differing = differencesFromLock(root);
  if (differing.length > 0)
    stop(`These packages are not the ones of package-lock.json: ${differing.join(", ")}. Remove node_modules and try again.`);
  const now = new Date();
  utimesSync(installedLock(root), now, now);
}

/** Why packages must be installed in `folder`, or `null` when they need not be. */
export function whyInstall(folder) {
  if (!existsSync(installedLock(folder))) return "The packages are not installed yet";
  const asked = statSync(join(folder, "package-lock.json")).mtimeMs;
  return statSync(installedLock(folder)).mtimeMs < asked ? "package-lock.json is newer than the installed packages" : null;
}

/** Names of installed packages whose version is another one than package-lock.json gives. */
export function differencesFromLock(folder) {
  const asked = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(installedLock(folder), "utf8")).packages;
  return Object.keys(present).filter((path) => asked[path]?.version !== present[path].version);
}

function installedLock(folder) {
  return join(folder, "node_modules", ".package-lock.json");
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
