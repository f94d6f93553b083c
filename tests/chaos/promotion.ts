// Two servers and two workers on a primary with a standby: the primary dies while a quarter's run is under way, and the standby takes over.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  type ClusterServer,
  clearServer,
  startPrimary,
  startStandby,
  waitForStandby,
} from "../../src/store/server/testing/cluster.ts";
import { FIRST_QUARTER } from "../support/kill-records.ts";
import { type Cast, makeCast, withStoreAt } from "./cast.ts";
import { checkBooks, checkSums, type Sums } from "./check.ts";
import { type Load, newTally, payQuarters, readPages } from "./load.ts";
import { attempt, freePort, type Kept, keepCommand, until } from "./programs.ts";

export interface PromotionOptions {
  readonly folder: string;
  readonly grants: number;
  /** In which step of the run the primary dies. */
  readonly during: "CALCULATE" | "BOOK";
  readonly say: (line: string) => void;
}

export interface PromotionReport {
  readonly during: string;
  /** What the run had done of that step, and of how much, when the primary died. */
  readonly underWay: string;
  /** From the death of the primary until the run was booked on the other server. */
  readonly secondsToBooked: number;
  readonly sums: Sums;
  readonly imbalances: readonly unknown[];
  readonly pages: number;
  readonly later: number;
  readonly wrongAnswers: readonly string[];
  readonly fell: number;
  readonly verify: { readonly code: number; readonly text: string };
}

export async function promotion(options: PromotionOptions): Promise<PromotionReport> {
  const { folder, say } = options;
  const dataDir = join(folder, "data");
  const started: ClusterServer[] = [];
  const kept: Kept[] = [];
  try {
    const primary = await startPrimary(join(folder, "one"));
    started.push(primary);
    await primary.query("create database maatwerk");
    const cast = await withStoreAt(primary.url("maatwerk"), dataDir, (store) => makeCast(store, options.grants));
    const standby = await startStandby(primary, join(folder, "two"));
    started.push(standby);
    await waitForStandby(primary);
    const env = {
      ...process.env,
      DATABASE_URL: primary.url("maatwerk").replace(/@[^/]+/, `@127.0.0.1:${primary.port},127.0.0.1:${standby.port}`),
      MAATWERK_DATA: dataDir,
      MAATWERK_API_PER_MINUTE: "1000000",
      MAATWERK_API_PER_ADDRESS: "1000000",
      MAATWERK_PAYER_NAME: "Harness",
      MAATWERK_PAYER_IBAN: "BE71096123456769",
      LOG_LEVEL: "silent",
      NODE_ENV: "",
    };
    const ports = [await freePort(), await freePort()];
    for (const port of ports) kept.push(keepCommand(["start", "--port", String(port)], env));
    for (const _ of [1, 2]) kept.push(keepCommand(["work"], env));
    say("two servers, two workers, a primary that waits for its standby");
    return await dieDuring(options, cast, { primary, standby, ports, kept, env, dataDir });
  } finally {
    for (const one of kept) await one.end();
    for (const one of started) {
      await one.kill();
      clearServer(one);
    }
  }
}

interface House {
  readonly primary: ClusterServer;
  readonly standby: ClusterServer;
  readonly ports: readonly number[];
  readonly kept: readonly Kept[];
  readonly env: NodeJS.ProcessEnv;
  readonly dataDir: string;
}

async function dieDuring({ during, say }: PromotionOptions, cast: Cast, house: House): Promise<PromotionReport> {
  const { primary, standby, ports } = house;
  const tally = newTally();
  let over = false;
  const servers = ports.map((port) => `http://127.0.0.1:${port}`);
  const load: Load = { cast, servers, tally, over: () => over };
  const reading = readPages(load, ["/", "/simulator", "/wet"]);
  const paying = payQuarters(load, [FIRST_QUARTER], () => true);

  const underWay = await stepUnderWay(primary, during);
  await primary.kill();
  const diedAt = performance.now();
  say(`the primary died during ${during}: ${underWay}`);
  await standby.promote();
  await until("a run that is booked on the promoted server", () => tally.booked.length > 0, 600_000);
  const secondsToBooked = Math.round((performance.now() - diedAt) / 100) / 10;
  over = true;
  await Promise.all([reading, paying]);
  const fell = house.kept.reduce((sum, one) => sum + one.fell, 0);
  for (const one of house.kept) await one.end();

  const url = standby.url("maatwerk");
  const [[sums], imbalances] = await withStoreAt(url, house.dataDir, async (store) => [
    await checkSums(store, cast, tally.booked),
    await checkBooks(store, cast),
  ]);
  const verify = await attempt(["verify"], { ...house.env, DATABASE_URL: url });
  return {
    during,
    underWay,
    secondsToBooked,
    sums: sums!,
    imbalances,
    pages: tally.pages,
    later: tally.later,
    wrongAnswers: tally.wrongAnswers,
    fell,
    verify,
  };
}

/** Waits until a worker is in the midst of the step; gives how far it is. */
async function stepUnderWay(primary: ClusterServer, during: "CALCULATE" | "BOOK"): Promise<string> {
  const client = new pg.Client({ connectionString: primary.url("maatwerk") });
  client.on("error", () => {});
  await client.connect();
  try {
    for (const end = performance.now() + 300_000; performance.now() < end; await sleep(20)) {
      const { rows } = await client.query<{ far: string }>(
        `select coalesce((select done || ' of ' || out_of from ops.run_progress where doing = $1 limit 1), 'no') || ' slices done' as far
         from ops.job where queue = 'run' and payload ->> 'action' = $1 and leased_until is not null and done_at is null`,
        [during],
      );
      if (rows[0] !== undefined) return rows[0].far;
    }
  } finally {
    await client.end().catch(() => {});
  }
  throw new Error("No worker took the step");
}
