// Kills the process that runs a quarter, or its database, at random moments, starts it again, and proves that nothing is paid twice or lost.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projection } from "../../src/dossier/index.ts";
import { fromQuarterNumber, systemClock } from "../../src/kernel/index.ts";
import { createStore, masterKey, openDatabase, type Store } from "../../src/store/index.ts";
import { attestsOf } from "./kill-attests.ts";
import { type Before, prove } from "./kill-proof.ts";
import { FIRST_QUARTER } from "./kill-records.ts";
import { fillSpecialRecords, type Records } from "./kill-special.ts";

export interface KillOptions {
  readonly kills: number;
  readonly grants: number;
  readonly say: (line: string) => void;
}

export interface KillReport {
  readonly kills: number;
  readonly ofWorker: number;
  readonly ofDatabase: number;
  /** Kills per step that was under way. */
  readonly during: Readonly<Record<string, number>>;
  readonly quarters: number;
  readonly lines: number;
  readonly payments: number;
  readonly cents: number;
  /** Lines that correct the quarter before. */
  readonly corrections: number;
  readonly setOffCents: number;
  readonly heldCents: number;
}

/** Quarters that are over, and that the law knows. */
const LAST_QUARTER = FIRST_QUARTER + 10;

const loader = pathToFileURL(join(import.meta.dirname, "../../node_modules/tsx/dist/esm/index.mjs")).href;
const victim = join(import.meta.dirname, "run-victim.ts");

interface Counted {
  ofWorker: number;
  ofDatabase: number;
  quarters: number;
  lines: number;
  payments: number;
  cents: number;
  setOffCents: number;
  heldCents: number;
  corrections: number;
  readonly during: Record<string, number>;
}

const NONE = { setOffCents: 0, heldCents: 0, corrections: 0 };

const killsOf = (counted: Counted): number => counted.ofWorker + counted.ofDatabase;

/** Throws at the first quarter in which anything is paid twice, missing, or different from one calculation without any kill. */
export async function killRuns(options: KillOptions): Promise<KillReport> {
  const counted: Counted = { ofWorker: 0, ofDatabase: 0, quarters: 0, lines: 0, payments: 0, cents: 0, ...NONE, during: {} };
  while (killsOf(counted) < options.kills) await killThrough(options, counted);
  return { kills: killsOf(counted), ...counted };
}

/** Quarter after quarter in a database of its own, until there were enough kills or no quarter is left. */
async function killThrough({ kills, grants, say }: KillOptions, counted: Counted): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "maatwerk-kill-"));
  // As root the database runs as a user of its own; where that user cannot enter, it would lie elsewhere and never be killed.
  chmodSync(dataDir, 0o755);
  try {
    const records = await withStore(dataDir, (store) => fillSpecialRecords(store, grants));
    const before: Before = { setOffCents: 0, heldCents: 0 };
    // How long a life takes when nobody disturbs it: kills fall inside that time.
    let workMs: number | null = null;
    for (let quarter = FIRST_QUARTER; quarter <= LAST_QUARTER && killsOf(counted) < kills; quarter += 1) {
      const files = attestFile(dataDir, quarter, records);
      for (let life: Life | null = null; life === null || life.killed !== null; ) {
        const killAfter: number | null = workMs === null || killsOf(counted) >= kills ? null : Math.random() * workMs;
        life = await live(dataDir, quarter, files, killAfter);
        if (life.killed === null) {
          workMs ??= life.workMs;
          continue;
        }
        counted[life.killed] += 1;
        counted.during[life.step] = (counted.during[life.step] ?? 0) + 1;
        if (killsOf(counted) % 10 === 0) say(`${killsOf(counted)} kills`);
      }
      if (!existsSync(join(dataDir, "postgres", "data"))) throw new Error("The database does not lie where it is killed");
      const found = await withStore(dataDir, (store) => prove(store, quarter, files.bankFile, records, before));
      counted.quarters += 1;
      counted.lines += found.lines;
      counted.payments += found.payments;
      counted.cents += found.cents;
      counted.setOffCents += found.setOffCents;
      counted.heldCents += found.heldCents;
      counted.corrections += found.corrections;
      before.setOffCents += found.setOffCents;
      before.heldCents += found.heldCents;
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Files {
  readonly attestFile: string;
  readonly bankFile: string;
}

function attestFile(dataDir: string, quarter: number, records: Records): Files {
  const files = { attestFile: join(dataDir, `attests-${quarter}.xml`), bankFile: join(dataDir, `bank-${quarter}.xml`) };
  writeFileSync(files.attestFile, attestsOf(quarter, records));
  return files;
}

interface Life {
  /** Null: it came to its end. */
  readonly killed: "ofWorker" | "ofDatabase" | null;
  readonly step: string;
  readonly workMs: number;
}

/** One life of the worker; `killAfterMs` counts from when it has the database open. */
async function live(dataDir: string, quarter: number, files: Files, killAfterMs: number | null): Promise<Life> {
  const child = spawn(
    process.execPath,
    ["--import", loader, victim, dataDir, fromQuarterNumber(quarter), files.attestFile, files.bankFile],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let step = "OPEN";
  let errors = "";
  let readyAt = 0;
  let killed: Life["killed"] = null;
  child.stderr.on("data", (text: Buffer) => {
    errors += text.toString();
  });
  let timer: NodeJS.Timeout | undefined;
  const kill = () => {
    try {
      const pid = Math.random() < 0.5 ? null : postmaster(dataDir);
      if (pid === null) child.kill("SIGKILL");
      else process.kill(pid, "SIGKILL");
      killed = pid === null ? "ofWorker" : "ofDatabase";
    } catch (error) {
      // No database to kill: the worker came to its end and stopped it in this very moment.
      if (!["ENOENT", "ESRCH"].includes((error as { code?: string }).code ?? "")) throw error;
    }
  };
  child.stdout.on("data", (text: Buffer) => {
    for (const word of text
      .toString()
      .split("\n")
      .filter((one) => one !== "")) {
      // What comes after the end of the work is not part of it.
      if (word === "done") clearTimeout(timer);
      else if (!word.startsWith("progress ")) step = word;
      if (word !== "ready") continue;
      readyAt = performance.now();
      if (killAfterMs !== null) timer = setTimeout(kill, killAfterMs);
    }
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearTimeout(timer);
  const workMs = performance.now() - readyAt;
  if (killed === null && code !== 0) throw new Error(`The worker failed by itself during ${step}: ${errors.slice(-2_000)}`);
  // The database was killed in the last moments of a worker that came to its end all the same.
  if (killed === "ofDatabase" && code === 0) return { killed, step: "END", workMs };
  return { killed, step, workMs };
}

function postmaster(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "postgres", "data", "postmaster.pid"), "utf8").split("\n", 1)[0]);
}

async function withStore<T>(dataDir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir, log: () => {} });
  try {
    const store = createStore({ database, clock: systemClock, project: projection, masterKey: masterKey({ dataDir }) });
    return await work(store);
  } finally {
    await database.close();
  }
}
