import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Clock, fixedClock, type Instant, instant, newRef } from "../../kernel/index.ts";
import { context, event, projectPayload, workStatus } from "../fixtures.ts";
import { createStore, type Store } from "../store.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { masterKeyFrom } from "../vault/master-key.ts";

let database: TestDatabase;
let store: Store;
let now: Instant = instant("2024-05-01T10:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };

beforeAll(async () => {
  database = await testDatabase();
  store = createStore({ database, clock, project: projectPayload, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
});
afterAll(() => database.close());

const statuses = async (personRef: string, knownAt: Instant) =>
  (
    await database.pool.query(
      "select lower(valid) as start, status from read.work_status where person_ref = $1 and known @> $2::timestamptz order by valid",
      [personRef, knownAt],
    )
  ).rows;

describe("appending", () => {
  test("gives versions from 1 on, and the stream reads back as it was written", async () => {
    const ref = newRef();
    const outcome = await store.events.append("person", ref, 0, [event("A"), event("B")], context({ commandId: `c-${ref}` }));
    expect(outcome).toEqual({
      outcome: "appended",
      result: {
        commandId: `c-${ref}`,
        recordedAt: now,
        streams: [{ streamKind: "person", streamRef: ref, fromVersion: 1, toVersion: 2 }],
      },
    });
    const read = await store.events.read(ref);
    expect(read.map((e) => [e.type, e.effectiveOn, e.envelope.version, e.envelope.recordedAt])).toEqual([
      ["A", "2024-01-15", 1, now],
      ["B", "2024-01-15", 2, now],
    ]);
    expect(read[0]!.envelope.prevHash).toBe("");
    expect(read[1]!.envelope.prevHash).toBe(read[0]!.envelope.hash);
    expect(read[0]!.payload).toEqual({ changes: [] });
  });

  test("on a version that is not the last is a conflict, and nothing is written", async () => {
    const ref = newRef();
    await store.events.append("person", ref, 0, [event("A")], context());
    for (const expected of [0, 2]) {
      const outcome = await store.events.append("person", ref, expected, [event("B")], context());
      expect(outcome).toEqual({ outcome: "conflict", streamRef: ref, expectedVersion: expected, actualVersion: 1 });
    }
    expect(await store.events.read(ref)).toHaveLength(1);
  });

  test("by twenty at the same time on one version succeeds for exactly one", async () => {
    const ref = newRef();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        store.events.append("person", ref, 0, [event("A", [workStatus(ref, `S${i}`, "2024-01-01")])], context()),
      ),
    );
    expect(outcomes.filter((o) => o.outcome === "appended")).toHaveLength(1);
    expect(outcomes.filter((o) => o.outcome === "conflict")).toHaveLength(19);
    expect(await statuses(ref, now)).toHaveLength(1);
  });

  test("the same command twice gives the first result and writes nothing, also when both come at once", async () => {
    const ref = newRef();
    const command = context({ fingerprint: "f" });
    const outcomes = await Promise.all([1, 2].map(() => store.events.append("person", ref, 0, [event("A")], command)));
    expect(outcomes.map((o) => o.outcome).sort()).toEqual(["appended", "repeated"]);
    const [first, second] = outcomes.map((o) => ("result" in o ? o.result : null));
    expect(first).toEqual(second);
    expect(await store.events.read(ref)).toHaveLength(1);
    expect(await store.events.findCommand(command.commandId)).toEqual({ ...first, fingerprint: "f" });
  });

  test("a command id with another fingerprint is refused", async () => {
    const command = context({ fingerprint: "f" });
    await store.events.append("person", newRef(), 0, [event("A")], command);
    const outcome = await store.events.append("person", newRef(), 0, [event("A")], { ...command, fingerprint: "g" });
    expect(outcome).toEqual({ outcome: "commandIdReused", commandId: command.commandId });
  });

  test("to two streams is all or nothing", async () => {
    const [one, two] = [newRef(), newRef()];
    await store.events.append("right", two, 0, [event("A")], context());
    const writes = [
      { streamKind: "file" as const, streamRef: one, expectedVersion: 0, events: [event("G")] },
      { streamKind: "right" as const, streamRef: two, expectedVersion: 0, events: [event("V")] },
    ];
    expect((await store.events.appendAll(writes, context())).outcome).toBe("conflict");
    expect(await store.events.read(one)).toEqual([]);
    writes[1]!.expectedVersion = 1;
    expect((await store.events.appendAll(writes, context())).outcome).toBe("appended");
    expect((await store.events.read(two)).map((e) => e.type)).toEqual(["A", "V"]);
  });

  test("under a clock that runs back is recorded at the stream's last moment", async () => {
    const ref = newRef();
    await store.events.append("person", ref, 0, [event("A")], context());
    await store.events.append("person", ref, 1, [event("B")], context({ recordedAt: instant("2020-01-01T00:00:00.000Z") }));
    expect((await store.events.read(ref)).map((e) => e.envelope.recordedAt)).toEqual([now, now]);
  });

  test("what JSON cannot carry unchanged is refused before anything is written", async () => {
    const ref = newRef();
    for (const bad of [{ n: 0.1 }, { t: "a\u0000b" }, { t: "\ud800" }]) {
      const odd = { ...event("A"), payload: bad };
      await expect(store.events.append("person", ref, 0, [event("A"), odd], context())).rejects.toThrow(
        /payload of A cannot be stored/,
      );
    }
    const fine = { ...event("A"), payload: { t: 'a\\u0000b ✓ \t"\\' } };
    await store.events.append("person", ref, 0, [fine], context());
    expect((await store.events.read(ref))[0]!.payload).toEqual(fine.payload);
  });
});

describe("what was known", () => {
  test("any day can be asked as known at any moment, from the stream and from the read tables", async () => {
    const ref = newRef();
    const moments = ["2024-05-02T10:00:00.000Z", "2024-05-03T10:00:00.000Z", "2024-05-04T10:00:00.123Z"].map(instant);
    now = moments[0]!;
    await store.events.append("person", ref, 0, [event("A", [workStatus(ref, "A", "2024-01-01")])], context());
    now = moments[1]!;
    await store.events.append("person", ref, 1, [event("B", [workStatus(ref, "B", "2024-03-01")])], context());
    now = moments[2]!;
    await store.events.append("person", ref, 2, [event("C", [workStatus(ref, "C", "2024-02-01")])], context());

    expect(await statuses(ref, instant("2024-05-01T00:00:00.000Z"))).toEqual([]);
    expect(await statuses(ref, moments[0]!)).toEqual([{ start: "2024-01-01", status: "A" }]);
    expect(await statuses(ref, moments[1]!)).toEqual([
      { start: "2024-01-01", status: "A" },
      { start: "2024-03-01", status: "B" },
    ]);
    expect((await statuses(ref, moments[2]!)).map((r) => [r.start, r.status])).toEqual([
      ["2024-01-01", "A"],
      ["2024-02-01", "C"],
      ["2024-03-01", "C"],
    ]);
    expect((await store.events.read(ref, { knownAt: moments[1]! })).map((e) => e.type)).toEqual(["A", "B"]);
  });

  test("a second change at one moment replaces the first without a trace in the read tables", async () => {
    const ref = newRef();
    await store.events.append("person", ref, 0, [event("A", [workStatus(ref, "A", "2024-01-01")])], context());
    await store.events.append("person", ref, 1, [event("B", [workStatus(ref, "B", "2024-01-01")])], context());
    const { rows } = await database.pool.query("select status from read.work_status where person_ref = $1", [ref]);
    expect(rows).toEqual([{ status: "B" }]);
  });

  test("the database refuses two rows that say something of the same day at the same moment", async () => {
    const ref = newRef();
    await store.events.append("person", ref, 0, [event("A", [workStatus(ref, "A", "2024-01-01")])], context());
    await expect(
      database.pool.query(
        `insert into read.work_status select person_ref, daterange('2024-06-01', null), known, 'B', employability, work_care, benefit, unemployed_since
         from read.work_status where person_ref = $1`,
        [ref],
      ),
    ).rejects.toThrow(/work_status_one_truth/);
  });
});

describe("what goes with an append", () => {
  test("jobs, sealed data and the blind index are written with the events", async () => {
    const ref = newRef();
    const sealedRef = newRef();
    const outcome = await store.events.append("person", ref, 0, [event("A")], {
      ...context(),
      jobs: [{ queue: "letters", key: ref, payload: { ref } }],
      sealed: [{ subjectRef: ref, sealedRef, kind: "name", content: { first: "Ann", last: "Peeters" } }],
      lookups: [{ subjectRef: ref, kind: "insz", value: "85.07.30-033.28" }],
    });
    expect(outcome.outcome).toBe("appended");
    expect((await database.pool.query("select payload from ops.job where key = $1", [ref])).rows).toEqual([{ payload: { ref } }]);
    expect(await store.vault.findByIdentifier("insz", "85073003328")).toBe(ref);
  });

  test("an identifier that is another's stops the whole append and says whose it is", async () => {
    const [one, two] = [newRef(), newRef()];
    await store.events.append(
      "person",
      one,
      0,
      [event("A")],
      context({ lookups: [{ subjectRef: one, kind: "insz", value: "1" }] }),
    );
    const outcome = await store.events.append(
      "person",
      two,
      0,
      [event("A")],
      context({ lookups: [{ subjectRef: two, kind: "insz", value: "1" }] }),
    );
    expect(outcome).toEqual({ outcome: "identifierTaken", kind: "insz", subjectRef: one });
    expect(await store.events.read(two)).toEqual([]);
  });
});
