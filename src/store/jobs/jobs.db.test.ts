import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { instant } from "../../kernel/index.ts";
import { readMark, setMark } from "../marks.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { completeJob, enqueue, failJob, takeJobs } from "./jobs.ts";

const opened: TestDatabase[] = [];
let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
  opened.push(database);
});
afterAll(() => Promise.all(opened.map((d) => d.close())));

const at = (second: number) => instant(`2024-05-01T10:00:${String(second).padStart(2, "0")}.000Z`);
const add = (key: string, second = 0) => enqueue(database.pool, { queue: "q", key, payload: { key } }, at(second));
const take = (worker: string, second: number, limit = 10) => takeJobs(database.pool, "q", worker, at(second), 10, limit);

describe("jobs", () => {
  test("are taken in order, each by one worker, also when many take at once", async () => {
    for (const key of ["a", "b", "c", "d", "e", "f"]) await add(key);
    const taken = await Promise.all(["w1", "w2", "w3"].map((w) => take(w, 1, 2)));
    expect(taken.map((jobs) => jobs.length)).toEqual([2, 2, 2]);
    expect(
      taken
        .flat()
        .map((j) => j.key)
        .sort(),
    ).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(await take("w4", 2)).toEqual([]);
  });

  test("with a key that is open already are not added again; once done they may be", async () => {
    await add("a");
    await add("a");
    const [job] = await take("w", 1);
    await add("a");
    expect(await completeJob(database.pool, job!.jobId, "w", at(2))).toBe(true);
    await add("a");
    expect(await take("w", 3)).toHaveLength(1);
  });

  test("of a worker that died come free after the lease, and it cannot complete them any more", async () => {
    await add("a");
    const [first] = await take("dead", 0);
    expect(await take("w", 9)).toEqual([]);
    const [second] = await take("w", 10);
    expect(second).toMatchObject({ jobId: first!.jobId, attempt: 2 });
    expect(await completeJob(database.pool, first!.jobId, "dead", at(11))).toBe(false);
    expect(await completeJob(database.pool, first!.jobId, "w", at(11))).toBe(true);
    expect(await completeJob(database.pool, first!.jobId, "w", at(12))).toBe(false);
  });

  test("that fail come back at the given moment, or are given up", async () => {
    await add("a");
    const [job] = await take("w", 0);
    await failJob(database.pool, job!.jobId, "w", "no answer", at(0), at(5));
    expect(await take("w", 4)).toEqual([]);
    const [again] = await take("w", 5);
    await failJob(database.pool, again!.jobId, "w", "no answer", at(5), null);
    expect(await take("w", 59)).toEqual([]);
    const { rows } = await database.pool.query("select last_error, given_up_at from ops.job");
    expect(rows).toEqual([{ last_error: "no answer", given_up_at: at(5) }]);
  });

  test("that must wait are not taken before their moment", async () => {
    await enqueue(database.pool, { queue: "q", payload: {} }, at(0), at(30));
    expect(await take("w", 29)).toEqual([]);
    expect(await take("w", 30)).toHaveLength(1);
  });
});

test("a mark is read back, and the last value counts", async () => {
  expect(await readMark(database.pool, "origin")).toBeNull();
  await setMark(database.pool, "origin", { demo: true }, at(1));
  await setMark(database.pool, "origin", { demo: false }, at(2));
  expect(await readMark(database.pool, "origin")).toEqual({ demo: false });
});
