// The same answer over the database: byte for byte what the plain reference gives over the same rows.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assertOk, canonicalJson, type Instant, instant } from "../../kernel/index.ts";
import { readLaw } from "../../law/files.ts";
import { testDatabase } from "../../store/testing.ts";
import { evaluatorInMemory, evaluatorOver } from "../evaluator.ts";
import { resolve } from "../testing/coverage.ts";
import { loadTables, recordsOf } from "../testing/load-tables.ts";
import { sv170Population } from "../testing/sv170-population.ts";
import { readAnswer } from "./files.ts";
import { type Answer, buildAnswer } from "./index.ts";

const law = assertOk(readLaw());
const source = assertOk(readAnswer("sv-170"));
const tables = sv170Population();
let database: Awaited<ReturnType<typeof testDatabase>>;

const bySql = (knownAt?: Instant): Promise<Answer> =>
  recordsOf(database.statistics).snapshot((records) =>
    buildAnswer(evaluatorOver(records), law, source, knownAt === undefined ? {} : { knownAt }),
  );

beforeAll(async () => {
  database = await testDatabase();
  await loadTables(database.pool, tables);
  await database.pool.query("analyze");
});

afterAll(() => database.close());

describe("the answer to written question 170 over the database", () => {
  it("is the one that the plain reference gives", async () => {
    const answer = await bySql();
    expect(canonicalJson(answer)).toBe(canonicalJson(await buildAnswer(evaluatorInMemory(tables), law, source)));
    expect(resolve(answer, "questions.1.figures.tickets-stock.comparisons{q1.individual}.computed")).toBe(10_894);
  });

  it("differs as known later", async () => {
    const later = await bySql(instant("2024-06-01T00:00:00.000Z"));
    expect(resolve(later, "questions.1.figures.tickets-stock.cells[INDIVIDUAL].value")).toBe(10_906);
  });

  it("is read with the rights of statistics, which can change nothing and enter no other schema", async () => {
    await expect(database.statistics.query("delete from read.ticket")).rejects.toThrow(/permission denied/);
    await expect(database.statistics.query("select * from vault.sealed")).rejects.toThrow(/permission denied/);
  });
});
