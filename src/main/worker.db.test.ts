import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { epochMillisecondsOf, instant, instantFromEpochMilliseconds, systemClock } from "../kernel/index.ts";
import { enqueue, type Job, takeJobs } from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { GiveUp, type JobHandler, runQueue, startWorker } from "./worker.ts";

const opened: TestDatabase[] = [];
let database: TestDatabase;
let minute = 0;
beforeEach(async () => {
  database = await testDatabase();
  opened.push(database);
  minute = 0;
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const base = epochMillisecondsOf(instant("2026-11-26T10:00:00.000Z"));
const now = () => instantFromEpochMilliseconds(base + minute * 60_000);
const clock = { now, today: systemClock.today };
const log = { warn: () => {}, error: () => {} };
const parts = () => ({ store: { database }, clock, log });
const add = (key: string) => enqueue(database.pool, { queue: "q", key, payload: { key } }, now());
const handler = (work: JobHandler["work"], more: Partial<JobHandler> = {}): JobHandler => ({ queue: "q", work, ...more });
const keyOf = (job: Job) => String(job.key);
const state = async () =>
  (await database.pool.query("select key, attempts, done_at, given_up_at, last_error from ops.job order by job_id")).rows;

describe("a round", () => {
  test("does every job that is due once, in order, and marks it as done", async () => {
    for (const key of ["a", "b", "c"]) await add(key);
    const done: string[] = [];
    const all = handler(async (job) => void done.push(keyOf(job)));
    expect(await runQueue(parts(), all)).toBe(3);
    expect(await runQueue(parts(), all)).toBe(0);
    expect(done).toEqual(["a", "b", "c"]);
    expect((await state()).every((row) => row.done_at !== null)).toBe(true);
  });

  test("looks first for jobs that nobody put in the queue", async () => {
    const done: string[] = [];
    await runQueue(
      parts(),
      handler(async (job) => void done.push(keyOf(job)), { find: () => add("found") }),
    );
    expect(done).toEqual(["found"]);
  });

  test("goes on after a job that fails, and tries that one later, each time later, until it is given up", async () => {
    await add("bad");
    await add("good");
    const tried: string[] = [];
    const failures: string[] = [];
    const one = handler(
      async (job) => {
        tried.push(keyOf(job));
        if (job.key === "bad") throw new Error("out of order");
      },
      { retryMinutes: [1, 10], failed: async (_job, reason) => void failures.push(reason) },
    );
    for (const at of [0, 0, 1, 1, 10, 11, 12, 500]) {
      minute = at;
      await runQueue(parts(), one);
    }
    expect(tried).toEqual(["bad", "good", "bad", "bad"]);
    expect(failures).toEqual(["out of order", "out of order", "out of order"]);
    expect((await state())[0]).toMatchObject({ attempts: 3, done_at: null, last_error: "out of order" });
    expect((await state())[0]?.given_up_at).not.toBeNull();
  });

  test("gives up at once when trying again has no use", async () => {
    await add("a");
    await runQueue(
      parts(),
      handler(async () => Promise.reject(new GiveUp("no such file"))),
    );
    expect((await state())[0]).toMatchObject({ attempts: 1, last_error: "no such file" });
    expect((await state())[0]?.given_up_at).not.toBeNull();
  });

  test("a job can be marked as done together with its effect; when another worker has it, neither happens", async () => {
    await add("a");
    const slow = handler(async (_job, { complete }) => {
      // Meanwhile the lease ends and another worker takes it.
      minute = 10;
      await takeJobs(database.pool, "q", "other", now(), 120, 1);
      const client = await database.pool.connect();
      try {
        await client.query("begin");
        await client.query("insert into ops.mark (name, value, set_at) values ('effect', '1', now())");
        await complete(client);
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw error;
      } finally {
        client.release();
      }
    });
    await runQueue(parts(), slow);
    expect((await database.pool.query("select from ops.mark")).rowCount).toBe(0);
    expect((await state())[0]).toMatchObject({ done_at: null, given_up_at: null });
  });

  test("a lease is renewed while a job runs, and a lost one tells the job to end", async () => {
    await add("a");
    let ended = false;
    await runQueue(
      parts(),
      handler(
        (_job, { signal }) =>
          new Promise((_resolve, reject) => {
            minute = 1;
            signal.addEventListener("abort", () => {
              ended = true;
              reject(new Error("ended"));
            });
            // After a first renewal somebody else takes it all the same.
            setTimeout(() => void database.pool.query("update ops.job set leased_by = 'other'"), 900);
          }),
        { leaseSeconds: 1 },
      ),
    );
    expect(ended).toBe(true);
    const { rows } = await database.pool.query<{ leased_by: string; later: boolean }>(
      "select leased_by, leased_until > $1::timestamptz as later from ops.job",
      [instantFromEpochMilliseconds(base + 2_000)],
    );
    expect(rows).toEqual([{ leased_by: "other", later: true }]);
  });
});

describe("a worker", () => {
  test("serves all queues at once, and stops after the job under way, which comes back when it could not end", async () => {
    await add("a");
    await enqueue(database.pool, { queue: "r", payload: {} }, now());
    const seen: string[] = [];
    let begun: () => void;
    const both = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const endless = handler((_job, { signal }) => {
      seen.push("q");
      return new Promise((_resolve, reject) => {
        if (seen.length === 2) begun();
        signal.addEventListener("abort", () => reject(new Error("asked to stop")));
      });
    });
    const quick: JobHandler = {
      queue: "r",
      work: async () => {
        seen.push("r");
        if (seen.length === 2) begun();
      },
    };
    const worker = startWorker(parts(), [endless, quick], 10);
    await both;
    await worker.stop();
    expect([...seen].sort()).toEqual(["q", "r"]);
    await add("b");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).toHaveLength(2);
    const done: string[] = [];
    await runQueue(
      parts(),
      handler(async (job) => void done.push(keyOf(job))),
    );
    expect(done).toEqual(["a", "b"]);
  });

  test("two workers share a queue without doing a job twice", async () => {
    for (let n = 0; n < 30; n += 1) await add(`k${n}`);
    const done: string[] = [];
    const all = handler(async (job) => void done.push(keyOf(job)));
    await Promise.all([runQueue(parts(), all), runQueue(parts(), all), runQueue(parts(), all)]);
    expect(new Set(done).size).toBe(30);
    expect(done).toHaveLength(30);
  });

  test("a queue has one handler", () => {
    const one = handler(async () => {});
    expect(() => startWorker(parts(), [one, one])).toThrow("two handlers");
  });
});
