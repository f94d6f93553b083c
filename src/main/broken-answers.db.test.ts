// Folders of answers with a mistake in them: each says where and what was expected, to who works with answers, and the others work.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApi } from "../api/index.ts";
import { type CounterPorts, figures } from "../counter/index.ts";
import { type TestCounter, testCounter } from "../counter/testing.ts";
import { assertOk, fixedClock } from "../kernel/index.ts";
import { ANSWERS_FOLDER } from "../statistics/index.ts";
import { loadTables, sv170Population } from "../statistics/testing.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";

/** What was done to a copy of the answer to question 170, and what is said of it. */
const broken: readonly { readonly id: string; readonly breaks: (folder: string) => void; readonly says: string }[] = [
  {
    id: "sv-301",
    breaks: (folder) => rmSync(join(folder, "figures.yaml")),
    says: "answers/sv-301/figures.yaml:1:1 The file figures.yaml is missing in the folder sv-301. (the figures that answer it",
  },
  {
    id: "sv-302",
    breaks: (folder) => {
      rmSync(join(folder, "published.yaml"));
      mkdirSync(join(folder, "published.yaml"));
    },
    says: "answers/sv-302/published.yaml:1:1 The file published.yaml in the folder sv-302 cannot be read (EISDIR). (what the document",
  },
  {
    id: "sv-303",
    breaks: (folder) => change(folder, "question.yaml", /^id: .*$/m, 'id: "sv-303'),
    says: "answers/sv-303/question.yaml:",
  },
  {
    id: "sv-304",
    breaks: (folder) => change(folder, "question.yaml", /^reference: .*$/m, "reference: 2023-02-31"),
    says: "“reference” is not what belongs here. (a day that exists, as 2023-12-31)",
  },
  {
    id: "sv-305",
    breaks: (folder) => change(folder, "published.yaml", /figure: tickets-stock/, "figure: tickets-stok"),
    says: "answers/sv-305/published.yaml:3:26 “tickets-stok” is not in this answer. (tickets-stock,",
  },
  {
    id: "sv-306",
    breaks: (folder) => change(folder, "figures.yaml", /unit: ticket$/m, "unit: tiket"),
    says: "answers/sv-306/figures.yaml:12:7 “tiket” is no unit",
  },
  {
    id: "sv-307",
    breaks: (folder) => change(folder, "figures.yaml", /^ {4}role: published/m, "    rol: published"),
    says: "answers/sv-307/figures.yaml:",
  },
];

const folder = mkdtempSync(join(tmpdir(), "answers-"));
let counter: TestCounter;
let app: TestApp;
let statistician: TestVisitor;
let api: ReturnType<typeof createApi>;

function change(of: string, name: string, what: RegExp, into: string): void {
  const before = readFileSync(join(of, name), "utf8");
  const after = before.replace(what, into);
  if (after === before) throw new Error(`${name} has no ${what}`);
  writeFileSync(join(of, name), after);
}

beforeAll(async () => {
  for (const id of ["sv-170", ...broken.map((one) => one.id)])
    cpSync(join(ANSWERS_FOLDER, "sv-170"), join(folder, id), { recursive: true });
  for (const { id, breaks } of broken) breaks(join(folder, id));
  counter = await testCounter({}, fixedClock("2024-04-02"));
  await loadTables(counter.store.database.pool, sv170Population({ f: 120, g: 800 }, 40));
  app = testApp(counter, undefined, undefined, undefined, { answersFolder: folder });
  statistician = await app.visitor({ role: "statistician", organisation: null });
  const { law, clock } = counter;
  const read = async (person: string) => ({ role: "statistician", person, organisation: "OVO1", insz: null, tokenRef: person });
  const tokens = { counter: { tokens: { read } } as unknown as CounterPorts };
  api = createApi({ law, clock, answers: app.answers, ready: async () => null, figures: app.figures, ...tokens });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await counter.close();
});

interface Told {
  readonly status: number;
  readonly body: { readonly type?: string; readonly detail?: string; readonly errors?: readonly object[]; readonly id?: string };
}

async function call(path: string, inside: boolean, sent?: object): Promise<Told> {
  const response = await api.request(`/api/v1${path}`, {
    method: sent === undefined ? "GET" : "POST",
    headers: inside ? { authorization: "Bearer mwk_statistic" } : {},
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  return { status: response.status, body: (await response.json()) as Told["body"] };
}

describe.each(broken)("the folder $id", ({ id, says }) => {
  it("tells a program of an official what is wrong, and where", async () => {
    const { status, body } = await call(`/answers/${id}`, true);
    expect([status, body.type]).toEqual([422, "urn:maatwerk:problem:answer.folder"]);
    expect(body.detail).toContain(says);
    expect(body.detail).toMatch(new RegExp(`answers/${id}/\\w+\\.yaml:\\d+:\\d+ .+`));
    const drafted = await call("/figures/drafts", true, { name: id, answer: id });
    expect(drafted.status).toBe(400);
    expect(drafted.body.detail).toContain(says);
    expect(drafted.body.errors![0]).toMatchObject({ file: expect.stringContaining(`answers/${id}/`), line: expect.any(Number) });
  });

  it("tells the public no more than that nothing was released", async () => {
    const { status, body } = await call(`/answers/${id}`, false);
    expect([status, body.type]).toEqual([404, "urn:maatwerk:problem:answer.notReleased"]);
    const page = await app.get(`/antwoorden/${id}`, null);
    expect(page.status).toBe(404);
    expect(await page.text()).not.toContain(".yaml");
  });

  it("tells an official on the pages, with its file and line", async () => {
    const page = await app.get(`/antwoorden/${id}`, statistician);
    expect(page.status).toBe(422);
    expect(await page.text()).toMatch(new RegExp(`answers/${id}/\\w+\\.yaml:\\d+:\\d+ `));
    const refused = await app.post("/cijfers/antwoorden", statistician, { map: id, [`naam-${id}`]: id });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toMatch(new RegExp(`answers/${id}/\\w+\\.yaml:\\d+:\\d+ `));
  });
});

it("stands in the list of folders, with what is wrong, beside those that can be drafted", async () => {
  const page = await app.get("/cijfers/antwoorden", statistician);
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text).toContain("answers/sv-301/figures.yaml, regel 1");
  expect(text).toContain("Het bestand figures.yaml ontbreekt in de map sv-301.");
  expect(text).toContain("answers/sv-305/published.yaml, regel 3");
  expect(text).toContain('name="naam-sv-170"');
  expect(text).not.toContain('name="naam-sv-301"');
  expect(app.failures).toEqual([]);
});

it("leaves the others as they are, and what was released of it before", async () => {
  expect((await call("/answers/sv-170", true)).status).toBe(200);
  const drafted = await call("/figures/drafts", true, { name: "sv-170", answer: "sv-170" });
  expect(drafted.status).toBe(201);
  assertOk(await figures.releaseDraft(app.figures, { role: "statistician", ref: "mira" }, drafted.body.id!, null));
  rmSync(join(folder, "sv-170", "question.yaml"));
  // A server that starts now has never read the folder.
  const later = testApp(counter, undefined, undefined, undefined, { answersFolder: folder });
  const page = await later.get("/antwoorden/sv-170", null);
  expect(page.status).toBe(200);
  expect(later.failures).toEqual([]);
});
