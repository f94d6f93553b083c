// The lab in its thread: the same answers and refusals as without it, in order, and a server that goes on answering meanwhile.
import { expect, test } from "vitest";
import { createApi } from "../../api/index.ts";
import { assertOk, fixedClock, localized, plainDate, quarter } from "../../kernel/index.ts";
import { askLab, computeLab, emptyReform, type LabJob, openGate } from "../../lab/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { listen } from "../listen.ts";
import { labThread } from "./lab-thread.ts";

const law = openLaw();
const clock = fixedClock("2026-11-23");
const compute = labThread(law);
const cap = (value: string) => ({
  ...emptyReform("cap", localized("plafond", "cap", "plafond")),
  parameters: [{ id: "referenceWage.capMultiplier", value, from: plainDate("2026-01-01"), to: null, file: "cap.yaml", line: 4 }],
});
const job = (value: string, grants: number): LabJob => ({
  reform: cap(value),
  from: quarter("2027-Q1"),
  quarters: 4,
  draws: 2,
  employerShare: true,
  cases: true,
  loss: 4000,
  people: { grants, seed: 7 },
});
const timeless = <T extends { result: object }>(computed: T) => ({
  ...computed,
  result: { ...computed.result, milliseconds: 0 },
});

test("a job gives what it gives without a thread, also when several wait", async () => {
  const jobs = [job("2.2", 1500), job("2.6", 300), job("2.2", 1500)];
  const answers = await Promise.all(jobs.map((one) => compute(one)));
  for (const [index, one] of jobs.entries()) {
    const here = assertOk(await computeLab(law, openGate, one));
    expect(timeless(assertOk(answers[index]!))).toEqual(timeless(here));
  }
});

test("a refusal comes back with its place, and the next job is computed all the same", async () => {
  const refused = await compute(job("900000000", 50));
  expect(!refused.ok && refused.error.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
    "cap.yaml:4 range.exact",
  ]);
  await expect(compute({ ...job("2.2", 50), draws: 2, people: { grants: -1, seed: 0 } })).rejects.toThrow();
  expect((await compute(job("2.2", 50))).ok).toBe(true);
});

test("the health address answers within 200 ms during a run of a million cases", { timeout: 120_000, retry: 2 }, async () => {
  const api = createApi({
    law,
    clock,
    answers: { ids: [], give: async () => ({ answer: {}, released: true }) },
    ready: async () => null,
  });
  const served = await listen(api.fetch as Parameters<typeof listen>[0], "127.0.0.1", 0);
  try {
    const health = async () => {
      const started = performance.now();
      expect((await fetch(`http://127.0.0.1:${served.port}/healthz`)).status).toBe(200);
      return performance.now() - started;
    };
    // The law is built in the thread, and the connection is made, before anything is timed.
    await compute(job("2.2", 50));
    await health();
    const waited: number[] = [];
    let running = true;
    const asking = (async () => {
      while (running) {
        waited.push(await health());
        await new Promise((next) => setTimeout(next, 10));
      }
    })();
    const source = { kind: "synthetic" as const, grants: 1_000_000, seed: 1 };
    const ports = { law, clock, records: null, gate: openGate, compute };
    const { result } = assertOk(await askLab(ports, { reform: cap("2.2"), quarters: 20, draws: 1, source }));
    running = false;
    await asking;
    expect(result.grants).toBeGreaterThan(1_000_000);
    expect(result.change).toBeGreaterThan(0);
    console.log(`${waited.length} answers, the slowest after ${Math.round(Math.max(...waited))} ms`);
    expect(waited.length).toBeGreaterThan(20);
    expect(Math.max(...waited)).toBeLessThan(200);
  } finally {
    await served.close();
  }
});
