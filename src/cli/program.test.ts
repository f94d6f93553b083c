import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { openLaw } from "../law/open-law.ts";
import { ExitCode } from "./exit-code.ts";
import { languageOf } from "./io.ts";
import { run } from "./program.ts";

const folder = mkdtempSync(join(tmpdir(), "maatwerk-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs one command line with its own streams. */
async function command(args: readonly string[], stdin = "", env: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const stream = (into: string[]) => new PassThrough().on("data", (part: Buffer) => into.push(part.toString("utf8")));
  const code = await run(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: stream(out),
    stderr: stream(err),
    env,
    stopAsked: () => new Promise(() => {}),
  });
  await new Promise((resolve) => setImmediate(resolve));
  return { code, out: out.join(""), err: err.join("") };
}

const good = { scheme: "selfEmployed", package: "P5", startQuarter: "2025-Q1", quarter: "2027-Q1" };
const line = JSON.stringify(good);
/** The reading of the phases that is not the default, whatever the law calls it. */
const phases = openLaw().switches.get("OPEN-01");
const otherPhases = phases?.options.find((option) => option.computable && option.value !== phases.default)?.value ?? "";

describe("calculate", () => {
  test("answers every line; a bad one makes the exit code 1", async () => {
    const all = await command(["calculate"], `${line}\n${line}\n`);
    expect([all.code, all.out.trim().split("\n").length, all.err]).toEqual([ExitCode.ok, 2, ""]);
    const bad = await command(["calculate"], `${line}\nnonsense\n${line}`);
    expect(bad.code).toBe(ExitCode.badInput);
    expect(
      bad.out
        .trim()
        .split("\n")
        .map((l) => JSON.parse(l).outcome),
    ).toEqual(["value", "invalid", "value"]);
  });

  test("reads a file too, and gives steps when asked", async () => {
    writeFileSync(join(folder, "cases.jsonl"), line);
    const { out } = await command(["calculate", join(folder, "cases.jsonl"), "--steps"]);
    expect(JSON.parse(out).steps.length).toBeGreaterThan(5);
  });

  test("a missing file is a mistake of the command line", async () => {
    const { code, err } = await command(["calculate", join(folder, "nowhere")]);
    expect(code).toBe(ExitCode.usage);
    expect(err).toContain("nowhere");
  });
});

describe("explain", () => {
  test("prints each step with its rulebook ids and the result", async () => {
    const { code, out } = await command(["explain", line, "--lang", "nl"]);
    expect(code).toBe(ExitCode.ok);
    expect(out).toContain("SELF-09");
    const { total } = JSON.parse((await command(["calculate"], line)).out);
    expect(out).toContain(`total: ${total}`);
  });

  test("shows what another reading changes, before and after", async () => {
    const { code, out } = await command(["explain", line, "--switch", `OPEN-01=${otherPhases}`, "--diff"]);
    expect(code).toBe(ExitCode.ok);
    expect(out).toMatch(/^total: .* EUR \(\+\d+\.\d\d\)$/m);
    expect(out).toMatch(/by switch OPEN-01$/m);
    expect(out).toMatch(/^ {2}phase: \d+ -> \d+ .*\[WP-07\]/m);
  });

  test("as JSON gives both sides of a difference", async () => {
    const { out } = await command(["explain", line, "--switch", `OPEN-01=${otherPhases}`, "--diff", "--json"]);
    const { before, after } = JSON.parse(out);
    expect(before.total).not.toBe(after.total);
  });

  test("reads the case from standard input", async () => {
    expect((await command(["explain"], line)).code).toBe(ExitCode.ok);
  });

  test.each([
    [["explain", "{half"], "JSON"],
    [["explain", line, "--switch", "OPEN-1:x"], "OPEN-01=5/4/11"],
    [["explain", line, "--diff"], "--switch"],
  ])("%j is a usage error that says what was expected", async (args, expected) => {
    const { code, err } = await command(args);
    expect(code).toBe(ExitCode.usage);
    expect(err).toContain(expected);
    expect(err).not.toContain("    at ");
  });

  test("a case that the law cannot read ends with 1 and names the field", async () => {
    const { code, out } = await command(["explain", JSON.stringify({ ...good, quarter: "2025-Q7" }), "--lang", "en"]);
    expect(code).toBe(ExitCode.badInput);
    expect(out).toContain("quarter");
  });
});

describe("the command line", () => {
  test("every command has help", async () => {
    const { code, out } = await command(["--help"]);
    expect(code).toBe(ExitCode.ok);
    const names = [...out.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1] ?? "");
    expect(names).toEqual(expect.arrayContaining(["calculate", "explain", "law"]));
    for (const name of names.filter((one) => one !== "help")) {
      const help = await command([name, "--help"]);
      expect([name, help.code]).toEqual([name, ExitCode.ok]);
      expect(help.out).toContain(`maatwerk ${name}`);
    }
  });

  test.each([["nonsense"], ["calculate", "--nonsense"], ["law", "nonsense"]])("%s %s ends with 2", async (...args) => {
    expect((await command(args)).code).toBe(ExitCode.usage);
  });

  test("the language is as asked, else the environment's, else Dutch", () => {
    expect(languageOf("fr", { LANG: "en_GB.UTF-8" })).toBe("fr");
    expect(languageOf(undefined, { LANG: "en_GB.UTF-8" })).toBe("en");
    expect(languageOf(undefined, { LANG: "C.UTF-8" })).toBe("nl");
    expect(languageOf("de", {})).toBe("nl");
  });
});

test("the rulebook's coverage lists every id once", async () => {
  const { out } = await command(["law", "coverage", "--json"]);
  const ids = JSON.parse(out).rows.map((row: { id: string }) => row.id);
  expect(ids.length).toBe(openLaw().coverage.size);
});

describe("two cases", () => {
  const other = JSON.stringify({ ...JSON.parse(line), package: "P5_PLUS" });

  test("side by side name the fact that moved, and what it does", async () => {
    const { code, out } = await command(["explain", "--diff", line, other]);
    expect(code).toBe(ExitCode.ok);
    expect(out).toMatch(/^ {2}\+\d+\.\d\d by fact package$/m);
    expect(out).toMatch(/^ {2}package: P5 -> P5_PLUS/m);
  });

  test("of which one is no case, say which field of which side", async () => {
    const { code, err } = await command(["explain", "--diff", line, JSON.stringify({ ...JSON.parse(line), quarter: "2025" })]);
    expect(code).toBe(ExitCode.badInput);
    expect(err).toContain("after.quarter");
  });
});

describe("the law", () => {
  test("is shown in force on a day and as known on a day", async () => {
    const before = await command(["law", "show", "ggmmi", "--on", "2024-04-15", "--known", "2024-03-25"]);
    const after = await command(["law", "show", "ggmmi", "--on", "2024-04-15", "--known", "2024-03-26"]);
    expect(before.out).toContain(
      openLaw()
        .asKnownOn("2024-03-25" as never)
        .parameterAt("ggmmi", "2024-04-15" as never).ok
        ? "from"
        : "no value",
    );
    expect(before.out).not.toBe(after.out);
  });

  test("says what became known between two days", async () => {
    const { out } = await command(["law", "diff", "--known", "2024-03-25", "--known", "2024-03-26"]);
    expect(out).toContain("ggmmi on 2024-04-01");
    expect((await command(["law", "diff", "--known", "2024-03-25"])).code).toBe(ExitCode.usage);
  });

  test("shows a rule, an open point and a statement, and refuses another name", async () => {
    expect((await command(["law", "show", "wageCap"])).out).toContain("[REF-03, REF-10]");
    expect((await command(["law", "show", "OPEN-01"])).out).toContain("5/4/11");
    expect((await command(["law", "show", "WP-08"])).out).toContain("wagePremiumPercentage");
    expect((await command(["law", "show", "WP-99"])).code).toBe(ExitCode.usage);
  });

  test("runs the cases of one statement, and says when there is none", async () => {
    expect((await command(["law", "cases", "TV-42"])).out).toMatch(/8 of 8 cases hold/);
    expect((await command(["law", "cases", "TV-999"])).code).toBe(ExitCode.badInput);
  });

  test("has no gap in its coverage", async () => {
    const { code, out } = await command(["law", "coverage"]);
    expect([code, out.includes("no state")]).toEqual([ExitCode.ok, false]);
  });

  test("says which criteria were not read", async () => {
    expect((await command(["law", "criteria"])).out).toMatch(/INDIVIDUAL .*not read/);
  });
});
