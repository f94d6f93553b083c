import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock, instant, newRef, plainDate } from "../kernel/index.ts";
import { createStore, masterKeyFrom, readMark, type Store } from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { sealHandler, VERIFIED_MARK, verifyHandler } from "./integrity.ts";
import { makeLog } from "./log.ts";
import { runQueue } from "./worker.ts";

let database: TestDatabase;
let store: Store;
let at = "2026-03-01T10:00:00.000Z";
const clock = { ...fixedClock("2026-03-01T10:00:00.000Z"), now: () => instant(at) };
const log = makeLog("silent");
const parts = () => ({ store, clock, log });

beforeAll(async () => {
  database = await testDatabase();
  store = createStore({ database, clock, project: () => [], masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
});
afterAll(() => database.close());

const append = (streamRef = newRef()) =>
  store.events.append("person", streamRef, 0, [{ type: "A", effectiveOn: plainDate("2026-03-01"), payload: {} }], {
    actor: { role: "system", ref: "test" },
    commandId: newRef(),
  });

const later = async (moment: string, handler: ReturnType<typeof sealHandler>) => {
  at = moment;
  return runQueue(parts(), handler);
};

describe("keeping the log provable", () => {
  test("seals once an hour what moved, whatever number of rounds and processes there are", async () => {
    await append();
    await runQueue(parts(), sealHandler(parts()));
    await later("2026-03-01T10:02:00.000Z", sealHandler(parts()));
    await later("2026-03-01T10:03:00.000Z", sealHandler(parts()));
    expect(await store.exportSeals()).toHaveLength(1);
    await append();
    await later("2026-03-01T10:59:00.000Z", sealHandler(parts()));
    expect(await store.exportSeals()).toHaveLength(1);
    await later("2026-03-01T11:00:00.000Z", sealHandler(parts()));
    await later("2026-03-01T11:01:00.000Z", sealHandler(parts()));
    expect((await store.exportSeals()).map((seal) => seal.headCount)).toEqual([1, 1]);
  });

  test("checks the whole log once a day and notes a flaw", async () => {
    await later("2026-03-02T00:00:00.000Z", verifyHandler(parts()));
    await later("2026-03-02T00:20:00.000Z", verifyHandler(parts()));
    expect(await readMark(database.pool, VERIFIED_MARK)).toEqual({ at: "2026-03-02T00:20:00.000Z", events: 2, flaws: 0 });
    await database.asSuperuser(async (client) => {
      await client.query("set session_replication_role = replica");
      await client.query(`update log.event set payload = '{"x": 1}' where version = 1`);
    });
    await later("2026-03-02T23:00:00.000Z", verifyHandler(parts()));
    expect(await readMark(database.pool, VERIFIED_MARK)).toMatchObject({ flaws: 0 });
    await later("2026-03-03T00:00:00.000Z", verifyHandler(parts()));
    await later("2026-03-03T00:10:00.000Z", verifyHandler(parts()));
    expect(await readMark(database.pool, VERIFIED_MARK)).toEqual({ at: "2026-03-03T00:10:00.000Z", events: 2, flaws: 2 });
  });
});
