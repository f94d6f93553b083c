// One case explained over HTTP, beside a handler that reads the same request and answers as many bytes without computing anything; each in a
// process of its own, run as `npm start` runs the server.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { spread } from "../rounds.ts";
import { serverFlags } from "../server-flags.ts";
import type { Job } from "./index.ts";

const loader = pathToFileURL(join(import.meta.dirname, "..", "..", "node_modules", "tsx", "dist", "esm", "index.mjs")).href;

async function start(what: "api" | "empty"): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = fork(join(import.meta.dirname, "..", "explain", "server.ts"), [what], {
    execArgv: [...serverFlags, "--import", loader],
  });
  const [port] = (await once(child, "message")) as [number];
  return { child, port };
}

export const explainHttpJob: Job = async ({ quick, say }) => {
  const body = (n: number) =>
    JSON.stringify({
      scheme: "employer",
      package: "P5",
      startQuarter: "2025-Q1",
      quarter: ["2025-Q2", "2025-Q3", "2026-Q1", "2026-Q2"][n % 4],
      guidanceNeed: ["LOW", "HIGH", "NONE"][n % 3],
      employmentFraction: ["0.8", "1", "0.5"][(n >> 2) % 3],
      grossWage: `${8000 + (n % 4000)}.00`,
      employerContributions: "2100.00",
      contributionReductions: "300.00",
    });
  const [api, empty] = [await start("api"), await start("empty")];
  const ports = [api.port, empty.port];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (port: number, text: string) =>
    new Promise<{ readonly took: number; readonly status: number; readonly text: string }>((done, failed) => {
      const started = performance.now();
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
      const sent = request(
        { port, host: "127.0.0.1", path: "/api/v1/calculations", method: "POST", agent, headers },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("end", () => {
            const took = performance.now() - started;
            done({ took, status: response.statusCode ?? 0, text: Buffer.concat(parts).toString("utf8") });
          });
        },
      );
      sent.on("error", failed);
      sent.end(text);
    });
  const mistakes: string[] = [];
  const first = await ask(ports[0]!, body(0));
  const answer = first.text;
  empty.child.send(answer);
  await once(empty.child, "message");
  const steps = (JSON.parse(first.text) as { steps?: unknown[] }).steps?.length ?? 0;
  if (first.status !== 200 || steps < 10) mistakes.push(`the answer has status ${first.status} and ${steps} steps`);

  const each = quick ? 300 : 1500;
  const turns = quick ? 3 : 9;
  const found = { explained: [] as number[][], empty: [] as number[][] };
  // The first round only warms up; within a round the two take turns request by request.
  for (let turn = -1; turn < turns; turn += 1) {
    const [explained, nothing]: [number[], number[]] = [[], []];
    for (let n = 0; n < each; n += 1) {
      explained.push((await ask(ports[0]!, body(n))).took);
      nothing.push((await ask(ports[1]!, body(n))).took);
    }
    if (turn < 0) continue;
    found.explained.push(explained);
    found.empty.push(nothing);
  }
  agent.destroy();
  for (const { child } of [api, empty]) child.disconnect();

  const at = (list: readonly number[], share: number) => [...list].sort((a, b) => a - b)[Math.floor(list.length * share)]!;
  const of = (share: number) => {
    const [one, other] = [found.explained, found.empty].map((lists) => spread(lists.map((list) => at(list, share))));
    const ratio = spread(found.explained.map((list, turn) => at(list, share) / at(found.empty[turn]!, share)));
    return { explained: one!, empty: other!, ratio };
  };
  const [median, p99] = [of(0.5), of(0.99)];
  const text = ({ explained, empty: other, ratio }: typeof median) =>
    `${explained.median.toFixed(2)} ms, empty ${other.median.toFixed(2)} ms, ratio ${ratio.median.toFixed(2)} (${ratio.low.toFixed(2)}-${ratio.high.toFixed(2)})`;
  say(`median ${text(median)}`);
  say(`p99    ${text(p99)}; ${steps} steps, ${Buffer.byteLength(answer)} bytes`);
  const gate = {
    name: "explaining one case over HTTP, 99th percentile, against an empty handler",
    value: `${p99.ratio.median.toFixed(2)}x (${p99.ratio.low.toFixed(2)}-${p99.ratio.high.toFixed(2)})`,
    gate: "below 2x",
    ambition: "1x",
    holds: p99.ratio.median < 2,
  };
  return { mistakes, gates: [gate], figures: { requests: each * turns, steps, bytes: Buffer.byteLength(answer), median, p99 } };
};
