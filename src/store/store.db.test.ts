import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./database.ts";
import { testDatabase } from "./testing.ts";

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
test("a test database is migrated and empty", async () => {
  const { rows } = await db.pool.query("select count(*) as n, current_user as who, version() as v from log.event");
  console.log(rows, db.url);
  expect(rows[0].n).toBe(0);
});
