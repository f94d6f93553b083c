// The department's API: the same steps as on the pages, with versions, keys, cursors and limits.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApi } from "../api/index.ts";
import { type DepartmentPorts, decide, openDeskFile, refreshWork } from "../counter/index.ts";
import { FLANDERS, type TestCounter, testCounter, testFirm, testInsz, testKbo } from "../counter/testing.ts";
import { cents, instant, newRef, plainDate } from "../kernel/index.ts";
import { type TestApp, testApp } from "./testing/app.ts";
import { fileFor, giveTicket, movingClock, testDepartment } from "./testing/department.ts";

let counter: TestCounter;
let ports: DepartmentPorts;
let app: TestApp;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  const numbers = Array.from({ length: 12 }, (_, at) => at + 1);
  counter = await testCounter(
    {
      companies: numbers.map((n) => testFirm(n)),
      residences: numbers.map((n) => ({ insz: testInsz(n), ...FLANDERS })),
      employments: numbers.map((n) => ({ insz: testInsz(n), employer: testKbo(n), from: plainDate("2026-09-01"), until: null })),
    },
    movingClock(instant("2026-11-23T09:00:00.000Z")),
  );
  ports = testDepartment(counter, cents(100_000_00));
  app = testApp(counter, ports);
  for (const [name, role] of [
    ["koen", "caseHandler"],
    ["fatima", "caseHandler"],
    ["helpdesk", "helpdesk"],
    ["auditor", "auditor"],
    ["employer", "employer"],
  ] as const) {
    const organisation = role === "employer" ? testKbo(1) : "OVO999001";
    tokens[name] = (await counter.tokens.issue({ role, organisation, insz: null, person: `person-${name}` }, name)).token;
  }
});
afterAll(() => counter.close());

const ask = (who: string, path: string, more: RequestInit & { readonly match?: string; readonly key?: string } = {}) =>
  app.api.request(`/api/v1/department${path}`, {
    ...more,
    headers: {
      authorization: `Bearer ${tokens[who]}`,
      "content-type": "application/json",
      ...(more.match === undefined ? {} : { "if-match": more.match }),
      ...(more.method === "POST" ? { "idempotency-key": more.key ?? newRef() } : {}),
    },
  });
const post = (who: string, path: string, body: unknown, more: { readonly match?: string; readonly key?: string } = {}) =>
  ask(who, path, { method: "POST", body: JSON.stringify(body), ...more });
const problemsOf = async (response: Response) => {
  const body = (await response.json()) as { errors?: { id: string }[] };
  return [response.status, (body.errors ?? []).map((one) => one.id)];
};

describe("a file", () => {
  test("is read, assessed, previewed and decided once, on the version that was read", async () => {
    const { fileRef, personRef } = await fileFor(counter, 1);
    await giveTicket(ports, personRef);
    const read = await ask("koen", `/files/${fileRef}`);
    const match = read.headers.get("etag") ?? "";
    expect([read.status, match]).toEqual([200, '"v1"']);
    const unchanged = await app.api.request(`/api/v1/department/files/${fileRef}`, {
      headers: { authorization: `Bearer ${tokens.koen}`, "if-none-match": match },
    });
    expect(unchanged.status).toBe(304);
    const assessed = (await (await ask("auditor", `/files/${fileRef}/assessment`)).json()) as {
      outcome: { package: string };
      preview: { total: string };
    };
    expect(assessed.outcome.package).toBe("P5");
    const onNothing = { kind: "GRANT", followsOn: newRef() };
    for (const path of ["decisions/preview", "decisions"]) {
      const refused = await post("koen", `/files/${fileRef}/${path}`, onNothing, { match: '"v1"' });
      expect([refused.status, await refused.json()]).toEqual([
        422,
        expect.objectContaining({ errors: [expect.objectContaining({ id: "grant.olderRightUnknown", field: "followsOn" })] }),
      ]);
    }
    const preview = (await (await post("koen", `/files/${fileRef}/decisions/preview`, { kind: "GRANT" })).json()) as {
      secondLook: boolean;
      preview: { total: string };
    };
    expect(preview).toMatchObject({ secondLook: false, preview: { total: assessed.preview.total } });
    const key = newRef();
    const decided = await post("koen", `/files/${fileRef}/decisions`, { kind: "GRANT" }, { match, key });
    expect([decided.status, decided.headers.get("etag")]).toEqual([200, '"v2"']);
    const again = await post("koen", `/files/${fileRef}/decisions`, { kind: "GRANT" }, { match, key });
    expect(again.status).toBe(200);
    const late = await post("fatima", `/files/${fileRef}/decisions`, { kind: "GRANT" }, { match });
    expect(await problemsOf(late)).toEqual([412, ["file.changed"]]);
  });

  test("above the set amount waits for a second person", async () => {
    const { fileRef, personRef } = await fileFor(counter, 2, { premiums: "WAGE_AND_GUIDANCE" });
    await giveTicket(ports, personRef, { guided: true });
    const proposed = await post("koen", `/files/${fileRef}/decisions`, { kind: "GRANT" }, { match: '"v1"' });
    expect(proposed.status).toBe(202);
    const { proposal } = (await proposed.json()) as { proposal: { id: string } };
    const path = `/files/${fileRef}/proposals/${proposal.id}`;
    expect(await problemsOf(await post("koen", `${path}/confirmation`, {}, { match: '"v1"' }))).toEqual([
      409,
      ["handling.samePerson"],
    ]);
    expect((await post("fatima", `${path}/return`, { reason: "Reken na" }, { match: '"v1"' })).status).toBe(200);
    const again = await post("koen", `/files/${fileRef}/decisions`, { kind: "GRANT" }, { match: '"v1"' });
    const second = ((await again.json()) as { proposal: { id: string } }).proposal.id;
    // A program that acts for no person is nobody's second look; neither is another key of who proposed.
    for (const person of [undefined, "person-koen"]) {
      const grant = {
        role: "caseHandler" as const,
        organisation: "OVO999001",
        insz: null,
        ...(person === undefined ? {} : { person }),
      };
      tokens.other = (await counter.tokens.issue(grant, "other")).token;
      expect(
        await problemsOf(await post("other", `/files/${fileRef}/proposals/${second}/confirmation`, {}, { match: '"v1"' })),
      ).toEqual([409, [person === undefined ? "handling.personNeeded" : "handling.samePerson"]]);
    }
    const confirmed = await post("fatima", `/files/${fileRef}/proposals/${second}/confirmation`, {}, { match: '"v1"' });
    expect(((await confirmed.json()) as { status: string }).status).toBe("GRANTED");
  });

  test("its employer designates a guide, plans and is told when an adjustment opens", async () => {
    const { fileRef, personRef } = await fileFor(counter, 9, { premiums: "WAGE_AND_GUIDANCE" });
    await giveTicket(ports, personRef, { guided: true });
    const generous = testDepartment(counter);
    const file = await openDeskFile(
      generous,
      { role: "caseHandler", actorRef: "x", organisation: "", insz: null },
      fileRef,
      "test",
    );
    const choice = {
      kind: "GRANT" as const,
      rightRef: null,
      takesOver: null,
      confirmed: [],
      manual: null,
      switches: {},
      motivation: "",
    };
    const acting = { role: "caseHandler" as const, actorRef: "x", organisation: "", insz: null };
    await decide(generous, acting, file as never, { version: 1, commandId: newRef() }, choice);
    tokens.firm = (await counter.tokens.issue({ role: "employer", organisation: testKbo(9), insz: null }, "firm")).token;
    const step = async (path: string, body: unknown, version: number) => {
      const response = await app.api.request(`/api/v1/applications/${fileRef}/${path}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: {
          authorization: `Bearer ${tokens.firm}`,
          "content-type": "application/json",
          "if-match": `"v${version}"`,
          "idempotency-key": newRef(),
        },
      });
      return problemsOf(response);
    };
    const guide = { guide: "An Synhof", qualification: "EXPERIENCE", experienceYears: 1, coach: "An Synhof" };
    expect(await step("guides", {}, 2)).toEqual([400, ["input.required", "input.required", "input.required"]]);
    expect(await step("guides", guide, 2)).toEqual([422, ["guidance.experience", "guidance.samePerson"]]);
    expect(await step("guides", { ...guide, experienceYears: 2, coach: "Jo Syndal" }, 2)).toEqual([200, []]);
    expect(await step("support-plans", { plan: "Elke maandag samen de week bekijken." }, 3)).toEqual([200, []]);
    expect(await step("adjustments", { reason: "Meer nodig" }, 4)).toEqual([422, ["evaluation.windowClosed"]]);
    expect(await step("extensions", { reason: "Langer nodig" }, 4)).toEqual([422, ["evaluation.windowClosed"]]);
    expect(await step("adjustments", { reason: "" }, 4)).toEqual([400, ["input.required"]]);
    expect(await step("adjustments", { reason: "Te laat" }, 3)).toEqual([412, ["file.changed"]]);
  });

  test("takes every other step, and says what is wrong with a body", async () => {
    const { fileRef } = await fileFor(counter, 3);
    const at = (step: string) => `/files/${fileRef}/${step}`;
    expect((await post("koen", at("notes"), { text: "Gebeld" }, { match: '"v1"' })).status).toBe(200);
    expect((await post("koen", at("assignments"), { handler: null }, { match: '"v1"' })).status).toBe(200);
    expect((await post("koen", at("changes/seen"), {}, { match: '"v1"' })).status).toBe(200);
    expect((await post("koen", at("notes"), { text: "" }, { match: '"v1"' })).status).toBe(400);
    expect((await post("koen", at("notes"), { text: "x" })).status).toBe(428);
    const wrong = await post("koen", at("completion-requests"), { missing: [], question: "?", extra: 1 }, { match: '"v1"' });
    expect([wrong.status, ((await wrong.json()) as { detail: string }).detail]).toEqual([
      400,
      expect.stringContaining("missing"),
    ]);
    const asked = { missing: ["OPEN-34"], question: "Stuur het contract", answerBy: "2026-12-15" };
    const completion = await post("koen", at("completion-requests"), asked, { match: '"v1"' });
    expect(await completion.json()).toMatchObject({ status: "INCOMPLETE", answerBy: "2026-12-15", version: 2 });
    const refused = await post("koen", at("refusals"), { motivation: "Zie gronden" }, { match: '"v2"' });
    expect(await refused.json()).toMatchObject({ status: "REFUSED", grounds: expect.arrayContaining(["IND-01"]) });
    const stop = await post("koen", at("stops"), { lastDay: "2026-11-01", reason: "ON_REQUEST" }, { match: '"v3"' });
    expect(stop.status).toBe(409);
  });
});

describe("the work list", () => {
  test("goes on by its cursor, without gap or double", async () => {
    for (const n of [4, 5, 6]) await fileFor(counter, n);
    await refreshWork(ports);
    const all = (await (await ask("koen", "/work-list?limit=200")).json()) as { items: { id: string }[]; total: number };
    expect(all.total).toBe(all.items.length);
    const found: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const path = `/work-list?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`;
      const page = (await (await ask("koen", path)).json()) as { items: { id: string }[]; nextCursor: string | null };
      found.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(all.items.map((one) => one.id));
    for (const query of ["limit=0", "limit=201", "cursor=x", "kind=NONE", "premiums=x"])
      expect([query, (await ask("koen", `/work-list?${query}`)).status]).toEqual([query, 400]);
  });
});

describe("who may do what", () => {
  test("an employer finds nothing at the department's file, its own neither", async () => {
    const { fileRef } = await fileFor(counter, 7);
    expect((await ask("employer", `/files/${fileRef}`)).status).toBe(404);
    expect((await ask("employer", "/work-list")).status).toBe(403);
  });

  test("a helpdesk searches with a purpose and opens nothing; an auditor reads and changes nothing", async () => {
    const { fileRef } = await fileFor(counter, 8);
    expect((await ask("helpdesk", `/files/${fileRef}`)).status).toBe(403);
    const found = await post("helpdesk", "/search", { text: testInsz(8), purpose: "QUESTION" });
    expect(((await found.json()) as { items: { id: string }[] }).items.map((one) => one.id)).toEqual([fileRef]);
    expect((await post("helpdesk", "/search", { text: testInsz(8) })).status).toBe(400);
    expect((await ask("auditor", `/files/${fileRef}`)).status).toBe(200);
    expect((await post("auditor", `/files/${fileRef}/notes`, { text: "x" }, { match: '"v1"' })).status).toBe(403);
  });
});

test("a program that asks too much is told when to come back; another is not held up", async () => {
  const { law, clock } = counter;
  const limits = { perToken: 2, perAddress: 1, now: () => 0 };
  const api = createApi({ law, clock, answers: {} as never, ready: async () => null, counter, department: ports, limits });
  const as = (token: string | undefined) =>
    api.request("/api/v1/department/work-list", token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
  expect([(await as(tokens.koen)).status, (await as(tokens.koen)).status]).toEqual([200, 200]);
  const held = await as(tokens.koen);
  expect([held.status, held.headers.get("retry-after"), held.headers.get("content-type")]).toEqual([
    429,
    "30",
    "application/problem+json",
  ]);
  expect((await as(tokens.fatima)).status).toBe(200);
  expect([(await as(undefined)).status, (await as(undefined)).status]).toEqual([401, 429]);
  expect((await api.request("/healthz")).status).toBe(200);
});
