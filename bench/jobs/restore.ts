// Yesterday's backup on an empty machine: the commands of the operations manual as they stand there, within the minutes that it says.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Job } from "./index.ts";

const root = join(import.meta.dirname, "..", "..");

export const restoreJob: Job = async ({ quick, say }) => {
  const folder = mkdtempSync(join(tmpdir(), "maatwerk-restore-"));
  const [yesterday, today, safe] = ["yesterday", "today", "safe"].map((name) => join(folder, name)) as [string, string, string];
  for (const one of [yesterday, today, safe]) mkdirSync(one);
  // The database's own user must be able to enter.
  spawnSync("chmod", ["755", folder, yesterday, today]);
  const manual = readFileSync(join(root, "docs", "operations.md"), "utf8");
  const restore = blockUnder(manual, "## Restore");
  const minutes = Number(/within (\d+) minutes/.exec(manual)?.[1]);
  try {
    shell(yesterday, folder, `maatwerk synthetic --scale ${quick ? 0.05 : 1}`);
    shell(yesterday, folder, blockUnder(manual, "## Back up").replaceAll("/var/backups/maatwerk", today));
    shell(yesterday, folder, "cp var/secrets/master.key var/secrets/backup.key /safe/");
    const megabytes = Math.round(statSync(join(today, "night.backup")).size / 2 ** 20);
    const started = performance.now();
    const told = shell(today, folder, restore);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    say(`a backup of ${megabytes} MiB was restored and verified in ${seconds} s:`);
    for (const line of told.trim().split("\n")) say(`  ${line}`);
    return {
      gates: [
        {
          name: "restore and verify on an empty machine",
          value: `${seconds} s`,
          gate: `within ${minutes} minutes, as the manual says`,
          ambition: "within 1 minute",
          holds: seconds <= minutes * 60,
        },
      ],
      mistakes: [],
      figures: { megabytes, seconds, told },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The first block of commands under a heading. */
function blockUnder(manual: string, heading: string): string {
  const section = manual.slice(manual.indexOf(`${heading}\n`));
  return /```\n([\s\S]*?)```/.exec(section)![1]!;
}

/** Commands as in the manual, with `maatwerk` of this repository, its data under `var` of the folder, and /safe beside it. */
function shell(cwd: string, folder: string, commands: string): string {
  const script = `set -e\nmaatwerk() { "${process.execPath}" "${join(root, "bin", "maatwerk.mjs")}" --lang en "$@"; }\n${commands.replaceAll("/safe/", `${folder}/safe/`)}`;
  const env = { ...process.env, MAATWERK_DATA: join(cwd, "var"), DATABASE_URL: "" };
  const ran = spawnSync("bash", ["-c", script], { cwd, env, encoding: "utf8", maxBuffer: 1 << 26 });
  if (ran.status !== 0) throw new Error(`${commands}\n${ran.stdout}\n${ran.stderr}`);
  return ran.stdout;
}
