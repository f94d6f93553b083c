import { describe, expect, test } from "vitest";
import { fixedClock } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { createApi } from "./api.ts";

const api = createApi({
  law: openLaw(),
  clock: fixedClock("2026-11-23"),
  answers: { ids: [], give: async () => ({ answer: {}, released: true }) },
  ready: async () => null,
});

const good = {
  scheme: "employer",
  package: "P5",
  startQuarter: "2023-Q3",
  quarter: "2025-Q3",
  employmentFraction: "1",
  grossWage: "9000.00",
  employerContributions: "2250.00",
  contributionReductions: "0",
};

async function compare(body: unknown) {
  const response = await api.request("/api/v1/explanations/compare", { method: "POST", body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("two calculations compared over the API", () => {
  test("give the difference in euro, its causes and the steps that moved", async () => {
    const { status, body } = await compare({ before: good, switches: { "OPEN-01": "5/4/11" } });
    expect(status).toBe(200);
    expect(body.total).toMatchObject({ before: "2250.00", after: "3375.00", change: "1125.00" });
    expect(body.causes).toEqual([{ kind: "switch", name: "OPEN-01", effect: "1125.00" }]);
    expect((body.difference as { rules: { name: string }[] }).rules.map((step) => step.name)).toContain("phase");
  });

  test("share the whole difference among the facts that moved", async () => {
    const { body } = await compare({ before: good, after: { ...good, quarter: "2025-Q2", employmentFraction: "0.5" } });
    const causes = body.causes as { effect: string }[];
    const sum = causes.reduce((total, cause) => total + Math.round(Number(cause.effect) * 100), 0);
    expect(sum).toBe(Math.round(Number((body.total as { change: string }).change) * 100));
  });

  test("name field and side of a mistake, and an unknown reading", async () => {
    const wrong = await compare({ before: good, after: { ...good, quarter: "2025" } });
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.body)).toContain("after.quarter");
    expect((await compare({ before: good, switches: { "OPEN-01": "6/6/6" } })).status).toBe(400);
    expect((await compare({ before: good, switches: "OPEN-01" })).status).toBe(400);
    expect((await compare({ before: good, knownAfter: "soon" })).status).toBe(400);
    expect((await compare([good])).status).toBe(400);
  });
});

describe("the law over the API", () => {
  test("is in force on a day and as known on a day", async () => {
    const at = async (query: string) => (await api.request(`/api/v1/law/parameters/ggmmi${query}`)).json();
    const all = (await at("")) as { lines: unknown[] };
    const one = (await at("?on=2024-04-15")) as { lines: { from: string }[] };
    expect(all.lines.length).toBeGreaterThan(5);
    expect(one.lines.map((line) => line.from)).toEqual(["2024-04-01"]);
    expect(await at("?on=2024-04-15&knownOn=2024-01-01")).not.toEqual(one);
  });

  test("says what became known between two days", async () => {
    const response = await api.request("/api/v1/law/changes?knownFrom=2024-01-01&knownTo=2024-12-31");
    const { changes } = (await response.json()) as { changes: { parameter: string }[] };
    expect(changes.map((change) => change.parameter)).toContain("ggmmi");
  });

  test.each([
    "/api/v1/law/changes",
    "/api/v1/law/changes?knownFrom=2024&knownTo=x",
    "/api/v1/law/parameters/ggmmi?day=2024-01-01",
  ])("refuses %s", async (path) => expect((await api.request(path)).status).toBe(400));

  test("has no parameter by another name", async () => {
    expect((await api.request("/api/v1/law/parameters/minimumWage")).status).toBe(404);
  });
});
