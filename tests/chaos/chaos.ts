// Runs the whole system under load while processes die, the wire is cut, the disk fills and the primary loses power; then counts.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type ClusterServer, clearServer, startPrimary } from "../../src/store/server/testing/cluster.ts";
import { randomFrom } from "../support/fuzz.ts";
import { wireTo } from "./proxy.ts";

export interface ChaosOptions {
  readonly folder: string;
  /** Folder on a small disk for the database; null: it is not filled. */
  readonly smallDisk: string | null;
  readonly faults: number;
  readonly seed: number;
  readonly scale: number;
  readonly quarter: string;
  readonly say: (line: string) => void;
}

export interface ChaosReport {
  readonly faults: Readonly<Record<string, number>>;
  readonly acknowledged: number;
  readonly acknowledgedAgain: number;
  /** Acknowledged and not there, or there more than once. */
  readonly lost: number;
  readonly doubled: number;
  readonly pagesRead: number;
  /** Answers that were neither the page nor the advice to come back. */
  readonly wrongAnswers: readonly string[];
  readonly runs: readonly string[];
  /** Lines of the ledger that do not stand alone under their key. */
  readonly doubledLines: number;
  readonly verify: { readonly code: number; readonly text: string };
  readonly ledger: { readonly code: number; readonly text: string };
}

const root = new URL("../../", import.meta.url).pathname;
const cli = join(root, "bin", "maatwerk.mjs");

export async function chaos(options: ChaosOptions): Promise<ChaosReport> {
  const { folder, say, quarter } = options;
  const random = randomFrom(options.seed);
  const primary = await startPrimary(options.smallDisk ?? join(folder, "primary"));
  const wire = await wireTo(() => primary.port);
  const direct = primary.url("maatwerk");
  const wired = direct.replace(`:${primary.port}/`, `:${wire.port}/`);
  const env = (extra: Record<string, string> = {}) => ({
    ...process.env,
    DATABASE_URL: wired,
    MAATWERK_DATA: join(folder, "data"),
    LOG_LEVEL: "silent",
    NODE_ENV: "",
    ...extra,
  });
  await primary.query("create database maatwerk");
  say(`filling with synthetic Flanders at scale ${options.scale}`);
  await command(["synthetic", "--demo", "--scale", String(options.scale)], env({ DATABASE_URL: direct }));

  const acks: { commandId: string; streamRef: string; tries: number; repeated: boolean }[] = [];
  const wrongAnswers: string[] = [];
  let pagesRead = 0;
  const troupe = [
    keep("serve 1", () =>
      spawn(process.execPath, [cli, "start", "--demo", "--port", "45101"], { cwd: root, env: env(), stdio: "ignore" }),
    ),
    keep("serve 2", () =>
      spawn(process.execPath, [cli, "start", "--demo", "--port", "45201"], { cwd: root, env: env(), stdio: "ignore" }),
    ),
    keep("work 1", () => spawn(process.execPath, [cli, "work", "--demo"], { cwd: root, env: env(), stdio: "ignore" })),
    keep("work 2", () => spawn(process.execPath, [cli, "work", "--demo"], { cwd: root, env: env(), stdio: "ignore" })),
    ...[0, 1].map((nth) =>
      keep(`writer ${nth + 1}`, () => {
        const skew = String(Math.round((random() - 0.5) * 600_000));
        const child = spawn(process.execPath, ["--import", "tsx", join(root, "tests", "chaos", "writer.ts")], {
          cwd: root,
          env: env({ CHAOS_SKEW_MS: skew }),
          stdio: ["ignore", "pipe", "ignore"],
        });
        createInterface({ input: child.stdout! }).on("line", (line) => acks.push(JSON.parse(line)));
        return child;
      }),
    ),
  ];
  let over = false;
  const reading = readPages(
    () => over,
    (status, path) => {
      pagesRead += 1;
      if (![200, 503].includes(status)) wrongAnswers.push(`${status} ${path}`);
    },
  );
  const runs: string[] = [];
  const paying = payQuarter(
    quarter,
    env(),
    () => over,
    (step) => runs.push(step),
  );

  await until(() => acks.length > 20 && pagesRead > 5, 300_000);
  const faults: Record<string, number> = {};
  const kinds = [
    "kill serve",
    "kill work",
    "kill writer",
    "cut the wire",
    "slow the wire",
    "power cut of the database",
    ...(options.smallDisk === null ? [] : ["fill the disk"]),
  ];
  for (let n = 0; n < options.faults; n += 1) {
    const kind = kinds[Math.floor(random() * kinds.length)]!;
    faults[kind] = (faults[kind] ?? 0) + 1;
    await strike(kind);
    await sleep(200 + random() * 800);
    if ((n + 1) % 20 === 0) say(`${n + 1} faults, ${acks.length} commands acknowledged, ${pagesRead} pages read`);
  }

  wire.mend();
  wire.slow(0);
  await primary.restart();
  const after = acks.length;
  await until(() => acks.length > after + 5, 120_000);
  await until(() => runs.includes("booked"), 900_000);
  over = true;
  await Promise.all([reading, paying]);
  for (const one of troupe) await one.end();
  say("checking");
  const report = await check();
  await wire.close();
  await primary.kill();
  clearServer(primary);
  return report;

  async function strike(kind: string): Promise<void> {
    switch (kind) {
      case "kill serve":
        return troupe[Math.floor(random() * 2)]!.kill();
      case "kill work":
        return troupe[2 + Math.floor(random() * 2)]!.kill();
      case "kill writer":
        return troupe[4 + Math.floor(random() * 2)]!.kill();
      case "cut the wire":
        wire.cut();
        await sleep(100 + random() * 1_500);
        return wire.mend();
      case "slow the wire":
        wire.slow(10 + Math.floor(random() * 60));
        await sleep(500 + random() * 1_500);
        return wire.slow(0);
      case "fill the disk":
        return fillDisk(primary, options.smallDisk!);
      default:
        await primary.kill();
        await sleep(random() * 500);
        return primary.restart();
    }
  }

  async function check(): Promise<ChaosReport> {
    const client = new pg.Client({ connectionString: direct });
    await client.connect();
    const { rows } = await client.query<{ command_id: string; times: number }>(
      "select command_id, count(*)::int as times from log.event where command_id like 'chaos-%' group by command_id",
    );
    const times = new Map(rows.map((row) => [row.command_id, row.times]));
    const lines = await client.query<{ doubled: number }>(
      `select count(*)::int as doubled from (select 1 from pay.ledger_line where origin = 'initial' group by grant_ref, quarter, component having count(*) > 1) as twice`,
    );
    await client.end();
    const verify = await attempt(["verify"], env({ DATABASE_URL: direct }));
    const ledger = await attempt(["ledger", "verify"], env({ DATABASE_URL: direct }));
    return {
      faults,
      acknowledged: acks.length,
      acknowledgedAgain: acks.filter(({ repeated }) => repeated).length,
      lost: acks.filter(({ commandId }) => !times.has(commandId)).length,
      doubled: [...times.values()].filter((count) => count > 1).length,
      pagesRead,
      wrongAnswers,
      runs,
      doubledLines: lines.rows[0]!.doubled,
      verify,
      ledger,
    };
  }
}

interface Kept {
  kill(): Promise<void>;
  end(): Promise<void>;
}

/** A process that is started again whenever it ends, until `end`. */
function keep(_name: string, launch: () => ChildProcess): Kept {
  let over = false;
  let child = start();
  function start(): ChildProcess {
    const made = launch();
    made.once("exit", () => {
      setTimeout(() => {
        if (!over) child = start();
      }, 300);
    });
    return made;
  }
  return {
    async kill() {
      child.kill("SIGKILL");
    },
    async end() {
      over = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** Reads pages and an answer from both servers; one that is not up is no answer at all. */
async function readPages(over: () => boolean, note: (status: number, path: string) => void): Promise<void> {
  const paths = ["/", "/simulator", "/api/v1/answers/sv-170", "/wet", "/healthz"];
  for (let n = 0; !over(); n += 1) {
    const path = paths[n % paths.length]!;
    try {
      const response = await fetch(`http://127.0.0.1:${n % 2 === 0 ? 45101 : 45201}${path}`, {
        signal: AbortSignal.timeout(30_000),
      });
      await response.arrayBuffer();
      note(response.status, path);
    } catch {
      // Killed while it answered, or not up yet.
    }
    await sleep(100);
  }
}

/** One quarter's run through the command line: every step is tried again until it was done. */
async function payQuarter(
  quarter: string,
  env: NodeJS.ProcessEnv,
  over: () => boolean,
  note: (step: string) => void,
): Promise<void> {
  let runRef: string | null = null;
  while (!over()) {
    const shown = await attempt(["run", "show", "--json"], env);
    const run = parsed(shown.text);
    if (run !== null && typeof run.runRef === "string") runRef = run.runRef;
    const stage = String(run?.stage ?? "");
    if (stage === "BOOKED") return note("booked");
    const step =
      stage === "STARTED"
        ? ["run", "calculate", runRef!, "--as", "officer"]
        : stage === "CALCULATED"
          ? ["run", "approve", runRef!, "--as", "approver"]
          : stage === "APPROVED"
            ? ["run", "book", runRef!, "--as", "officer"]
            : ["run", "start", "--quarter", quarter, "--as", "officer"];
    const done = await attempt(step, env);
    note(`${step[1]} ${done.code}`);
    await sleep(200);
  }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text.trim().split("\n").at(-1) ?? "null") as Record<string, unknown> | null;
  } catch {
    return null;
  }
}

/** Fills what is left of the small disk, waits, and clears it again. */
async function fillDisk(primary: ClusterServer, disk: string): Promise<void> {
  const filler = join(disk, "filler");
  const block = Buffer.alloc(1_000_000);
  try {
    const out = openSync(filler, "w");
    try {
      for (;;) writeSync(out, block);
    } catch {
      // Full.
    } finally {
      closeSync(out);
    }
    await sleep(1_500);
  } finally {
    rmSync(filler, { force: true });
  }
  // A server that could not write its log ends; what it acknowledged is on its disk.
  await primary.restart();
}

function attempt(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { cwd: root, env, maxBuffer: 50_000_000, timeout: 600_000 },
      (error, stdout, stderr) =>
        resolve({
          code: error === null ? 0 : typeof error.code === "number" ? error.code : 1,
          text: stdout === "" ? stderr : stdout,
        }),
    );
  });
}

async function command(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  mkdirSync(env.MAATWERK_DATA!, { recursive: true });
  const { code, text } = await attempt(args, env);
  if (code !== 0) throw new Error(`maatwerk ${args.join(" ")}: ${text}`);
}

async function until(condition: () => boolean, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`It did not come about within ${Math.round(patienceMs / 1000)} s`);
    await sleep(100);
  }
}
