import { describe, expect, test } from "vitest";
import { fixedClock, localized, Outage, problem, Refusal } from "../kernel/index.ts";
import { calculateJson } from "../law/index.ts";
import { openLaw } from "../law/open-law.ts";
import type { AnswerRequest } from "./answers.ts";
import { createApi } from "./api.ts";
import { BODY_LIMIT } from "./body.ts";

const law = openLaw();
const asked: AnswerRequest[] = [];
const failures: Error[] = [];
const api = createApi({
  law,
  clock: fixedClock("2026-11-23"),
  answers: {
    ids: ["sv-170"],
    give: async (request) => {
      asked.push(request);
      if (request.at === "2020-03-01") throw new Outage("gone");
      if (request.at === "2020-02-29") throw new Error("secret detail");
      if (request.at === "2022-12-31") throw new Refusal([problem("answer.notReleased", localized("nee", "no", "non"), "at")]);
      return { answer: { schema: "maatwerk.answer/1", id: request.id }, released: true };
    },
  },
  ready: async () => null,
  onFailure: (error) => failures.push(error),
});

const good = {
  scheme: "employer",
  package: "P5",
  guidanceNeed: "HIGH",
  startQuarter: "2023-Q3",
  quarter: "2024-Q1",
  employmentFraction: "0.8",
  performedFraction: "0.75",
  grossWage: "9000.00",
  employerContributions: "2250.00",
  contributionReductions: "600.00",
};
/** What the tests look at in any body. */
interface Body {
  readonly type: string;
  readonly detail: string;
  readonly outcome: string;
  readonly reasons: readonly { readonly field: string }[];
  readonly errors: readonly { readonly field: string }[];
  readonly steps: readonly object[];
  readonly openapi: string;
  readonly paths: object;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties: object }>> };
}
const json = async (response: Response): Promise<Body> => (await response.json()) as Body;

const post = (body: string | Uint8Array<ArrayBuffer>, type = "application/json") =>
  api.request("/api/v1/calculations", { method: "POST", body, headers: { "content-type": type } }, { requestId: "r-1" });

describe("one calculation", () => {
  test("gives the law's result with its steps", async () => {
    const response = await post(JSON.stringify(good));
    expect(response.status).toBe(200);
    const body = await json(response);
    expect(body).toEqual(JSON.parse(JSON.stringify(calculateJson(law, good, { steps: true }))));
    expect(body.steps.length).toBeGreaterThan(10);
  });

  test("a refusal by the law is an outcome, not an error of the request", async () => {
    const response = await post(JSON.stringify({ ...good, switches: { "OPEN-11": "INDEXED" } }));
    expect(response.status).toBe(200);
    const { outcome, reasons } = await json(response);
    expect(outcome).toBe("refused");
    expect(reasons[0]?.field).toBe("switches.OPEN-11");
  });

  test("a wrong field is named with what was expected", async () => {
    const response = await post(JSON.stringify({ ...good, grossWage: "veel", colour: "red" }));
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const body = await json(response);
    expect(body.errors.map((e) => e.field).sort()).toEqual(["colour", "grossWage"]);
    expect(body).toMatchObject({ status: 400, outcome: "invalid", instance: "urn:maatwerk:request:r-1" });
    expect(body.detail).toContain("grossWage");
  });

  test.each([
    ["half an object", '{"scheme":"employer"', "json"],
    ["nothing", "", "json"],
    ["an array", "[]", "calculation"],
    ["not UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "utf8"],
  ])("%s is refused", async (_name, body, id) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect((await json(response)).type).toBe(`urn:maatwerk:problem:${id}`);
  });

  test("a body above the limit is refused, at the limit it is read", async () => {
    const at = await post(" ".repeat(BODY_LIMIT));
    expect(at.status).toBe(400);
    const above = await post(" ".repeat(BODY_LIMIT + 1));
    expect(above.status).toBe(413);
    expect(above.headers.get("content-type")).toBe("application/problem+json");
  });

  test("a body above the limit that does not announce its size is refused too", async () => {
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000).fill(32));
        if (sent > 3 * BODY_LIMIT) controller.close();
      },
    });
    const request = new Request("http://localhost/api/v1/calculations", {
      method: "POST",
      body: stream,
      headers: { "content-type": "application/json" },
      duplex: "half",
    } as RequestInit);
    expect((await api.request(request)).status).toBe(413);
    expect(sent).toBeLessThan(2 * BODY_LIMIT);
  });

  test("another media type is refused with what is read", async () => {
    const response = await post("a=1", "application/x-www-form-urlencoded");
    expect(response.status).toBe(415);
    expect(response.headers.get("accept")).toContain("application/x-ndjson");
  });

  test("another method is refused with the one to use", async () => {
    const response = await api.request("/api/v1/calculations");
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  });
});

describe("many calculations", () => {
  test("come in order over several portions", async () => {
    const lines = Array.from({ length: 1001 }, (_, i) => JSON.stringify({ ...good, grossWage: `${i}.00` }));
    const text = await (await post(lines.join("\n"), "application/x-ndjson; charset=utf-8")).text();
    const wages = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).referenceWage);
    expect(wages).toEqual(lines.map((_, i) => `${i + 1650}.00`));
  });

  test("an empty body gives no lines", async () => {
    expect(await (await post("", "application/x-ndjson")).text()).toBe("");
  });
});

describe("an answer", () => {
  test("is asked with its dates; a day means its end", async () => {
    const response = await api.request("/api/v1/answers/sv-170?knownAt=2024-01-08&at=2023-12-31");
    expect(response.status).toBe(200);
    expect(asked.at(-1)).toEqual({ id: "sv-170", at: "2023-12-31", knownAt: "2024-01-08T22:59:59.999Z" });
    await api.request("/api/v1/answers/sv-170");
    expect(asked.at(-1)).toEqual({ id: "sv-170", at: null, knownAt: null });
  });

  test.each(["at=31-12-2023", "at=2023-02-30", "knownAt=gisteren", "knownAt=2027-01-01", "known=2024-01-01"])(
    "refuses %s and names the field",
    async (query) => {
      const response = await api.request(`/api/v1/answers/sv-170?${query}`);
      expect(response.status).toBe(400);
      expect((await json(response)).errors[0]?.field).toBe(query.split("=")[0]);
    },
  );

  test("of a date that was not released is a 404 that says so", async () => {
    const response = await api.request("/api/v1/answers/sv-170?at=2022-12-31");
    expect(response.status).toBe(404);
    expect((await json(response)).type).toBe("urn:maatwerk:problem:answer.notReleased");
  });

  test("that does not exist is a 404 that names the ones there are", async () => {
    const response = await api.request("/api/v1/answers/sv-999");
    expect(response.status).toBe(404);
    expect((await json(response)).detail).toContain("sv-170");
  });

  test("that fails tells nothing of the inside", async () => {
    const response = await api.request("/api/v1/answers/sv-170?at=2020-02-29");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
    expect(failures.at(-1)?.message).toBe("secret detail");
  });
});

test("a database that does not answer is a 503 that says when to come back", async () => {
  const response = await api.request("/api/v1/answers/sv-170?at=2020-03-01");
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("60");
});

describe("the description", () => {
  test("is OpenAPI 3.1 and names every route", async () => {
    const document = await json(await api.request("/api/v1/openapi.json"));
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        "/api/v1/answers/{id}",
        "/api/v1/calculations",
        "/api/v1/explanations/compare",
        "/api/v1/law/changes",
        "/api/v1/law/parameters/{id}",
        "/healthz",
        "/readyz",
      ]),
    );
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((m) => m[1] ?? "");
    for (const ref of refs) expect(document.components.schemas).toHaveProperty(ref);
  });

  test("documents every field that a result carries", async () => {
    const document = await json(await api.request("/api/v1/openapi.json"));
    const result = calculateJson(law, good, { steps: true });
    for (const field of Object.keys(result)) expect(document.components.schemas.EmployerResult?.properties).toHaveProperty(field);
    for (const field of Object.keys(result.steps?.[0] ?? {}))
      expect(document.components.schemas.Step?.properties).toHaveProperty(field);
    for (const field of Object.keys(good))
      expect(document.components.schemas.EmployerCalculation?.properties).toHaveProperty(field);
  });
});

describe("health", () => {
  test("lives, and says when it cannot work", async () => {
    expect((await api.request("/healthz")).status).toBe(200);
    expect((await api.request("/readyz")).status).toBe(200);
    const without = createApi({
      law,
      clock: fixedClock("2026-11-23"),
      answers: { ids: [], give: async () => ({ answer: {}, released: true }) },
      ready: async () => "database",
    });
    const response = await without.request("/readyz");
    expect(response.status).toBe(503);
    expect(await json(response)).toEqual({ status: "unavailable", missing: "database" });
  });

  test("an unknown address is a problem document", async () => {
    const response = await api.request("/api/v1/nothing");
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});
