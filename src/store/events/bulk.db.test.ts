import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BulkBatch, BulkStream } from "../../dossier/ports.ts";
import type { RowChange } from "../../dossier/read-rows.ts";
import { addDays, instant, newRef, plainDate, systemClock } from "../../kernel/index.ts";
import { event, projectPayload, workStatus } from "../fixtures.ts";
import { readTableNames } from "../read/tables.ts";
import { createStore, type Store } from "../store.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { masterKeyFrom } from "../vault/master-key.ts";

let live: TestDatabase;
let bulk: TestDatabase;
const storeOn = (database: TestDatabase): Store =>
  createStore({ database, clock: systemClock, project: projectPayload, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });

beforeAll(async () => {
  [live, bulk] = await Promise.all([testDatabase(), testDatabase()]);
});
afterAll(() => Promise.all([live.close(), bulk.close()]));

const origin = plainDate("2024-01-01");
const actor = { role: "system", ref: "import" };

const days = fc.option(fc.integer({ min: 0, max: 30 }), { nil: null });
const step = fc.record({
  kind: fc.constantFrom("put", "patch", "end", "extend"),
  from: days,
  to: days,
  status: fc.constantFrom("A", "B", "C\\\t\n\"é'"),
});
const batches = fc.array(
  fc.record({ minute: fc.integer({ min: 0, max: 20 }), steps: fc.array(step, { minLength: 1, maxLength: 3 }) }),
  {
    minLength: 1,
    maxLength: 6,
  },
);

function streamOf(
  spec: { minute: number; steps: { kind: string; from: number | null; to: number | null; status: string }[] }[],
): BulkStream {
  const streamRef = newRef();
  const bound = (n: number | null) => (n === null ? null : addDays(origin, n));
  return {
    streamKind: "person",
    streamRef,
    batches: [...spec]
      .sort((a, b) => a.minute - b.minute)
      .map(
        ({ minute, steps }): BulkBatch => ({
          recordedAt: instant(`2024-06-01T10:${String(minute).padStart(2, "0")}:00.500Z`),
          actor,
          commandId: newRef(),
          events: steps.map(({ kind, from, to, status }) => {
            const change = { ...workStatus(streamRef, status, bound(from), bound(to)), change: kind } as RowChange;
            return event("Step", [change]);
          }),
        }),
      ),
  };
}

const eventsOf = async (database: TestDatabase) =>
  (await database.pool.query("select encode(hash, 'hex') as hash, version, payload from log.event order by stream_ref, version"))
    .rows;
const rowsOf = async (database: TestDatabase) =>
  (await database.pool.query("select w::text as row from read.work_status w order by 1")).rows.map((r) => r.row as string);

describe("the bulk way in", () => {
  test("gives the same hashes and the same read rows as appending one by one, and as a rebuild", async () => {
    const specs = fc.sample(batches, { numRuns: 60, seed: 7 });
    const streams = specs.map(streamOf);
    const one = storeOn(live);
    for (const { streamKind, streamRef, batches: list } of streams) {
      let version = 0;
      for (const { events, ...context } of list) {
        const outcome = await one.events.append(streamKind, streamRef, version, events, context);
        expect(outcome.outcome).toBe("appended");
        version += events.length;
      }
    }
    const other = storeOn(bulk);
    const report = await other.events.bulkAppend(streams);
    const rows = await rowsOf(bulk);
    expect(report).toEqual({ streams: 60, events: (await eventsOf(live)).length, readRows: rows.length });
    expect(await eventsOf(bulk)).toEqual(await eventsOf(live));
    expect(rows).toEqual(await rowsOf(live));
    expect(rows.length).toBeGreaterThan(100);

    expect(await one.compareReadTables()).toEqual([]);
    await one.rebuildReadTables();
    expect(await rowsOf(live)).toEqual(rows);
    expect((await one.verifyChain()).flaws).toEqual([]);
  });

  test("a stream can be continued by appending", async () => {
    const store = storeOn(bulk);
    const stream = streamOf([{ minute: 1, steps: [{ kind: "put", from: 0, to: null, status: "A" }] }]);
    await store.events.bulkAppend([stream]);
    const change = workStatus(stream.streamRef, "B", "2024-02-01");
    const outcome = await store.events.append("person", stream.streamRef, 1, [event("More", [change])], {
      actor,
      commandId: newRef(),
    });
    expect(outcome.outcome).toBe("appended");
    expect(await store.compareReadTables()).toEqual([]);
  });

  test("a stream that exists already refuses the whole load", async () => {
    const store = storeOn(bulk);
    const spec = [{ minute: 1, steps: [{ kind: "put", from: 0, to: null, status: "A" }] }];
    const [known, fresh] = [streamOf(spec), streamOf(spec)];
    await store.events.bulkAppend([known]);
    await expect(store.events.bulkAppend([fresh, known])).rejects.toThrow(/exists already/);
    expect(await store.events.read(fresh.streamRef)).toEqual([]);
  });

  test("batches out of order of recording are refused", async () => {
    const stream = streamOf([
      { minute: 1, steps: [{ kind: "put", from: 0, to: null, status: "A" }] },
      { minute: 2, steps: [{ kind: "put", from: 0, to: null, status: "B" }] },
    ]);
    await expect(storeOn(bulk).events.bulkAppend([{ ...stream, batches: [...stream.batches].reverse() }])).rejects.toThrow(
      /order of recording/,
    );
  });

  test("an error of the caller's own iterable leaves nothing behind", async () => {
    const store = storeOn(bulk);
    const stream = streamOf([{ minute: 1, steps: [{ kind: "put", from: 0, to: null, status: "A" }] }]);
    function* cutOff(): Generator<BulkStream> {
      yield stream;
      throw new Error("file cut off");
    }
    await expect(store.events.bulkAppend(cutOff())).rejects.toThrow("file cut off");
    expect(await store.events.read(stream.streamRef)).toEqual([]);
  });
});

describe("the read tables", () => {
  test("a row that was changed behind the log's back is found, and a rebuild mends it", async () => {
    const store = storeOn(bulk);
    const stream = streamOf([{ minute: 1, steps: [{ kind: "put", from: 0, to: null, status: "A" }] }]);
    await store.events.bulkAppend([stream]);
    await bulk.pool.query("update read.work_status set status = 'Z' where person_ref = $1", [stream.streamRef]);
    expect(await store.compareReadTables()).toEqual([{ table: "work_status", missing: 1, surplus: 1 }]);
    await store.rebuildReadTables();
    expect(await store.compareReadTables()).toEqual([]);
    const constraints = await bulk.pool.query("select conname from pg_constraint where contype = 'x' order by 1");
    expect(constraints.rows.map((r) => r.conname)).toContain("work_status_one_truth");
    expect(constraints.rows).toHaveLength(readTableNames.length);
  });

  test("a row that is missing stops the append that would change it", async () => {
    const store = storeOn(bulk);
    const stream = streamOf([{ minute: 1, steps: [{ kind: "put", from: 0, to: null, status: "A" }] }]);
    await store.events.bulkAppend([stream]);
    await bulk.pool.query("delete from read.work_status where person_ref = $1", [stream.streamRef]);
    const more = [event("More", [workStatus(stream.streamRef, "B", "2024-02-01")])];
    await expect(store.events.append("person", stream.streamRef, 1, more, { actor, commandId: newRef() })).rejects.toThrow(
      /Rebuild the read tables/,
    );
  });
});
