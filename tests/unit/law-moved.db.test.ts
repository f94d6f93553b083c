// At the terminal: a new index after the quarter was paid, and the run that the program proposes for it.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths, addQuarters, firstDay, quarterOf, systemClock } from "../../src/kernel/index.ts";
import { type OtherPackage, packageWithIndex } from "../support/new-index-package.ts";

const today = systemClock.today();
const quarter = addQuarters(quarterOf(today), -2);
const data = mkdtempSync(join(tmpdir(), "maatwerk-moved-"));
chmodSync(data, 0o755);
const NOTHING = "Every paid quarter was calculated with the law and the facts as they are now.\n";
const own = join(import.meta.dirname, "..", "..", "bin", "maatwerk.mjs");
let other: OtherPackage | undefined;

function command(bin: string, ...args: string[]) {
  const env = { ...process.env, MAATWERK_DATA: data, DATABASE_URL: "", NODE_ENV: "", LC_ALL: "en" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", env });
  if (status !== 0) throw new Error(`maatwerk ${args.join(" ")}: ${stderr}`);
  return stdout;
}

beforeAll(() => {
  command(own, "synthetic", "--scale", "0.02");
  other = packageWithIndex(addMonths(firstDay(quarter), 1), today);
}, 240_000);
afterAll(() => {
  rmSync(data, { recursive: true, force: true });
  other?.remove();
});

test("maatwerk run proposal names the value, the quarters, and the command that corrects them", { timeout: 240_000 }, () => {
  const moved = other?.bin ?? "";
  // What the synthetic records declared late is corrected first, so that only the law is left.
  const late = command(own, "run", "proposal", "--json");
  expect(late).not.toContain('"PARAMETER"');
  if (late !== "null\n") carryOut(own);
  expect(command(own, "run", "proposal")).toBe(NOTHING);

  const told = command(moved, "run", "proposal");
  expect(told).toContain("Changed after the quarters were paid:");
  expect(told).toContain(`--correct-from ${quarter} --as ...`);
  const found = JSON.parse(command(moved, "run", "proposal", "--json"));
  expect(JSON.stringify(found)).toContain('"ggmmi"');

  const booked = carryOut(moved);
  expect(booked.result.totals.reduce((sum: number, one: { cents: number }) => sum + one.cents, 0)).toBeGreaterThan(0);
  expect(command(moved, "run", "proposal")).toBe(NOTHING);
});

/** The command as it was told, and the rest of the road by two people. */
function carryOut(bin: string) {
  const [, start = ""] = /maatwerk (run start .*) --as/.exec(command(bin, "run", "proposal")) ?? [];
  const { runRef } = JSON.parse(command(bin, ...start.split(" "), "--as", "anna", "--json"));
  command(bin, "run", "calculate", runRef, "--as", "anna");
  command(bin, "run", "approve", runRef, "--as", "bram");
  return JSON.parse(command(bin, "run", "book", runRef, "--as", "anna", "--json"));
}
