// Sends every route requests that nobody would make, in roles that may use it, and keeps the answers that are failures of ours.
import type { Hono } from "hono";
import { declaredRoutes, type Role, reachOf, roles } from "../../access/index.ts";
import type { TestCounter } from "../../counter/testing.ts";
import { testKbo } from "../../counter/testing.ts";
import { newRef } from "../../kernel/index.ts";
import { ORIGIN, type TestApp, type TestVisitor } from "./app.ts";
import { exampleBodies } from "./example-bodies.ts";

/** Makes spoiled text and JSON, and weighs the heap; given by the caller, so that this file knows nothing of how. */
export interface Spoiler {
  readonly random: () => number;
  readonly text: (examples: readonly string[]) => string;
  readonly json: (example: unknown) => unknown;
  /** Names of fields that forms and addresses of ours have. */
  readonly fields: readonly string[];
  readonly heap: () => number;
}

export interface RouteFault {
  readonly route: string;
  readonly role: Role | null;
  readonly status: number;
  readonly ms: number;
  readonly path: string;
  /** What was thrown, with a status of 500. */
  readonly why: string | undefined;
}

export interface RouteReport {
  readonly requests: number;
  readonly routes: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly faults: readonly RouteFault[];
  /** Bytes that the heap grew by after every route had had a quarter of its requests. */
  readonly growth: number;
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
  "2147483648",
  "-2147483649",
  "9007199254740991",
  "1e3",
  "0,5",
  "1.234,56",
  "85073003328",
  "0316380841",
  "an@synfirma.be",
  "on",
];
/** @param known - Values for route parameters that lead somewhere, by name. */
export async function fuzzRoutes(
  app: TestApp,
  counter: TestCounter,
  perRoute: number,
  spoiler: Spoiler,
  known: Readonly<Record<string, string>>,
): Promise<RouteReport> {
  const faults: RouteFault[] = [];
  const statuses: Record<string, number> = {};
  let requests = 0;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(spoiler.random() * from.length)] as T;
  const visitors = new Map<Role, TestVisitor>();
  const tokens = new Map<Role, string>();
  const routes = routesOf(app);
  const bodies = await exampleBodies(app);
  let before = 0;

  // All routes again and again: what is made once stands before the heap is weighed, and what then grows, grows by request.
  for (let round = 0; round < perRoute; round += 1) {
    if (round === Math.floor(perRoute / 4)) before = spoiler.heap();
    for (const { door, method, path, access } of routes) {
      const allowed: (Role | null)[] =
        access === "everyone" || access === null
          ? [null, "employer"]
          : access === "loggedIn"
            ? ["employer", "caseHandler"]
            : roles.filter((role) => reachOf(role, access) !== null);
      const role = allowed.length === 0 ? null : pick(allowed);
      const address = addressOf(path);
      const started = performance.now();
      const response = door === "web" ? await askWeb(method, address, role) : await askApi(method, path, address, role);
      await response.arrayBuffer();
      const ms = performance.now() - started;
      requests += 1;
      const { status } = response;
      statuses[status] = (statuses[status] ?? 0) + 1;
      const why = app.failures.splice(0).at(-1)?.stack;
      // A request that is told to wait reaches no handler: every one comes from an address of its own.
      if (status >= 500 || status === 429 || ms > PATIENCE_MS)
        faults.push({ route: `${method} ${path}`, role, status, ms: Math.round(ms), path: address, why });
    }
  }
  return { requests, routes: routes.length, statuses, faults, growth: spoiler.heap() - before };

  function addressOf(path: string): string {
    const filled = path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => {
      const leading = known[name] ?? pick([...Object.values(known), newRef()]);
      const value = spoiler.random() < 0.6 ? leading : spoiler.text([leading, pick(words)]);
      return encodeURIComponent(whole(value.slice(0, 200))) || "x";
    });
    const query = Array.from(
      { length: Math.floor(spoiler.random() * 4) },
      () => `${encodeURIComponent(pick(spoiler.fields))}=${encodeURIComponent(whole(spoiler.text(words).slice(0, 300)))}`,
    );
    return query.length === 0 ? filled : `${filled}?${query.join("&")}`;
  }

  async function askWeb(method: string, path: string, role: Role | null): Promise<Response> {
    const visitor = role === null ? null : await visitorOf(role);
    const headers: Record<string, string> = { origin: ORIGIN, ...(visitor === null ? {} : { cookie: visitor.cookie }) };
    if (path.startsWith("/aanmelden/terug")) headers.cookie = `maatwerk=${await underWay()}`;
    if (method === "GET") return app.web.request(ORIGIN + path, { headers }, newcomer());
    const body = new FormData();
    if (visitor !== null) body.set("sleutel", visitor.formKey);
    for (let field = Math.floor(spoiler.random() * 8); field > 0; field -= 1)
      body.append(pick(spoiler.fields), spoiler.text(words).slice(0, 2_000));
    if (spoiler.random() < 0.2)
      body.set(pick(["bestand", "file", "bewijs"]), new File([spoiler.text(words)], "x.pdf", { type: "application/pdf" }));
    return app.web.request(ORIGIN + path, { method, headers, body }, newcomer());
  }

  async function askApi(method: string, route: string, path: string, role: Role | null): Promise<Response> {
    const headers: Record<string, string> = { "content-type": pick(["application/json", "application/json", "text/csv", "x/y"]) };
    if (role !== null) headers.authorization = `Bearer ${await tokenOf(role)}`;
    if (spoiler.random() < 0.5) headers["idempotency-key"] = pick([newRef(), "x", "é"]);
    if (spoiler.random() < 0.5) headers["if-match"] = pick(['"v1"', "*", '"v99999999999"', "v1"]);
    const body =
      method === "GET" || method === "HEAD"
        ? {}
        : {
            body:
              spoiler.random() < 0.7
                ? JSON.stringify(spoiler.json(bodies.get(`${method} ${route}`) ?? {}))
                : spoiler.text(["{}", "[]", '{"a":']),
          };
    try {
      return await app.api.request(path, { method, headers, ...body }, newcomer());
    } catch (error) {
      // A header that no client can send is not a request.
      if (error instanceof TypeError) return new Response(null, { status: 400 });
      throw error;
    }
  }

  /** A visit that left for the provider and may come back. */
  function underWay(): Promise<string> {
    const attempt = { state: "x", nonce: "x", codeVerifier: "x" };
    return app.sessions.create({ kind: "pending", ...attempt, returnTo: "/mijn" }, null);
  }

  /** An address that nobody came from before. */
  function newcomer() {
    const [a, b, c] = [requests >> 16, (requests >> 8) & 255, requests & 255];
    return { clientAddress: `10.${a}.${b}.${c}`, requestId: newRef() };
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

/** Every page in one language, every end of the API. Logging out ends the visit of those after it. */
function routesOf(app: TestApp) {
  return (
    [
      ["web", app.web],
      ["api", app.api],
    ] as const
  )
    .flatMap(([door, of]) => declaredRoutes(of as unknown as Hono).map((route) => ({ door, ...route })))
    .filter(({ door, path }) => door === "api" || !(/^\/(en|fr)(\/|$)/.test(path) || path.includes("afmelden")));
}

/** Half a character cannot be written in an address. */
const whole = (text: string): string => text.replace(/[\ud800-\udfff]/g, "");
