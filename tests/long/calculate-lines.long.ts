// A million lines through `maatwerk calculate` without growing in memory.
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { runCalculate } from "../../src/cli/commands/calculate.ts";
import { openLaw } from "../../src/law/open-law.ts";

const lines = 1_000_000;

async function* source(): AsyncGenerator<Buffer> {
  const quarters = ["2023-Q4", "2024-Q2", "2025-Q1", "2026-Q1"];
  for (let at = 0; at < lines; at += 500) {
    const piece = Array.from({ length: 500 }, (_, i) => {
      const wage = ((at + i) * 37) % 1_500_000;
      return JSON.stringify({
        scheme: "employer",
        package: "P5_PLUS",
        guidanceNeed: "MEDIUM",
        startQuarter: "2023-Q3",
        quarter: quarters[(at + i) % 4],
        employmentFraction: "0.8",
        grossWage: (wage / 100).toFixed(2),
        employerContributions: "1200.00",
        contributionReductions: "300.00",
        switches: i % 50 === 0 ? { "OPEN-25": "TRUNCATE" } : {},
      });
    });
    yield Buffer.from(`${piece.join("\n")}\n`);
  }
}

describe("a million lines", () => {
  it("are answered in order without growing in memory", { timeout: 900_000 }, async () => {
    const law = openLaw();
    const used: number[] = [];
    let answers = 0;
    const output = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        for (const byte of chunk) if (byte === 10) answers += 1;
        if (used.length < answers / 50_000) used.push(process.memoryUsage().rss);
        setImmediate(done);
      },
    });
    const start = performance.now();
    const summary = await runCalculate(source(), output, law);
    const seconds = (performance.now() - start) / 1000;
    console.log(`${Math.round(lines / seconds)} lines/s, ${Math.round(Math.max(...used) / 2 ** 20)} MB at most`);
    expect(summary).toEqual({ lines, bad: 0 });
    expect(answers).toBe(lines);
    // The first readings still hold what starting up left behind.
    const [early, late] = [Math.max(...used.slice(2, 8)), Math.max(...used.slice(-6))];
    expect(late - early).toBeLessThan(64 * 2 ** 20);
  });
});
