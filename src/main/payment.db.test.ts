// The payment counter through pages and API: four eyes, nothing twice, frozen results, blocks, recoveries, samples, and bad input.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestCounter, testCounter } from "../counter/testing.ts";
import type { DossierEvent, GrantFacts } from "../dossier/index.ts";
import { anApplication } from "../dossier/testing.ts";
import {
  addQuarters,
  type Clock,
  cents,
  plainDate as d,
  type EmployerRef,
  type FileRef,
  fixedClock,
  type GrantRef,
  instant,
  newRef,
  type PersonRef,
  quarter,
  quarterIndexNumber,
} from "../kernel/index.ts";
import { storeGraph } from "../law/index.ts";
import { createPayment } from "./payment.ts";
import { createPaymentCounter } from "./payment-counter.ts";
import { runHandler } from "./run-work.ts";
import { ORIGIN, type TestApp, type TestVisitor, testApp } from "./testing/app.ts";
import { runQueue } from "./worker.ts";

const Q = quarter("2026-Q3");
const number = quarterIndexNumber(Q);
const OVO = "OVO999001";
let now = instant("2026-11-26T09:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };

let counter: TestCounter;
let app: TestApp;
let officer: TestVisitor;
let approver: TestVisitor;
let auditor: TestVisitor;
const made: { grantRef: GrantRef; employer: EmployerRef; person: PersonRef }[] = [];

beforeAll(async () => {
  counter = await testCounter({}, clock);
  app = testApp(counter);
  officer = await app.visitor({ role: "paymentOfficer", organisation: OVO });
  approver = await app.visitor({ role: "paymentApprover", organisation: OVO });
  auditor = await app.visitor({ role: "auditor", organisation: OVO });
  await createPayment(counter).ports.graphs.keep(storeGraph(counter.law.graph));
  for (let n = 0; n < 6; n += 1) made.push(await aGrant(n));
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
  const { law } = counter;
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
    lawVersion: law.version,
    parametersHash: law.parametersHash,
    previousRightRef: null,
    previousMeasure: "NONE",
    supportUntil: null,
    motivation: null,
  };
  const filed = anApplication({ employerRef: employer, personRef: person, filedOn: d("2026-01-15") });
  const events: DossierEvent[] = [
    { type: "ApplicationFiled", effectiveOn: d("2026-01-15"), payload: filed },
    { type: "GrantDecided", effectiveOn: d("2026-02-01"), payload: facts },
  ];
  await counter.store.events.append("file", fileRef, 0, events, {
    actor: { role: "caseHandler", ref: "karel" },
    commandId: newRef(),
    recordedAt: instant("2026-02-01T10:00:00.000Z"),
    sealed: [{ subjectRef: employer, sealedRef: newRef(), kind: "name", content: { name: `Synfirma ${n}` } }],
  });
  await attest(`A-${n}`, 0, { person, employer }, 900_000);
  return { grantRef, employer, person };
}

/** A version of an attest of the quarter. */
async function attest(attestNo: string, version: number, of: { person: string; employer: string }, gross: number) {
  await createPayment(counter).ports.attests.take([
    {
      attestNo,
      version,
      status: version === 0 ? 0 : 1,
      personRef: of.person,
      employerRef: of.employer,
      quarter: number,
      grossCents: cents(gross),
      contributionCents: cents(225_000),
      reductionCents: cents(60_000),
      contractualFraction: 10_000,
      performedFraction: null,
      inServiceFrom: null,
      inServiceUntil: null,
      source: "DMFA",
      remunerations: null,
      receivedAt: now,
    },
  ]);
}

const work = () =>
  runQueue({ store: counter.store, clock, log: { warn: () => {}, error: () => {} } as never }, runHandler(counter));
const tokens = new Map<string, string>();
async function call(
  role: "paymentOfficer" | "paymentApprover" | "auditor",
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const token =
    tokens.get(role) ??
    (await counter.tokens.issue({ role, organisation: OVO, insz: null, person: `person-${role}` }, "test")).token;
  tokens.set(role, token);
  const response = await app.api.request(`/api/v1/payments${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": newRef(), ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: text.startsWith("{") ? JSON.parse(text) : null };
}
const page = async (path: string, as: TestVisitor) => (await app.get(path, as)).text();

describe("a run on the pages", () => {
  let run = "";

  test("starts, is calculated beside the page, and shows what it would book", async () => {
    const started = await app.post("/betalingen/runs", officer, { quarter: "2026-K3", correctFrom: "" });
    expect(started.status).toBe(303);
    run = started.headers.get("location") ?? "";
    expect(await page(run, officer)).toContain("Proefberekening maken");
    expect((await app.post(`${run}/berekenen`, officer)).status).toBe(303);
    const busy = await app.get(run, officer);
    expect(busy.headers.get("refresh")).toBe("3");
    expect(await busy.text()).toContain("U mag ze sluiten");
    expect(await work()).toBe(1);
    const shown = await page(run, officer);
    for (const words of ["Vergeleken", "Uitschieters", "Zonder aangifte", "Verschil met raming", "Andere persoon moet"])
      expect(shown.toLowerCase()).toContain(words.toLowerCase());
  });

  test("is refused to a second start, to a quarter that is not over, and to nonsense, with what to do", async () => {
    const again = await app.post("/betalingen/runs", officer, { quarter: "2026-K3", correctFrom: "" });
    expect([again.status, (await again.text()).includes("Er loopt al een run")]).toEqual([422, true]);
    const early = await app.post("/betalingen/runs", officer, { quarter: "2026-K4", correctFrom: "" });
    expect(await early.text()).toContain("Dit kwartaal is nog niet voorbij");
    expect((await app.post("/betalingen/runs", officer, { quarter: "soon", correctFrom: "" })).status).toBe(422);
  });

  test("is not approved by who started it, on the page or in the database", async () => {
    const both = await app.visitor({ role: "paymentApprover", organisation: OVO });
    const own = await createPayment(counter).runs.list(1);
    const asStarter = await createPayment(counter).runs.approve(own[0]!.runRef, own[0]!.startedBy);
    expect(asStarter).toMatchObject({ ok: false, error: [{ id: "run.ownRun" }] });
    await expect(
      counter.store.database.pool.query(
        "insert into pay.run_step (run_ref, seq, step, at, actor_role, actor_ref, body) values ($1, 3, 'APPROVED', now(), 'x', $2, '{}')",
        [own[0]!.runRef, own[0]!.startedBy.ref],
      ),
    ).rejects.toThrow(/not approved by who started it/);
    expect((await app.post(`${run}/goedkeuren`, officer)).status).toBe(403);
    expect((await app.post(`${run}/goedkeuren`, both)).status).toBe(303);
  });

  test("is booked once, and its lines explain themselves", async () => {
    await app.post(`${run}/boeken`, officer);
    await app.post(`${run}/boeken`, officer);
    await work();
    expect(await page(run, officer)).toContain("Geboekt");
    const lines = await page(`${run}/regels`, officer);
    const [, first] = /href="(\/betalingen\/regel\/[^"]+)"/.exec(lines) ?? [];
    const line = await page(first as string, auditor);
    expect(line).toContain("precies hetzelfde bedrag");
    expect(line).toContain("Loonpremie");
    const booked = await createPayment(counter).ports.ledger.lines({ quarter: number });
    expect(booked).toHaveLength(made.length);
  });

  test("a failure of the work is told, and can be tried again", async () => {
    now = instant("2026-11-26T09:30:00.000Z");
    await app.post("/betalingen/runs", officer, { quarter: "2026-K3", correctFrom: "" });
    const [open] = await createPayment(counter).runs.list(1);
    const at = `/betalingen/run/${open!.runRef}`;
    await app.post(`${at}/berekenen`, officer);
    const broken = {
      calculate: async () => ({
        ok: false as const,
        error: [{ id: "x", rule: "", message: { nl: "Stuk", en: "", fr: "" }, remedy: { nl: "Herstel", en: "", fr: "" } }],
      }),
      book: async () => ({ ok: true as const, value: open! }),
    };
    await runQueue(
      { store: counter.store, clock, log: { warn: () => {}, error: () => {} } as never },
      runHandler(counter, broken as never),
    );
    const shown = await app.get(at, officer);
    expect([shown.headers.get("refresh"), (await shown.text()).includes("Stuk. Herstel.")]).toEqual([null, true]);
    await app.post(`${at}/berekenen`, officer);
    await work();
    expect(await page(at, officer)).toContain("Deze berekening geeft geen enkele regel");
    expect((await app.post(`${at}/afbreken`, officer, { reason: "" })).status).toBe(422);
    expect((await app.post(`${at}/afbreken`, officer, { reason: "test" })).status).toBe(303);
  });
});

describe("the bank", () => {
  const pain002 = (message: string) =>
    `<Document><CstmrPmtStsRpt><GrpHdr><MsgId>A-1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${message}</OrgnlMsgId><GrpSts>ACCP</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`;

  test("gets a file once: a second download is refused on the page and by the API", async () => {
    const [run] = (await createPayment(counter).runs.list(9)).filter((one) => one.stage === "BOOKED");
    const at = `/betalingen/run/${run!.runRef}/bank`;
    const without = await app.post(at, officer, { executeOn: "" });
    expect([without.status, (await without.text()).includes("rekening")]).toEqual([422, true]);
    await counter.store.vault.seal([
      { subjectRef: made[2]!.employer, sealedRef: newRef(), kind: "account", content: { iban: "BE68539007547034" } },
    ]);
    const refused = await app.post(at, officer, { executeOn: "someday" });
    expect(refused.status).toBe(422);
  });

  test("is answered for our batches only, and says what is wrong with a file", async () => {
    const foreign = await call("paymentOfficer", "POST", "/bank/files", pain002("OTHER-1"));
    expect([foreign.status, foreign.json.errors[0].id]).toEqual([422, "bank.foreignBatch"]);
    const bomb = await call("paymentOfficer", "POST", "/bank/files", '<!DOCTYPE a [<!ENTITY b "b">]><Document/>');
    expect([bomb.status, bomb.json.errors[0].id]).toEqual([422, "xml.doctype"]);
    expect((await call("auditor", "POST", "/bank/files", pain002("x"))).status).toBe(403);
    const body = new File([pain002("OTHER-1")], "x.xml", { type: "application/xml" });
    const page = await app.post("/betalingen/bank", officer, { file: body });
    expect(page.status).toBe(422);
    expect((await app.post("/betalingen/bank", officer)).status).toBe(422);
    expect((await app.post("/betalingen/bank/beweging/none", officer, { reason: "x" })).status).toBe(404);
    expect((await call("paymentOfficer", "POST", `/batches/${newRef()}/send`)).status).toBe(404);
  });
});

describe("a statement", () => {
  test("is shown with the lines that were frozen, and cannot be changed by page, API or database", async () => {
    const [run] = (await createPayment(counter).runs.list(9)).filter((one) => one.stage === "BOOKED");
    const list = await page(`/betalingen/run/${run!.runRef}/afrekeningen`, auditor);
    const [, at] = /href="(\/betalingen\/afrekening\/[^"]+)"/.exec(list) ?? [];
    const shown = await page(at as string, auditor);
    expect(shown).toContain("Bevroren op");
    expect(shown).not.toContain("niet meer wat bevroren is");
    expect((await app.post(at as string, officer, { cents: "1" })).status).toBe(404);
    const ref = (at as string).split("/").at(-1);
    const read = await call("auditor", "GET", `/statements/${ref}`);
    expect([read.status, read.json.intact]).toEqual([200, true]);
    for (const method of ["PUT", "PATCH", "DELETE", "POST"]) {
      const refused = await call("paymentOfficer", method, `/statements/${ref}`, { amount: "1.00" });
      expect([method, refused.status, refused.json.type]).toEqual([method, 405, "urn:maatwerk:problem:frozen"]);
    }
    await expect(counter.store.database.pool.query("update pay.statement set cents = 1")).rejects.toThrow(
      /permission denied|refused/,
    );
  });
});

describe("a recovery", () => {
  test("comes of a changed attest, is decided by another, and comes back in instalments", async () => {
    now = instant("2026-11-26T10:00:00.000Z");
    await attest("A-0", 1, made[0]!, 300_000);
    now = instant("2026-11-26T11:00:00.000Z");
    const pay = createPayment(counter);
    const start = (await pay.runs.start(number, { role: "paymentOfficer", ref: "anna" })) as {
      ok: true;
      value: { runRef: string };
    };
    const { runRef } = start.value;
    await pay.runs.calculate(runRef, { role: "paymentOfficer", ref: "anna" });
    await pay.runs.approve(runRef, { role: "paymentApprover", ref: "bram" });
    await pay.runs.book(runRef, { role: "paymentOfficer", ref: "anna" });
    const list = await page("/betalingen/terugvorderingen?toestand=PROPOSED", approver);
    const [, at] = /href="(\/betalingen\/terugvordering\/[^"]+)"/.exec(list) ?? [];
    expect(list).toContain("Synfirma 0");
    const corrections = await page(`/betalingen/run/${runRef}/regels?soort=correction`, officer);
    const [, line] = /href="(\/betalingen\/regel\/[^"]+)"/.exec(corrections) ?? [];
    expect(await page(line as string, officer)).toContain("brutoloon");

    expect((await app.post(`${at}/beslissen`, officer, { manner: "SET_OFF", reason: "x" })).status).toBe(403);
    const bad = await app.post(`${at}/beslissen`, approver, { manner: "INSTALMENTS", months: "1", first: "", reason: "" });
    expect([bad.status, (await bad.text()).includes("tussen 2 en 120")]).toEqual([422, true]);
    expect(
      (
        await app.post(`${at}/beslissen`, approver, {
          manner: "INSTALMENTS",
          months: "3",
          first: "1/1/2027",
          reason: "afgesproken",
        })
      ).status,
    ).toBe(303);
    const shown = await page(at as string, officer);
    expect(shown).toContain("1 maart 2027");
    const much = await app.post(`${at}/ontvangen`, officer, { amount: "99.999,00", reference: "b1" });
    expect([much.status, (await much.text()).includes("Er staat nog")]).toEqual([422, true]);
    expect((await app.post(`${at}/ontvangen`, officer, { amount: "10,00", reference: "2027/001" })).status).toBe(303);
    expect(await page(at as string, officer)).toMatch(/Ontvangen: €\s10,00/);
  });

  test("is refused by the API to who proposed it, and to a stale reader", async () => {
    const { json } = await call("auditor", "GET", "/recoveries");
    const [one] = json.items;
    const stale = await call(
      "paymentApprover",
      "POST",
      `/recoveries/${one.id}/decide`,
      { manner: "SET_OFF", reason: "x" },
      { "if-match": '"v1"' },
    );
    expect(stale.status).toBe(412);
    const without = await call("paymentApprover", "POST", `/recoveries/${one.id}/decide`, { manner: "SET_OFF", reason: "x" });
    expect(without.status).toBe(428);
    const strange = await call(
      "paymentApprover",
      "POST",
      `/recoveries/${one.id}/decide`,
      { manner: "GIFT", reason: "x" },
      { "if-match": `"v${one.version}"` },
    );
    expect([strange.status, strange.json.errors[0].field]).toEqual([400, "manner"]);
  });
});

describe("a block on the pages", () => {
  test("that sends money elsewhere is confirmed by another person; its payee is sealed", async () => {
    await counter.store.vault.seal(
      [{ subjectRef: made[1]!.employer, sealedRef: newRef(), kind: "kbo", content: { kbo: "0403019261" } }],
      [{ subjectRef: made[1]!.employer, kind: "kbo", value: "0403019261" }],
    );
    const blank = await page("/betalingen/blokkering/nieuw", officer);
    const [, ref] = /name="ref" value="([^"]+)"/.exec(blank) ?? [];
    const empty = await app.post("/betalingen/blokkering/nieuw", officer, { ref: ref as string });
    const told = await empty.text();
    expect(empty.status).toBe(422);
    for (const words of ["Kies een soort", "Het nummer ontbreekt", "Een reden ontbreekt"]) expect(told).toContain(words);
    const fields = {
      ref: ref as string,
      number: "0403.019.261",
      kind: "SEIZURE",
      from: "1/12/2026",
      mostCents: "",
      payeeName: "Gerechtsdeurwaarder Syn",
      payeeIban: "BE68 5390 0754 7034",
      reason: "exploot 12",
    };
    expect(
      await (await app.post("/betalingen/blokkering/nieuw", officer, { ...fields, payeeIban: "BE68 5390 0754 7035" })).text(),
    ).toContain("controlegetal");
    expect(await (await app.post("/betalingen/blokkering/nieuw", officer, { ...fields, number: "0400.000.001" })).text()).toMatch(
      /niemand bekend|nummer/,
    );
    const [first, second] = await Promise.all([
      app.post("/betalingen/blokkering/nieuw", officer, fields),
      app.post("/betalingen/blokkering/nieuw", officer, fields),
    ]);
    expect([first.status, second.status].filter((status) => status === 303).length).toBeGreaterThanOrEqual(1);
    const at = `/betalingen/blokkering/${ref}`;
    const shown = await page(at, approver);
    expect(shown).toContain("Gerechtsdeurwaarder Syn");
    expect(shown).toContain("exploot 12");
    const { rows } = await counter.store.database.pool.query("select body::text from pay.block_step");
    expect(JSON.stringify(rows)).not.toMatch(/deurwaarder|BE68|exploot/);
    expect((await app.post(`${at}/bevestigen`, officer)).status).toBe(403);
    expect((await app.post(`${at}/bevestigen`, approver)).status).toBe(303);
    expect(await page("/betalingen/blokkeringen", auditor)).toContain("Van kracht");
  });

  test("through the API says nothing of the payee, and is set once under its key", async () => {
    const key = { "idempotency-key": "block-key-0001" };
    const body = { number: "0403019261", kind: "BANKRUPTCY", from: "2026-12-01", reason: "vonnis" };
    const first = await call("paymentOfficer", "POST", "/blocks", body, key);
    const again = await call("paymentOfficer", "POST", "/blocks", body, key);
    expect([first.status, again.status, again.headers.get("idempotent-replayed")]).toEqual([201, 201, "true"]);
    expect(again.json.id).toBe(first.json.id);
    expect(first.json.stage).toBe("IN_FORCE");
    const other = await call("paymentOfficer", "POST", "/blocks", { ...body, reason: "other" }, key);
    expect([other.status, other.json.type]).toEqual([409, "urn:maatwerk:problem:command.reused"]);
    const bad = await call("paymentOfficer", "POST", "/blocks", { ...body, kind: "WHIM" });
    expect([bad.status, bad.json.errors[0].field]).toEqual([400, "kind"]);
  });
});

describe("runs through the API", () => {
  test("four eyes: who starts with a token does not approve with it, and an officer's token may not approve at all", async () => {
    const started = await call("paymentOfficer", "POST", "/runs", { quarter: "2026-Q3" });
    expect(started.status).toBe(201);
    const at = `/runs/${started.json.id}`;
    const unversioned = await call("paymentOfficer", "POST", `${at}/calculate`);
    expect(unversioned.status).toBe(428);
    const asked = await call("paymentOfficer", "POST", `${at}/calculate`, undefined, {
      "if-match": started.headers.get("etag") ?? "",
    });
    expect([asked.status, asked.json.work.action]).toEqual([202, "CALCULATE"]);
    await work();
    const now = await call("paymentApprover", "GET", at);
    expect([now.json.stage, now.json.work]).toEqual(["CALCULATED", null]);
    const match = { "if-match": now.headers.get("etag") ?? "" };
    expect((await call("paymentOfficer", "POST", `${at}/approve`, {}, match)).status).toBe(403);
    const early = await call("paymentOfficer", "POST", `${at}/book`, undefined, match);
    expect([early.status, early.json.errors[0].id]).toEqual([409, "action.notAllowed"]);
    const dry = await call("auditor", "GET", `${at}/dry-run`);
    expect(dry.json.compared.map((one: { component: string }) => one.component)).toContain("WAGE");
    const approved = await call("paymentApprover", "POST", `${at}/approve`, {}, match);
    expect([approved.status, approved.json.stage]).toEqual([200, "APPROVED"]);
    const ended = await call(
      "paymentOfficer",
      "POST",
      `${at}/cancel`,
      { reason: "test" },
      { "if-match": approved.headers.get("etag") ?? "" },
    );
    expect(ended.json.stage).toBe("CANCELLED");
  });

  test("one person in two roles does not approve the own run: on the screen, by the API, or in the database", async () => {
    now = instant("2026-11-26T14:00:00.000Z");
    const as = (role: "paymentOfficer" | "paymentApprover") => app.visitor({ role, organisation: OVO }, null, "lien");
    const [asOfficer, asApprover] = [await as("paymentOfficer"), await as("paymentApprover")];
    const started = await app.post("/betalingen/runs", asOfficer, { quarter: "2026-K3", correctFrom: "" });
    const at = started.headers.get("location") ?? "";
    await app.post(`${at}/berekenen`, asOfficer);
    await work();
    const onScreen = await app.post(`${at}/goedkeuren`, asApprover);
    expect([onScreen.status, (await onScreen.text()).includes("Laat een andere persoon goedkeuren")]).toEqual([422, true]);
    // A key that the same person made in the other role stands for that person.
    const made = await app.post("/mijn/programma", asApprover, { label: "goedkeuren" });
    const token = /id="geheim">\s*([^<\s]+)/.exec(await made.text())?.[1] ?? "";
    const runRef = at.split("/").at(-1) as string;
    const api = (path: string, headers: Record<string, string> = {}) =>
      app.api.request(`/api/v1/payments/runs/${runRef}${path}`, {
        method: path === "" ? "GET" : "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "idempotency-key": newRef(),
          ...headers,
        },
        ...(path === "" ? {} : { body: "{}" }),
      });
    const match = { "if-match": (await api("")).headers.get("etag") ?? "" };
    const byApi = await api("/approve", match);
    expect([byApi.status, await byApi.json()]).toEqual([
      403,
      expect.objectContaining({ errors: [expect.objectContaining({ id: "run.ownRun" })] }),
    ]);
    // A key of nobody in particular is no second person either.
    const program = await counter.tokens.issue({ role: "paymentApprover", organisation: OVO, insz: null }, "cron");
    const byNobody = await api("/approve", { ...match, authorization: `Bearer ${program.token}` });
    expect([byNobody.status, await byNobody.json()]).toEqual([
      403,
      expect.objectContaining({ type: "urn:maatwerk:problem:program.noPerson" }),
    ]);
    const run = (await createPayment(counter).runs.find(runRef))!;
    await expect(
      counter.store.database.pool.query(
        "insert into pay.run_step (run_ref, seq, step, at, actor_role, actor_ref, body) values ($1, $2, 'APPROVED', now(), 'x', $3, '{}')",
        [runRef, run.seq + 1, run.startedBy.ref],
      ),
    ).rejects.toThrow(/not approved by who started it/);
    expect((await createPayment(counter).runs.find(runRef))!.stage).toBe("CALCULATED");
    await app.post(`${at}/afbreken`, asOfficer, { reason: "test" });
  });

  test("a bank file leaves once: a second time is refused on the screen, by the API and in the database", async () => {
    now = instant("2026-11-26T15:00:00.000Z");
    const paying = createPaymentCounter({ ...counter, demo: true });
    // The first one booked: the later ones correct it.
    const run = (await paying.runs.list(20)).filter((one) => one.stage === "BOOKED").at(-1);
    const sealed = made.map(({ employer }, n) => [
      {
        subjectRef: employer,
        sealedRef: newRef(),
        kind: "account",
        content: { iban: ["BE68539007547034", "BE71096123456769"][n % 2] },
      },
    ]);
    for (const one of sealed) await counter.store.vault.seal(one);
    const demo = testApp(counter, undefined, paying);
    const visitor = await demo.visitor({ role: "paymentOfficer", organisation: OVO });
    const at = `/betalingen/run/${run!.runRef}/bank`;
    expect((await demo.post(at, visitor, { executeOn: "" })).status).toBe(303);
    const [batch] = await paying.bank.batches(run!.runRef);
    const file = await demo.post(`${at}/${batch!.batchRef}`, visitor);
    expect([file.status, await file.text()]).toEqual([200, expect.stringContaining("pain.001.001.09")]);
    const again = await demo.post(`${at}/${batch!.batchRef}`, visitor);
    expect([again.status, (await again.text()).includes("verzonden")]).toEqual([422, true]);
    const token = tokens.get("paymentOfficer") ?? "";
    const byApi = await demo.api.request(`/api/v1/payments/batches/${batch!.batchRef}/send`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
    });
    expect([byApi.status, await byApi.json()]).toEqual([
      409,
      expect.objectContaining({ errors: [expect.objectContaining({ id: "bank.sentBefore" })] }),
    ]);
    await expect(
      counter.store.database.pool.query(
        "insert into pay.batch_step (batch_ref, step, at, actor_role, actor_ref) values ($1, 'SENT', now(), 'x', 'y')",
        [batch!.batchRef],
      ),
    ).rejects.toThrow(/batch_step_pkey/);
  });

  test("say which field is wrong", async () => {
    for (const [body, field] of [
      [{}, "quarter"],
      [{ quarter: "2026-K3" }, "quarter"],
      [{ quarter: "2026-Q3", correctFrom: "x" }, "correctFrom"],
    ] as const) {
      const bad = await call("paymentOfficer", "POST", "/runs", body);
      expect([bad.status, bad.json.errors[0].field]).toEqual([400, field]);
    }
    expect((await call("paymentOfficer", "POST", "/runs", "[]")).status).toBe(400);
    expect((await call("paymentOfficer", "POST", "/runs", { quarter: "2026-Q4" })).status).toBe(422);
    expect((await call("auditor", "POST", "/runs", { quarter: "2026-Q3" })).status).toBe(403);
  });
});

describe("accounts, forecast and samples", () => {
  test("articles, commitments and the export agree", async () => {
    const row = { article: "TEST-1", year: 2026, title: "Test", components: ["WAGE"], credit: "1000.00" };
    expect((await call("paymentOfficer", "POST", "/accounts/articles", row)).status).toBe(201);
    const taken = await call("paymentOfficer", "POST", "/accounts/articles", { ...row, article: "TEST-2" });
    expect([taken.status, taken.json.errors[0].id]).toEqual([422, "budget.taken"]);
    expect((await call("paymentOfficer", "POST", "/accounts/commit")).json.written).toBe(made.length);
    const { json } = await call("auditor", "GET", "/accounts");
    expect(json.items[0]).toMatchObject({ article: "TEST-1", credit: "1000.00" });
    const csv = await call("auditor", "GET", "/accounts/export?year=2026");
    const rows = csv.text
      .trim()
      .split("\r\n")
      .slice(1)
      .map((one) => one.split(";"));
    const sum = (kind: string) =>
      rows.filter((one) => one[3] === kind).reduce((total, one) => total + Math.round(Number(one[7]) * 100), 0);
    const inCents = (text: string) => Math.round(Number(text) * 100);
    const shown = json.items[0];
    expect([sum("vastlegging"), sum("vereffening")]).toEqual([inCents(shown.committed), inCents(shown.settled)]);
    expect(sum("betaling") + sum("terugstorting") + sum("ontvangst")).toBe(inCents(shown.paid));
    // Money came back here, by hand and from the bank.
    expect(inCents(shown.paid)).not.toBe(0);
    expect(await page("/betalingen/begroting", auditor)).toContain("TEST-1");
    expect((await call("auditor", "GET", "/accounts/export?year=x")).status).toBe(400);
  });

  test("what is left of each article's credit stands on the internal dashboard of figures", async () => {
    const statistician = await app.visitor({ role: "statistician", organisation: OVO });
    const dashboard = await page("/cijfers/intern", statistician);
    expect(dashboard).toContain("Wat van het krediet van 2026 overblijft");
    expect(dashboard).toMatch(/TEST-1 Test<\/t[dh]>.*1\.000,00/s);
  });

  test("the forecast looks eight quarters ahead, and advances say why they are off", async () => {
    const forecast = await call("auditor", "GET", "/forecast");
    expect(forecast.json.quarters).toHaveLength(8);
    expect(await page("/betalingen/raming", officer)).toContain("2e kwartaal 2028");
    expect(await page("/betalingen/voorschotten", officer)).toContain("OPEN-27");
  });

  test("a sample is drawn by an auditor and by nobody else; each payment opens as one bundle", async () => {
    expect((await app.get("/betalingen/steekproef", officer)).status).toBe(403);
    const bad = await app.post("/betalingen/steekproef", auditor, {
      seed: "",
      size: "0",
      fromQuarter: "2026-K3",
      untilQuarter: "2026-K3",
      component: "",
    });
    expect(bad.status).toBe(422);
    const drawn = await app.post("/betalingen/steekproef", auditor, {
      seed: "2026 MS",
      size: "3",
      fromQuarter: "2026-K3",
      untilQuarter: "2026-K3",
      component: "",
    });
    const at = drawn.headers.get("location") ?? "";
    const bundle = await page(`${at}/1`, auditor);
    for (const words of ["Van vaststelling tot bank", "Goedgekeurd", "precies hetzelfde bedrag", "Toegekend"])
      expect(bundle).toContain(words);
    expect((await app.get(`${at}/99`, auditor)).status).toBe(404);
    const all = { seed: "2026 MS", size: 500, fromQuarter: "2026-Q3", untilQuarter: "2026-Q3" };
    const { json } = await call("auditor", "POST", "/samples", all);
    expect(json.lines).toHaveLength(json.frame.lines);
    for (const [i] of json.lines.entries()) {
      const { json: opened } = await call("auditor", "GET", `/samples/${json.id}/${i + 1}`);
      expect(opened.replay.agrees).toBe(true);
      // Blocks were set on one of them after this payment: they took nothing of it.
      expect(opened.overrides).toEqual([]);
    }
  });
});

test("a form from elsewhere is refused", async () => {
  const body = new FormData();
  body.set("sleutel", officer.formKey);
  const response = await app.web.request(`${ORIGIN}/betalingen/runs`, {
    method: "POST",
    headers: { cookie: officer.cookie, origin: "https://evil.example" },
    body,
  });
  expect(response.status).toBe(403);
});
