import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Instant, instant, newRef, plainDate } from "../../kernel/index.ts";
import { transaction } from "../connection.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { type Attest, attestVersions, copyAttests, insertAttests, latestAttests } from "./attests.ts";
import { bookedSums, bookLines, isBookedTwice, type LedgerLine, readLines } from "./ledger.ts";
import { readRuleGraph, storeRuleGraph } from "./rule-graphs.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const at = (day: number): Instant => instant(`2024-05-${String(day).padStart(2, "0")}T10:00:00.000Z`);
const quarter = 2024 * 4;

function attest(more: Partial<Attest> = {}): Attest {
  return {
    attestNo: `N-${newRef()}`,
    version: 1,
    status: 0,
    personRef: newRef(),
    employerRef: newRef(),
    quarter,
    grossCents: 900_000,
    contributionCents: 225_000,
    reductionCents: 60_000,
    contractualFraction: 8000,
    performedFraction: null,
    inServiceFrom: plainDate("2024-01-01"),
    inServiceUntil: null,
    source: "DMFA",
    remunerations: null,
    receivedAt: at(1),
    ...more,
  };
}

const insert = (...attests: Attest[]) => transaction(database.pool, (client) => insertAttests(client, attests));

describe("attests", () => {
  test("read back as they were received", async () => {
    const one = attest({ performedFraction: 7500, inServiceUntil: plainDate("2024-02-29") });
    expect(await insert(one)).toEqual({ taken: 1, known: 0, contradicted: [] });
    expect(await latestAttests(database.pool, { personRef: one.personRef })).toEqual([one]);
  });

  test("that come twice change nothing, also within one file", async () => {
    const one = attest();
    expect(await insert(one, one)).toEqual({ taken: 1, known: 1, contradicted: [] });
    expect(await insert({ ...one, receivedAt: at(9) })).toEqual({ taken: 0, known: 1, contradicted: [] });
    expect((await attestVersions(database.pool, one.attestNo)).map((a) => a.receivedAt)).toEqual([at(1)]);
  });

  test("with a known number and version but another content, person or quarter are contradictions and change nothing", async () => {
    const one = attest();
    await insert(one);
    const contradicted = [{ attestNo: one.attestNo, version: 1 }];
    for (const change of [{ grossCents: 1 }, { personRef: newRef() }, { quarter: quarter + 1 }, { performedFraction: 0 }]) {
      expect(await insert({ ...one, ...change })).toEqual({ taken: 0, known: 0, contradicted });
    }
    expect(await attestVersions(database.pool, one.attestNo)).toEqual([one]);
  });

  test("the last version counts, as known at any moment, whatever the order of arrival", async () => {
    const first = attest();
    const second: Attest = { ...first, version: 2, status: 1, grossCents: 950_000, receivedAt: at(10) };
    const third: Attest = { ...first, version: 3, status: 3, receivedAt: at(5) };
    await insert(first);
    await insert(third);
    await insert(second);
    const latest = async (knownAt?: Instant) =>
      (
        await latestAttests(database.pool, {
          quarter,
          employerRef: first.employerRef,
          ...(knownAt === undefined ? {} : { knownAt }),
        })
      ).map((a) => a.version);
    expect(await latest()).toEqual([3]);
    expect(await latest(at(1))).toEqual([1]);
    expect(await latest(at(5))).toEqual([3]);
    expect(await latest(instant("2024-04-30T00:00:00.000Z"))).toEqual([]);
  });

  test("must be asked for by something that has an index", async () => {
    await expect(latestAttests(database.pool, { knownAt: at(1) })).rejects.toThrow(/by quarter, person or employer/);
  });

  test("in bulk are all or nothing", async () => {
    const [one, two] = [attest(), attest()];
    await insert(two);
    await expect(transaction(database.pool, (client) => copyAttests(client, [one, two]))).rejects.toMatchObject({
      code: "23505",
    });
    expect(await attestVersions(database.pool, one.attestNo)).toEqual([]);
    expect(await transaction(database.pool, (client) => copyAttests(client, [one]))).toBe(1);
    expect(await attestVersions(database.pool, one.attestNo)).toEqual([one]);
  });
});

function line(more: Partial<LedgerLine> = {}): LedgerLine {
  return {
    grantRef: newRef(),
    quarter,
    component: "WAGE",
    seq: 0,
    employerRef: newRef(),
    cents: 382_883,
    origin: "initial",
    runRef: newRef(),
    attestNo: "N-1",
    attestVersion: 1,
    graphHash: "ab".repeat(32),
    parametersHash: "cd".repeat(32),
    bookedAt: at(1),
    ...more,
  };
}

const book = (...lines: LedgerLine[]) => transaction(database.pool, (client) => bookLines(client, lines));

describe("the ledger", () => {
  test("lines read back as they were booked, and sum per grant, quarter and component", async () => {
    const first = line();
    const guidance = line({ grantRef: first.grantRef, employerRef: first.employerRef, component: "GUIDANCE", cents: 216_000 });
    const correction = { ...first, seq: 1, cents: -1_083, origin: "correction" as const, bookedAt: at(20) };
    expect(await book(first, guidance, correction)).toBe(3);
    expect(await readLines(database.pool, { grantRef: first.grantRef })).toEqual([guidance, first, correction]);
    expect(await readLines(database.pool, { employerRef: first.employerRef!, knownAt: at(1) })).toEqual([guidance, first]);
    expect(await bookedSums(database.pool, { grantRef: first.grantRef })).toEqual([
      { grantRef: first.grantRef, quarter, component: "GUIDANCE", cents: 216_000, nextSeq: 1 },
      { grantRef: first.grantRef, quarter, component: "WAGE", cents: 381_800, nextSeq: 2 },
    ]);
  });

  test("a self-employed person's line has no employer and no attest", async () => {
    const support = line({ component: "SUPPORT", employerRef: null, attestNo: null, attestVersion: null });
    await book(support);
    expect(await readLines(database.pool, { runRef: support.runRef })).toEqual([support]);
  });

  test("the same line twice is refused by the database, with everything that came with it", async () => {
    const first = line();
    await book(first);
    const companion = line();
    const error = await book(companion, { ...first, cents: 1 }).catch((e: unknown) => e);
    expect(isBookedTwice(error)).toBe(true);
    expect(await readLines(database.pool, { grantRef: companion.grantRef })).toEqual([]);
  });

  test("an unknown component or origin is refused by the database", async () => {
    await expect(book(line({ component: "BONUS" as "WAGE" }))).rejects.toMatchObject({ code: "23514" });
    await expect(book(line({ origin: "gift" as "initial" }))).rejects.toMatchObject({ code: "23514" });
  });
});

describe("rule graphs", () => {
  test("are kept once under their hash, whatever the order of their keys", async () => {
    const hash = await storeRuleGraph(database.pool, { a: 1, b: ["x"] });
    expect(await storeRuleGraph(database.pool, { b: ["x"], a: 1 })).toBe(hash);
    expect(await readRuleGraph(database.pool, hash)).toEqual({ a: 1, b: ["x"] });
    expect(await readRuleGraph(database.pool, "00".repeat(32))).toBeNull();
  });

  test("that were changed in the database are not handed out", async () => {
    const hash = await storeRuleGraph(database.pool, { c: 1 });
    await database.asSuperuser(async (client) => {
      await client.query("set session_replication_role = replica");
      await client.query("update pay.rule_graph set body = '{\"c\": 2}' where hash = decode($1, 'hex')", [hash]);
    });
    await expect(readRuleGraph(database.pool, hash)).rejects.toThrow(/was changed/);
  });
});
