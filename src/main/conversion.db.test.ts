// Earlier rights to VOP turned into tickets in a batch: tried out first, once per right, stopped and begun again, and told by letter.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Acting, runConversions, startConversions, tryConversions } from "../counter/index.ts";
import { FLANDERS, type TestCounter, testCounter, testKbo } from "../counter/testing.ts";
import { evolvePerson, NO_PERSON, type PersonEvent, type TransitionMeasure, validTickets } from "../dossier/index.ts";
import { newRef, type PersonRef, plainDate, quarterOf } from "../kernel/index.ts";
import { letterHandler } from "./letters.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";
import { runQueue } from "./worker.ts";

const TODAY = plainDate("2026-11-23");
const VDAB = "OVO999002";
const acting: Acting = { role: "vdabAdviser", actorRef: "test", organisation: VDAB, insz: null };

let counter: TestCounter;
let app: TestApp;
let adviser: TestVisitor;
beforeAll(async () => {
  counter = await testCounter({});
  app = testApp(counter);
  adviser = await app.visitor({ role: "vdabAdviser", organisation: VDAB });
});
afterAll(() => counter.close());

const meta = () => ({ actor: { role: "test", ref: "test" }, commandId: newRef() });

/** Somebody with an older right that began on the day, as carried over; with an evaluation that waits when `asked`. */
async function holder(
  measure: TransitionMeasure,
  { startedOn = "2024-01-01", endsOn = "2027-12-31", asked = false } = {},
): Promise<PersonRef> {
  const personRef = newRef<PersonRef>();
  const born = { sex: "F", bornIn: "1985-04", ...FLANDERS };
  await counter.events.append(
    "person",
    personRef,
    0,
    [{ type: "PersonRegistered", effectiveOn: TODAY, payload: born as never }],
    meta(),
  );
  const payload = {
    measure,
    personRef,
    employerRef: newRef(),
    startedOn: plainDate(startedOn),
    startQuarter: quarterOf(plainDate(startedOn)),
    quarters: 20,
    schedule: [],
    endsOn: plainDate(endsOn),
    source: "vop-2023-06",
  };
  const recorded = { type: "OldRightRecorded", effectiveOn: plainDate(startedOn), payload };
  const request = { type: "VopEvaluationRequested", effectiveOn: TODAY, payload: { requestedOn: TODAY } };
  await counter.events.append("right", newRef(), 0, asked ? [recorded, request] : [recorded], meta());
  return personRef;
}

async function ticketsOf(personRef: PersonRef) {
  const events = (await counter.events.read(personRef)) as unknown as readonly PersonEvent[];
  return validTickets(
    events.reduce((state, event) => evolvePerson(state, event), NO_PERSON),
    "INDIVIDUAL",
    TODAY,
  );
}

describe("a batch of conversions", () => {
  let lasting: PersonRef;
  let temporary: PersonRef;
  let evaluated: PersonRef;
  const batchRef = newRef();

  test("says first what it would do, and does nothing by that", async () => {
    lasting = await holder("VOP");
    temporary = await holder("TVOP");
    evaluated = await holder("VOP", { asked: true });
    await holder("VOP", { endsOn: "2026-11-22" });
    await holder("LDE_INDIVIDUAL");
    const tried = await tryConversions(counter.vdab, batchRef);
    const outcomes = new Map(tried.map((line) => [line.personRef, line]));
    expect(tried).toHaveLength(3);
    expect(outcomes.get(lasting)?.outcome).toBe("GIVEN");
    expect(outcomes.get(temporary)?.outcome).toBe("GIVEN");
    expect(outcomes.get(evaluated)).toMatchObject({ outcome: "ONE_BY_ONE", reasons: ["TRANS-05"] });
    expect(await ticketsOf(lasting)).toEqual([]);
  });

  test("begins only once, and cannot be worked before it began", async () => {
    expect(await runConversions(counter.vdab, acting, batchRef)).toBeNull();
    await startConversions(counter.vdab, acting, batchRef);
    await startConversions(counter.vdab, acting, batchRef);
    expect(await counter.vdab.conversions.list(10)).toHaveLength(1);
    // A batch of one kind is not one of the other.
    expect(await counter.vdab.catchUps.read(batchRef)).toBeNull();
    expect(await counter.vdab.catchUps.list(10)).toEqual([]);
  });

  test("stopped after one person and begun again, does the rest, and each right once", async () => {
    const first = await runConversions(counter.vdab, acting, batchRef, 1);
    expect([first?.lines.length, first?.finished]).toEqual([1, false]);
    const rest = await runConversions(counter.vdab, acting, batchRef);
    expect(rest).toMatchObject({ finished: true, batch: { counts: { GIVEN: 2, ONE_BY_ONE: 1, SKIPPED: 0 } } });
    expect(await ticketsOf(lasting)).toMatchObject([
      { origin: "CONVERSION", needDuration: "LASTING", package: "P5", indicationRef: null },
    ]);
    expect(await ticketsOf(temporary)).toMatchObject([{ origin: "CONVERSION", needDuration: "TEMPORARY", package: "T2" }]);
    expect(await ticketsOf(evaluated)).toEqual([]);
    const again = newRef();
    await startConversions(counter.vdab, acting, again);
    const nothing = await runConversions(counter.vdab, acting, again);
    expect(nothing?.batch.counts).toEqual({ GIVEN: 0, ONE_BY_ONE: 1, SKIPPED: 0 });
    expect(await ticketsOf(lasting)).toHaveLength(1);
  });

  test("killed between the ticket and its note, gives no second ticket", async () => {
    const person = await holder("VOP");
    const ref = newRef();
    await startConversions(counter.vdab, acting, ref);
    const conversions = { ...counter.vdab.conversions, note: async () => Promise.reject(new Error("killed")) };
    await expect(runConversions({ ...counter.vdab, conversions }, acting, ref)).rejects.toThrow("killed");
    expect(await ticketsOf(person)).toHaveLength(1);
    const after = await runConversions(counter.vdab, acting, ref);
    expect(after?.finished).toBe(true);
    expect(await ticketsOf(person)).toHaveLength(1);
  });

  test("tells each person by letter", async () => {
    const parts = { store: counter.store, clock: counter.clock, log: { warn: () => {}, error: () => {} } };
    await runQueue(parts, letterHandler({ store: counter.store, law: counter.law, clock: counter.clock, demo: false }));
    expect((await counter.vdab.letters.list({ personRef: lasting })).map((one) => one.kind)).toEqual(["vop-conversion"]);
    expect(await counter.vdab.letters.list({ personRef: evaluated })).toEqual([]);
  });
});

describe("the doors", () => {
  test("the page begins, tries out, works and reports; who may not, cannot", async () => {
    const person = await holder("VOP");
    const groep = newRef();
    const start = await (await app.get("/vdab/vop/groepen", adviser)).text();
    expect(start).toContain("Rechten op VOP omzetten in groep");
    await app.post("/vdab/vop/groepen", adviser, { groep });
    const trial = await (await app.get(`/vdab/vop/groepen/${groep}?proef=ja`, adviser)).text();
    expect(trial).toContain("Er is niets opgenomen");
    expect(await ticketsOf(person)).toEqual([]);
    expect((await app.post(`/vdab/vop/groepen/${groep}`, adviser)).status).toBe(303);
    expect(await ticketsOf(person)).toHaveLength(1);
    expect(await (await app.get(`/vdab/vop/groepen/${groep}`, adviser)).text()).toContain("Iedereen van deze groep is bekeken");
    expect((await app.get(`/vdab/vop/groepen/${newRef()}`, adviser)).status).toBe(404);
    expect((await app.get("/vdab/vop/groepen/x", adviser)).status).toBe(404);
    const employer = await app.visitor({ role: "employer", organisation: testKbo(1) });
    expect((await app.post("/vdab/vop/groepen", employer, { groep: newRef() })).status).toBe(403);
  });

  test("a program does the same, and learns of a batch that is not there", async () => {
    const { token } = await counter.tokens.issue({ role: "vdabAdviser", organisation: VDAB, insz: null }, "test");
    const api = (path: string, method = "GET") =>
      app.api.request(`/api/v1/vdab/conversions${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(path === "" ? { "idempotency-key": "conversion-of-a-test" } : {}) },
      });
    const person = await holder("TVOP");
    const made = await api("", "POST");
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    expect(await (await api("", "POST")).json()).toMatchObject({ id });
    const tried = (await (await api(`/${id}/try`)).json()) as { lines: readonly { personRef: string; outcome: string }[] };
    expect(tried.lines).toContainEqual({ personRef: person, outcome: "GIVEN", reasons: [] });
    expect(await (await api(`/${id}/portions`, "POST")).json()).toMatchObject({ finished: true });
    expect(await (await api(`/${id}`)).json()).toMatchObject({ id, counts: { GIVEN: 1 } });
    for (const path of [`/${newRef()}`, "/x", `/${newRef()}/try`]) expect((await api(path)).status).toBe(404);
    expect((await api(`/${newRef()}/portions`, "POST")).status).toBe(404);
  });
});
