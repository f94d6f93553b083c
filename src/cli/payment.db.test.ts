// The whole road of a quarter at the terminal: taken in, run, approved by another person, paid, reconciled, replayed.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ExitCode } from "./exit-code.ts";
import { terminal } from "./testing.ts";

const { folder, command, json, keepServer, close } = terminal();
afterAll(close);

const sampleOf = (...more: string[]) => [
  "audit",
  "sample",
  "--seed",
  "2026 MS",
  "--from",
  "2026-Q2",
  "--until",
  "2026-Q2",
  ...more,
];

describe("a command line of payment that cannot be carried out", () => {
  const ref = "4f0c0000-0000-4000-8000-000000000000";
  test.each([
    ["no person", ["run", "approve", ref], "--as"],
    ["a person without a name", ["run", "approve", ref, "--as", " "], "--as"],
    ["a reference that is none", ["run", "book", "x", "--as", "anna"], "x: 8-4-4-4-12"],
    ["a quarter that does not exist", ["run", "start", "--quarter", "2025-Q5", "--as", "anna"], "--quarter"],
    [
      "another kind of file",
      ["declarations", "take", "/dev/null", "--kind", "wages", "--as", "anna"],
      "attests, payslips, payroll",
    ],
    ["a file that is not there", ["declarations", "take", "/nowhere.xml", "--as", "anna"], "/nowhere.xml"],
    ["a bank file that is not there", ["bank", "import", "/nowhere.xml", "--as", "anna"], "/nowhere.xml"],
    ["a day that is none", ["bank", "export", ref, "--out", "x", "--on", "tomorrow", "--as", "anna"], "--on"],
    ["a line that is none", ["ledger", "explain", `${ref}/2025-Q1/WAGES/0`], "COMPONENT: WAGE"],
    ["a month that is none", ["bank", "advances", "2026-13", "--out", "x", "--as", "anna"], "2026-13: YYYY-MM"],
    ["no number of quarters", ["forecast", "--quarters", "0"], "--quarters: 1 - 40"],
    ["a first quarter that is none", ["forecast", "--from", "soon"], "--from"],
    ["a year that is none", ["accounts", "export", "--year", "26"], "--year: 2000 - 2100"],
    ["a sample of nobody", sampleOf("--as", ""), "--as"],
    ["a sample that is too large", sampleOf("--as", "marc", "--size", "501"), "--size: 1 - 500"],
    ["a component that does not exist", sampleOf("--as", "marc", "--component", "WAGES"), "--component: WAGE"],
    ["a moment that is none", sampleOf("--as", "marc", "--known-at", "yesterday"), "--known-at"],
    ["both ways to resolve", ["bank", "resolve", ref, "--recovery", ref, "--reason", "x", "--as", "anna"], "--recovery"],
  ])("says what is wrong: %s", async (_name, args, told) => {
    const { code, err } = await command(...args);
    expect(code).toBe(ExitCode.usage);
    expect(err).toContain(told);
  });
});

test("a quarter, from the file of attests to the bank and back", { timeout: 400_000 }, async () => {
  await keepServer();
  expect((await command("synthetic", "--scale", "0.02")).code).toBe(ExitCode.ok);
  const attests = join(folder, "late.xml");
  expect((await command("synthetic", "declarations", "--quarter", "2026-Q2", "--wave", "late", "--out", attests)).code).toBe(0);
  const taken = await json("declarations", "take", attests, "--as", "anna");
  expect(taken).toMatchObject({ before: false, report: { rejected: 0 } });
  expect(taken.report.taken).toBeGreaterThan(0);
  expect(await json("declarations", "take", attests, "--as", "anna")).toMatchObject({ before: true });
  expect((await command("declarations", "report")).out).toContain("late.xml");

  const { runRef } = await json("run", "start", "--quarter", "2026-Q2", "--as", "anna");
  expect((await command("run", "start", "--quarter", "2026-Q2", "--as", "carl")).code).toBe(ExitCode.badInput);
  const { result } = await json("run", "calculate", runRef, "--as", "anna");
  expect((await json("run", "report", runRef)).compared.length).toBeGreaterThan(0);
  const own = await command("run", "approve", runRef, "--as", "anna");
  expect([own.code, own.err]).toEqual([ExitCode.badInput, expect.stringContaining("Who starts a run does not approve it")]);
  expect((await command("run", "approve", runRef, "--as", "bram")).code).toBe(ExitCode.ok);
  expect(await json("run", "book", runRef, "--as", "anna")).toMatchObject({ stage: "BOOKED", result: { totals: result.totals } });

  const bankFile = join(folder, "bank.xml");
  const batch = await json("bank", "export", runRef, "--out", bankFile, "--as", "anna");
  expect(readFileSync(bankFile, "utf8")).toContain(`<MsgId>${batch.messageId}</MsgId>`);
  expect((await command("bank", "export", runRef, "--out", bankFile, "--as", "anna")).code).toBe(ExitCode.badInput);
  const again = join(folder, "again.xml");
  await command("bank", "export", runRef, "--out", again, "--again", batch.batchRef, "--as", "anna");
  expect(readFileSync(again, "utf8")).toBe(readFileSync(bankFile, "utf8"));

  // Advances are off while the law gives no amount, and that is what the terminal says.
  const advances = await command("bank", "advances", "2026-11", "--out", join(folder, "x.xml"), "--as", "anna");
  expect([advances.code, advances.err]).toEqual([ExitCode.badInput, expect.stringContaining("Advances are off")]);

  const answer = join(folder, "answer.xml");
  const text = (messageId: string) =>
    `<Document><CstmrPmtStsRpt><GrpHdr><MsgId>A-1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><GrpSts>ACCP</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`;
  writeFileSync(answer, text("SOMEBODY-ELSE"));
  expect((await command("bank", "import", answer, "--as", "anna")).err).toContain("not ours");
  writeFileSync(answer, text(batch.messageId));
  expect(await json("bank", "import", answer, "--as", "anna")).toMatchObject({ before: false, accepted: batch.payments });
  const { payments } = await json("bank", "show", runRef, "--as", "anna");
  expect(payments.every((one: { state: string; account: null }) => one.state === "ACCEPTED" && one.account === null)).toBe(true);

  const verified = await command("ledger", "verify");
  expect([verified.code, verified.out]).toEqual([ExitCode.ok, expect.stringMatching(/ 0 do not agree/)]);
  expect((await command("ledger", "balance")).code).toBe(ExitCode.ok);

  // What stands beside the runs: the accounts, the forecast and the auditor's sample, over the same books.
  const { written } = await json("accounts", "commit");
  expect(written).toBeGreaterThan(0);
  expect(await json("accounts", "commit")).toEqual({ written: 0 });
  const csv = join(folder, "accounts.csv");
  const year = new Date().getFullYear();
  expect((await command("accounts", "export", "--year", String(year), "--out", csv)).code).toBe(ExitCode.ok);
  const rows = readFileSync(csv, "utf8").trim().split("\r\n").slice(1);
  const booked = result.totals.reduce((sum: number, one: { cents: number }) => sum + one.cents, 0);
  const paid = rows.filter((row) => row.includes(runRef)).map((row) => Math.round(Number(row.split(";").at(-1)) * 100));
  expect(paid.reduce((sum, one) => sum + one, 0)).toBe(booked);

  const forecast = await json("forecast", "--from", "2026-Q4", "--quarters", "3");
  expect(forecast.quarters.map((one: { quarter: number }) => one.quarter)).toEqual([8107, 8108, 8109]);
  const told = await command("forecast", "--quarters", "2");
  expect([told.code, told.out]).toEqual([ExitCode.ok, expect.stringContaining("WAGE")]);

  const drawn = await json(...sampleOf("--as", "marc", "--size", "5", "--bundles"));
  expect(drawn.lines).toHaveLength(5);
  expect(drawn.bundles.every((one: { replay: { agrees: boolean } }) => one.replay.agrees)).toBe(true);
  const same = await json(...sampleOf("--as", "els", "--size", "5", "--known-at", drawn.knownAt));
  expect(same.lines).toEqual(drawn.lines);
  const shown = await command(...sampleOf("--as", "marc", "--size", "2", "--component", "WAGE", "--bundles"));
  expect([shown.code, shown.out.match(/ WAGE /g)?.length]).toEqual([ExitCode.ok, 4]);
  const none = await command("audit", "sample", "--seed", "x", "--from", "2026-Q2", "--until", "2026-Q2", "--as", "marc");
  expect([none.code, none.err]).not.toEqual([ExitCode.ok, ""]);
});
