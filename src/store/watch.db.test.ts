import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock, instant, newRef } from "../kernel/index.ts";
import { context, event, projectPayload } from "./fixtures.ts";
import { failJob, retryGivenUp, takeJobs } from "./jobs/jobs.ts";
import { createStore, type Store } from "./store.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";
import { masterKeyFrom } from "./vault/master-key.ts";
import { readVitals } from "./watch.ts";

const clock = fixedClock("2024-05-01T10:00:00.000Z");
let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await testDatabase();
  store = createStore({ database, clock, project: projectPayload, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
});
afterAll(() => database.close());

describe("what an operator watches", () => {
  test("is empty and whole on a new database", async () => {
    expect(await readVitals(database.pool, clock.now())).toMatchObject({
      queues: [],
      unsealed: 0,
      lastSeal: null,
      openRun: null,
      standbys: [],
    });
  });

  test("tells what waits, since when, and what was given up; a retry puts that back once", async () => {
    for (const key of ["a", "b"])
      await store.events.append("person", newRef(), 0, [event("A")], context({ jobs: [{ queue: "letters", key, payload: {} }] }));
    const [job] = await takeJobs(database.pool, "letters", "w", clock.now(), 60, 1);
    await failJob(database.pool, job!.jobId, "w", "no", clock.now(), null);
    expect((await readVitals(database.pool, clock.now())).queues).toEqual([
      { queue: "letters", waiting: 1, givenUp: 1, oldestDue: clock.now() },
    ]);
    expect(await retryGivenUp(database.pool, "other", clock.now())).toBe(0);
    expect(await retryGivenUp(database.pool, null, instant("2024-05-01T11:00:00.000Z"))).toBe(1);
    expect((await readVitals(database.pool, clock.now())).queues).toMatchObject([{ waiting: 2, givenUp: 0 }]);
  });

  test("does not bring back given-up work that was asked for again meanwhile", async () => {
    const [job] = await takeJobs(database.pool, "letters", "w", clock.now(), 60, 1);
    await failJob(database.pool, job!.jobId, "w", "no", clock.now(), null);
    await store.events.append(
      "person",
      newRef(),
      0,
      [event("A")],
      context({ jobs: [{ queue: "letters", key: job!.key!, payload: {} }] }),
    );
    expect(await retryGivenUp(database.pool, "letters", clock.now())).toBe(0);
  });
});
