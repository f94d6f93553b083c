// Older rights through the doors: who may see what, bad files with a clear error, and an employer who sees the own workers only.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFirm, registerFirm } from "../counter/index.ts";
import { employerOf, type TestCounter, testCounter, testFirm, testKbo } from "../counter/testing.ts";
import type { OldRightFacts } from "../dossier/index.ts";
import {
  assertOk,
  type Cents,
  type EmployerRef,
  formatEuro,
  newRef,
  type PersonRef,
  plainDate,
  quarter,
} from "../kernel/index.ts";
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
});
afterAll(() => counter.close());

function csv(seed: string, from: number, dirt = 200): File {
  const { lines } = importFile({
    law: counter.law,
    seed,
    rights: dirt > 900 ? 60 : 30,
    dirt,
    firms: [testKbo(1), testKbo(2)],
    from,
  });
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
    const blad = /name="blad" value="(\w+)"/.exec(await (await app.get(sheet, handler)).text())?.[1] ?? "";
    expect((await app.post(`${sheet}/tekenen`, handler, { blad })).headers.get("location")).toContain("ok=getekend");
    const again = await app.post(`${sheet}/tekenen`, handler, { blad });
    expect([again.status, (await again.text()).includes("een andere persoon moet tekenen")]).toEqual([409, true]);
  });

  test("take no signature for a sheet that moved since the page was shown: they show the new one and say so", async () => {
    const sent = await app.post("/overgang/import", handler, { lijst: "vop-2023-06", bestand: csv("moved", 7_000) });
    const sheet = sent.headers.get("location") ?? "";
    const shown = /name="blad" value="(\w+)"/.exec(await (await app.get(sheet, handler)).text())?.[1] ?? "";
    expect(shown).toMatch(/^[0-9a-f]{64}$/);
    const importRef = sheet.split("/").at(-1) as string;
    const { items } = (await (await api(`/imports/${importRef}/rows`)).json()) as { items: readonly { line: number }[] };
    const drop = (line: number | undefined) => app.post(`${sheet}/lijn/${line}/laten-vallen`, handler, { reden: "Geen recht" });
    expect((await drop(items[0]?.line)).status).toBe(303);
    const refused = await app.post(`${sheet}/tekenen`, handler, { blad: shown });
    const text = await refused.text();
    expect([refused.status, text.includes("Het controleblad is veranderd"), text.includes("Laten vallen")]).toEqual([
      409,
      true,
      true,
    ]);
    const now = /name="blad" value="(\w+)"/.exec(text)?.[1] ?? "";
    expect(now).not.toBe(shown);
    expect((await app.post(`${sheet}/tekenen`, handler, { blad: now })).status).toBe(303);
    expect(await (await app.get(sheet, handler)).text()).not.toContain("veranderde na een handtekening");
    // A signature on the sheet before it falls, and whoever looks is told.
    expect((await drop(items.at(-1)?.line)).status).toBe(303);
    const fallen = await (await app.get(sheet, handler)).text();
    expect(fallen).toContain("Het controleblad veranderde na een handtekening");
    expect(fallen).toContain("Nog niemand tekende dit blad");
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

describe("the lines of a file in the API", () => {
  interface Row {
    readonly line: number;
    readonly measure: string;
    readonly outcome: string;
    readonly reasons: readonly string[];
    readonly cells: Readonly<Record<string, string>>;
  }
  const post = (path: string, body: unknown = undefined, bearer = token) =>
    api(
      path,
      { method: "POST", ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }) },
      bearer,
    );
  const saidOf = async (response: Response) => {
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    const { type, detail } = (await response.json()) as { type: string; detail?: string };
    return [response.status, `${type} ${detail ?? ""}`] as const;
  };
  async function parked(seed: string, from: number) {
    const made = await post("/imports?list=sine-2023-06", await csv(seed, from, 950).text());
    const { id } = (await made.json()) as { id: string };
    const { items } = (await (await api(`/imports/${id}/rows`)).json()) as { items: readonly Row[] };
    return { id, items };
  }

  test("a parked line opens, stays parked while it is wrong, and goes on when it is right", async () => {
    const { id, items } = await parked("rows", 3_000);
    const [first, second] = items.filter(
      (one) => !one.measure.endsWith("VOP") && one.reasons.join() === "import.firmUnknown:kbo",
    );
    const wrong = await post(`/imports/${id}/rows/${second?.line}/correct`, { kbo: "nummer" });
    expect(await wrong.json()).toMatchObject({ outcome: "PARKED", reasons: [expect.stringContaining(":kbo")] });
    const line = first?.line;
    const at = `/imports/${id}/rows/${line}`;
    const opened = (await (await api(at)).json()) as Row;
    expect([opened.line, opened.outcome]).toEqual([line, "PARKED"]);
    expect(Object.keys(opened.cells)).toContain("kbo");
    const right = await post(`${at}/correct`, { kbo: own });
    expect([right.status, await right.json()]).toMatchObject([200, { outcome: "TAKE", reasons: [] }]);
    // Columns that were left out stayed.
    expect(((await (await api(at)).json()) as Row).cells).toEqual({ ...opened.cells, kbo: own });
    expect((await saidOf(await post(`${at}/correct`, { kbo: own })))[0]).toBe(409);
  });

  test("a line that is no right is dropped with a reason, once", async () => {
    const { id, items } = await parked("drop", 4_000);
    const at = `/imports/${id}/rows/${items[0]?.line}`;
    for (const body of [{}, { reason: " " }]) {
      const [status, said] = await saidOf(await post(`${at}/drop`, body));
      expect([status, said.includes("reasonWanted")]).toEqual([422, true]);
    }
    expect(await (await post(`${at}/drop`, { reason: "Entered twice" })).json()).toMatchObject({
      outcome: "DROPPED",
      reasons: [],
    });
    expect((await saidOf(await post(`${at}/drop`, { reason: "Entered twice" })))[0]).toBe(409);
    const sheet = (await (await api(`/imports/${id}`)).json()) as { outcomes: Record<string, number> };
    expect(sheet.outcomes.DROPPED).toBe(1);
  });

  test("a file is withdrawn once; its lines can then be read and not changed", async () => {
    const { id, items } = await parked("cancel", 5_000);
    const at = `/imports/${id}/rows/${items[0]?.line}`;
    expect(await (await post(`/imports/${id}/cancel`)).json()).toMatchObject({ id, stage: "CANCELLED" });
    expect((await saidOf(await post(`/imports/${id}/cancel`)))[0]).toBe(409);
    expect((await api(at)).status).toBe(200);
    expect((await saidOf(await post(`${at}/correct`, { kbo: own })))[0]).toBe(409);
    expect((await saidOf(await post(`${at}/drop`, { reason: "x" })))[0]).toBe(409);
  });

  test("bad input says which field; what is not there is not found; an employer may do none of it", async () => {
    const { id, items } = await parked("bad", 6_000);
    const at = `/imports/${id}/rows/${items[0]?.line}`;
    for (const body of ["{", "[]", { loon: "1" }, { kbo: 1 }, { kbo: "1".repeat(201) }])
      expect((await saidOf(await post(`${at}/correct`, body)))[0]).toBe(400);
    for (const body of ["{", { why: "x" }, { reason: 1 }, { reason: "x".repeat(2_001) }])
      expect((await saidOf(await post(`${at}/drop`, body)))[0]).toBe(400);
    expect((await saidOf(await post(`${at}/correct`, { loon: "1" })))[1]).toContain("loon");
    for (const line of ["0", "99999", "x", "99999999999999999999"]) {
      expect((await saidOf(await api(`/imports/${id}/rows/${line}`)))[0]).toBe(404);
      expect((await saidOf(await post(`/imports/${id}/rows/${line}/correct`, {})))[0]).toBe(404);
    }
    expect((await saidOf(await post(`/imports/${newRef()}/cancel`)))[0]).toBe(404);
    expect((await saidOf(await post(`/imports/x/rows/1/drop`, { reason: "x" })))[0]).toBe(404);
    const { token: other } = await counter.tokens.issue({ role: "employer", organisation: own, insz: null }, "test");
    for (const [bearer, status] of [
      [other, 403],
      ["nobody-has-this-token", 401],
    ] as const) {
      expect((await saidOf(await api(at, {}, bearer)))[0]).toBe(status);
      for (const [path, body] of [
        [`${at}/correct`, { kbo: own }],
        [`${at}/drop`, { reason: "x" }],
        [`/imports/${id}/cancel`, undefined],
      ] as const)
        expect((await saidOf(await post(path, body, bearer)))[0]).toBe(status);
    }
  });
});

describe("one right", () => {
  /** Recorded as from a list, for a person without a name in the vault. */
  async function recorded(more: Partial<OldRightFacts> = {}): Promise<string> {
    const rightRef = newRef();
    const payload = {
      measure: "VOP",
      personRef: newRef(),
      employerRef: newRef(),
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
    const event = { type: "OldRightRecorded", effectiveOn: payload.startedOn, payload };
    await counter.events.append("right", rightRef, 0, [event], { actor: { role: "test", ref: "test" }, commandId: newRef() });
    return rightRef;
  }
  const act = (rightRef: string, name: string, body: unknown, key: string | null = newRef()) =>
    app.api.request(`/api/v1/transition/rights/${rightRef}/${name}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        ...(key === null ? {} : { "idempotency-key": key }),
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const problemOf = async (response: Response) => {
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    return [response.status, await response.text()] as const;
  };

  test("is listed and read with the measure of each quarter; a wrong query or reference says so", async () => {
    const personRef = newRef<PersonRef>();
    const rightRef = await recorded({ personRef });
    const list = (await (await api(`/rights?personRef=${personRef}`)).json()) as { items: readonly { id: string }[]; next: null };
    expect([list.items.map((one) => one.id), list.next]).toEqual([[rightRef], null]);
    const one = (await (await api(`/rights/${rightRef}`)).json()) as { quarters: readonly { quarter: string; by: string }[] };
    expect(one).toMatchObject({ id: rightRef, measure: "VOP", lastDay: "2027-03-31", evaluation: null });
    expect(one.quarters.at(-1)).toMatchObject({ quarter: "2023-Q3", by: "OLD", percentage: 30 });
    for (const query of ["measure=X", "personRef=1", "limit=0", "limit=501", "after=x"])
      expect((await problemOf(await api(`/rights?${query}`)))[0]).toBe(400);
    expect((await api(`/rights/${newRef()}`)).status).toBe(404);
    expect((await api("/rights/x")).status).toBe(404);
    // A reference of something that is no right.
    const { rows } = await counter.store.database.pool.query<{ ref: string }>(
      "select stream_ref as ref from log.event where stream_kind = 'employer' limit 1",
    );
    expect((await api(`/rights/${rows[0]?.ref}`)).status).toBe(404);
    expect((await app.get(`/overgang/recht/${rows[0]?.ref}`, handler)).status).toBe(404);
  });

  test("takes the question for an evaluation once, and a decision without a grant", async () => {
    const rightRef = await recorded();
    const key = newRef();
    expect((await act(rightRef, "evaluation-request", { on: "2026-11-02" }, key)).status).toBe(200);
    expect((await act(rightRef, "evaluation-request", { on: "2026-11-02" }, key)).status).toBe(200);
    const [again, said] = await problemOf(await act(rightRef, "evaluation-request", { on: "2026-11-02" }));
    expect([again, said.includes("action.notAllowed")]).toEqual([409, true]);
    expect((await problemOf(await act(rightRef, "evaluation-decision", { on: "2026-11-10", outcome: "IMW" })))[0]).toBe(422);
    const decided = await act(rightRef, "evaluation-decision", { on: "2026-11-10", outcome: "NO_NEED" });
    expect(await decided.json()).toMatchObject({ lastDay: "2026-11-10", evaluation: { outcome: "NO_NEED" } });
  });

  test("that is over can still be found to have ended earlier, on the page too; not later", async () => {
    const rightRef = await recorded({ endsOn: plainDate("2026-10-15") });
    const one = (await (await api(`/rights/${rightRef}`)).json()) as { actions: readonly string[] };
    expect(one.actions).toContain("EndOldRight");
    expect(await (await app.get(`/overgang/recht/${rightRef}`, handler)).text()).toContain("/beeindigen");
    const later = await problemOf(await act(rightRef, "end", { lastDay: "2026-10-31", reason: "IMW_GRANTED" }));
    expect([later[0], later[1].includes("oldRight.afterEnd")]).toEqual([422, true]);
    const earlier = { "laatste-dag": "30/09/2026", reden: "IMW_GRANTED" };
    expect((await app.post(`/overgang/recht/${rightRef}/beeindigen`, handler, earlier)).status).toBe(303);
    expect((await counter.events.read(rightRef)).at(-1)).toMatchObject({
      type: "OldRightEnded",
      payload: { endedOn: "2026-09-30", reason: "IMW_GRANTED" },
    });
  });

  test("says of bad input which field, and what is missing around it", async () => {
    const rightRef = await recorded();
    const [future, reason] = await problemOf(await act(rightRef, "evaluation-request", { on: "2099-01-01" }));
    expect([future, reason.includes("date.future")]).toEqual([422, true]);
    expect((await problemOf(await act(rightRef, "evaluation-request", { on: "31/02/2026" })))[0]).toBe(422);
    expect((await problemOf(await act(rightRef, "evaluation-request", { day: "2026-11-02" })))[0]).toBe(400);
    expect((await problemOf(await act(rightRef, "evaluation-request", { on: 3 })))[0]).toBe(400);
    expect((await problemOf(await act(rightRef, "evaluation-request", "{")))[0]).toBe(400);
    expect((await problemOf(await act(rightRef, "evaluation-request", { on: "2026-11-02" }, null)))[0]).toBe(400);
    expect((await act(newRef(), "evaluation-request", { on: "2026-11-02" })).status).toBe(404);
    const [, amount] = await problemOf(await act(rightRef, "amount", { amount: "x", from: "2024", source: "" }));
    for (const field of ["amount", "from", "source"]) expect(amount).toContain(`"field":"${field}"`);
    expect((await problemOf(await act(rightRef, "end", { lastDay: "2022-01-01" })))[0]).toBe(422);
    expect((await problemOf(await act(rightRef, "end", { lastDay: "2026-10-31", reason: "X" })))[0]).toBe(422);
  });

  test("says what the law gives a right from its own facts: trajectory, package, reduction, crossing", async () => {
    const saidOf = async (more: Parameters<typeof recorded>[0]) => {
      const one = (await (await api(`/rights/${await recorded(more)}`)).json()) as {
        said: readonly { rule: string; value: string }[];
      };
      return Object.fromEntries(one.said.map(({ rule, value }) => [rule, value]));
    };
    const shared = { startedOn: plainDate("2021-03-01"), schedule: [], quarters: null };
    expect(await saidOf({ ...shared, measure: "LDE_INDIVIDUAL" })).toEqual({ ldeTrajectoryEnd: "2026-03-01" });
    expect(Object.keys(await saidOf({ ...shared, measure: "LDE_COLLECTIVE" }))).toEqual([
      "ldeTrajectoryEnd",
      "ldeTemporaryPercentage",
    ]);
    const sine = { ...shared, startQuarter: quarter("2021-Q1"), endsOn: plainDate("2026-12-31") };
    expect(Object.keys(await saidOf({ ...sine, measure: "SINE_REGULAR", reductionCode: "3241" }))).toEqual([
      "sineWageSubsidyUntil",
      "sineRightLastQuarter",
    ]);
    // Under the third code the right is indefinite: no last quarter is said.
    expect(Object.keys(await saidOf({ ...sine, measure: "SINE_REGULAR", reductionCode: "3250" }))).toEqual([
      "sineWageSubsidyUntil",
    ]);
    // A worker of LDE has the reduction only when the list names its code.
    expect(Object.keys(await saidOf({ ...sine, measure: "LDE_INDIVIDUAL", reductionCode: "3240" }))).toEqual([
      "ldeTrajectoryEnd",
      "sineWageSubsidyUntil",
      "sineRightLastQuarter",
    ]);
    expect(await saidOf({})).toEqual({});
    const page = await app.get(`/overgang/recht/${await recorded({ ...shared, measure: "LDE_INDIVIDUAL" })}`, handler);
    expect(await page.text()).toContain("Wat de regels van dit recht zeggen");
  });

  test("takes the choice of an LDE organisation once, as its list says, in the API and on the page", async () => {
    const lde = await recorded({ measure: "LDE_INDIVIDUAL", schedule: [], quarters: null });
    const actionsOf = async () => ((await (await api(`/rights/${lde}`)).json()) as { actions: readonly string[] }).actions;
    expect(await actionsOf()).toContain("ChooseForLde");
    expect(await (await app.get(`/overgang/recht/${lde}`, handler)).text()).toContain("Keuze van de organisatie");
    expect((await problemOf(await act(lde, "choice", { choice: "BOTH" })))[0]).toBe(422);
    expect((await problemOf(await act(lde, "choice", { choice: "INDIVIDUAL", on: "31/02/2023" })))[0]).toBe(422);
    expect((await problemOf(await act(lde, "choice", { choice: "COLLECTIVE" })))[1]).toContain("lde.choiceOther");
    const chosen = await act(lde, "choice", { choice: "INDIVIDUAL", on: "2023-06-01" });
    expect(await chosen.json()).toMatchObject({ ldeChoice: "INDIVIDUAL" });
    expect(await actionsOf()).not.toContain("ChooseForLde");
    expect(await (await app.get(`/overgang/recht/${lde}`, handler)).text()).not.toContain("Keuze opnemen");
    expect((await problemOf(await act(lde, "choice", { choice: "COLLECTIVE" })))[1]).toContain("lde.choiceMade");
    expect((await problemOf(await act(await recorded(), "choice", { choice: "INDIVIDUAL" })))[0]).toBe(409);
  });

  test("takes an amount with its source, which stays out of the records", async () => {
    const lde = await recorded({ measure: "LDE_INDIVIDUAL", schedule: [], quarters: null });
    const entered = await act(lde, "amount", { amount: "1800,00", from: "2024-K1", source: "Nota van 12 maart" });
    expect(await entered.json()).toMatchObject({ amounts: [{ amount: "1800.00", per: "FTE_QUARTER", fromQuarter: "2024-Q1" }] });
    const events = JSON.stringify(await counter.events.read(lde));
    expect(events).not.toContain("12 maart");
  });

  test("takes amounts for local governments up to the one total that they share, per year, and says what is left of it", async () => {
    const total = counter.law.timeline("ald.totalBudget")[0]?.value as number;
    const ald = (endsOn: string) =>
      recorded({ measure: "ALD", personRef: null, schedule: [], quarters: null, endsOn: plainDate(endsOn) });
    const [one, other, early] = [await ald("2025-12-31"), await ald("2025-12-31"), await ald("2024-12-31")];
    const whole = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
    const enter = (right: string, cents: number, from = "2024-Q1") =>
      act(right, "amount", { amount: whole(cents), from, source: "Besluit" });
    const share = Math.floor(total / 4);
    // By itself: above the total, and at it.
    expect((await problemOf(await enter(one, total + 1)))[1]).toContain("TRANS-50");
    expect((await enter(one, total)).status).toBe(200);
    // A later amount of the same right takes the place of its earlier one, and gives the room back.
    expect((await enter(one, share)).status).toBe(200);
    const [status, said] = await problemOf(await enter(other, total - share + 1));
    expect([
      status,
      said.includes("subsidy.noRoom"),
      said.includes(formatEuro((total - share) as Cents, "en")),
      said.includes("2024"),
    ]).toEqual([422, true, true, true]);
    const page = await app.post(`/overgang/recht/${other}/bedrag`, handler, {
      bedrag: whole(total).replace(".", ","),
      vanaf: "2024-K1",
      bron: "Besluit",
    });
    expect([page.status, (await page.text()).includes("delen één totaal")]).toEqual([422, true]);
    expect((await enter(other, total - share - 1)).status).toBe(200);
    expect((await enter(other, total - share)).status).toBe(200);
    // Full for 2024 and 2025. What is only for a year in which nothing else runs has that year's whole total.
    expect((await problemOf(await enter(early, 1)))[1]).toContain("subsidy.noRoom");
    expect((await enter(early, 1, "2023-Q3")).status).toBe(422);
    // A right that ended earlier leaves its room from the year after.
    expect((await act(other, "end", { lastDay: "2023-12-31" })).status).toBe(200);
    expect((await enter(early, total - share)).status).toBe(200);
  });

  test("takes proof of activity of a self-employed person without keeping the income in the records", async () => {
    const rightRef = await recorded({
      employerRef: null,
      schedule: [
        { throughQuarter: 5, percentage: 40 },
        { throughQuarter: 20, percentage: 20 },
      ],
    });
    const proof = { proof: "ASSESSMENT", incomeYear: "2024", netIncome: "54321.98", from: "2023-Q3", source: "Aanslagbiljet" };
    const judged = await act(rightRef, "activity", proof);
    expect(await judged.json()).toMatchObject({ activity: [{ fromQuarter: "2023-Q3", suffices: true, incomeYear: 2024 }] });
    expect(JSON.stringify(await counter.events.read(rightRef))).not.toContain("5432198");
    const { rows } = await counter.store.database.pool.query(
      "select distinct activity from read.old_right where right_ref = $1 and upper_inf(known) and valid @> date '2024-01-01'",
      [rightRef],
    );
    expect(rows).toEqual([{ activity: true }]);
    const [, missing] = await problemOf(await act(rightRef, "activity", { proof: "ASSESSMENT", from: "2023-Q3", source: "x" }));
    for (const field of ["incomeYear", "netIncome"]) expect(missing).toContain(`"field":"${field}"`);
    expect((await problemOf(await act(await recorded(), "activity", proof)))[1]).toContain("vopActivity.notHere");
  });

  test("converts LDE and SINE into contingent, and shows it per organisation, year and reading", async () => {
    const employerRef = newRef<EmployerRef>();
    const shared = { employerRef, schedule: [], quarters: null } as const;
    const lde = await recorded({ ...shared, measure: "LDE_COLLECTIVE", endsOn: plainDate("2023-12-31") });
    const later = await recorded({ ...shared, measure: "LDE_COLLECTIVE", endsOn: plainDate("2024-06-30") });
    const running = await recorded({ ...shared, measure: "LDE_COLLECTIVE" });
    const sine = await recorded({
      ...shared,
      measure: "SINE_MWB_OUTSIDE",
      reductionCode: "3250",
      endsOn: plainDate("2025-06-30"),
    });
    expect((await act(lde, "conversion", { fte: "0,85", source: "Lijst" })).status).toBe(200);
    expect((await problemOf(await act(lde, "conversion", { fte: "0,85", source: "Lijst" })))[1]).toContain("conversion.done");
    expect((await problemOf(await act(later, "conversion", { fte: "1", source: "Lijst" })))[0]).toBe(422);
    expect((await act(later, "conversion", { fte: "1", ratio: "0,75", source: "Besluit" })).status).toBe(200);
    expect((await problemOf(await act(running, "conversion", { fte: "1", source: "Lijst" })))[1]).toContain(
      "conversion.notEnded",
    );
    expect((await problemOf(await act(running, "conversion", { fte: "veel", source: "" })))[1]).toContain('"field":"fte"');
    expect((await act(sine, "conversion", { keepsEmployment: "yes", source: "Verklaring" })).status).toBe(200);
    const view = await (await api(`/organisations/${employerRef}`)).json();
    expect(view).toMatchObject({
      lde: [
        { year: 2023, rights: 1, fte: "0.85", contingent: "0.5950" },
        { year: 2024, rights: 1, fte: "1.00", contingent: "0.7500" },
      ],
      sine: { workers: 1 },
    });
    expect((await api(`/organisations/${newRef()}`)).status).toBe(404);
    const page = await (await app.get(`/overgang/organisatie/${employerRef}`, handler)).text();
    for (const said of ["0,595", "0,75", "Om te zetten in contingent", "in gebruik"]) expect(page).toContain(said);
    expect((await app.get(`/overgang/organisatie/${employerRef}`, employer)).status).toBe(403);
    // Who chose collective sees by when a new maatwerkbedrijf reaches its norms.
    await counter.events.append(
      "right",
      running,
      1,
      [
        {
          type: "LdeChoiceMade",
          effectiveOn: plainDate("2023-06-01"),
          payload: { choice: "COLLECTIVE", organisationRef: employerRef, chosenOn: null },
        },
      ],
      { actor: { role: "test", ref: "test" }, commandId: newRef() },
    );
    const years = counter.law.timeline("lde.newMwb.years")[0]?.value as number;
    const founded = await app.get(`/overgang/organisatie/${employerRef}?opgericht=1/10/2023`, handler);
    expect(await founded.text()).toContain(String(2023 + years));
    const wrong = await app.get(`/overgang/organisatie/${employerRef}?opgericht=1/10/2019x`, handler);
    expect([wrong.status, (await wrong.text()).includes("Schrijf een dag")]).toEqual([422, true]);
  });

  test("on the page keeps what was typed beside the mistake, and finds a right by number", async () => {
    const rightRef = await recorded();
    const refused = await app.post(`/overgang/recht/${rightRef}/evaluatie-vragen`, handler, { dag: "31/02/2026" });
    expect([refused.status, (await refused.text()).includes('value="31/02/2026"')]).toEqual([422, true]);
    const wrong = await app.post("/overgang/rechten/zoeken", handler, { nummer: "123" });
    expect([wrong.status, (await wrong.text()).includes("controlegetal")]).toEqual([422, true]);
    const found = await app.post("/overgang/rechten/zoeken", handler, { nummer: own });
    expect(found.headers.get("location")).toMatch(/^\/overgang\/rechten\?werkgever=/);
    expect(found.headers.get("location")).not.toContain(own);
  });
});
