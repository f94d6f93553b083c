// Older rights through the doors: who may see what, bad files with a clear error, and an employer who sees the own workers only.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFirm, registerFirm } from "../counter/index.ts";
import { employerOf, type TestCounter, testCounter, testFirm, testKbo } from "../counter/testing.ts";
import { assertOk, newRef, plainDate, quarter } from "../kernel/index.ts";
import { importFile } from "../synthetic/index.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";

const department = "OVO999001";
const own = testKbo(1);
let counter: TestCounter;
let app: TestApp;
let handler: TestVisitor;
let employer: TestVisitor;
let token = "";
beforeAll(async () => {
  counter = await testCounter({ companies: [testFirm(1), testFirm(2)], residences: [], employments: [], mandates: [] });
  app = testApp(counter);
  for (const n of [1, 2]) {
    const acting = employerOf(testKbo(n));
    const firm = await openFirm(counter, acting, testKbo(n));
    if (firm?.ok) assertOk(await registerFirm(counter, acting, firm.value, { measure: "IMW", commandId: newRef() }));
  }
  handler = await app.visitor({ role: "caseHandler", organisation: department });
  employer = await app.visitor({ role: "employer", organisation: own });
  ({ token } = await counter.tokens.issue({ role: "caseHandler", organisation: department, insz: null }, "test"));
}, 60_000);
afterAll(() => counter.close());

function csv(seed: string, from: number): File {
  const { lines } = importFile({ law: counter.law, seed, rights: 30, dirt: 200, firms: [testKbo(1), testKbo(2)], from });
  const text = lines.map((cells) => cells.map((cell) => (cell.includes(";") ? `"${cell}"` : cell)).join(";")).join("\r\n");
  return new File([text], "lijst.csv", { type: "text/csv" });
}
const api = (path: string, init: RequestInit = {}, bearer = token) =>
  app.api.request(`/api/v1/transition${path}`, { ...init, headers: { authorization: `Bearer ${bearer}` } });

describe("the pages", () => {
  test("are the department's: an employer is turned away, a stranger logs in first", async () => {
    expect((await app.get("/overgang", handler)).status).toBe(200);
    expect((await app.get("/overgang", employer)).status).toBe(403);
    expect((await app.get("/overgang/werklijst", null)).status).toBe(303);
    expect((await app.post("/overgang/import", employer, { lijst: "x-y-z", bestand: csv("no", 0) })).status).toBe(403);
  });

  test("say what is wrong with a file, and keep what was typed", async () => {
    const none = await app.post("/overgang/import", handler, { lijst: "vop-2023-06" });
    expect([none.status, (await none.text()).includes("Kies een bestand")]).toEqual([400, true]);
    const pdf = new File(["%PDF-1.7"], "lijst.csv", { type: "text/csv" });
    const wrong = await app.post("/overgang/import", handler, { lijst: "vop-2023-06", bestand: pdf });
    const text = await wrong.text();
    expect([wrong.status, text.includes("De kolommen kloppen niet"), text.includes('value="vop-2023-06"')]).toEqual([
      400,
      true,
      true,
    ]);
  });

  test("show the proof sheet and the lines that wait; an import or line that is not there is not found", async () => {
    const sent = await app.post("/overgang/import", handler, { lijst: "vop-2023-06", bestand: csv("pages", 1_000) });
    const sheet = sent.headers.get("location") ?? "";
    expect(await (await app.get(sheet, handler)).text()).toContain("Controleblad vop-2023-06");
    expect((await app.get(`${sheet}/geparkeerd`, handler)).status).toBe(200);
    expect((await app.get(`${sheet}/lijn/99999`, handler)).status).toBe(404);
    expect((await app.get(`/overgang/import/${newRef()}`, handler)).status).toBe(404);
    expect((await app.post(`${sheet}/tekenen`, handler)).headers.get("location")).toContain("ok=getekend");
    const again = await app.post(`${sheet}/tekenen`, handler);
    expect([again.status, (await again.text()).includes("een andere persoon moet tekenen")]).toEqual([409, true]);
  });

  test("of an employer name the own workers and nobody else's", async () => {
    const firm = await openFirm(counter, employerOf(own), own);
    const employerRef = firm?.ok ? firm.value.employerRef : null;
    const record = (of: string | null) =>
      counter.events.append(
        "right",
        newRef(),
        0,
        [
          {
            type: "OldRightRecorded",
            effectiveOn: plainDate("2022-03-01"),
            payload: {
              measure: "LDE_INDIVIDUAL",
              personRef: newRef(),
              employerRef: of,
              startedOn: plainDate("2022-03-01"),
              startQuarter: quarter("2022-Q1"),
              quarters: null,
              schedule: [],
              endsOn: plainDate("2027-02-28"),
              source: "lde-2023-05",
            },
          },
        ],
        { actor: { role: "test", ref: "test" }, commandId: newRef() },
      );
    await record(employerRef);
    await record(newRef());
    const text = await (await app.get(`/loket/${own}/oude-maatregelen`, employer)).text();
    expect(text.match(/28 februari 2027/g)).toHaveLength(1);
    expect((await app.get(`/loket/${testKbo(2)}/oude-maatregelen`, employer)).status).toBe(404);
    expect(await (await app.get(`/en/loket/${own}/oude-maatregelen`, employer)).text()).toContain("28 February 2027");
  });
});

describe("the API", () => {
  test("takes a file once, shows its proof sheet and parked lines, and has no way to sign", async () => {
    const body = await csv("api", 2_000).arrayBuffer();
    const made = await api("/imports?list=lde-2023-05", { method: "POST", body });
    expect(made.status).toBe(201);
    const view = (await made.json()) as { id: string; rows: number; outcomes: Record<string, number>; known: boolean };
    expect((await api("/imports?list=lde-2023-05", { method: "POST", body })).status).toBe(200);
    expect(view.rows).toBe((view.outcomes.TAKE ?? 0) + (view.outcomes.PARKED ?? 0) + (view.outcomes.KNOWN ?? 0));
    const rows = (await (await api(`/imports/${view.id}/rows`)).json()) as { items: unknown[] };
    expect(rows.items).toHaveLength(view.outcomes.PARKED ?? -1);
    expect((await api(`/imports/${view.id}/sign`, { method: "POST" })).status).toBe(404);
  });

  test("answers bad input as problem+json", async () => {
    const bad = await api("/imports?list=X", { method: "POST", body: "regel" });
    expect([bad.status, bad.headers.get("content-type")]).toEqual([422, expect.stringContaining("application/problem+json")]);
    expect((await api(`/imports/${newRef()}`)).status).toBe(404);
    expect((await api("/imports", {}, "nobody-has-this-token")).status).toBe(401);
    const { token: other } = await counter.tokens.issue({ role: "employer", organisation: own, insz: null }, "test");
    expect((await api("/imports", {}, other)).status).toBe(403);
    expect((await api("/ending")).status).toBe(200);
  });
});
