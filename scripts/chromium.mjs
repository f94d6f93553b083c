// Finds a Chromium for the browser journeys; on Debian as root it can install one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of a Chromium on this machine, or `null`. CHROMIUM_PATH goes before the usual places. */
export function findChromium(environment = process.env, exists = existsSync) {
  const asked = environment.CHROMIUM_PATH;
  if (asked !== undefined && asked !== "") return exists(asked) ? asked : null;
  return usualPlaces.find((path) => exists(path)) ?? null;
}

/** As `findChromium`; when there is none and none was asked for, installs Debian's package, which only root can. */
export function obtainChromium() {
  const found = findChromium();
  if (found !== null || process.env.CHROMIUM_PATH || !isDebianRoot()) return found;
  console.log('There is no Chromium yet: running "apt-get update" and "apt-get install -y chromium".');
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    if (spawnSync("apt-get", args, options).status !== 0) return null;
  }
  return findChromium();
}

function isDebianRoot() {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/etc/debian_version");
}
