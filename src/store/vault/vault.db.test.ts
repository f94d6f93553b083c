import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Clock, fixedClock, instant, newRef } from "../../kernel/index.ts";
import { projectPayload } from "../fixtures.ts";
import { createStore, type Store } from "../store.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { accessesBy, accessesOf } from "./access-log.ts";
import { masterKeyFrom } from "./master-key.ts";
import { IdentifierTaken } from "./subject-vault.ts";

let database: TestDatabase;
let store: Store;
const clock: Clock = fixedClock("2024-05-01T10:00:00.000Z");
const purpose = { actor: { role: "department.handler", ref: "h1" }, organisation: "0316380841", purpose: "file.handle" };

beforeAll(async () => {
  database = await testDatabase();
  store = createStore({ database, clock, project: projectPayload, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
});
afterAll(() => database.close());

async function person(first: string, last: string, number = newRef()): Promise<string> {
  const subjectRef = newRef();
  await store.vault.seal(
    [
      { subjectRef, sealedRef: newRef(), kind: "name", content: { first, last } },
      { subjectRef, sealedRef: newRef(), kind: "account", content: "BE68539007547034" },
    ],
    [
      { subjectRef, kind: "name", value: `${first} ${last}` },
      { subjectRef, kind: "insz", value: number },
    ],
  );
  return subjectRef;
}

describe("the vault", () => {
  test("gives back what was sealed, and writes down who looked, for whom and why", async () => {
    const ref = await person("Zoë", "Van Hée");
    const [name] = await store.vault.open(ref, purpose, ["name"]);
    expect(name).toMatchObject({ kind: "name", content: { first: "Zoë", last: "Van Hée" }, recordedAt: clock.now() });
    expect(await store.vault.open(ref, purpose)).toHaveLength(2);
    const accesses = await accessesOf(database.pool, ref);
    expect(accesses.map((a) => [...a.kinds].sort())).toEqual(expect.arrayContaining([["name"], ["account", "name"]]));
    expect(accesses[0]).toMatchObject({
      actorRole: "department.handler",
      organisation: "0316380841",
      purpose: "file.handle",
      accessedAt: clock.now(),
    });
    expect((await accessesBy(database.pool, "h1")).length).toBeGreaterThanOrEqual(2);
  });

  test("finds a subject by identifier however it is written, and by the first letters of the words of a name", async () => {
    const ref = await person("Jean-Luc", "Ölmez De Ridder", "85073003328");
    expect(await store.vault.findByIdentifier("insz", "85.07.30-033.28")).toBe(ref);
    expect(await store.vault.findByIdentifier("kbo", "85073003328")).toBeNull();
    for (const typed of ["olm", "ÖLMEZ", "ridder jean", "luc de", "olme rid"])
      expect(await store.vault.findByName(typed, 10)).toContain(ref);
    for (const typed of ["olmezz x", "rad", "", "..."]) expect(await store.vault.findByName(typed, 10)).not.toContain(ref);
  });

  test("a name that changes is found by the new one alone", async () => {
    const ref = await person("An", "Janssens");
    await store.vault.seal([], [{ subjectRef: ref, kind: "name", value: "An Willems" }]);
    expect(await store.vault.findByName("willems", 10)).toContain(ref);
    expect(await store.vault.findByName("janssens", 10)).not.toContain(ref);
  });

  test("one identifier belongs to one subject; what came with it is not kept", async () => {
    const first = await person("A", "B", "11111111111");
    const second = newRef();
    const attempt = store.vault.seal(
      [{ subjectRef: second, sealedRef: newRef(), kind: "name", content: "C" }],
      [{ subjectRef: second, kind: "insz", value: "11111111111" }],
    );
    await expect(attempt).rejects.toThrow(IdentifierTaken);
    await expect(attempt).rejects.toMatchObject({ subjectRef: first });
    expect(await store.vault.open(second, purpose)).toEqual([]);
  });

  test("after its key is destroyed nothing of a subject opens, is found or can be added, and the erasure is on record", async () => {
    const ref = await person("Weg", "Gewist", "22222222222");
    await store.vault.destroyKey(ref, "request of the person");
    await store.vault.destroyKey(ref, "again");
    expect(await store.vault.open(ref, purpose)).toEqual([]);
    expect(await store.vault.findByIdentifier("insz", "22222222222")).toBeNull();
    expect(await store.vault.findByName("gewist", 10)).toEqual([]);
    await expect(store.vault.seal([{ subjectRef: ref, sealedRef: newRef(), kind: "name", content: "X" }])).rejects.toThrow(
      /erased/,
    );
    const { rows } = await database.pool.query("select reason from log.erasure where subject_ref = $1", [ref]);
    expect(rows).toEqual([{ reason: "request of the person" }]);
    const key = await database.pool.query("select sealed_key from vault.subject_key where subject_ref = $1", [ref]);
    expect(key.rows).toEqual([{ sealed_key: null }]);
  });

  test("with another master key refuses and names both", async () => {
    const ref = await person("D", "E");
    const other = createStore({ database, clock, project: projectPayload, masterKey: masterKeyFrom(Buffer.alloc(32, 8)) });
    await expect(other.vault.open(ref, purpose)).rejects.toThrow(
      /were sealed with master key [0-9a-f]{16}; the key that is set is/,
    );
    expect(await other.vault.findByName("eee", 10)).toEqual([]);
    const item = { sealedRef: newRef(), kind: "name", content: "X" };
    await expect(other.vault.seal([{ ...item, subjectRef: newRef() }])).rejects.toThrow(/were sealed with master key/);
    const bulk = [{ subjectRef: newRef(), recordedAt: clock.now(), items: [item], lookups: [] }];
    await expect(other.bulkSeal(bulk)).rejects.toThrow(/were sealed with master key/);
  });

  test("sealed text that was moved to another subject, reference or kind does not open", async () => {
    const [one, two] = [await person("F", "G"), await person("H", "I")];
    await database.asSuperuser((client) =>
      client.query(
        "update vault.sealed set ciphertext = (select ciphertext from vault.sealed where subject_ref = $1 and kind = 'name') where subject_ref = $2 and kind = 'name'",
        [one, two],
      ),
    );
    await expect(store.vault.open(two, purpose, ["name"])).rejects.toThrow(/authenticate/);
    await database.asSuperuser((client) =>
      client.query("update vault.sealed set kind = 'note' where subject_ref = $1 and kind = 'account'", [one]),
    );
    await expect(store.vault.open(one, purpose, ["note"])).rejects.toThrow(/authenticate/);
  });
});

describe("sealing in bulk", () => {
  test("opens and is found like what was sealed one by one", async () => {
    const subjects = Array.from({ length: 500 }, (_, i) => ({
      subjectRef: newRef(),
      recordedAt: instant("2020-01-01T00:00:00.000Z"),
      items: [{ sealedRef: newRef(), kind: "name", content: { first: "Bulk", last: `Naam${i}` } }],
      lookups: [
        { kind: "name" as const, value: `Bulk Naam${i}` },
        { kind: "kbo" as const, value: `0${String(900000000 + i)}` },
      ],
    }));
    expect(await store.bulkSeal(subjects)).toBe(500);
    const last = subjects[499]!;
    expect(await store.vault.findByIdentifier("kbo", "0900.000.499")).toBe(last.subjectRef);
    expect(await store.vault.findByName("bulk naam4", 1000)).toHaveLength(111);
    expect((await store.vault.open(last.subjectRef, purpose))[0]!.content).toEqual({ first: "Bulk", last: "Naam499" });
  });
});
