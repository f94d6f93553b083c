// At the terminal: a new index after the quarter was paid, and the run that the program proposes for it.
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { terminal } from "../../src/cli/testing.ts";
import { addMonths, addQuarters, firstDay, quarterOf, systemClock } from "../../src/kernel/index.ts";
import { type OtherPackage, packageWithIndex } from "../support/new-index-package.ts";

const today = systemClock.today();
const quarter = addQuarters(quarterOf(today), -2);
const NOTHING = "Every paid quarter was calculated with the law and the facts as they are now.\n";
const { command, keepServer, env, close } = terminal();
let other: OtherPackage | undefined;

type Say = (...args: string[]) => Promise<string>;

/** This program. */
const own: Say = async (...args) => {
  const { code, out, err } = await command(...args);
  if (code !== 0) throw new Error(`maatwerk ${args.join(" ")}: ${err}`);
  return out;
};

/** The program with the new index, which has its own law and so a process of its own. */
const moved: Say = async (...args) => {
  const options = { encoding: "utf8" as const, env: { ...process.env, ...env } };
  const { status, stdout, stderr } = spawnSync(process.execPath, [other?.bin ?? "", ...args], options);
  if (status !== 0) throw new Error(`maatwerk ${args.join(" ")}: ${stderr}`);
  return stdout;
};

beforeAll(async () => {
  await keepServer();
  await own("synthetic", "--scale", "0.02");
  other = packageWithIndex(addMonths(firstDay(quarter), 1), today);
});
afterAll(async () => {
  other?.remove();
  await close();
});

test("maatwerk run proposal names the value, the quarters, and the command that corrects them", {
  timeout: 600_000,
}, async () => {
  // What the synthetic records declared late is corrected first, so that only the law is left.
  const late = await own("run", "proposal");
  if (late !== NOTHING) {
    expect(await own("run", "proposal", "--json")).not.toContain('"PARAMETER"');
    await carryOut(own, late);
  }
  expect(await own("run", "proposal")).toBe(NOTHING);

  const told = await moved("run", "proposal");
  expect(told).toContain("Changed after the quarters were paid:");
  expect(told).toContain(`--correct-from ${quarter} --as ...`);
  const found = JSON.parse(await moved("run", "proposal", "--json"));
  expect(JSON.stringify(found)).toContain('"ggmmi"');

  const booked = await carryOut(moved, told);
  expect(booked.result.totals.reduce((sum: number, one: { cents: number }) => sum + one.cents, 0)).toBeGreaterThan(0);
  expect(await moved("run", "proposal")).toBe(NOTHING);
});

/** The command as it was told, and the rest of the road by two people. */
async function carryOut(say: Say, told: string) {
  const [, start = ""] = /maatwerk (run start .*) --as/.exec(told) ?? [];
  const { runRef } = JSON.parse(await say(...start.split(" "), "--as", "anna", "--json"));
  await say("run", "calculate", runRef, "--as", "anna");
  await say("run", "approve", runRef, "--as", "bram");
  return JSON.parse(await say("run", "book", runRef, "--as", "anna", "--json"));
}
