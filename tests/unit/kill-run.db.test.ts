// Two kills of a run's process or of its database; `npm run check:long kill-run` does a hundred.
import { expect, test } from "vitest";
import { killRuns } from "../support/kill-run.ts";

test("a run that is killed, or whose database is, pays nothing twice and loses nothing", async () => {
  const report = await killRuns({ kills: 2, grants: 100, say: () => {} });
  expect(report.kills).toBeGreaterThanOrEqual(2);
  expect(report.lines).toBeGreaterThan(0);
});
