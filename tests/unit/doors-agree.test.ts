// The API and the command line give the same bytes for the same lines.
import { PassThrough, Readable } from "node:stream";
import { expect, test } from "vitest";
import { createApi } from "../../src/api/index.ts";
import { runCalculate } from "../../src/cli/commands/calculate.ts";
import { fixedClock } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";

const law = openLaw();
const api = createApi({
  law,
  clock: fixedClock("2026-11-23"),
  answers: { ids: [], give: async () => ({ answer: {}, released: true }) },
  ready: async () => null,
  onFailure: (error) => {
    throw error;
  },
});

const good = {
  scheme: "employer",
  package: "P5",
  guidanceNeed: "HIGH",
  startQuarter: "2023-Q3",
  quarter: "2024-Q1",
  employmentFraction: "0.8",
  performedFraction: "0.75",
  grossWage: "9000.00",
  employerContributions: "2250.00",
  contributionReductions: "600.00",
};

const post = (body: Uint8Array<ArrayBuffer>, type: string) =>
  api.request("/api/v1/calculations", { method: "POST", body, headers: { "content-type": type } }, { requestId: "r-1" });

/** What the command line writes for the same bytes. */
async function fromCommand(bytes: Uint8Array): Promise<string> {
  const output = new PassThrough();
  const parts: Buffer[] = [];
  output.on("data", (part: Buffer) => parts.push(part));
  await runCalculate(Readable.from([bytes]), output, law);
  return Buffer.concat(parts).toString("utf8");
}

test("give the same lines as the command, also for bad ones", async () => {
  const parts = [
    Buffer.from(`${JSON.stringify(good)}\n`),
    Buffer.from('{"scheme":"employer","quarter":"2024-Q9"}\n\n   \n'),
    Buffer.from('{"cut off\n'),
    Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
    Buffer.from(`"${"x".repeat(65_536)}"\n`),
    Buffer.from(`${JSON.stringify({ scheme: "selfEmployed", package: "T2", startQuarter: "2025-Q1", quarter: "2025-Q2" })}`),
  ];
  const bytes = Buffer.concat(parts);
  const response = await post(bytes, "application/x-ndjson");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("application/x-ndjson");
  const text = await response.text();
  expect(text).toBe(await fromCommand(bytes));
  expect(
    text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).outcome),
  ).toEqual(["value", "invalid", "invalid", "invalid", "invalid", "value"]);
});
