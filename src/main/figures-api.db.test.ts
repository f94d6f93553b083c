// Figures and releases through the API: who may ask, how mistakes are told, and files that are what their hash says.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApi } from "../api/index.ts";
import { type CounterPorts, type FiguresPorts, figures } from "../counter/index.ts";
import { assertOk, fixedClock, instant, sha256Hex } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { loadTables, sv170Population } from "../statistics/testing.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { createFigures } from "./figures.ts";

let database: TestDatabase;
let ports: FiguresPorts;
let api: ReturnType<typeof createApi>;
const question = "unit: ticket\nmeasure: { stock: ticket }\nat: 2023-12-31\nby: [ticketMeasure]\n";

beforeAll(async () => {
  database = await testDatabase();
  await loadTables(database.pool, sv170Population({ f: 120, g: 800 }, 40));
  const law = openLaw();
  const clock = { ...fixedClock("2024-04-02" as never), now: () => instant("2024-04-02T09:00:00.000Z") };
  ports = createFigures({ law, clock, database, synthetic: true });
  const roles: Readonly<Record<string, string>> = { mwk_statistician: "statistician", mwk_employer0: "employer" };
  const tokens = {
    read: async (token: string) =>
      roles[token] === undefined ? null : { role: roles[token], organisation: "OVO999001", insz: null, tokenRef: token },
  };
  api = createApi({
    law,
    clock,
    answers: { ids: [], give: async () => ({ answer: {}, released: true }) },
    ready: async () => null,
    figures: ports,
    counter: { tokens } as unknown as CounterPorts,
  });
});
afterAll(() => database.close());

const ask = (body: string, token: string | null, query = "") =>
  api.request(`/api/v1/figures${query}`, {
    method: "POST",
    body,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });

describe("asking for figures", () => {
  it("needs a token of somebody who may ask", async () => {
    expect((await ask(question, null)).status).toBe(401);
    expect((await ask(question, "mwk_employer0")).status).toBe(403);
  });

  it("gives the figures of the public channel, or of the internal one when asked", async () => {
    const answer = await ask(question, "mwk_statistician");
    expect(answer.status).toBe(200);
    const publication = (await answer.json()) as { policy: string; sections: { figures: { cells: { value: number }[] }[] }[] };
    expect(publication.policy).toBe("public-1-3");
    expect(publication.sections[0]!.figures[0]!.cells.at(-1)!.value).toBeGreaterThan(100);
    const inside = (await (await ask(question, "mwk_statistician", "?channel=internal")).json()) as { policy: string };
    expect(inside.policy).toBe("internal");
  });

  it("tells mistakes with their line, an empty body, and a query that does not exist", async () => {
    const wrong = await ask("unit: ticket\nmeasure: { stock: tickets }\nat: 2023-12-31\n", "mwk_statistician");
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({ type: "urn:maatwerk:problem:question", errors: [{ line: 2 }] });
    for (const [body, query] of [
      ["", ""],
      [question, "?channel=secret"],
      [question, "?at=2023"],
      [question, "?knownAt=yesterday"],
    ] as const)
      expect([(await ask(body, "mwk_statistician", query)).status, query]).toEqual([400, query]);
    const before = await ask("unit: grant\nmeasure: { stock: grant }\nat: 2019-12-31\n", "mwk_statistician");
    expect(before.status).toBe(422);
  });
});

describe("releases", () => {
  it("are listed for everybody once released, with files that are what their hash says", async () => {
    const by = (ref: string) => ({ role: "statistician", ref });
    const drafting = { name: "tickets-via-api", reason: "", source: { kind: "sheet" as const, text: question }, knownAt: null };
    const draft = assertOk(await figures.draftRelease(ports, by("a"), drafting));
    expect((await api.request(`/api/v1/releases/${draft.releaseRef}`)).status).toBe(404);
    expect((await api.request(`/api/v1/releases/${draft.releaseRef}/files/publication.json`)).status).toBe(404);
    assertOk(await figures.releaseDraft(ports, by("b"), draft.releaseRef, null));
    const { items } = (await (await api.request("/api/v1/releases")).json()) as {
      items: { name: string; files: { href: string; sha256: string; name: string }[] }[];
    };
    expect(items.map((item) => item.name)).toEqual(["tickets-via-api"]);
    for (const file of items[0]!.files) {
      const bytes = new Uint8Array(await (await api.request(file.href)).arrayBuffer());
      expect([file.name, sha256Hex(bytes)]).toEqual([file.name, file.sha256]);
    }
    expect((await api.request("/api/v1/releases/not-an-id")).status).toBe(404);
  });
});
