// Monthly advances at the bank, under a law with a reference amount: paid once a month, on the page and by the API, and settled by the quarter.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestCounter, testCounter } from "../counter/testing.ts";
import type { DossierEvent, GrantFacts } from "../dossier/index.ts";
import { anApplication } from "../dossier/testing.ts";
import {
  addQuarters,
  assertOk,
  type Clock,
  plainDate as d,
  type EmployerRef,
  type FileRef,
  fixedClock,
  type GrantRef,
  type Instant,
  instant,
  newRef,
  type PersonRef,
  quarter,
  refOf,
} from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import { checkBalance } from "../store/index.ts";
import { createPaymentCounter } from "./payment-counter.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";

const OVO = "OVO999001";
let now: Instant = instant("2026-11-10T09:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };
const anna = { role: "paymentOfficer", ref: "anna" };
const MONTH = d("2026-11-01");

let counter: TestCounter;
let law: Law;
let app: TestApp;
let officer: TestVisitor;
let token = "";
const made: { grantRef: GrantRef; employer: EmployerRef }[] = [];
const payment = () => createPaymentCounter({ ...counter, law, demo: true });

beforeAll(async () => {
  counter = await testCounter({}, clock);
  // A made up amount: the ministerial decision's is not known (OPEN-27).
  law = assertOk(counter.law.withParameters([{ id: "advance.reference", value: "500.00" }]));
  app = testApp({ ...counter, law }, undefined, payment());
  officer = await app.visitor({ role: "paymentOfficer", organisation: OVO });
  token = (await counter.tokens.issue({ role: "paymentOfficer", organisation: OVO, insz: null, person: "anna" }, "test")).token;
  for (let n = 0; n < 3; n += 1) made.push(await aGrant(n));
});
afterAll(() => counter.close());

async function aGrant(n: number) {
  const [person, employer, fileRef, grantRef] = [
    newRef<PersonRef>(),
    newRef<EmployerRef>(),
    newRef<FileRef>(),
    newRef<GrantRef>(),
  ];
  const start = quarter("2026-Q1");
  const facts: GrantFacts = {
    grantRef,
    decidedOn: d("2026-02-01"),
    applicant: "EMPLOYER",
    employerRef: employer,
    personRef: person,
    premiums: "WAGE",
    ticketRef: null,
    package: "P5",
    percentage: null,
    collectivePercentage: null,
    guidanceNeed: "NONE",
    startQuarter: start,
    quarters: 20,
    endQuarter: addQuarters(start, 19),
    switches: {},
    openPoints: [],
    lawVersion: counter.law.version,
    parametersHash: counter.law.parametersHash,
    previousRightRef: null,
    previousMeasure: "NONE",
    supportUntil: null,
    motivation: null,
  };
  const events: DossierEvent[] = [
    {
      type: "ApplicationFiled",
      effectiveOn: d("2026-01-15"),
      payload: anApplication({ employerRef: employer, personRef: person }),
    },
    { type: "GrantDecided", effectiveOn: d("2026-02-01"), payload: facts },
  ];
  await counter.events.append("file", fileRef, 0, events, {
    actor: anna,
    commandId: newRef(),
    recordedAt: instant("2026-02-01T10:00:00.000Z"),
  });
  const iban = ["BE68539007547034", "BE71096123456769", "BE43068999999501"][n] as string;
  await counter.vault.seal([
    { subjectRef: employer, sealedRef: newRef(), kind: "name", content: { name: `Synfirma ${n}` } },
    { subjectRef: employer, sealedRef: newRef(), kind: "account", content: { iban } },
  ]);
  return { grantRef, employer };
}

async function granted(n: number): Promise<string> {
  const { advances } = payment();
  const { advanceRef } = assertOk(await advances.request(made[n]!.grantRef, MONTH, anna));
  assertOk(await advances.do(advanceRef, { type: "GRANT" }, anna));
  return advanceRef;
}

const api = async (method: string, path: string, body?: unknown) => {
  const response = await app.api.request(`/api/v1/payments${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": newRef() },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith("{") ? JSON.parse(text) : null };
};

describe("a month of advances", () => {
  test("is refused while the law gives no amount, and for a month without advances or that has not come", async () => {
    const off = createPaymentCounter({ ...counter, demo: true });
    expect(await off.advanceMonths.make(MONTH, clock.today(), anna)).toMatchObject({
      ok: false,
      error: [{ id: "advance.off", rule: "OPEN-27" }],
    });
    expect(await payment().advanceMonths.make(MONTH, clock.today(), anna)).toMatchObject({
      ok: false,
      error: [{ id: "bank.nothingToPay" }],
    });
    expect((await app.get("/betalingen/voorschotten/maand/2026-12", officer)).status).toBe(404);
    expect((await app.get("/betalingen/voorschotten/maand/november", officer)).status).toBe(404);
    expect((await api("GET", "/advances/months/2026-12")).status).toBe(400);
    expect((await api("POST", "/advances/months/2026-11/batches", { executeOn: "soon" })).status).toBe(400);
  });

  test("goes out in one file, once: on the page, by the API and in the database", async () => {
    await granted(0);
    await granted(1);
    const at = "/betalingen/voorschotten/maand/2026-11";
    expect(await (await app.get("/betalingen/voorschotten", officer)).text()).toContain(at);
    const owed = await (await app.get(at, officer)).text();
    expect(owed).toMatch(/2 voorschotten, samen €\s1\.000,00/);
    expect((await app.post(at, officer, { executeOn: "" })).status).toBe(303);
    const made = await api("POST", "/advances/months/2026-11/batches", {});
    expect([made.status, made.json.payments, made.json.controlSum]).toEqual([201, 2, "1000.00"]);
    const file = await app.post(`${at}/${made.json.id}`, officer);
    const xml = await file.text();
    expect([file.status, xml.match(/<CdtTrfTxInf>/g)?.length]).toEqual([200, 2]);
    expect((await app.post(`${at}/${made.json.id}`, officer)).status).toBe(422);
    expect((await api("POST", `/batches/${made.json.id}/send`)).status).toBe(409);
    expect((await app.post(at, officer, { executeOn: "" })).status).toBe(422);
    const month = await api("GET", "/advances/months/2026-11");
    expect([month.json.owed, month.json.payments.length, month.json.batches.length]).toEqual([0, 2, 1]);
    await expect(
      counter.store.database.pool.query(
        `insert into pay.advance_step select advance_ref, 99, step, at, actor_role, actor_ref, null::uuid, null::uuid, body
         from pay.advance_step where step = 'PAID' limit 1`,
      ),
    ).rejects.toThrow(/advance_month_once/);
  });

  test("takes an advance that is granted later along in a next file of the month", async () => {
    await granted(2);
    const { batch } = assertOk(await payment().advanceMonths.make(MONTH, clock.today(), anna));
    expect([batch.payments, batch.cents]).toEqual([1, 50_000]);
    expect((await payment().advanceMonths.read(MONTH, anna)).payments).toHaveLength(3);
  });

  test("finishes what was cut off between the note and the plan, and pays nobody twice", async () => {
    now = instant("2026-12-10T09:00:00.000Z");
    const december = d("2026-12-01");
    const { advances, advanceMonths } = payment();
    const [first] = await advances.owedIn(december);
    // As if it died after the first advance had noted its month.
    const group = groupOf(december);
    assertOk(await advances.do(first!.advanceRef, { type: "PAY", month: december, batchRef: group }, anna));
    const both = await Promise.all([
      advanceMonths.make(december, clock.today(), anna),
      advanceMonths.make(december, clock.today(), anna),
    ]);
    expect(both.some((one) => one.ok)).toBe(true);
    const { payments, owed } = await advanceMonths.read(december, anna);
    expect([owed, payments.length, payments.reduce((sum, one) => sum + one.cents, 0)]).toEqual([0, 3, 150_000]);
    expect((await checkBalance(counter.store.database.pool)).imbalances).toEqual([]);
  });
});

/** The reference under which a month's first group is kept: what a first, unfinished attempt noted. */
const groupOf = (month: string): string => refOf({ of: "advances", month: month.slice(0, 7), nth: 0 });
