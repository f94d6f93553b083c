// A primary that dies while a quarter is calculated, and one that dies while it is booked: the run completes on the standby, to the same cents.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { promotion } from "../chaos/promotion.ts";

test.each(["CALCULATE", "BOOK"] as const)("promotion during %s", async (during) => {
  const folder = mkdtempSync(join(tmpdir(), "promotion-"));
  chmodSync(folder, 0o755);
  try {
    const report = await promotion({ folder, grants: 10_000, during, say: (line) => console.log(line) });
    console.log(JSON.stringify({ ...report, verify: report.verify.code }, null, 2));
    const { sums } = report;
    expect(sums.lines).toBeGreaterThan(15_000);
    expect([sums.lines, sums.cents]).toEqual([sums.undisturbed.lines, sums.undisturbed.cents]);
    expect([sums.differing, sums.notReplaying, report.imbalances]).toEqual([0, 0, []]);
    expect([report.wrongAnswers, report.fell]).toEqual([[], 0]);
    expect([report.verify.text, report.verify.code]).toEqual([report.verify.text, 0]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
