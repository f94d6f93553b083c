// What can go wrong with a machine, done on purpose.
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ClusterServer } from "../../src/store/server/testing/cluster.ts";
import type { Kept } from "./programs.ts";
import type { Wire } from "./proxy.ts";

export interface Stage {
  readonly servers: readonly Kept[];
  readonly workers: readonly Kept[];
  readonly writers: readonly Kept[];
  readonly database: ClusterServer;
  readonly wire: Wire;
  /** Folder of the small disk that the database lies on; null: there is none. */
  readonly smallDisk: string | null;
  readonly random: () => number;
}

export type Fault = (stage: Stage) => Promise<void>;

const one = <T>(of: readonly T[], random: () => number): T => of[Math.floor(random() * of.length)]!;

export const faults: Readonly<Record<string, Fault>> = {
  "kill a server": async ({ servers, random }) => one(servers, random).kill(),
  "kill a worker": async ({ workers, random }) => one(workers, random).kill(),
  "kill a writer": async ({ writers, random }) => one(writers, random).kill(),
  "cut the wire": async ({ wire, random }) => {
    wire.cut();
    await sleep(100 + random() * 1_500);
    wire.mend();
  },
  "slow the wire": async ({ wire, random }) => {
    wire.slow(10 + Math.floor(random() * 60));
    await sleep(500 + random() * 1_500);
    wire.slow(0);
  },
  "power cut of the database": async ({ database, random }) => {
    await database.kill();
    await sleep(random() * 500);
    await database.restart();
  },
};

/** Fills what is left of the small disk, waits, and clears it again. */
export const fillDisk: Fault = async ({ database, smallDisk }) => {
  const filler = join(smallDisk!, "filler");
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
  await database.restart();
};
