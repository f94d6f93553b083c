// A table that cannot be settled within the work that it may take: the gate itself says so, and nobody can release it.
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApi } from "../api/index.ts";
import { type CounterPorts, figures } from "../counter/index.ts";
import { type TestCounter, testCounter } from "../counter/testing.ts";
import { assertOk, fixedClock } from "../kernel/index.ts";
import { judgeHere } from "../statistics/index.ts";
import { loadTables, sv170Population } from "../statistics/testing.ts";
import { createFigures } from "./figures.ts";
import { type TestApp, testApp } from "./testing/app.ts";

const question = "unit: person\nmeasure: { stock: ticketHolder }\nat: 2023-12-31\nby: [province, ticketCombination]\n";
const drafter = { role: "statistician", ref: "luca" };
const releaser = { role: "statistician", ref: "mira" };
/** Far too few steps for the question. */
const STEPS = 2;

let counter: TestCounter;
let app: TestApp;

beforeAll(async () => {
  counter = await testCounter({}, fixedClock("2024-04-02"));
  await loadTables(counter.store.database.pool, sv170Population({ f: 120, g: 800 }, 40));
  app = testApp(counter, undefined, undefined, undefined, { judge: judgeHere(STEPS) });
});
afterAll(() => counter.close());

const drafting = (name: string) => ({ name, reason: "", source: { kind: "sheet" as const, text: question }, knownAt: null });

/** What is kept of all that was ever released. */
async function kept() {
  const { rows } = await counter.store.database.pool.query<{ files: number; tables: number; released: number }>(
    `select (select count(*)::int from stat.release_file) as files, (select count(*)::int from stat.published_table) as tables,
            (select count(*)::int from stat.release_step where step = 'RELEASED') as released`,
  );
  return rows[0];
}

it("is refused with the reason on the page, and nothing of it is kept", async () => {
  const { releaseRef } = assertOk(await figures.draftRelease(app.figures, drafter, drafting("te-groot")));
  const visitor = await app.visitor({ role: "statistician", organisation: null }, null, "mira");
  const path = `/cijfers/ontwerp/${releaseRef}`;
  const before = await (await app.get(path, visitor)).text();
  expect(before).toContain("is voor een tabel van deze omvang niet na te gaan");
  expect(before).not.toContain("zou hier een klein aantal te achterhalen zijn");

  const refused = await app.post(path, visitor, { doe: "vrijgeven" });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("is voor een tabel van deze omvang niet na te gaan: splits ze");
  expect(await kept()).toEqual({ files: 0, tables: 0, released: 0 });
  expect(figures.foldRelease(await app.figures.publications.steps(releaseRef))).toMatchObject({ status: "DRAFT", steps: 1 });
  assertOk(await figures.rejectDraft(app.figures, releaser, releaseRef, "te groot"));
});

it("is refused with the same reason to a program", async () => {
  const { releaseRef, seen } = assertOk(await figures.draftRelease(app.figures, drafter, drafting("te-groot")));
  const { law, clock } = counter;
  const read = async (person: string) => ({ role: "statistician", person, organisation: "OVO1", insz: null, tokenRef: person });
  const api = createApi({
    law,
    clock,
    answers: { ids: [], give: async () => ({ answer: {}, released: true }) },
    ready: async () => null,
    figures: app.figures,
    counter: { tokens: { read } } as unknown as CounterPorts,
  });
  const refused = await api.request(`/api/v1/figures/drafts/${releaseRef}/release`, {
    method: "POST",
    headers: { authorization: "Bearer mwk_releaser0" },
    body: JSON.stringify({ seen }),
  });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    type: "urn:maatwerk:problem:release.unsettled",
    detail: expect.stringContaining("cannot be settled for a table of this size"),
  });
  expect(await kept()).toEqual({ files: 0, tables: 0, released: 0 });
  assertOk(await figures.rejectDraft(app.figures, releaser, releaseRef, "te groot"));
});

it("shows none of its numbers to the public who asks it", async () => {
  const asked = assertOk(await figures.ask(app.figures, { text: question, knownAt: null, channel: "public" }));
  const [figure] = asked.publication.sections[0]!.figures;
  expect(figure!.gate).toMatchObject({ exposed: 1, unsettled: 1 });
  expect(figure!.cells.filter((cell) => cell.value !== null && cell.value !== 0)).toEqual([]);
});

it("is released all the same where the usual work settles it", async () => {
  const { law, clock, store } = counter;
  const usual = createFigures({ law, clock, database: store.database, synthetic: true });
  const { releaseRef, seen } = assertOk(await figures.draftRelease(usual, drafter, drafting("te-groot")));
  expect(assertOk(await figures.releaseDraft(usual, releaser, releaseRef, seen)).status).toBe("RELEASED");
  expect(await kept()).toMatchObject({ tables: 1, released: 1 });
});
