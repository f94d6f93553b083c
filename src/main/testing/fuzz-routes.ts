// Sends every route requests that nobody would make, in roles that may use it, and keeps the answers that are failures of ours.
import type { Hono } from "hono";
import { declaredRoutes, type Role, reachOf, roles } from "../../access/index.ts";
import type { TestCounter } from "../../counter/testing.ts";
import { testKbo } from "../../counter/testing.ts";
import { newRef } from "../../kernel/index.ts";
import { ORIGIN, type TestApp, type TestVisitor } from "./app.ts";

/** Makes spoiled text and JSON; given by the caller, so that this file knows nothing of how. */
export interface Spoiler {
  readonly random: () => number;
  readonly text: (examples: readonly string[]) => string;
  readonly json: (example: unknown) => unknown;
}

export interface RouteFault {
  readonly route: string;
  readonly role: Role | null;
  readonly status: number;
  readonly ms: number;
  readonly path: string;
}

const PATIENCE_MS = 5_000;
const words = [
  "",
  "1",
  "-1",
  "2026-09-01",
  "2024-Q1",
  "WAGE",
  "x",
  "0,5",
  "1.234,56",
  "85073003328",
  "0316380841",
  "an@synfirma.be",
  "on",
];
const fieldNames = [
  "sleutel",
  "stap",
  "versie",
  "reden",
  "naam",
  "insz",
  "kbo",
  "datum",
  "dag",
  "maand",
  "jaar",
  "loon",
  "q",
  "na",
  "at",
  "knownAt",
  "soort",
  "rekening",
];

/** @param known - Values for route parameters that lead somewhere, by name. */
export async function fuzzRoutes(
  app: TestApp,
  counter: TestCounter,
  perRoute: number,
  spoiler: Spoiler,
  known: Readonly<Record<string, string>>,
): Promise<{ readonly requests: number; readonly routes: number; readonly faults: readonly RouteFault[] }> {
  const faults: RouteFault[] = [];
  let requests = 0;
  let routes = 0;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(spoiler.random() * from.length)] as T;
  const visitors = new Map<Role, TestVisitor>();
  const tokens = new Map<Role, string>();

  for (const [door, of] of [
    ["web", app.web],
    ["api", app.api],
  ] as const) {
    for (const { method, path, access } of declaredRoutes(of as unknown as Hono)) {
      if (door === "web" && (/^\/(en|fr)(\/|$)/.test(path) || path.includes("afmelden"))) continue;
      routes += 1;
      const allowed: (Role | null)[] =
        access === "everyone" || access === null
          ? [null, "employer"]
          : access === "loggedIn"
            ? ["employer", "caseHandler"]
            : roles.filter((role) => reachOf(role, access) !== null);
      for (let n = 0; n < perRoute; n += 1) {
        const role = allowed.length === 0 ? null : pick(allowed);
        const address = addressOf(path);
        const started = performance.now();
        const response = door === "web" ? await askWeb(method, address, role) : await askApi(method, address, role);
        const ms = performance.now() - started;
        requests += 1;
        await response.arrayBuffer();
        // The tests' own provider and answers are out of order on purpose.
        const own = response.status >= 500 && !/aanmelden|antwoorden|answers/.test(path);
        if (own || ms > PATIENCE_MS)
          faults.push({ route: `${method} ${path}`, role, status: response.status, ms: Math.round(ms), path: address });
      }
    }
  }
  return { requests, routes, faults };

  function addressOf(path: string): string {
    const filled = path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => {
      const value = spoiler.random() < 0.5 ? (known[name] ?? newRef()) : spoiler.text([known[name] ?? newRef(), "x"]);
      return encodeURIComponent(whole(value.slice(0, 200))) || "x";
    });
    const query = Array.from(
      { length: Math.floor(spoiler.random() * 4) },
      () => `${encodeURIComponent(pick(fieldNames))}=${encodeURIComponent(whole(spoiler.text(words).slice(0, 300)))}`,
    );
    return query.length === 0 ? filled : `${filled}?${query.join("&")}`;
  }

  async function askWeb(method: string, path: string, role: Role | null): Promise<Response> {
    const visitor = role === null ? null : await visitorOf(role);
    const headers: Record<string, string> = { origin: ORIGIN, ...(visitor === null ? {} : { cookie: visitor.cookie }) };
    if (method === "GET") return app.web.request(ORIGIN + path, { headers });
    const body = new FormData();
    if (visitor !== null) body.set("sleutel", visitor.formKey);
    for (let field = Math.floor(spoiler.random() * 8); field > 0; field -= 1)
      body.append(pick(fieldNames), spoiler.text(words).slice(0, 2_000));
    if (spoiler.random() < 0.2)
      body.set(pick(["bestand", "file", "bewijs"]), new File([spoiler.text(words)], "x.pdf", { type: "application/pdf" }));
    return app.web.request(ORIGIN + path, { method, headers, body });
  }

  async function askApi(method: string, path: string, role: Role | null): Promise<Response> {
    const headers: Record<string, string> = { "content-type": pick(["application/json", "application/json", "text/csv", "x/y"]) };
    if (role !== null) headers.authorization = `Bearer ${await tokenOf(role)}`;
    if (spoiler.random() < 0.5) headers["idempotency-key"] = pick([newRef(), "x", "é"]);
    if (spoiler.random() < 0.5) headers["if-match"] = pick(['"v1"', "*", '"v99999999999"', "v1"]);
    const body =
      method === "GET" || method === "HEAD"
        ? {}
        : { body: spoiler.random() < 0.7 ? JSON.stringify(spoiler.json(bodies[0])) : spoiler.text(["{}", "[]", '{"a":']) };
    try {
      return await app.api.request(path, { method, headers, ...body });
    } catch (error) {
      // A header that no client can send is not a request.
      if (error instanceof TypeError) return new Response(null, { status: 400 });
      throw error;
    }
  }

  async function visitorOf(role: Role): Promise<TestVisitor> {
    const held = visitors.get(role);
    // Choosing a role or logging out ends a visit.
    const made =
      held !== undefined && spoiler.random() < 0.9
        ? held
        : await app.visitor({ role, organisation: role === "person" ? null : testKbo(1) });
    visitors.set(role, made);
    return made;
  }

  async function tokenOf(role: Role): Promise<string> {
    const held = tokens.get(role);
    if (held !== undefined) return held;
    const { token } = await counter.tokens.issue({ role, organisation: testKbo(1), insz: null }, "fuzz");
    tokens.set(role, token);
    return token;
  }
}

/** Half a character cannot be written in an address. */
const whole = (text: string): string => text.replace(/[\ud800-\udfff]/g, "");

const bodies = [
  {
    applicant: "EMPLOYER",
    worker: { insz: "85073003328", givenName: "Noor", familyName: "Synbergmans" },
    premiums: "WAGE",
    situation: "NEW_HIRE",
    contract: { kind: "OPEN_ENDED", from: "2026-09-01", until: null, hours: null },
    employmentFraction: "0.8",
    url: "https://example.org/hook",
    reason: "x",
    on: "2026-09-01",
    quarter: "2024-Q1",
    scheme: "employer",
    package: "P5",
  },
] as const;
