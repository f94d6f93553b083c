// Kills the process of a run, and its database, at a hundred random moments (MAATWERK_KILLS for another number), and prints what it found.
import { expect, test } from "vitest";
import { killRuns } from "../support/kill-run.ts";

const kills = Number(process.env.MAATWERK_KILLS ?? "100");

test(`${kills} kills at random moments of a run`, async () => {
  const report = await killRuns({ kills, grants: 1_000, say: (line) => console.log(line) });
  console.log(JSON.stringify(report, null, 2));
  expect(report.kills).toBeGreaterThanOrEqual(kills);
  // Both must have been killed, or half of this proves nothing.
  if (kills >= 20) expect(Math.min(report.ofWorker, report.ofDatabase)).toBeGreaterThan(0);
});
