import { describe, expect, it } from "vitest";
import type { BulkStream } from "../dossier/index.ts";
import { plainDate, Refusal } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { DEMO_MARK, type DemoMark } from "./demo-mark.ts";
import { type FlandersPorts, loadFlanders } from "./load.ts";

const options = { law: openLaw(), until: plainDate("2026-11-23"), scale: 0.01, oneThread: true };

/** A database in memory that counts what comes in. */
function memory(more: Partial<FlandersPorts> = {}) {
  const marks = new Map<string, DemoMark>();
  const seen = { marks, streams: 0, events: 0, graphs: 0 };
  const count = async (items: AsyncIterable<unknown>): Promise<number> => {
    let counted = 0;
    for await (const _ of items) counted += 1;
    return counted;
  };
  const ports: FlandersPorts = {
    hasRecords: async () => seen.events > 0,
    readMark: async (name) => marks.get(name) ?? null,
    setMark: async (name, value) => {
      marks.set(name, value);
    },
    keepGraph: async () => {
      seen.graphs += 1;
    },
    bulkAppend: async (streams: AsyncIterable<BulkStream>) => {
      for await (const stream of streams) {
        seen.streams += 1;
        for (const batch of stream.batches) seen.events += batch.events.length;
      }
      return { streams: seen.streams, events: seen.events, readRows: 0 };
    },
    bulkSeal: count,
    copyAttests: count,
    bookLines: count,
    ...more,
  };
  return { ports, seen };
}

describe("loading synthetic Flanders", () => {
  it("hands everything to the store, keeps the graph of the law, and marks the database as synthetic", async () => {
    const { ports, seen } = memory();
    const report = await loadFlanders(ports, options);
    expect(report?.events).toBe(seen.events);
    expect(report?.streams).toBeGreaterThan(400);
    expect(report?.sealedItems).toBeGreaterThan(200);
    expect(report?.attests).toBeGreaterThan(300);
    expect(report?.ledgerLines).toBeGreaterThan(300);
    expect(seen.graphs).toBe(1);
    expect(seen.marks.get(DEMO_MARK)).toMatchObject({
      state: "complete",
      scale: 0.01,
      parametersHash: options.law.parametersHash,
    });
  });

  it("tells how far it is, up to the end", async () => {
    const told: [string, number, number][] = [];
    await loadFlanders(memory().ports, options, (phase, done, total) => told.push([phase, done, total]));
    const lives = told.filter(([phase]) => phase === "lives");
    expect(lives.map(([, done]) => done)).toEqual([...lives.map(([, done]) => done)].sort((a, b) => a - b));
    expect(lives.at(-1)?.[1]).toBe(lives.at(-1)?.[2]);
    expect(told.at(-1)?.[0]).toBe("finishing");
  });

  it("does nothing when the database holds it already", async () => {
    const { ports, seen } = memory();
    await loadFlanders(ports, options);
    const { events } = seen;
    expect(await loadFlanders(ports, options)).toBeNull();
    expect(seen.events).toBe(events);
  });

  it("refuses a database with records of somebody else, before writing anything", async () => {
    const { ports, seen } = memory({ hasRecords: async () => true });
    await expect(loadFlanders(ports, options)).rejects.toThrow(Refusal);
    expect(seen.marks.size).toBe(0);
    expect(seen.events).toBe(0);
  });

  it("leaves a load that was cut off recognisable, and refuses to go on with it", async () => {
    const broken = memory({ bookLines: () => Promise.reject(new Error("disk full")) });
    await expect(loadFlanders(broken.ports, options)).rejects.toThrow("disk full");
    expect(broken.seen.marks.get(DEMO_MARK)?.state).toBe("loading");
    await expect(loadFlanders(broken.ports, options)).rejects.toThrow(Refusal);
  });

  it("gives the same when the lives are drawn in a thread of their own", async () => {
    const inOne = memory();
    const inTwo = memory();
    const report = await loadFlanders(inOne.ports, options);
    expect(await loadFlanders(inTwo.ports, { ...options, oneThread: false })).toEqual(report);
    expect(inTwo.seen.streams).toBe(inOne.seen.streams);
  });

  it("passes on what goes wrong in that thread", async () => {
    const wrong = { ...options, oneThread: false, scale: -1 };
    await expect(loadFlanders(memory().ports, wrong)).rejects.toThrow(/scale/);
  });
});
