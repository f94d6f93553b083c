// The retention clock with a made-up period: the law's own is not known.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDossier, projection } from "../../src/dossier/index.ts";
import { grantedEvents, inGhent } from "../../src/dossier/testing.ts";
import { asRef, assertOk, type Clock, fixedClock, instant, newRef, type PersonRef, plainDate } from "../../src/kernel/index.ts";
import type { Law } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { applyRetention, retentionHandler, retentionOf } from "../../src/main/retention.ts";
import { createStore, dossierQueries, masterKeyFrom, type Store } from "../../src/store/index.ts";
import { type TestDatabase, testDatabase } from "../../src/store/testing.ts";

const law = openLaw();
const tenYears: Law = assertOk(law.withParameters([{ id: "retention.years", value: "10" }]));
const then = fixedClock(instant("2024-02-01T10:00:00.000Z"));
const at = (day: string): Clock => fixedClock(instant(`${day}T10:00:00.000Z`));
const reader = { actor: { role: "system", ref: "test" }, organisation: "", purpose: "test" };

let database: TestDatabase;
const storeAt = (clock: Clock): Store =>
  createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A person with a name in the vault, registered on 1 February 2024. */
async function person(): Promise<PersonRef> {
  const personRef = newRef<PersonRef>();
  const store = storeAt(then);
  const dossier = createDossier({ events: store.events, queries: dossierQueries(database.pool), clock: then, law: () => law });
  const on = plainDate("2024-02-01");
  const command = { type: "RegisterPerson" as const, personRef, on, sex: "F" as const, bornIn: "1990-05", residence: inGhent };
  assertOk(
    await dossier.handle(command, {
      commandId: newRef(),
      actor: { role: "test", ref: "test" },
      sealed: [{ subjectRef: personRef, sealedRef: newRef(), kind: "name", content: { given: "Noor" } }],
    }),
  );
  return personRef;
}

const nameOf = (personRef: PersonRef) => storeAt(then).vault.open(personRef, reader, ["name"]);

describe("the retention clock", () => {
  test("does not run while the law's period is not known, and says which value is missing", async () => {
    const parts = { law, clock: at("2099-01-01"), store: storeAt(then) };
    const found = await retentionOf(parts);
    expect(found.ok).toBe(false);
    expect(!found.ok && found.error.message.en).toMatch(/retention/i);
    const personRef = await person();
    await retentionHandler({ ...parts, log: { info: () => {} } as never }).work({} as never, {} as never);
    expect(await nameOf(personRef)).toHaveLength(1);
  });

  test("erases the day after the period is over, and not on its last day", async () => {
    const personRef = await person();
    const on = (day: string) => ({ law: tenYears, clock: at(day), store: storeAt(at(day)) });
    expect(assertOk(await retentionOf(on("2034-02-01"))).overdue).not.toContain(personRef);
    expect(assertOk(await retentionOf(on("2034-02-02"))).overdue).toContain(personRef);
    expect(assertOk(await applyRetention(on("2034-02-02")))).toBeGreaterThan(0);
    expect(await nameOf(personRef)).toEqual([]);
    const { rows } = await database.pool.query<{ reason: string }>("select reason from log.erasure where subject_ref = $1", [
      personRef,
    ]);
    expect(rows).toEqual([{ reason: "retention.years: nothing recorded since 2024-02-02" }]);
    expect(assertOk(await applyRetention(on("2034-02-02")))).toBe(0);
  });

  test("waits for who has a grant that still ran, and for who was seen since", async () => {
    const [granted, seen] = [await person(), await person()];
    const events = grantedEvents(law, { personRef: granted, employerRef: newRef() });
    await storeAt(then).events.bulkAppend([
      {
        streamKind: "file",
        streamRef: newRef() as string,
        batches: [{ recordedAt: then.now(), actor: reader.actor, commandId: newRef() as string, events }],
      },
    ]);
    await storeAt(at("2030-06-01")).vault.seal([
      { subjectRef: seen, sealedRef: newRef(), kind: "name", content: { given: "Noor" } },
    ]);
    const on = (day: string) => ({ law: tenYears, clock: at(day), store: storeAt(at(day)) });
    const overdue = assertOk(await retentionOf(on("2034-06-01"))).overdue;
    expect([overdue.includes(asRef<PersonRef>(granted)), overdue.includes(seen)]).toEqual([false, false]);
    // The grant's last quarter is the fourth of 2028.
    const later = assertOk(await retentionOf(on("2039-01-02"))).overdue;
    expect([later.includes(granted), later.includes(seen)]).toEqual([true, false]);
    expect(assertOk(await retentionOf(on("2040-06-02"))).overdue).toContain(seen);
  });
});
