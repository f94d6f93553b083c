// What statisticians do on the pages, done by programs: keep, draft, release as another person, compare, verify, link.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApi } from "../api/index.ts";
import type { CounterPorts } from "../counter/index.ts";
import { fixedClock, instant } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { loadTables, sv170Population } from "../statistics/testing.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { createFigures } from "./figures.ts";

let database: TestDatabase;
let api: ReturnType<typeof createApi>;
const question = "unit: ticket\nmeasure: { stock: ticket }\nat: 2023-12-31\nby: [ticketMeasure]\n";
const base = "/api/v1/figures";

/** Token and whose it is: a person of a role, or a program that stands for nobody. */
const holders: Readonly<Record<string, { role: string; person?: string }>> = {
  mwk_drafter00: { role: "statistician", person: "luca" },
  mwk_releaser0: { role: "statistician", person: "mira" },
  mwk_nobody000: { role: "statistician" },
  mwk_analyst00: { role: "policyAnalyst", person: "ada" },
  mwk_employer0: { role: "employer", person: "eva" },
};
const [drafter, releaser, nobody, analyst, employer] = Object.keys(holders) as [string, string, string, string, string];

beforeAll(async () => {
  database = await testDatabase();
  await loadTables(database.pool, sv170Population({ f: 120, g: 800 }, 40));
  const law = openLaw();
  const clock = { ...fixedClock("2024-04-02" as never), now: () => instant("2024-04-02T09:00:00.000Z") };
  const tokens = {
    read: async (token: string) =>
      holders[token] === undefined ? null : { ...holders[token], organisation: "OVO999001", insz: null, tokenRef: token },
  };
  api = createApi({
    law,
    clock,
    answers: { ids: [], give: async () => ({ answer: {}, released: true }) },
    ready: async () => null,
    figures: createFigures({ law, clock, database, synthetic: true }),
    counter: { tokens } as unknown as CounterPorts,
  });
});
afterAll(() => database.close());

type Body = Readonly<Record<string, unknown>>;
async function call(method: string, path: string, token: string | null, body?: unknown): Promise<{ status: number; body: Body }> {
  const response = await api.request(`${base}${path}`, {
    method,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  if (response.status >= 400) expect(response.headers.get("content-type")).toBe("application/problem+json");
  return { status: response.status, body: (await response.json()) as Body };
}
const fields = ({ body }: { body: Body }) => (body.errors as { field?: string }[] | undefined)?.map((one) => one.field);

describe("what can be asked", () => {
  it("is told to everybody: dimensions with meaning, owner, availability, exclusivity and units, and what can be counted", async () => {
    const { items } = (await call("GET", "/dimensions", null)).body as unknown as { items: Record<string, unknown>[] };
    expect(items.length).toBeGreaterThan(40);
    const education = items.find((one) => one.id === "education")!;
    expect(education).toMatchObject({ owner: { id: "LINKAGE" }, availability: { when: "linked" }, linkages: [] });
    for (const one of items)
      expect(Object.keys(one)).toEqual(expect.arrayContaining(["meaning", "exclusive", "units", "subjects"]));
    const catalogue = (await call("GET", "/catalogue", null)).body as unknown as Record<string, { id: string }[]>;
    expect(catalogue.units!.map((unit) => unit.id)).toContain("relation");
    expect((await call("GET", "/catalogue.jsonld", null)).body["@type"]).toBe("dcat:Catalog");
  });

  it("has templates and bounds for who may ask, and refuses margins at their line or together", async () => {
    expect((await call("GET", "/templates", null)).status).toBe(401);
    expect((await call("GET", "/templates", employer)).status).toBe(403);
    expect((await call("GET", "/templates", analyst)).body.items).toContainEqual(expect.objectContaining({ id: "kerncijfers" }));
    const margins = "tickets: [A, B]\nmargins:\n  - { id: a, has: [A], equals: 5 }\n  - { id: b, has: [B], equals: 7 }\n";
    const solved = await call("POST", "/bounds", analyst, margins);
    expect(solved.body.cells).toContainEqual({ tickets: ["A", "B"], min: 0, max: 5 });
    const misread = await call("POST", "/bounds", analyst, "tickets: [A]\nmargins:\n  - { id: a, has: [A], equal: 5 }\n");
    expect([misread.status, misread.body.errors]).toEqual([400, [expect.objectContaining({ line: 3 })]]);
    const against = `${margins}  - { id: c, has: [A], equals: 6 }\n`;
    expect((await call("POST", "/bounds", analyst, against)).status).toBe(422);
    expect((await call("POST", "/bounds", analyst, "")).status).toBe(400);
  });
});

describe("a kept question", () => {
  it("has versions, and is refused at its line when it cannot be read", async () => {
    expect(await call("PUT", "/questions/tickets", drafter, question)).toMatchObject({ status: 201, body: { version: 1 } });
    expect((await call("PUT", "/questions/tickets", drafter, `${question}totals: true\n`)).status).toBe(200);
    expect((await call("GET", "/questions/tickets", analyst)).body).toMatchObject({ name: "tickets", version: 2 });
    expect(((await call("GET", "/questions", analyst)).body.items as unknown[]).length).toBe(1);
    expect((await call("GET", "/questions/none", analyst)).status).toBe(404);
    const wrong = await call("PUT", "/questions/tickets", drafter, "unit: tickets\n");
    expect(wrong.status).toBe(400);
    expect(fields(wrong)).toContain("unit");
    expect(fields(await call("PUT", "/questions/A%20b", drafter, question))).toEqual(["name"]);
    expect((await call("PUT", "/questions/tickets", employer, question)).status).toBe(403);
  });
});

describe("a draft", () => {
  let id = "";
  let seen = "";

  it("is made by who may, from one source, and each wrong field is named", async () => {
    expect((await call("POST", "/drafts", analyst, { name: "tickets-api", question })).status).toBe(403);
    expect(fields(await call("POST", "/drafts", drafter, { name: "tickets-api" }))).toEqual(["question"]);
    expect(fields(await call("POST", "/drafts", drafter, { name: "tickets-api", kept: "none" }))).toEqual(["kept"]);
    expect(fields(await call("POST", "/drafts", drafter, { name: "tickets-api", answer: "sv-999" }))).toEqual(["answer"]);
    expect(fields(await call("POST", "/drafts", drafter, { question }))).toEqual(["name"]);
    expect(fields(await call("POST", "/drafts", drafter, { name: "x", question, knownAt: "soon" }))).toEqual(["knownAt"]);
    expect((await call("POST", "/drafts", drafter, "{")).status).toBe(400);
    expect(fields(await call("POST", "/drafts", drafter, { name: "A B", question }))).toEqual(["name"]);
    const made = await call("POST", "/drafts", drafter, { name: "tickets-api", kept: "tickets", knownAt: "2024-03-31" });
    expect(made).toMatchObject({ status: 201, body: { status: "DRAFT", knownAt: "2024-03-31T21:59:59.999Z" } });
    id = String(made.body.id);
    expect((await call("POST", "/drafts", drafter, { name: "tickets-api", question })).status).toBe(409);
  });

  it("is looked at with what would be released", async () => {
    const shown = await call("GET", `/drafts/${id}`, analyst);
    expect(shown.body.publication).toMatchObject({ policy: "public-1-3" });
    seen = String(shown.body.seen);
    expect(((await call("GET", "/drafts", analyst)).body.items as { id: string }[]).map((one) => one.id)).toEqual([id]);
    expect((await call("GET", "/drafts/nothing", analyst)).status).toBe(404);
    expect((await call("GET", `/drafts/${id}`, employer)).status).toBe(403);
  });

  it("is released by another person only, and only as it was looked at", async () => {
    expect((await call("POST", `/drafts/${id}/release`, analyst, { seen })).status).toBe(403);
    expect((await call("POST", `/drafts/${id}/release`, nobody, { seen })).status).toBe(403);
    const own = await call("POST", `/drafts/${id}/release`, drafter, { seen });
    expect([own.status, own.body.type]).toEqual([409, "urn:maatwerk:problem:release.samePerson"]);
    expect(fields(await call("POST", `/drafts/${id}/release`, releaser, {}))).toEqual(["seen"]);
    expect((await call("POST", `/drafts/${id}/release`, releaser, { seen: "0".repeat(64) })).status).toBe(409);
    const released = await call("POST", `/drafts/${id}/release`, releaser, { seen });
    expect(released).toMatchObject({ status: 200, body: { status: "RELEASED", release: `/api/v1/releases/${id}` } });
    expect((await api.request(`/api/v1/releases/${id}`)).status).toBe(200);
    expect((await call("POST", `/drafts/${id}/release`, releaser, { seen })).status).toBe(409);
  });

  it("takes another policy, is laid beside the earlier release with a watermark, and is rejected with a reason", async () => {
    const again = await call("POST", "/drafts", drafter, { name: "tickets-api", kept: "tickets", reason: "later geregistreerd" });
    expect(again).toMatchObject({ status: 201, body: { revision: 2 } });
    const path = `/drafts/${again.body.id}`;
    expect(fields(await call("POST", `${path}/policy`, releaser, { policy: "none", reason: "x" }))).toEqual(["policy"]);
    expect((await call("POST", `${path}/policy`, releaser, { policy: "public-1-10", reason: "klein" })).body.policy).toBe(
      "public-1-10",
    );
    expect(fields(await call("GET", `${path}/comparison?with=${again.body.id}`, analyst))).toEqual(["with"]);
    const compared = await call("GET", `${path}/comparison?with=${id}`, analyst);
    expect(compared.body).toMatchObject({ release: id, lawMoved: false, watermark: { en: expect.stringMatching(/^INTERNAL/) } });
    expect((compared.body.changes as unknown[]).length).toBeGreaterThan(2);
    expect(fields(await call("POST", `${path}/rejection`, drafter, { reason: " " }))).toEqual(["reason"]);
    expect((await call("POST", `${path}/rejection`, drafter, { reason: "toch niet" })).body.status).toBe("REJECTED");
  });

  it("was released as it can be verified", async () => {
    const found = await call("GET", "/verification", analyst);
    expect(found.body).toMatchObject({ sound: true, items: [{ id, sound: true, flaws: [], lawMoved: false }] });
    expect((await call("GET", "/verification?name=none", analyst)).body.items).toEqual([]);
    expect((await call("GET", "/verification", employer)).status).toBe(403);
  });
});

describe("internal figures", () => {
  it("carry a watermark, and those of the public channel do not", async () => {
    expect((await call("POST", "?channel=internal", analyst, question)).body.watermark).toMatchObject({
      nl: expect.stringMatching(/^INTERN/),
    });
    expect((await call("POST", "", analyst, question)).body).not.toHaveProperty("watermark");
  });
});

describe("the yearly linkage", () => {
  it("is asked for, taken in whole or not at all, and stands in the calendar", async () => {
    expect(fields(await call("POST", "/linkages", drafter, { dimension: "education", coversUntil: "soon" }))).toEqual([
      "coversUntil",
    ]);
    expect(fields(await call("POST", "/linkages", drafter, { dimension: "height", coversUntil: "2023-12-31" }))).toEqual([
      "dimension",
    ]);
    expect((await call("POST", "/linkages", analyst, { dimension: "education", coversUntil: "2023-12-31" })).status).toBe(403);
    const asked = await call("POST", "/linkages", drafter, { dimension: "education", coversUntil: "2023-12-31" });
    expect(asked.status).toBe(201);
    const [, ...pseudonyms] = String(asked.body.csv).trim().split("\n");
    expect(pseudonyms).toHaveLength(Number(asked.body.persons));
    const file = `/linkages/${asked.body.id}/file`;
    const wrong = await call("PUT", file, drafter, `pseudonym,value\n${pseudonyms[0]},TALL\n`);
    expect([wrong.status, fields(wrong)]).toEqual([422, ["2"]]);
    expect((await call("PUT", "/linkages/none/file", drafter, "pseudonym,value\n")).status).toBe(404);
    const rows = pseudonyms.map((one) => `${one},LOW`);
    expect((await call("PUT", file, drafter, ["pseudonym,value", ...rows].join("\n"))).body).toMatchObject({ coverage: "100.0" });
    expect((await call("PUT", file, drafter, ["pseudonym,value", ...rows].join("\n"))).status).toBe(409);
    expect((await call("GET", "/linkages", analyst)).body.items).toMatchObject([{ id: asked.body.id, dimension: "education" }]);
    const { items } = (await call("GET", "/dimensions", null)).body as unknown as { items: Record<string, unknown>[] };
    expect(items.find((one) => one.id === "education")!.linkages).toMatchObject([{ coversUntil: "2023-12-31" }]);
  });
});
