// Kills the process that runs a quarter, or its database, at random moments, starts it again, and proves that nothing is paid twice or lost.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projection } from "../../src/dossier/index.ts";
import { writeAttests } from "../../src/exchange/index.ts";
import { firstDay, fromQuarterNumber, type Insz, type Kbo, newRef, sha256Hex, systemClock } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createPayment } from "../../src/main/payment.ts";
import { calculateQuarter, verifyQuarter } from "../../src/payment/index.ts";
import { createStore, masterKey, openDatabase, type Store } from "../../src/store/index.ts";
import { declarationMaker } from "../../src/synthetic/index.ts";
import { FIRST_QUARTER, fillRecords, type Relation } from "./kill-records.ts";

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
}

/** Quarters that are over, and that the law knows. */
const LAST_QUARTER = FIRST_QUARTER + 10;

const law = openLaw();
const loader = pathToFileURL(join(import.meta.dirname, "../../node_modules/tsx/dist/esm/index.mjs")).href;
const victim = join(import.meta.dirname, "run-victim.ts");

interface Counted {
  ofWorker: number;
  ofDatabase: number;
  quarters: number;
  lines: number;
  payments: number;
  cents: number;
  readonly during: Record<string, number>;
}

const killsOf = (counted: Counted): number => counted.ofWorker + counted.ofDatabase;

/** Throws at the first quarter in which anything is paid twice, missing, or different from one calculation without any kill. */
export async function killRuns(options: KillOptions): Promise<KillReport> {
  const counted: Counted = { ofWorker: 0, ofDatabase: 0, quarters: 0, lines: 0, payments: 0, cents: 0, during: {} };
  while (killsOf(counted) < options.kills) await killThrough(options, counted);
  return { kills: killsOf(counted), ...counted };
}

/** Quarter after quarter in a database of its own, until there were enough kills or no quarter is left. */
async function killThrough({ kills, grants, say }: KillOptions, counted: Counted): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "maatwerk-kill-"));
  // As root the database runs as a user of its own; where that user cannot enter, it would lie elsewhere and never be killed.
  chmodSync(dataDir, 0o755);
  try {
    const relations = await withStore(dataDir, (store) => fillRecords(store, grants));
    // How long a life takes when nobody disturbs it: kills fall inside that time.
    let workMs: number | null = null;
    for (let quarter = FIRST_QUARTER; quarter <= LAST_QUARTER && killsOf(counted) < kills; quarter += 1) {
      const files = attestFile(dataDir, quarter, relations);
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
      const found = await withStore(dataDir, (store) => prove(store, quarter, files.bankFile));
      counted.quarters += 1;
      counted.lines += found.lines;
      counted.payments += found.payments;
      counted.cents += found.cents;
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Files {
  readonly attestFile: string;
  readonly bankFile: string;
}

function attestFile(dataDir: string, quarter: number, relations: readonly Relation[]): Files {
  const make = declarationMaker(law, quarter, "FIRST", "kill");
  const attests = relations.flatMap(({ grantRef, worker, employer }) =>
    make({
      grantRef,
      worker: worker as Insz,
      employer: employer as Kbo,
      from: firstDay(fromQuarterNumber(FIRST_QUARTER)),
      until: null,
      known: [],
    }),
  );
  const files = { attestFile: join(dataDir, `attests-${quarter}.xml`), bankFile: join(dataDir, `bank-${quarter}.xml`) };
  writeFileSync(files.attestFile, [...writeAttests(attests)].join(""));
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

interface Proof {
  readonly lines: number;
  readonly payments: number;
  readonly cents: number;
}

async function prove(store: Store, quarter: number, bankFile: string): Promise<Proof> {
  const { ports, runs, bank, balance } = createPayment({ law, clock: systemClock, store, demo: true });
  const booked = (await runs.list(100)).filter((one) => one.start.quarter === quarter);
  demand(
    booked.length === 1 && booked[0]!.stage === "BOOKED",
    `one booked run, found ${booked.map((one) => one.stage).join(", ")}`,
  );
  const [run] = booked;

  // None missing and none twice in the ledger: one calculation on the same facts, with nothing booked before.
  const clean = calculateQuarter(law.asKnownOn(run!.start.lawKnownOn), {
    quarter,
    positions: await ports.positions.positionsIn(quarter, run!.start.knownAt),
    attests: await ports.attests.latest(quarter, run!.start.knownAt),
    booked: [],
    runRef: newRef(),
    bookedAt: run!.start.knownAt,
  });
  const expected = new Map(clean.lines.map((line) => [`${line.grantRef} ${line.component}`, line.cents]));
  const lines = await ports.ledger.lines({ quarter });
  demand(lines.length === expected.size && lines.length > 0, `${expected.size} lines, found ${lines.length}`);
  for (const line of lines)
    demand(line.seq === 0 && expected.get(`${line.grantRef} ${line.component}`) === line.cents, `line of ${line.grantRef}`);
  const flaws = (await verifyQuarter(law, ports, quarter)).flaws.length;
  demand(flaws === 0, `no line that does not replay, found ${flaws}`);

  // The bank: one batch, sent once, whose file on the disk is the one that was recorded, to the cent of the ledger.
  const actor = { role: "auditor", ref: "harness" };
  const batches = await bank.batches(run!.runRef);
  demand(batches.length === 1 && batches[0]!.sentAt !== null, `one batch that is sent, found ${batches.length}`);
  const file = readFileSync(bankFile, "utf8");
  demand(sha256Hex(file) === batches[0]!.fileHash, "the bank file that was recorded");
  const payments = await bank.payments(run!.runRef, actor);
  const cents = lines.reduce((total, line) => total + line.cents, 0);
  const paid = payments.reduce((total, one) => total + one.cents, 0);
  const inFile = [...file.matchAll(/<InstdAmt Ccy="EUR">(\d+)\.(\d\d)</g)].reduce(
    (total, [, a, b]) => total + Number(`${a}${b}`),
    0,
  );
  demand(
    paid === cents && inFile === cents && batches[0]!.cents === cents,
    `${cents} cents, paid ${paid}, in the file ${inFile}`,
  );
  demand(
    payments.every((one) => one.state === "SENT" && one.attempt === 1),
    "every payment sent once",
  );
  const { imbalances } = await balance();
  demand(imbalances.length === 0, `books that balance, found ${JSON.stringify(imbalances[0])}`);
  return { lines: lines.length, payments: payments.length, cents };
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Expected ${what}`);
}
