// Two hundred faults under load; `CHAOS_FAULTS` and `CHAOS_SEED` change how many and which. As root the database lies on a small disk that is filled too.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { chaos } from "../chaos/chaos.ts";

const faults = Number(process.env.CHAOS_FAULTS ?? "200");
const seed = Number(process.env.CHAOS_SEED ?? "20261126");
const folder = mkdtempSync(join(tmpdir(), "chaos-"));
chmodSync(folder, 0o755);
const disk = join(folder, "disk");
mkdirSync(disk);
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=900m,mode=0755", "tmpfs", disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync("umount", ["-l", disk]);
  rmSync(folder, { recursive: true, force: true });
});

test("nothing that was acknowledged is lost or doubled, and all books agree", async () => {
  if (!mounted) console.log("No small disk could be mounted here: the disk is not filled.");
  const report = await chaos({
    folder,
    smallDisk: mounted ? disk : null,
    faults,
    seed,
    scale: 0.02,
    grants: 300,
    say: (line) => console.log(line),
  });
  console.log(JSON.stringify({ ...report, verify: report.verify.code, ledger: report.ledger.code }, null, 2));
  expect([report.lost, report.doubled, report.evidenceLost]).toEqual([0, 0, 0]);
  expect(report.wrongAnswers).toEqual([]);
  expect(report.quarters.length).toBeGreaterThan(0);
  for (const one of report.quarters) {
    expect(one.lines).toBeGreaterThan(0);
    expect([one.differing, one.notReplaying, one.lines, one.cents]).toEqual([0, 0, one.undisturbed.lines, one.undisturbed.cents]);
  }
  expect(report.imbalances).toEqual([]);
  expect([report.verify.text, report.verify.code]).toEqual([report.verify.text, 0]);
  expect([report.ledger.text, report.ledger.code]).toEqual([report.ledger.text, 0]);
  expect(Object.values(report.faults).reduce((sum, one) => sum + one, 0)).toBe(faults);
});
