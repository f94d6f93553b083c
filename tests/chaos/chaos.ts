// Runs the whole system under load while processes die, the wire is cut, the disk fills and the primary loses power; then counts.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { clearServer, startPrimary } from "../../src/store/server/testing/cluster.ts";
import { randomFrom } from "../support/fuzz.ts";
import { FIRST_QUARTER } from "../support/kill-records.ts";
import { makeCast, withStoreAt } from "./cast.ts";
import { type Ack, checkBooks, checkCommands, checkSums, type Found, type Sums } from "./check.ts";
import { type Fault, faults, fillDisk } from "./faults.ts";
import { apply, askFigures, type Load, newTally, payQuarters, readPages } from "./load.ts";
import { attempt, command, freePort, keep, keepCommand, root, until } from "./programs.ts";
import { wireTo } from "./proxy.ts";

export interface ChaosOptions {
  readonly folder: string;
  /** Folder on a small disk for the database; null: it is not filled. */
  readonly smallDisk: string | null;
  readonly faults: number;
  readonly seed: number;
  /** Of the synthetic population beside the grants that are paid. */
  readonly scale: number;
  readonly grants: number;
  readonly say: (line: string) => void;
}

export interface ChaosReport extends Found {
  readonly faults: Readonly<Record<string, number>>;
  /** Commands of the writers, whose clocks are wrong, and how many of them were given again. */
  readonly written: number;
  readonly writtenAgain: number;
  readonly applications: number;
  readonly applicationsAgain: number;
  readonly refusedApplications: Readonly<Record<string, number>>;
  readonly uploads: number;
  readonly pages: number;
  readonly figures: number;
  /** Answers that said: try again later. */
  readonly later: number;
  /** Answers that were neither what was asked nor the advice to come back. */
  readonly wrongAnswers: readonly string[];
  /** Processes that ended without having been killed. */
  readonly fell: Readonly<Record<string, number>>;
  readonly quarters: readonly Sums[];
  readonly imbalances: readonly unknown[];
  readonly verify: { readonly code: number; readonly text: string };
  readonly ledger: { readonly code: number; readonly text: string };
}

/** How long a fault may hold up everything before the next one comes all the same. */
const PATIENCE_MS = 6_000;

/** Quarters of the cast that are over and that the law knows. */
const QUARTERS = Array.from({ length: 11 }, (_, at) => FIRST_QUARTER + at);

export async function chaos(options: ChaosOptions): Promise<ChaosReport> {
  const { folder, say } = options;
  const random = randomFrom(options.seed);
  const database = await startPrimary(options.smallDisk ?? join(folder, "primary"));
  const wire = await wireTo(() => database.port);
  const direct = database.url("maatwerk");
  const dataDir = join(folder, "data");
  const env = (extra: Record<string, string> = {}) => ({
    ...process.env,
    DATABASE_URL: direct.replace(`:${database.port}/`, `:${wire.port}/`),
    MAATWERK_DATA: dataDir,
    MAATWERK_API_PER_MINUTE: "1000000",
    MAATWERK_API_PER_ADDRESS: "1000000",
    LOG_LEVEL: "error",
    NODE_ENV: "",
    ...extra,
  });
  await database.query("create database maatwerk");
  say(`filling with synthetic Flanders at scale ${options.scale} and ${options.grants} grants to be paid`);
  await command(["synthetic", "--demo", "--scale", String(options.scale)], env({ DATABASE_URL: direct }));
  const cast = await withStoreAt(direct, dataDir, (store) => makeCast(store, options.grants));

  const ports = [await freePort(), await freePort()];
  const servers = ports.map((port) => keepCommand(["start", "--demo", "--port", String(port)], env()));
  const workers = [0, 1].map(() => keepCommand(["work", "--demo"], env()));
  const acks: Ack[] = [];
  const writers = [0, 1].map(() =>
    keep(() => writer(env({ CHAOS_SKEW_MS: String(Math.round((random() - 0.5) * 600_000)) }), acks)),
  );
  const troupe = { server: servers, worker: workers, writer: writers };
  const stage = { servers, workers, writers, database, wire, smallDisk: options.smallDisk, random };

  let over = false;
  let lastQuarter = false;
  const tally = newTally();
  const addresses = ports.map((port) => `http://127.0.0.1:${port}`);
  const load: Load = { cast, servers: addresses, tally, over: () => over };
  const reading = Promise.all([readPages(load), askFigures(load), apply(load, 0, 2), apply(load, 1, 2)]);
  const paying = payQuarters(load, QUARTERS, () => lastQuarter);

  await until("load", () => acks.length > 20 && tally.pages > 5 && tally.figures > 0 && tally.applications.length > 2, 300_000);
  const answers = () => tally.applications.length + tally.pages + tally.figures;
  const struck: Record<string, number> = {};
  const kinds: Readonly<Record<string, Fault>> = {
    ...faults,
    ...(options.smallDisk === null ? {} : { "fill the disk": fillDisk }),
  };
  const names = Object.keys(kinds);
  for (let n = 0; n < options.faults; n += 1) {
    const name = names[Math.floor(random() * names.length)]!;
    struck[name] = (struck[name] ?? 0) + 1;
    const done = { acks: acks.length, answers: answers() };
    await kinds[name]!(stage);
    await sleep(200 + random() * 800);
    // The next one falls on a system that works again, or has had time to: faults on one that is down prove nothing.
    for (let waited = 0; waited < PATIENCE_MS && (acks.length === done.acks || answers() === done.answers); waited += 100)
      await sleep(100);
    if ((n + 1) % 10 === 0)
      say(
        `${n + 1} faults: ${acks.length} commands, ${tally.applications.length} applications, ${tally.booked.length} quarters, ${tally.pages} pages, ${tally.figures} figures`,
      );
  }
  const after = { acks: acks.length, applications: tally.applications.length };
  await until("commands after the last fault", () => acks.length > after.acks + 5, 180_000);
  await until("applications after the last fault", () => tally.applications.length > after.applications, 180_000);
  lastQuarter = true;
  await Promise.race([paying, sleep(900_000).then(() => Promise.reject(new Error("The run was not booked within 900 s")))]);
  over = true;
  await reading;
  const fell = Object.fromEntries(
    Object.entries(troupe).map(([name, all]) => [name, all.reduce((sum, kept) => sum + kept.fell, 0)]),
  );
  for (const kept of Object.values(troupe).flat()) await kept.end();

  say("checking");
  const found = await withStoreAt(direct, dataDir, async (store) => ({
    ...(await checkCommands(store, acks, tally)),
    quarters: await checkSums(store, cast, tally.booked),
    imbalances: await checkBooks(store, cast),
  }));
  const verify = await attempt(["verify"], env({ DATABASE_URL: direct }));
  const ledger = await attempt(["ledger", "verify", "--demo"], env({ DATABASE_URL: direct }));
  await wire.close();
  await database.kill();
  clearServer(database);
  return {
    faults: struck,
    written: acks.length,
    writtenAgain: acks.filter((one) => one.repeated).length,
    applications: tally.applications.length,
    applicationsAgain: tally.applications.filter((one) => one.tries > 1).length,
    refusedApplications: tally.refusedApplications,
    uploads: tally.uploads,
    pages: tally.pages,
    figures: tally.figures,
    later: tally.later,
    wrongAnswers: tally.wrongAnswers,
    fell,
    ...found,
    verify,
    ledger,
  };
}

function writer(env: NodeJS.ProcessEnv, acks: Ack[]) {
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "tests", "chaos", "writer.ts")], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  createInterface({ input: child.stdout }).on("line", (line) => acks.push(JSON.parse(line) as Ack));
  return child;
}
