// The whole process, as a person starts and stops it.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const command = fileURLToPath(new URL("../../bin/maatwerk.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "maatwerk-start-"));
// As root the database runs as a user of its own, who must be able to enter.
chmodSync(folder, 0o755);
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function launch(...args: string[]) {
  const environment = { ...process.env, DATABASE_URL: "", NODE_ENV: "", MAATWERK_DATA: folder, LC_ALL: "nl_BE.UTF-8" };
  const child = spawn(process.execPath, [command, ...args], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let out = "";
  let err = "";
  child.stdout.on("data", (part: Buffer) => {
    out += part.toString("utf8");
  });
  child.stderr.on("data", (part: Buffer) => {
    err += part.toString("utf8");
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code, out, err });
    });
  });
  const says = async (wanted: RegExp): Promise<string> => {
    for (;;) {
      const found = wanted.exec(out)?.[0];
      if (found !== undefined) return found;
      const over = await Promise.race([ended, new Promise<null>((resolve) => setTimeout(() => resolve(null), 50))]);
      if (over !== null && !wanted.test(over.out))
        throw new Error(`Ended with ${over.code} before it said ${wanted}: ${over.err}`);
    }
  };
  return { child, ended, says };
}

/** Starts the system on a free port and gives its address. */
async function start(...args: string[]) {
  const process_ = launch("start", "--json", ...args);
  const { url, port, demo } = JSON.parse(await process_.says(/\{.*\}/)) as { url: string; port: number; demo: boolean };
  return { ...process_, url: url.replace("localhost", "127.0.0.1"), port, demo };
}

async function answerAt(url: string): Promise<string> {
  const response = await fetch(`${url}api/v1/answers/sv-170`);
  expect(response.status).toBe(200);
  return response.text();
}

let first: string;

beforeAll(async () => {
  const filled = await launch("synthetic", "--scale", "0.01", "--json").ended;
  expect(filled.code).toBe(0);
  expect(JSON.parse(filled.out).events).toBeGreaterThan(100);
});

test("it says where it runs, serves pages and API there, and stops when asked to", async () => {
  const system = await start("--port", "0");
  expect(system.demo).toBe(true);
  for (const path of ["", "simulator", "api/v1/openapi.json", "readyz"]) {
    expect([path, (await fetch(system.url + path)).status]).toEqual([path, 200]);
  }
  first = await answerAt(system.url);
  system.child.kill("SIGTERM");
  expect((await system.ended).code).toBe(0);
});

test("killed without warning it loses nothing, and a taken port is said", async () => {
  const system = await start("--port", "0");
  system.child.kill("SIGKILL");
  await system.ended;

  const again = await start("--port", "0");
  expect(await answerAt(again.url)).toBe(first);

  const beside = await start("--port", String(again.port));
  expect(beside.port).not.toBe(again.port);
  expect((await fetch(`${beside.url}readyz`)).status).toBe(200);
  beside.child.kill("SIGINT");
  const { code, err } = await beside.ended;
  expect(code).toBe(0);
  expect(err).toContain(`Poort ${again.port} is bezet`);

  // The first one goes on after the second has left.
  expect((await fetch(`${again.url}readyz`)).status).toBe(200);
  again.child.kill("SIGTERM");
  expect((await again.ended).code).toBe(0);
});

test("a worker without pages stands beside it on the same database, and stops when asked to", async () => {
  const worker = launch("work");
  let said = "";
  await new Promise<void>((resolve) => {
    worker.child.stderr.on("data", (part: Buffer) => {
      said += part.toString("utf8");
      if (said.includes("het werk dat klaarstaat")) resolve();
    });
  });
  worker.child.kill("SIGTERM");
  expect((await worker.ended).code).toBe(0);
});

test("a wrong name or an unreachable database is told in plain words, without a stack of calls", async () => {
  const ended = await launch("answer", "sv-999").ended;
  expect([ended.code, ended.err.includes("    at ")]).toEqual([2, false]);
  const unreachable = spawnWith({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" }, "answer", "sv-170");
  const { code, err } = await unreachable;
  expect(code).toBe(3);
  expect(err).not.toContain("    at ");
});

function spawnWith(environment: Record<string, string>, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...process.env, ...environment, MAATWERK_DATA: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let err = "";
  child.stderr.on("data", (part: Buffer) => {
    err += part.toString("utf8");
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out: "", err })));
}
