// What goes wrong at the counter has its message, nothing is lost, and nothing happens twice: pages, API, CSV and webhooks.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFile, openFirm, registerFirm } from "../counter/index.ts";
import {
  employerOf,
  FLANDERS,
  goodApplication,
  type TestCounter,
  testCounter,
  testFirm,
  testInsz,
  testKbo,
} from "../counter/testing.ts";
import { decideFile, type FileEvent, NO_INDICATIONS, NO_SURROUNDINGS } from "../dossier/index.ts";
import type { sendWebhook } from "../exchange/index.ts";
import { addDays, type FileRef, fixedClock, instant, newRef, plainDate } from "../kernel/index.ts";
import { enqueueStatusCalls } from "../store/index.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";
import { webhookHandler } from "./webhooks.ts";
import { runQueue } from "./worker.ts";

const own = testKbo(1);
const office = testKbo(80);
let counter: TestCounter;
let app: TestApp;
let visitor: TestVisitor;
let token = "";

beforeAll(async () => {
  const today = plainDate("2026-11-23");
  const everyone = Array.from({ length: 90 }, (_, n) => testInsz(n));
  counter = await testCounter({
    companies: [testFirm(1), testFirm(2), testFirm(3)],
    residences: everyone.map((insz) => ({ insz, ...FLANDERS })),
    employments: everyone.map((insz) => ({ insz, employer: own, from: plainDate("2026-09-01"), until: null })),
    mandates: [
      { office, firm: own, firmName: "Een", from: addDays(today, -100), until: null },
      { office, firm: testKbo(2), firmName: "Twee", from: addDays(today, -100), until: addDays(today, -1) },
      { office, firm: testKbo(3), firmName: "Drie", from: addDays(today, 1), until: null },
    ],
  });
  app = testApp(counter);
  const firm = await openFirm(counter, employerOf(own), own);
  if (firm?.ok) await registerFirm(counter, employerOf(own), firm.value, { measure: "IMW", commandId: newRef() });
  visitor = await app.visitor({ role: "employer", organisation: own });
  ({ token } = await counter.tokens.issue({ role: "employer", organisation: own, insz: null }, "test"));
});
afterAll(() => counter.close());

interface Problem {
  readonly type: string;
  readonly errors?: readonly { readonly id: string; readonly field?: string }[];
}

async function ask(path: string, method = "GET", body?: unknown, headers: Record<string, string> = {}) {
  const response = await app.api.request(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    json: (text === "" ? {} : JSON.parse(text)) as Problem & Record<string, never>,
  };
}
const key = () => ({ "idempotency-key": newRef() });
const fileByApi = async (n: number) =>
  (await ask("/applications", "POST", goodApplication(testInsz(n)), key())).json.id as unknown as FileRef;

/** The department asks for more, as its own counter does. */
async function askCompletion(fileRef: FileRef, missing: readonly string[]): Promise<void> {
  const firm = await openFirm(counter, employerOf(own), own);
  const file = firm?.ok ? await openFile(counter, employerOf(own), firm.value, fileRef) : null;
  if (file === null) throw new Error("no file");
  const command = { type: "RequestCompletion" as const, fileRef, on: counter.clock.today(), missing, note: null };
  const context = { today: counter.clock.today(), around: NO_SURROUNDINGS, indications: NO_INDICATIONS, takenOver: null };
  const decision = decideFile(counter.law, file.state, command, context);
  if (!decision.ok) throw new Error("refused");
  const events: readonly FileEvent[] = decision.value;
  await counter.events.append("file", fileRef, file.version, events, {
    actor: { role: "caseHandler", ref: "test" },
    commandId: newRef(),
  });
}

describe("on the pages", () => {
  test("a completion is asked, answered with a file, and the application goes on", async () => {
    const id = await fileByApi(0);
    await askCompletion(id, ["EMP-12"]);
    const start = await (await app.get(`/loket/${own}`, visitor)).text();
    expect(start).toContain(`/loket/${own}/dossier/${id}/aanvullen`);
    const page = await (await app.get(`/loket/${own}/dossier/${id}/aanvullen`, visitor)).text();
    expect(page).toContain("EMP-12");
    const empty = await app.post(`/loket/${own}/dossier/${id}/aanvullen`, visitor, { versie: "2", opdracht: newRef() });
    expect([empty.status, (await empty.text()).includes("Schrijf een antwoord")]).toEqual([400, true]);
    const wrong = new File(["MZ"], "contract.pdf", { type: "application/pdf" });
    const refused = await app.post(`/loket/${own}/dossier/${id}/aanvullen`, visitor, {
      versie: "2",
      answer: "Zie bijlage",
      evidence: wrong,
    });
    const text = await refused.text();
    expect([refused.status, text.includes("geen pdf, jpg of png"), text.includes("Zie bijlage")]).toEqual([400, true, true]);
    const right = new File(["%PDF-1.7"], "contract.pdf", { type: "application/pdf" });
    const sent = await app.post(`/loket/${own}/dossier/${id}/aanvullen`, visitor, {
      versie: "2",
      opdracht: newRef(),
      answer: "Zie bijlage",
      evidence: right,
    });
    expect(sent.headers.get("location")).toContain("ok=aangevuld");
    expect((await ask(`/applications/${id}`)).json).toMatchObject({ status: "PENDING", missing: [], version: 3 });
  });

  test("contract and hours that are asked again are said in the answer, on the page and by API", async () => {
    const id = await fileByApi(28);
    await askCompletion(id, ["EMP-12", "REF-03"]);
    const path = `/loket/${own}/dossier/${id}/aanvullen`;
    const page = await (await app.get(path, visitor)).text();
    for (const field of ["contract.kind", "contract.from", "contract.until", "employmentFraction"])
      expect(page).toContain(`name="${field}"`);
    const contract = { "contract.kind": "OPEN_ENDED", "contract.from": "1/9/2026" };
    const wrong = await app.post(path, visitor, { versie: "2", ...contract, "contract.from": "31/2/2026" });
    expect([wrong.status, (await wrong.text()).includes("31/2/2026")]).toEqual([400, true]);
    const sent = await app.post(path, visitor, { versie: "2", opdracht: newRef(), ...contract, employmentFraction: "60" });
    expect(sent.headers.get("location")).toContain("ok=aangevuld");
    expect((await ask(`/applications/${id}`)).json).toMatchObject({ status: "PENDING", employmentFraction: "0.6" });

    const other = await fileByApi(29);
    await askCompletion(other, ["REF-03"]);
    const patch = async (body: unknown) =>
      (await ask(`/applications/${other}`, "PATCH", body, { "if-match": '"v2"', "idempotency-key": newRef() })).status;
    expect(await patch({ employmentFraction: "1.4" })).toBe(400);
    expect(await patch({ contract: { kind: "FOREVER" } })).toBe(400);
    expect(await patch({ employmentFraction: "0.5" })).toBe(200);
    expect((await ask(`/applications/${other}`)).json).toMatchObject({ employmentFraction: "0.5", missing: [] });
  });

  test("a double click withdraws once; a form from before somebody else's change is refused and says so", async () => {
    const id = await fileByApi(1);
    const fields = { versie: "1", opdracht: newRef() };
    const clicks = await Promise.all([1, 2].map(() => app.post(`/loket/${own}/dossier/${id}/intrekken`, visitor, fields)));
    expect(clicks.map((one) => one.headers.get("location")).every((to) => to?.includes("ok=ingetrokken"))).toBe(true);
    expect((await ask(`/applications/${id}`)).json).toMatchObject({ status: "WITHDRAWN", version: 2 });
    const other = await fileByApi(2);
    const hours = { kind: "HOURS", day: "1/10/2026", fraction: "50" };
    await app.post(`/loket/${own}/dossier/${other}/wijziging`, visitor, { ...hours, versie: "1", opdracht: newRef() });
    const stale = await app.post(`/loket/${own}/dossier/${other}/wijziging`, visitor, {
      ...hours,
      versie: "1",
      opdracht: newRef(),
    });
    const text = await stale.text();
    expect([stale.status, text.includes("intussen veranderd"), text.includes('value="1/10/2026"')]).toEqual([409, true, true]);
  });

  test("a form with another session's key, or from another site, does nothing", async () => {
    const id = await fileByApi(3);
    const path = `/loket/${own}/dossier/${id}/intrekken`;
    expect((await app.post(path, { ...visitor, formKey: "other" }, { versie: "1" })).status).toBe(403);
    const body = new FormData();
    body.set("sleutel", visitor.formKey);
    const elsewhere = { method: "POST", headers: { cookie: visitor.cookie, origin: "https://evil.example" }, body };
    expect((await app.web.request(`http://localhost:3000${path}`, elsewhere)).status).toBe(403);
    expect((await ask(`/applications/${id}`)).json).toMatchObject({ status: "PENDING" });
  });

  test("a mandate that ended is said; one that never was answers as if the enterprise did not exist", async () => {
    const clerk = await app.visitor({ role: "payrollOffice", organisation: office });
    expect((await app.get(`/loket/${own}`, clerk)).status).toBe(200);
    const ended = await app.get(`/loket/${testKbo(2)}`, clerk);
    expect([ended.status, (await ended.text()).includes("liep tot en met 22 november 2026")]).toEqual([403, true]);
    expect((await app.get(`/loket/${testKbo(3)}`, clerk)).status).toBe(404);
    expect((await app.get(`/loket/${testKbo(4)}`, clerk)).status).toBe(404);
    counter.down.add("mandates");
    const down = await app.get(`/loket/${own}`, clerk);
    counter.down.delete("mandates");
    expect([down.status, (await down.text()).includes("register van mandaten antwoordt niet")]).toEqual([403, true]);
  });

  test("a company register that is down is got round by hand", async () => {
    counter.down.add("companies");
    try {
      const newcomer = await app.visitor({ role: "employer", organisation: testKbo(3) });
      const page = await (await app.get(`/loket/${testKbo(3)}/registratie`, newcomer)).text();
      expect(page).toContain("Het ondernemingsregister antwoordt niet");
      const missing = await app.post(`/loket/${testKbo(3)}/registratie`, newcomer, { name: "Zelf getypt" });
      expect([missing.status, (await missing.text()).includes('value="Zelf getypt"')]).toEqual([400, true]);
      const typed = { name: "Zelf getypt", legalForm: "BV", nace: "62", size: "1-9", province: "ANT", opdracht: newRef() };
      const done = await app.post(`/loket/${testKbo(3)}/registratie`, newcomer, typed);
      expect(done.headers.get("location")).toContain("ok=geregistreerd");
      expect(await (await app.get(`/loket/${testKbo(3)}`, newcomer)).text()).toContain("Zelf getypt");
    } finally {
      counter.down.delete("companies");
    }
  });

  test("a login provider that is down gives a calm page, and the simulator goes on", async () => {
    const down = await app.get("/aanmelden", null);
    expect([down.status, (await down.text()).includes("Aanmelden lukt nu niet")]).toEqual([503, true]);
    expect((await app.get("/simulator", null)).status).toBe(200);
    // Logging out here works without the provider too.
    const leaving = await app.visitor({ role: "employer", organisation: own });
    expect((await app.post("/afmelden", leaving)).headers.get("location")).toBe("/afgemeld");
    expect((await app.get("/mijn", leaving)).headers.get("location")).toContain("/aanmelden");
  });
});

describe("by API", () => {
  test("every mistake is named with its field", async () => {
    const { status, json } = await ask(
      "/applications",
      "POST",
      { ...goodApplication("85013090000" as never), employmentFraction: "1.5", contact: { name: "", email: "no" } },
      key(),
    );
    expect(status).toBe(400);
    expect(json.errors?.map((one) => one.field).sort()).toEqual([
      "contact.email",
      "contact.name",
      "employmentFraction",
      "worker.insz",
    ]);
  });

  test("a contract in the future, and a second open application, are refused with their rule", async () => {
    const later = { contract: { kind: "OPEN_ENDED", from: "2027-02-01", until: null, hours: null } };
    const future = await ask("/applications", "POST", goodApplication(testInsz(4), later), key());
    expect([future.status, future.json.errors?.map((one) => one.id)]).toEqual([422, ["application.notDuringEmployment"]]);
    await fileByApi(5);
    const second = await ask("/applications", "POST", goodApplication(testInsz(5)), key());
    expect([second.status, second.json.errors?.map((one) => one.id)]).toEqual([409, ["application.secondOpen"]]);
  });

  test("the same key files once, and only the same application", async () => {
    const one = key();
    const first = await ask("/applications", "POST", goodApplication(testInsz(6)), one);
    const again = await ask("/applications", "POST", goodApplication(testInsz(6)), one);
    expect([first.status, again.status, again.json.id === first.json.id, again.headers.get("idempotent-replayed")]).toEqual([
      201,
      201,
      true,
      "true",
    ]);
    expect((await ask("/applications", "POST", goodApplication(testInsz(7)), one)).status).toBe(409);
    expect((await ask("/applications", "POST", goodApplication(testInsz(7)))).status).toBe(400);
  });

  test("a change builds on what was read: 428 without If-Match, 412 after somebody else's", async () => {
    const id = await fileByApi(8);
    const { headers } = await ask(`/applications/${id}`);
    const etag = headers.get("etag") ?? "";
    expect((await ask(`/applications/${id}`, "GET", undefined, { "if-none-match": etag })).status).toBe(304);
    const change = { kind: "HOURS", effectiveOn: "2026-10-01", employmentFraction: "0.5" };
    expect((await ask(`/applications/${id}/changes`, "POST", change, key())).status).toBe(428);
    const done = await ask(`/applications/${id}/changes`, "POST", change, { ...key(), "if-match": etag });
    expect([done.status, done.headers.get("etag")]).toEqual([200, '"v2"']);
    expect((await ask(`/applications/${id}/withdraw`, "POST", undefined, { ...key(), "if-match": etag })).status).toBe(412);
    const wrong = await ask(
      `/applications/${id}/changes`,
      "POST",
      { kind: "ACCOUNT", effectiveOn: "2026-10-01", account: "BE00" },
      { ...key(), "if-match": '"v2"' },
    );
    expect([wrong.status, wrong.json.errors?.[0]?.field]).toEqual([400, "account"]);
  });

  test("a list goes on where the page before it ended, without gap or double", async () => {
    for (const n of [10, 11, 12, 13, 14]) await fileByApi(n);
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await ask(`/applications?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
      seen.push(...(page.json.items as unknown as { id: string }[]).map((one) => one.id));
      cursor = page.json.nextCursor as unknown as string | null;
    }
    const all = await ask("/applications?limit=200");
    expect(seen).toEqual((all.json.items as unknown as { id: string }[]).map((one) => one.id));
    expect(new Set(seen).size).toBe(seen.length);
    expect((await ask("/applications?limit=0")).status).toBe(400);
    expect((await ask("/applications?cursor=zzz")).status).toBe(400);
  });

  test("a token that was revoked is no token", async () => {
    const issued = await counter.tokens.issue({ role: "employer", organisation: own, insz: null }, "to revoke");
    const asked = () => app.api.request("/api/v1/applications", { headers: { authorization: `Bearer ${issued.token}` } });
    expect((await asked()).status).toBe(200);
    expect(await counter.tokens.revoke(testKbo(2), issued.tokenRef)).toBe(false);
    expect(await counter.tokens.revoke(own, issued.tokenRef)).toBe(true);
    expect((await asked()).status).toBe(401);
    const { rows } = await counter.store.database.pool.query("select * from ops.api_token");
    expect(JSON.stringify(rows)).not.toContain(issued.token);
  });
});

describe("from a CSV file", () => {
  const heading =
    "reference,insz,givenName,familyName,premiums,contractFrom,employmentFraction,notInDifficulty,contactName,contactEmail";
  const row = (n: number, reference: string, more = "") =>
    `${reference},${testInsz(n)},Noor,Synbergmans,WAGE,2026-09-01,0.8,ja,An,an@firm.be${more}`;
  const send = (text: string, accept = "application/json") =>
    app.api.request("/api/v1/applications/csv", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, accept },
      body: text,
    });

  test("good and wrong rows are told apart, and a second time nothing is filed", async () => {
    const text = `${heading}\n${row(20, "=1+1")}\n${row(21, "B")}\n${row(20, "C")}\n${row(22, "D").replace("ja", "")}\nE,123,,,,,,,,\n`;
    const first = (await (await send(text)).json()) as { rows: { outcome: string; row: number }[]; filed: number };
    expect(first.rows.map((one) => [one.row, one.outcome])).toEqual([
      [2, "FILED"],
      [3, "FILED"],
      [4, "REFUSED"],
      [5, "REFUSED"],
      [6, "REFUSED"],
    ]);
    const again = (await (await send(text)).json()) as { rows: { outcome: string }[]; filed: number; repeated: number };
    expect([again.filed, again.repeated, again.rows.map((one) => one.outcome)]).toEqual([
      0,
      2,
      ["REPEATED", "REPEATED", "REFUSED", "REFUSED", "REFUSED"],
    ]);
    const report = await (await send(text, "text/csv")).text();
    expect(report).toContain("2,'=1+1,REPEATED");
    expect(report).not.toMatch(/(^|,)[=+@-]/m);
  });

  test("a file that is no such file is refused whole", async () => {
    for (const text of [
      "",
      "a,b\n1,2\n",
      `${heading}\n`,
      `${heading},unknown\n${row(20, "A")},x\n`,
      "\u0000\u0001",
      `${heading}\n${`${row(20, "A")}\n`.repeat(1001)}`,
    ])
      expect((await send(text)).status).toBe(400);
    const latin = await app.api.request("/api/v1/applications/csv", {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: new Uint8Array([0xe9, 0x2c, 0x0a]),
    });
    expect(latin.status).toBe(400);
  });

  test("1,000 rows: each is answered, and twice files nothing twice", async () => {
    // Sixty people, so that most rows are refused because an application of theirs is open: as a real file that was put together badly.
    const text = `${heading}\n${Array.from({ length: 1000 }, (_, n) => row(30 + (n % 60), `R${n}`)).join("\n")}\n`;
    const report = (await (await send(text)).json()) as { rows: { outcome: string }[]; filed: number; refused: number };
    expect([report.rows.length, report.filed, report.refused]).toEqual([1000, 60, 940]);
    const again = (await (await send(text)).json()) as { filed: number; repeated: number; refused: number };
    expect([again.filed, again.repeated, again.refused]).toEqual([0, 60, 940]);
  });
});

describe("a webhook", () => {
  test("is told of a change of status once, and again later when the receiver fails", async () => {
    const { pool } = counter.store.database;
    expect((await ask("/webhooks", "POST", { url: "https://10.0.0.1/in" })).status).toBe(400);
    const added = await ask("/webhooks", "POST", { url: "https://hooks.firm.be/in" });
    expect(added.status).toBe(201);
    const log = { warn: () => {}, error: () => {} };
    const round = (time: string) => {
      const parts = { store: counter.store, clock: fixedClock(instant(time)), log };
      return runQueue(parts, webhookHandler(parts, send));
    };
    const got: { body: string; secret: string }[] = [];
    let failing = true;
    const send: typeof sendWebhook = async (target, message) => {
      if (failing) throw new Error("The receiver answered 500");
      got.push({ body: message.body, secret: target.secret });
    };
    await enqueueStatusCalls(pool, fixedClock(instant("2026-11-23T09:00:00.000Z")));
    const id = await fileByApi(15);
    expect(await round("2026-11-23T09:00:01.000Z")).toBeGreaterThan(0);
    expect((await ask("/webhooks")).json.items).toMatchObject([{ lastOutcome: "The receiver answered 500" }]);
    failing = false;
    expect(await round("2026-11-23T09:00:30.000Z")).toBe(0);
    await round("2026-11-23T09:02:00.000Z");
    const told = got.filter((one) => one.body.includes(id));
    expect(told.map((one) => JSON.parse(one.body))).toMatchObject([{ application: id, version: 1, event: "ApplicationFiled" }]);
    expect(told[0]?.secret).toBe(added.json.secret);
    expect(JSON.stringify(told)).not.toMatch(/Noor|8501/);
    await round("2026-11-23T09:03:00.000Z");
    expect(got.filter((one) => one.body.includes(id)).length).toBe(1);
    expect((await ask("/webhooks")).json.items).toMatchObject([{ lastOutcome: "OK" }]);
    expect((await ask(`/webhooks/${added.json.id}`, "DELETE")).status).toBe(204);
  });
});
