// Lines in, lines out: order, bad lines, odd bytes, back-pressure and memory.
import { Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { openLaw } from "../../law/open-law.ts";
import { longestLine, runCalculate } from "./calculate.ts";

const law = openLaw();
const good = JSON.stringify({ scheme: "selfEmployed", package: "P5", startQuarter: "2025-Q1", quarter: "2025-Q2" });
const later = good.replace("2025-Q2", "2025-Q4");

interface Ran {
  readonly lines: number;
  readonly bad: number;
  readonly results: { outcome: string; supportPremium?: string; reasons?: { id: string; field?: string }[] }[];
}

async function run(input: string | Uint8Array | Uint8Array[], steps = false): Promise<Ran> {
  const pieces = typeof input === "string" ? [Buffer.from(input)] : Array.isArray(input) ? input : [input];
  let text = "";
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      text += chunk;
      done();
    },
  });
  const summary = await runCalculate(Readable.from(pieces), output, law, { steps });
  expect(text === "" || text.endsWith("\n")).toBe(true);
  const results = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  expect(results).toHaveLength(summary.lines);
  return { ...summary, results };
}

describe("maatwerk calculate", () => {
  it("answers every line, in order", async () => {
    const { lines, bad, results } = await run(`${good}\n${later}\n${good}\n`);
    expect({ lines, bad }).toEqual({ lines: 3, bad: 0 });
    expect(results.map((result) => result.outcome)).toEqual(["value", "value", "value"]);
    expect(results[0]).toEqual(results[2]);
  });

  it("gives a bad line its own error and goes on", async () => {
    const { lines, bad, results } = await run(`${good}\nthis is not JSON\n{"scheme":"other"}\n${good}\n`);
    expect({ lines, bad }).toEqual({ lines: 4, bad: 2 });
    expect(results.map((result) => result.outcome)).toEqual(["value", "invalid", "invalid", "value"]);
    expect(results[2]?.reasons).toMatchObject([{ field: "scheme" }]);
  });

  it("does not count a refusal or a missing fact as bad", async () => {
    const refused = good.replace("}", ',"switches":{"OPEN-41":"OWN_SCHEDULE"}}');
    const { bad, results } = await run(`${refused}\n{"scheme":"selfEmployed"}\n`);
    expect(results.map((result) => result.outcome)).toEqual(["refused", "incomplete"]);
    expect(bad).toBe(0);
  });

  it("answers a last line without line end, and calls it invalid when it was cut off", async () => {
    expect(await run(`${good}\n${good}`)).toMatchObject({ lines: 2, bad: 0 });
    const cut = await run(`${good}\n${good.slice(0, -5)}`);
    expect(cut).toMatchObject({ lines: 2, bad: 1 });
    expect(cut.results[1]?.reasons).toMatchObject([{ id: "calculation.json" }]);
  });

  it("passes over blank lines and takes Windows line ends", async () => {
    expect(await run(`\n\n${good}\r\n   \n\t\n${good}\r\n\r\n`)).toMatchObject({ lines: 2, bad: 0 });
    expect(await run("")).toMatchObject({ lines: 0, bad: 0 });
  });

  it("calls a line with invalid UTF-8 invalid, and that line only", async () => {
    const broken = Buffer.concat([Buffer.from(`${good}\n{"scheme":"`), Buffer.from([0xc3, 0x28]), Buffer.from(`"}\n${good}\n`)]);
    const { results } = await run(broken);
    expect(results.map((result) => result.outcome)).toEqual(["value", "invalid", "value"]);
    expect(results[1]?.reasons).toMatchObject([{ id: "calculation.utf8" }]);
  });

  it("takes a byte order mark at the start", async () => {
    expect(await run(`\ufeff${good}\n`)).toMatchObject({ lines: 1, bad: 0 });
  });

  it.each([
    [longestLine, "value"],
    [longestLine + 1, "invalid"],
    [longestLine * 3, "invalid"],
  ])("a line of %i bytes is %s", async (length, outcome) => {
    const padded = good.padEnd(length, " ");
    const { results } = await run(`${padded}\n${good}\n`);
    expect(results.map((result) => result.outcome)).toEqual([outcome, "value"]);
    expect(await run(padded)).toMatchObject({ results: [{ outcome }] });
  });

  it("gives the same whatever pieces the bytes come in", async () => {
    const bytes = Buffer.from(`${good}\n{"scheme":"é"}\n${"x".repeat(longestLine + 10)}\n${later}`);
    const whole = await run(bytes);
    for (const size of [1, 7, 1000, 65_536]) {
      const pieces: Buffer[] = [];
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
      expect(await run(pieces)).toEqual(whole);
    }
  });

  it("adds the steps when asked", async () => {
    const { results } = await run(`${good}\n`, true);
    expect(results[0]).toHaveProperty("steps");
  });

  it("waits for a slow reader", async () => {
    let waiting = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1024,
      write: (_chunk, _encoding, done) => {
        waiting = slow.writableLength;
        most = Math.max(most, waiting);
        setImmediate(done);
      },
    });
    const source = Readable.from(Array.from({ length: 4000 }, () => Buffer.from(`${good}\n`)));
    expect(await runCalculate(source, slow, law)).toEqual({ lines: 4000, bad: 0 });
    expect(most).toBeLessThan(300_000);
  });

  it("rejects when the reader is gone", async () => {
    const gone = new Writable({ write: (_chunk, _encoding, done) => done(new Error("EPIPE")) });
    gone.on("error", () => undefined);
    const source = Readable.from(Array.from({ length: 4000 }, () => Buffer.from(`${good}\n`)));
    await expect(runCalculate(source, gone, law)).rejects.toThrow("EPIPE");
  });

  it("rejects when the output closes without a word", async () => {
    const closing: Writable = new Writable({ highWaterMark: 1, write: () => setImmediate(() => closing.destroy()) });
    const source = Readable.from(Array.from({ length: 4000 }, () => Buffer.from(`${good}\n`)));
    await expect(runCalculate(source, closing, law)).rejects.toThrow("closed");
  });
});
