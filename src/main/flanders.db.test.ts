import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projection } from "../dossier/index.ts";
import { assertOk, canonicalJson, fixedClock, Outage, Refusal } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { createStore, masterKeyFrom, publicationStore, type Store, setMark } from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { DEMO_MARK } from "../synthetic/index.ts";
import { createAnswers } from "./answers.ts";
import { type BringOptions, bringRecords } from "./flanders.ts";
import { recordsOver } from "./records.ts";
import { readSettings, type Settings } from "./settings.ts";

const law = openLaw();
const clock = fixedClock("2026-11-23");
const trial: Settings = { ...assertOk(readSettings({})), logLevel: "silent" };
const scale = 0.02;

let database: TestDatabase;
let store: Store;
const storeOver = (on: TestDatabase) =>
  createStore({ database: on, clock, project: projection, masterKey: masterKeyFrom(randomBytes(32)) });
const optionsFor = (settings: Settings, of: Store): BringOptions => ({
  settings,
  law,
  clock,
  store: of,
  storeAgain: async () => of,
  scale,
});
const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (error: unknown) => (error instanceof Refusal ? (error.problems[0]?.id ?? "") : String(error)),
  );

beforeAll(async () => {
  database = await testDatabase();
  store = storeOver(database);
});
afterAll(async () => {
  await database?.close();
});

describe("the first start of a trial", () => {
  test("fills the empty database, says how far it is, and marks the records as synthetic", async () => {
    const said: [string, number, number][] = [];
    const brought = await bringRecords({ ...optionsFor(trial, store), onProgress: (...step) => said.push(step) });
    expect(brought.demo).toBe(true);
    expect(brought.filled?.events).toBeGreaterThan(1000);
    expect(said.at(-1)?.[0]).toBe("finishing");
    const lives = said.filter(([phase]) => phase === "lives").map(([, done]) => done);
    expect(lives).toEqual([...lives].sort((a, b) => a - b));
    expect(lives.at(-1)).toBe(said.at(-1)?.[2]);
  });

  test("the second start finds them again and changes nothing", async () => {
    const count = async () => (await database.pool.query<{ n: string }>("select count(*) as n from log.event")).rows[0]?.n;
    const before = await count();
    const brought = await bringRecords(optionsFor(trial, store));
    expect(brought).toMatchObject({ demo: true, filled: null });
    expect(await count()).toBe(before);
  });

  test("the history that was loaded in bulk is whole", async () => {
    const verified = await store.verifyChain();
    expect(verified.flaws).toEqual([]);
  });

  test("the same records do not start unasked in production or on a server of one's own", async () => {
    expect(await refusal(bringRecords(optionsFor({ ...trial, production: true }, store)))).toBe("demo.unasked");
    expect(await refusal(bringRecords(optionsFor({ ...trial, databaseUrl: "postgres://db" }, store)))).toBe("demo.unasked");
    expect((await bringRecords(optionsFor({ ...trial, production: true, demo: true }, store))).demo).toBe(true);
  });
});

describe("an answer from the records", () => {
  test("is the same bytes each time, also from another computation", async () => {
    const ask = () =>
      createAnswers({
        law,
        clock,
        records: recordsOver(database.statistics),
        publications: publicationStore(database.pool),
        linkages: async () => [],
        published: publicationStore(database.pool),
      }).compute({ id: "sv-170", at: null, knownAt: null });
    expect(canonicalJson(await ask())).toBe(canonicalJson(await ask()));
  });

  test("is computed once for all who ask at the same time", async () => {
    let snapshots = 0;
    const records = recordsOver(database.statistics);
    const counted = createAnswers({
      law,
      clock,
      publications: publicationStore(database.pool),
      linkages: async () => [],
      published: publicationStore(database.pool),
      records: {
        snapshot: (work) => {
          snapshots += 1;
          return records.snapshot(work);
        },
      },
    });
    const request = { id: "sv-170", at: null, knownAt: null };
    const [one, two] = await Promise.all([counted.compute(request), counted.compute(request)]);
    expect(one).toBe(two);
    expect(snapshots).toBe(1);
  });

  test("statistics reads the read tables and nothing else", async () => {
    const records = recordsOver(database.statistics);
    await expect(records.snapshot((snapshot) => snapshot.query("select * from vault.sealed", []))).rejects.toThrow(
      /permission denied/,
    );
    await expect(records.snapshot((snapshot) => snapshot.query("delete from read.ticket", []))).rejects.toThrow();
    // The connection is whole again for who comes next.
    expect(await records.snapshot((snapshot) => snapshot.query("select 1 as one", []))).toEqual([{ one: 1 }]);
  });
});

test("a database that is gone is an outage, not a failure of what was asked", async () => {
  const other = await testDatabase();
  await other.close();
  await expect(recordsOver(other.statistics).snapshot((snapshot) => snapshot.query("select 1", []))).rejects.toThrow();
  const nowhere = new pg.Pool({ host: "127.0.0.1", port: 1 });
  await expect(recordsOver(nowhere).snapshot((snapshot) => snapshot.query("select 1", []))).rejects.toBeInstanceOf(Outage);
  await nowhere.end();
});

describe("a database that is not ours to fill", () => {
  test("is left alone by a trial and refused with --demo", async () => {
    const other = await testDatabase();
    try {
      const theirs = storeOver(other);
      await bringRecords({ ...optionsFor(trial, theirs), scale: 0.01 });
      // Without its mark it is a database with records that nobody made here.
      await other.asSuperuser((client) => client.query("delete from ops.mark"));
      expect(await bringRecords(optionsFor(trial, theirs))).toMatchObject({ demo: false, filled: null });
      expect(await refusal(bringRecords(optionsFor({ ...trial, demo: true }, theirs)))).toBe("demo.foreign");
    } finally {
      await other.close();
    }
  });

  test("the remains of a filling that was cut off are thrown away on the embedded database only", async () => {
    const other = await testDatabase();
    try {
      const cut = storeOver(other);
      await setMark(
        other.pool,
        DEMO_MARK,
        { state: "loading", seed: "x", scale: 1, until: "2026-01-01", lawVersion: "", parametersHash: "" },
        clock.now(),
      );
      expect(await refusal(bringRecords(optionsFor({ ...trial, databaseUrl: "postgres://db", demo: true }, cut)))).toBe(
        "demo.unfinished",
      );
      // On our own database all of it goes; opening it anew then migrates and fills it.
      const anew = new Error("opened anew");
      const again = bringRecords({
        ...optionsFor(trial, cut),
        storeAgain: async () => {
          throw anew;
        },
      });
      await expect(again).rejects.toBe(anew);
      const { rows } = await other.asSuperuser((client) =>
        client.query("select nspname from pg_namespace where nspname in ('log', 'vault', 'read', 'pay', 'ops')"),
      );
      expect(rows).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
