// What employers are told of older rights: warned by the worker, a button or a program, and written to when the right ends or runs on.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lettersOnRights, openFirm, readLetter, registerFirm } from "../counter/index.ts";
import { employerOf, type TestCounter, testCounter, testFirm, testInsz, testKbo } from "../counter/testing.ts";
import { createDossier, type Dossier, type DossierCommand, type OldRightFacts } from "../dossier/index.ts";
import {
  assertOk,
  type EmployerRef,
  type FileRef,
  type GrantRef,
  newRef,
  type PersonRef,
  plainDate,
  quarter,
  type RightRef,
} from "../kernel/index.ts";
import { dossierQueries } from "../store/index.ts";
import { letterHandler } from "./letters.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";
import { warningHandler } from "./transition.ts";
import { runQueue } from "./worker.ts";

const own = testKbo(1);
let counter: TestCounter;
let app: TestApp;
let dossier: Dossier;
let caseHandler: TestVisitor;
let token = "";
let employerRef: EmployerRef;
const log = { warn: () => {}, error: () => {} };
const parts = () => ({ store: counter.store, law: counter.law, clock: counter.clock, demo: false, log });
const writeLetters = () => runQueue(parts(), letterHandler(parts()));
const run = async (command: DossierCommand) =>
  assertOk(await dossier.handle(command, { commandId: newRef(), actor: { role: "caseHandler", ref: "test" } }));

beforeAll(async () => {
  counter = await testCounter({ companies: [testFirm(1)], residences: [], employments: [], mandates: [] });
  const { events, clock, law } = counter;
  dossier = createDossier({ events, queries: dossierQueries(counter.store.database.pool), clock, law: () => law });
  app = testApp(counter);
  const acting = employerOf(own);
  const firm = assertOk((await openFirm(counter, acting, own))!);
  assertOk(await registerFirm(counter, acting, firm, { measure: "IMW", commandId: newRef() }));
  employerRef = assertOk((await openFirm(counter, acting, own))!).employerRef as EmployerRef;
  caseHandler = await app.visitor({ role: "caseHandler", organisation: "OVO999001" });
  ({ token } = await counter.tokens.issue({ role: "caseHandler", organisation: "OVO999001", insz: null }, "test"));
});
afterAll(() => counter.close());

async function recorded(more: Partial<OldRightFacts> = {}): Promise<RightRef> {
  const rightRef = newRef<RightRef>();
  const personRef = newRef<PersonRef>();
  const vop: OldRightFacts = {
    measure: "VOP",
    personRef,
    employerRef,
    startedOn: plainDate("2022-05-10"),
    startQuarter: quarter("2022-Q2"),
    quarters: 20,
    schedule: [
      { throughQuarter: 5, percentage: 40 },
      { throughQuarter: 9, percentage: 30 },
      { throughQuarter: 20, percentage: 20 },
    ],
    endsOn: plainDate("2027-03-31"),
    source: "vop-2023-06",
    ...more,
  };
  await counter.vault.seal([
    { subjectRef: personRef, sealedRef: newRef(), kind: "name", content: { given: "Noor", family: "Synbergmans" } },
  ]);
  await run({ type: "RecordOldRight", rightRef, right: vop });
  return rightRef;
}

const lde = { measure: "LDE_INDIVIDUAL", schedule: [], quarters: null, endsOn: plainDate("2027-02-28") } as const;
const typesOf = async (ref: string) => (await counter.events.read(ref)).map((one) => one.type);
const lettersAbout = async (ref: string) =>
  (await counter.letters.list({ employerRef: employerRef as string })).filter((one) => one.aboutRef === ref);
/** The one letter about a right, as its employer reads it. */
async function letterAbout(rightRef: string): Promise<string> {
  await writeLetters();
  const lines = await lettersAbout(rightRef);
  expect(lines).toMatchObject([{ audience: "APPLICANT", issuer: "DEPARTMENT" }]);
  return JSON.stringify((await readLetter(counter, employerOf(own), lines[0]!.letterRef))?.content?.document);
}

describe("the warning that a trajectory ends (TRANS-31)", () => {
  const warned = async (rightRef: string) => {
    expect((await typesOf(rightRef)).filter((one) => one === "EndWarningGiven")).toHaveLength(1);
    await writeLetters();
    expect((await lettersAbout(rightRef)).map((one) => one.kind)).toEqual(["end-warning"]);
  };

  test("is found by the worker, recorded and written, once", async () => {
    const near = await recorded(lde);
    const far = await recorded({ ...lde, endsOn: plainDate("2027-12-31") });
    for (let twice = 0; twice < 2; twice += 1) await runQueue(parts(), warningHandler(parts(), 0));
    await warned(near);
    expect(await typesOf(far)).toEqual(["OldRightRecorded"]);
  });

  test("is given by a button of the work list, which then says so", async () => {
    const rightRef = await recorded(lde);
    expect(await (await app.get("/overgang/werklijst", caseHandler)).text()).toContain(`value="${rightRef}"`);
    for (let twice = 0; twice < 2; twice += 1)
      expect((await app.post("/overgang/werklijst/waarschuwen", caseHandler, { recht: rightRef })).status).toBe(303);
    const text = await (await app.get("/overgang/werklijst", caseHandler)).text();
    expect([text.includes(`value="${rightRef}"`), text.includes("Gegeven")]).toEqual([false, true]);
    await warned(rightRef);
  });

  test("is given by a program, and refused where there is no such right", async () => {
    const warn = (ref: string, key: string) =>
      app.api.request(`/api/v1/transition/rights/${ref}/warning`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": key },
        body: "{}",
      });
    const rightRef = await recorded(lde);
    expect((await warn(rightRef, newRef())).status).toBe(200);
    expect((await warn(rightRef, newRef())).status).toBe(200);
    expect((await warn(newRef(), newRef())).status).toBe(404);
    await warned(rightRef);
  });
});

describe("a letter about the end of an older right", () => {
  const grantFrom = (startQuarter: string) => ({
    fileRef: newRef<FileRef>(),
    grantRef: newRef<GrantRef>(),
    startQuarter: quarter(startQuarter),
  });
  const decide = (rightRef: RightRef, on: string, outcome: "IMW" | "NO_NEED" | "OLD_CRITERIA", startQuarter = "2024-Q1") =>
    run({
      type: "DecideVopEvaluation",
      rightRef,
      on: plainDate(on),
      outcome,
      ...(outcome === "IMW" && { grant: grantFrom(startQuarter) }),
    });

  test("tells once that the evaluation found no need, and how to contest it", async () => {
    const rightRef = await recorded();
    await run({ type: "RequestVopEvaluation", rightRef, on: plainDate("2026-09-01") });
    await decide(rightRef, "2026-11-02", "NO_NEED");
    expect((await typesOf(rightRef)).slice(-2)).toEqual(["VopEvaluationDecided", "OldRightEnded"]);
    const text = await letterAbout(rightRef);
    for (const said of ["Noor Synbergmans", "2 november 2026", "geen nood aan steun", "IND-25", "TRANS-03", "OPEN-19"])
      expect(text).toContain(said);
  });

  test("tells the same when the right was over by then", async () => {
    const rightRef = await recorded({ endsOn: plainDate("2026-09-30") });
    await run({ type: "RequestVopEvaluation", rightRef, on: plainDate("2026-09-01") });
    await decide(rightRef, "2026-11-02", "NO_NEED");
    const text = await letterAbout(rightRef);
    for (const said of ["30 september 2026", "geen nood aan steun", "2 november 2026"]) expect(text).toContain(said);
  });

  test("tells until when the right runs beside a grant, earlier or later than foreseen", async () => {
    const early = await recorded();
    await run({ type: "RequestVopEvaluation", rightRef: early, on: plainDate("2023-05-02") });
    await decide(early, "2024-02-05", "IMW");
    for (const said of ["31 december 2023", "één maatregel", "TRANS-05"]) expect(await letterAbout(early)).toContain(said);
    const late = await recorded({ endsOn: plainDate("2023-08-15") });
    await run({ type: "RequestVopEvaluation", rightRef: late, on: plainDate("2023-05-02") });
    await decide(late, "2024-02-05", "IMW");
    const text = await letterAbout(late);
    for (const said of ["31 december 2023", "15 augustus 2023", "loopt de steun door", "TRANS-05"]) expect(text).toContain(said);
  });

  test("follows on an end that was recorded, and not on an evaluation that ends nothing", async () => {
    const ended = await recorded();
    await run({ type: "EndOldRight", rightRef: ended, endedOn: plainDate("2026-10-31"), reason: "CONTRACT_ENDED" });
    expect(await letterAbout(ended)).toContain("de arbeidsovereenkomst is beëindigd");
    const kept = await recorded();
    await run({ type: "RequestVopEvaluation", rightRef: kept, on: plainDate("2023-03-30") });
    await decide(kept, "2023-06-01", "OLD_CRITERIA");
    await writeLetters();
    expect(await lettersAbout(kept)).toEqual([]);
  });

  test("goes to the self-employed person whose VOP ends", async () => {
    const personRef = newRef<PersonRef>();
    const schedule = [
      { throughQuarter: 5, percentage: 40 },
      { throughQuarter: 20, percentage: 20 },
    ];
    const insz = testInsz(1);
    await counter.vault.seal(
      [{ subjectRef: personRef, sealedRef: newRef(), kind: "name", content: { given: "Noor", family: "Synbergmans" } }],
      [{ subjectRef: personRef, kind: "insz", value: insz }],
    );
    const rightRef = await recorded({ personRef, employerRef: null, schedule });
    await run({ type: "EndOldRight", rightRef, endedOn: plainDate("2026-10-31"), reason: "TERM_OVER" });
    await writeLetters();
    const { rows } = await counter.store.database.pool.query<{ letterRef: string }>(
      'select letter_ref as "letterRef" from vault.letter where about_ref = $1',
      [rightRef],
    );
    expect(rows).toHaveLength(1);
    const self = { role: "selfEmployed", actorRef: "self", organisation: "", insz } as const;
    const read = await readLetter(counter, self, rows[0]!.letterRef);
    expect(JSON.stringify(read?.content?.document)).toContain(
      "Uw steun (Vlaamse ondersteuningspremie) loopt tot en met 31 oktober 2026",
    );
  });
});

describe("the letters about older rights of an enterprise", () => {
  const warnedAndEnded = async () => {
    const warned = await recorded(lde);
    assertOk(
      await dossier.handle(
        { type: "WarnOfEnd", rightRef: warned, on: counter.clock.today() },
        { commandId: newRef(), actor: { role: "caseHandler", ref: "test" } },
      ),
    );
    const ended = await recorded();
    await run({ type: "EndOldRight", rightRef: ended, endedOn: plainDate("2026-10-31"), reason: "CONTRACT_ENDED" });
    await writeLetters();
    const lineOf = async (ref: string) => (await lettersAbout(ref))[0]!;
    return [await lineOf(warned), await lineOf(ended)] as const;
  };
  const asked = (bearer: string, query = "") =>
    app.api.request(`/api/v1/older-rights/documents${query}`, { headers: { authorization: `Bearer ${bearer}` } });
  const tokenOf = async (role: "employer" | "payrollOffice" | "vdabAdviser", organisation: string) =>
    (await counter.tokens.issue({ role, organisation, insz: null }, "test")).token;

  test("stand on its page of older measures, each with its worker, and open there", async () => {
    const lines = await warnedAndEnded();
    const employer = await app.visitor({ role: "employer", organisation: own });
    const text = await (await app.get(`/loket/${own}/oude-maatregelen`, employer)).text();
    for (const { letterRef, reference } of lines) {
      expect(text).toContain(`/documenten/${letterRef}`);
      expect(text).toContain(reference);
      expect((await app.get(`/documenten/${letterRef}`, employer)).status).toBe(200);
    }
    expect(text).toContain("Noor Synbergmans");
    // Another enterprise sees neither the page nor a letter.
    const other = await app.visitor({ role: "employer", organisation: testKbo(2) });
    expect((await app.get(`/loket/${own}/oude-maatregelen`, other)).status).toBe(404);
    expect((await app.get(`/documenten/${lines[0].letterRef}`, other)).status).toBe(404);
  });

  test("are given to its program, newest first, and to no other", async () => {
    const lines = await warnedAndEnded();
    const { items } = (await (await asked(await tokenOf("employer", own))).json()) as {
      items: { id: string; kind: string; right: string; issuedAt: string }[];
    };
    for (const { letterRef, kind, aboutRef } of lines)
      expect(items.find((one) => one.id === letterRef)).toMatchObject({ kind, right: aboutRef });
    expect(items.every((one) => one.kind === "end-warning" || one.kind === "right-ended")).toBe(true);
    expect(items.map((one) => one.issuedAt)).toEqual(
      items
        .map((one) => one.issuedAt)
        .sort()
        .toReversed(),
    );

    expect(await (await asked(await tokenOf("employer", testKbo(2)))).json()).toEqual({ items: [] });
    expect((await asked(await tokenOf("employer", testKbo(2)), `?enterpriseNumber=${own}`)).status).toBe(404);
    expect((await asked(await tokenOf("payrollOffice", testKbo(3)), `?enterpriseNumber=${own}`)).status).toBe(404);
    expect((await asked(await tokenOf("payrollOffice", testKbo(3)))).status).toBe(400);
    expect((await asked(await tokenOf("vdabAdviser", "OVO999002"))).status).toBe(403);
    expect((await app.api.request("/api/v1/older-rights/documents")).status).toBe(401);
  });

  test("about the own right of a self-employed person are on that person's list, and on no employer's", async () => {
    const insz = testInsz(2);
    const personRef = newRef<PersonRef>();
    await counter.vault.seal([], [{ subjectRef: personRef, kind: "insz", value: insz }]);
    const schedule = [
      { throughQuarter: 5, percentage: 40 },
      { throughQuarter: 20, percentage: 20 },
    ];
    const rightRef = await recorded({ personRef, employerRef: null, schedule });
    await run({ type: "EndOldRight", rightRef, endedOn: plainDate("2026-10-31"), reason: "TERM_OVER" });
    await writeLetters();
    const firm = assertOk((await openFirm(counter, employerOf(own), own))!);
    const self = { role: "selfEmployed", actorRef: "self", organisation: own, insz } as const;
    const about = async (acting: Parameters<typeof lettersOnRights>[1]) =>
      (await lettersOnRights(counter, acting, firm)).filter((one) => one.aboutRef === rightRef).map((one) => one.kind);
    expect(await about(self)).toEqual(["right-ended"]);
    expect(await about(employerOf(own))).toEqual([]);
  });
});
