// Counts what the test tools report, so that one line can say how many checks passed and failed.
import { existsSync, readFileSync } from "node:fs";

/** A tool that only says yes or no counts as one check. */
export function gateTally(status) {
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Vitest's JSON report. A file that could not be loaded has no tests of its own and counts as one failure. */
export function vitestTally(reportFile, status) {
  const report = readReport(reportFile);
  if (report === null) return withoutReport("Vitest");
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  );
  return agreeWithStatus(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    status,
  );
}

/** Playwright's JSON report. A journey that passed only at a second try has failed once, so it counts as failed. */
export function playwrightTally(reportFile, status) {
  const report = readReport(reportFile);
  if (report === null) return withoutReport("Playwright");
  const { expected, unexpected, flaky, skipped } = report.stats;
  return agreeWithStatus({ passed: expected, failed: unexpected + flaky, skipped }, status);
}

/** The last line: `12 passed, 0 failed`. */
export function summaryLine(tallies) {
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
  return `${sum("passed")} passed, ${sum("failed")} failed`;
}

function readReport(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function withoutReport(tool) {
  return { passed: 0, failed: 1, skipped: 0, note: `${tool} ended without a report` };
}

/** An error outside every test, or no test at all, shows only in the exit code. */
function agreeWithStatus(tally, status) {
  if (status === 0 && tally.passed + tally.skipped > 0) return tally;
  return tally.failed > 0 ? tally : { ...tally, failed: 1, note: "an error outside the tests" };
}
