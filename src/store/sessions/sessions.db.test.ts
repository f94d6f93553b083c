import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LoggedInSession } from "../../access/index.ts";
import { type Clock, epochMillisecondsOf, instant, instantFromEpochMilliseconds, plainDate } from "../../kernel/index.ts";
import type { Database } from "../database.ts";
import { testDatabase } from "../testing.ts";
import { sessionStore, sweepSessions } from "./sessions.ts";

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

function movingClock() {
  let at = epochMillisecondsOf(instant("2024-03-15T10:00:00.000Z"));
  const clock: Clock = { now: () => instantFromEpochMilliseconds(at), today: () => plainDate("2024-03-15") };
  const wait = (ms: number) => {
    at += ms;
  };
  return { clock, wait };
}

const content: LoggedInSession = {
  kind: "session",
  principal: {
    subject: "s1",
    givenName: "An",
    familyName: "Voorbeeld",
    insz: null,
    capacity: "GID",
    organisation: null,
    roles: [{ role: "caseHandler", organisation: "OVO000001" }],
  },
  active: { role: "caseHandler", organisation: "OVO000001" },
  idToken: "t",
  formKey: "k",
};
const lifetimes = { pendingMs: 1_000, idleMs: 600_000, totalMs: 3_600_000 };

describe("a session", () => {
  it("opens with its own token only, and the table neither holds the token nor the name", async () => {
    const store = sessionStore(db.pool, movingClock().clock, lifetimes);
    const token = await store.create(content, "s1");
    expect(await store.read(token)).toEqual(content);
    expect(await store.read(`${token}x`)).toBeNull();
    const { rows } = await db.pool.query("select session_id, encode(body, 'escape') as body from ops.session");
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain("Voorbeeld");
  });

  it("ends without use: alive just before, gone at the moment itself; use moves it, not past its last moment", async () => {
    const { clock, wait } = movingClock();
    const store = sessionStore(db.pool, clock, lifetimes);
    const idle = await store.create(content, null);
    wait(lifetimes.idleMs);
    expect(await store.read(idle)).toBeNull();
    const used = await store.create(content, null);
    for (let spent = 0; spent < lifetimes.totalMs - lifetimes.idleMs; spent += lifetimes.idleMs - 1) {
      wait(lifetimes.idleMs - 1);
      expect(await store.read(used)).toEqual(content);
    }
    wait(lifetimes.idleMs - 1);
    expect(await store.read(used)).toBeNull();
  });

  it("changes its token when it changes, so that a token set by someone else is worth nothing after login", async () => {
    const store = sessionStore(db.pool, movingClock().clock, lifetimes);
    const before = await store.create({ kind: "pending", state: "a", nonce: "b", codeVerifier: "c", returnTo: "/" }, null);
    const after = await store.rotate(before, content, "s1");
    expect(after).not.toBe(before);
    expect(await store.read(before)).toBeNull();
    expect(await store.read(after)).toEqual(content);
  });

  it("ends everywhere at once for one login, and leaves other logins alone", async () => {
    const store = sessionStore(db.pool, movingClock().clock, lifetimes);
    const [one, two, other] = [
      await store.create(content, "everywhere"),
      await store.create(content, "everywhere"),
      await store.create(content, "else"),
    ];
    expect(await store.endAll("everywhere")).toBe(2);
    expect([await store.read(one), await store.read(two)]).toEqual([null, null]);
    expect(await store.read(other)).toEqual(content);
  });

  it("opens nothing when its row was tampered with", async () => {
    const store = sessionStore(db.pool, movingClock().clock, lifetimes);
    const token = await store.create(content, "tampered");
    await db.pool.query("update ops.session set body = set_byte(body, 40, (get_byte(body, 40) + 1) % 256)");
    expect(await store.read(token)).toBeNull();
  });

  it("is swept away once it has expired", async () => {
    await db.pool.query("delete from ops.session");
    const { clock, wait } = movingClock();
    const store = sessionStore(db.pool, clock, lifetimes);
    await store.create(content, null);
    expect(await sweepSessions(db.pool, clock)).toBe(0);
    wait(lifetimes.idleMs);
    expect(await sweepSessions(db.pool, clock)).toBe(1);
  });
});
