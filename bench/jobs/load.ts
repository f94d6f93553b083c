// Two hundred requests a second of all kinds on one server process, from a generator on the same machine, beside a handler that does nothing.
// LOAD_SECONDS for another length than ten minutes (30 s with --quick), LOAD_PER_SECOND for another rate.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate, type Kind, type Sent } from "../load/generator.ts";
import { makeVisitors, visits } from "../load/visits.ts";
import { percentile } from "../measure.ts";
import { serverFlags } from "../server-flags.ts";
import type { Job } from "./index.ts";

const root = join(import.meta.dirname, "..", "..");
const loader = pathToFileURL(join(root, "node_modules", "tsx", "dist", "esm", "index.mjs")).href;
const GATE_MS = 100;

export const loadJob: Job = async ({ quick, say }) => {
  const seconds = Number(process.env.LOAD_SECONDS ?? (quick ? "30" : "600"));
  const perSecond = Number(process.env.LOAD_PER_SECOND ?? "200");
  const dataDir = process.env.LOAD_DATA ?? mkdtempSync(join(tmpdir(), "maatwerk-load-"));
  const served = await startServer(dataDir, say);
  try {
    const kinds = visits(served.url, await makeVisitors(dataDir));
    // What is computed once, such as an answer, is there before the clock starts.
    for (const kind of kinds) await generate([kind], { perSecond: 5, seconds: 1 });
    const empty = await emptyHandler();
    const nothing = await generate([{ name: "nothing", page: true, weight: 1, request: () => ({ url: empty.url }) }], {
      perSecond,
      seconds: Math.min(10, seconds),
    });
    await empty.close();
    say(`empty handler: p95 ${ms(percentile(times(nothing), 0.95))} ms at ${perSecond} requests a second`);
    const before = served.processorSeconds();
    const sent = await generate(kinds, { perSecond, seconds });
    const processor = served.processorSeconds() - before;
    return report({ sent, kinds, seconds, perSecond, nothing, processor, say });
  } finally {
    await served.close();
    if (process.env.LOAD_DATA === undefined) rmSync(dataDir, { recursive: true, force: true });
  }
};

interface Measured {
  readonly sent: readonly Sent[];
  readonly kinds: readonly Kind[];
  readonly seconds: number;
  readonly perSecond: number;
  readonly nothing: readonly Sent[];
  readonly processor: number;
  readonly say: (line: string) => void;
}

const ms = (value: number): number => Math.round(value * 10) / 10;
const times = (sent: readonly Sent[]): number[] => sent.map((one) => one.ms);

function report({ sent, kinds, seconds, perSecond, nothing, processor, say }: Measured) {
  const rows = kinds.map((kind) => {
    const own = sent.filter((one) => one.kind === kind.name);
    const [median, p95] = [0.5, 0.95].map((share) => ms(percentile(times(own), share))) as [number, number];
    return { kind: kind.name, page: kind.page, requests: own.length, median, p95, most: ms(Math.max(...times(own))) };
  });
  for (const row of rows)
    say(
      `${row.kind.padEnd(28)} ${String(row.requests).padStart(6)}  median ${row.median} ms, p95 ${row.p95} ms, slowest ${row.most} ms`,
    );
  const pages = sent.filter((one) => kinds.find((kind) => kind.name === one.kind)?.page === true);
  const p95 = ms(percentile(times(pages), 0.95));
  const wrong = sent.filter((one) => one.wrong !== null);
  const reached = Math.round(sent.length / seconds);
  say(`${sent.length} requests in ${seconds} s (${reached} a second); the server took ${ms(processor)} s of processor`);
  return {
    gates: [
      {
        name: "pages under load, p95",
        value: `${p95} ms`,
        gate: `below ${GATE_MS} ms`,
        ambition: "below 25 ms",
        holds: p95 < GATE_MS,
      },
      {
        name: "requests a second that were answered",
        value: String(reached),
        gate: `${perSecond} or more`,
        ambition: `${2 * perSecond}`,
        holds: reached >= Math.floor(perSecond * 0.99),
      },
    ],
    mistakes: [...new Set(wrong.map((one) => `${one.kind}: ${one.wrong}`))].slice(0, 20),
    figures: {
      seconds,
      perSecond,
      requests: sent.length,
      wrong: wrong.length,
      p95Pages: p95,
      rows,
      empty: ms(percentile(times(nothing), 0.95)),
      processorSeconds: ms(processor),
    },
  };
}

interface Served {
  readonly url: string;
  processorSeconds(): number;
  close(): Promise<void>;
}

async function startServer(dataDir: string, say: (line: string) => void): Promise<Served> {
  const child = spawn(process.execPath, [...serverFlags, "--import", loader, join(root, "bench", "load", "server.ts"), dataDir], {
    cwd: root,
    env: { ...process.env, MAATWERK_API_PER_MINUTE: "1000000", MAATWERK_API_PER_ADDRESS: "1000000", LOG_LEVEL: "error" },
    stdio: ["pipe", "pipe", "inherit", "ipc"],
  });
  let processor = 0;
  child.on("message", (message) => {
    processor = (message as { readonly processor: number }).processor;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}`)));
    child.stdout!.on("data", (bytes: Buffer) => {
      const found = /url (\S+)/.exec(bytes.toString());
      if (found !== null) resolve(found[1]!);
    });
  });
  say("the server is up, with the whole synthetic Flanders");
  return {
    url,
    processorSeconds: () => processor,
    async close() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.stdin!.end();
      await gone;
    },
  };
}

async function emptyHandler(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_, response) => response.end("ok"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
