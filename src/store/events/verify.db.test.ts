import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { fixedClock, newRef } from "../../kernel/index.ts";
import type { Client } from "../connection.ts";
import { context, event, projectPayload } from "../fixtures.ts";
import { createStore, type Store } from "../store.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { masterKeyFrom } from "../vault/master-key.ts";
import { exportSeals, sealHeads } from "./seal.ts";

const opened: TestDatabase[] = [];
let database: TestDatabase;
let store: Store;
let refs: string[];

beforeEach(async () => {
  database = await testDatabase();
  opened.push(database);
  const clock = fixedClock("2024-05-01T10:00:00.000Z");
  store = createStore({ database, clock, project: projectPayload, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  refs = [newRef(), newRef(), newRef()].sort();
  for (const ref of refs) {
    const events = ["A", "B", "C", "D"].map((type) => ({ ...event(type), payload: { ref, type } }));
    await store.events.append("person", ref, 0, events, context());
  }
});
afterAll(() => Promise.all(opened.map((d) => d.close())));

/** Somebody with all rights over the database, past the guards. */
const damage = (sql: string, values: unknown[] = []) =>
  database.asSuperuser(async (client: Client) => {
    await client.query("set session_replication_role = replica");
    const { rowCount } = await client.query(sql, values);
    expect(rowCount).toBeGreaterThan(0);
  });

describe("verifying the log", () => {
  test("finds nothing wrong with a sound one and counts what no seal covers", async () => {
    expect(await store.verifyChain()).toEqual({ events: 12, streams: 3, seals: 0, unsealed: 3, flaws: [] });
    await store.sealHeads();
    await store.events.append("person", refs[0]!, 4, [event("E")], context());
    expect(await store.verifyChain()).toEqual({ events: 13, streams: 3, seals: 1, unsealed: 1, flaws: [] });
  });

  test.each([
    ["payload", `payload = payload || '{"x": 1}'`],
    ["type", "type = 'Z'"],
    ["effective date", "effective_on = effective_on + 1"],
    ["moment", "recorded_at = recorded_at - interval '1 ms'"],
    ["actor", "actor_ref = 'somebody else'"],
    ["command", "command_id = 'another'"],
    ["hash", "hash = sha256('x')"],
    ["link", "prev_hash = sha256('x')"],
  ])("finds the row whose %s was changed", async (_, change) => {
    await damage(`update log.event set ${change} where stream_ref = $1 and version = 2`, [refs[1]]);
    expect((await store.verifyChain()).flaws).toEqual([{ kind: "tampered", streamRef: refs[1], version: 2 }]);
  });

  test("finds a row that was taken out of the middle", async () => {
    await damage("delete from log.event where stream_ref = $1 and version = 2", [refs[1]]);
    expect((await store.verifyChain()).flaws).toEqual([{ kind: "missing", streamRef: refs[1], version: 2 }]);
  });

  test("finds a row that was taken out and covered up by renumbering", async () => {
    await damage("delete from log.event where stream_ref = $1 and version = 2", [refs[1]]);
    await damage("update log.event set version = 2 where stream_ref = $1 and version = 3", [refs[1]]);
    await damage("update log.event set version = 3 where stream_ref = $1 and version = 4", [refs[1]]);
    expect((await store.verifyChain()).flaws).toEqual([
      { kind: "misplaced", streamRef: refs[1], version: 2, belongsAt: { streamRef: refs[1], version: 3 } },
      { kind: "misplaced", streamRef: refs[1], version: 3, belongsAt: { streamRef: refs[1], version: 4 } },
    ]);
  });

  test("finds two rows of a stream that changed places", async () => {
    await damage(
      "update log.event set version = case version when 2 then 1000 else 2 end where stream_ref = $1 and version = 2",
      [refs[1]],
    );
    await damage("update log.event set version = 2 where stream_ref = $1 and version = 3", [refs[1]]);
    await damage("update log.event set version = 3 where stream_ref = $1 and version = 1000", [refs[1]]);
    expect((await store.verifyChain()).flaws).toEqual([
      { kind: "misplaced", streamRef: refs[1], version: 2, belongsAt: { streamRef: refs[1], version: 3 } },
      { kind: "misplaced", streamRef: refs[1], version: 3, belongsAt: { streamRef: refs[1], version: 2 } },
    ]);
  });

  test("finds contents that were exchanged between two streams", async () => {
    await damage(
      `update log.event e set payload = o.payload, type = o.type, command_id = o.command_id from log.event o
       where e.version = 2 and o.version = 2 and ((e.stream_ref = $1 and o.stream_ref = $2) or (e.stream_ref = $2 and o.stream_ref = $1))`,
      [refs[0], refs[2]],
    );
    expect((await store.verifyChain()).flaws).toEqual([
      { kind: "misplaced", streamRef: refs[0], version: 2, belongsAt: { streamRef: refs[2], version: 2 } },
      { kind: "misplaced", streamRef: refs[2], version: 2, belongsAt: { streamRef: refs[0], version: 2 } },
    ]);
  });

  test("finds a cut-off end and a whole stream that is gone, when a seal covered them", async () => {
    await store.sealHeads();
    await damage("delete from log.event where stream_ref = $1 and version > 2", [refs[0]]);
    await damage("delete from log.event where stream_ref = $1", [refs[2]]);
    const found = (await store.verifyChain()).flaws;
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({ kind: "missing", streamRef: refs[0], version: 4 });
    expect(found).toContainEqual({ kind: "missing", streamRef: refs[2], version: 4 });
  });

  test("finds a stream that was rewritten with sound hashes after it was sealed", async () => {
    await store.sealHeads();
    await damage("delete from log.event where stream_ref = $1", [refs[1]]);
    await store.events.append(
      "person",
      refs[1]!,
      0,
      ["A", "B", "C", "X"].map((t) => event(t)),
      context(),
    );
    expect((await store.verifyChain()).flaws).toEqual([{ kind: "sealBroken", streamRef: refs[1], version: 4, sealNo: 1 }]);
  });
});

describe("seals", () => {
  test("cover what moved since the one before, each chained to it; without movement there is none", async () => {
    const first = await store.sealHeads();
    expect(first).toMatchObject({ sealNo: 1, headCount: 3, prevHash: "" });
    expect(await store.sealHeads()).toBeNull();
    await store.events.append("person", refs[0]!, 4, [event("E")], context());
    expect(await store.sealHeads()).toMatchObject({ sealNo: 2, headCount: 1, prevHash: first!.hash });
    expect(await exportSeals(database.pool)).toHaveLength(2);
  });

  test("over many streams are made in parts, and all is covered", async () => {
    expect(await sealHeads(database.pool, fixedClock("2024-05-01T10:00:00.000Z"), 2)).toMatchObject({ sealNo: 2, headCount: 1 });
    expect(await store.verifyChain()).toMatchObject({ seals: 2, unsealed: 0, flaws: [] });
  });

  test("that were changed are found, and so is a list of heads that was changed", async () => {
    await store.sealHeads();
    await damage("update log.seal set sealed_at = sealed_at + interval '1 day'");
    expect((await store.verifyChain()).flaws).toEqual([{ kind: "sealTampered", sealNo: 1 }]);
    await damage("update log.seal set sealed_at = sealed_at - interval '1 day'");
    await damage("delete from log.seal_head where stream_ref = $1", [refs[0]]);
    expect((await store.verifyChain()).flaws).toEqual([{ kind: "sealTampered", sealNo: 1 }]);
  });

  test("that were exported and are gone or remade are found", async () => {
    await store.sealHeads();
    const exported = await exportSeals(database.pool);
    expect((await store.verifyChain(exported)).flaws).toEqual([]);
    await damage("delete from log.seal_head");
    await damage("delete from log.seal");
    expect((await store.verifyChain(exported)).flaws).toEqual([{ kind: "sealMissing", sealNo: 1 }]);
  });
});
