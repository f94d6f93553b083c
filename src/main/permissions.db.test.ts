// Every route of pages and API, tried by every role, and held against the permission table.
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  declaredRoutes,
  type Permission,
  permissionTable,
  publicPermissions,
  type Role,
  type RouteAccess,
  roles,
} from "../access/index.ts";
import { fileApplication, openFirm, parseApplication, registerFirm } from "../counter/index.ts";
import {
  employerOf,
  FLANDERS,
  goodApplication,
  type TestCounter,
  testCounter,
  testFirm,
  testInsz,
  testKbo,
} from "../counter/testing.ts";
import { newRef } from "../kernel/index.ts";
import { ORIGIN, type TestApp, type TestVisitor, testApp } from "./testing/app.ts";

let counter: TestCounter;
let app: TestApp;
let theirFile = "";

beforeAll(async () => {
  counter = await testCounter({
    companies: [testFirm(1), testFirm(2)],
    residences: [{ insz: testInsz(1), ...FLANDERS }],
  });
  app = testApp(counter);
  for (const nth of [1, 2]) {
    const acting = employerOf(testKbo(nth));
    const firm = await openFirm(counter, acting, testKbo(nth));
    if (firm?.ok) await registerFirm(counter, acting, firm.value, { measure: "IMW", commandId: newRef() });
  }
  const acting = employerOf(testKbo(2));
  const firm = await openFirm(counter, acting, testKbo(2));
  const input = parseApplication(goodApplication(testInsz(1)));
  if (!firm?.ok || !input.ok) throw new Error("no firm");
  const filed = await fileApplication(counter, acting, firm.value, {
    input: input.value,
    evidence: [],
    channel: "ONLINE",
    commandId: newRef(),
  });
  if (!filed.ok) throw new Error("not filed");
  theirFile = filed.value.fileRef;
});
afterAll(() => counter.close());

/** What the table says, without asking the code that enforces it. */
function expected(access: RouteAccess, role: Role | null): "allowed" | "login" | "forbidden" {
  if (access === "everyone") return "allowed";
  if (access === "loggedIn") return role === null ? "login" : "allowed";
  if (publicPermissions.has(access)) return "allowed";
  if (role === null) return "login";
  return permissionTable[role][access] === undefined ? "forbidden" : "allowed";
}

const routesOf = (of: unknown) => declaredRoutes(of as Hono);
const filled = (path: string) =>
  path.replace(":kbo", testKbo(1)).replace(":dossier", theirFile).replace(":ontwerp", newRef()).replace(/:\w+/g, newRef());

test("every route declares who may use it", () => {
  const undeclared = [...routesOf(app.web), ...routesOf(app.api)].filter((route) => route.access === null);
  expect(undeclared.map((route) => `${route.method} ${route.path}`)).toEqual([]);
  expect(routesOf(app.web).length).toBeGreaterThan(100);
});

describe.each([null, ...roles])("as %s", (role) => {
  const organisation = role === "person" ? null : testKbo(1);

  test("each page answers as the table says", async () => {
    const wrong: string[] = [];
    for (const { method, path, access } of routesOf(app.web)) {
      // A visit of its own for each: choosing a role ends the one before.
      const visitor: TestVisitor | null = role === null ? null : await app.visitor({ role, organisation });
      // Logging out would end the visit; what everybody may see is tried by one language.
      if (path.includes("/afmelden") || (access === "everyone" && /^\/(en|fr)(\/|$)/.test(path))) continue;
      const verdict = expected(access as RouteAccess, role);
      if (method === "POST" && role === null && verdict === "allowed") continue;
      const response =
        method === "GET"
          ? await app.get(filled(path), visitor)
          : visitor === null
            ? await app.web.request(ORIGIN + filled(path), { method, headers: { origin: ORIGIN }, body: new FormData() })
            : await app.post(filled(path), visitor);
      const location = response.headers.get("location") ?? "";
      const toLogin = response.status === 303 && /\/aanmelden\?terug=/.test(location);
      const got = toLogin ? "login" : response.status === 403 ? "forbidden" : "allowed";
      const failed = response.status >= 500 && !path.includes("aanmelden") && !path.includes("antwoorden");
      // Coming back from the provider with nothing is refused for what it is, not for who asks.
      if ((got !== verdict && !path.endsWith("/aanmelden/terug")) || failed)
        wrong.push(`${method} ${path}: ${got} (${response.status}), not ${verdict}`);
    }
    expect(wrong).toEqual([]);
  });

  test("each address of the API answers as the table says", async () => {
    const token =
      role === null
        ? null
        : (await counter.tokens.issue({ role, organisation: organisation ?? "", insz: null, person: `person-${role}` }, "test"))
            .token;
    const wrong: string[] = [];
    for (const { method, path, access } of routesOf(app.api)) {
      const verdict = expected(access as RouteAccess, role);
      const body = method === "GET" || method === "DELETE" ? {} : { body: "{}" };
      const headers: Record<string, string> = {
        "content-type": "application/json",
        "if-match": '"v1"',
        "idempotency-key": newRef(),
      };
      if (token !== null) headers.authorization = `Bearer ${token}`;
      const response = await app.api.request(filled(path), { method, headers, ...body });
      const got = response.status === 401 ? "login" : response.status === 403 ? "forbidden" : "allowed";
      if (got !== verdict || (response.status >= 500 && !path.includes("answers")))
        wrong.push(`${method} ${path}: ${got} (${response.status}), not ${verdict}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("another's file answers as if it did not exist", () => {
  /** Without what every answer has of its own: references and hidden keys. */
  const plain = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "#");

  test("on every page of a file, and for the enterprise itself", async () => {
    const visitor = await app.visitor({ role: "employer", organisation: testKbo(1) });
    const paths = routesOf(app.web).filter(({ path, access }) => path.includes(":kbo") && access !== "everyone");
    expect(paths.length).toBeGreaterThan(40);
    for (const { method, path } of paths) {
      const ask = (at: string) => (method === "GET" ? app.get(at, visitor) : app.post(at, visitor));
      const there = path.replace(":ontwerp", newRef()).replace(/:stap/, "situatie");
      const theirs = await ask(there.replace(":kbo", testKbo(2)).replace(":dossier", theirFile));
      const nobodys = await ask(there.replace(":kbo", testKbo(99)).replace(":dossier", newRef()));
      expect([path, theirs.status, nobodys.status]).toEqual([path, 404, 404]);
      expect(plain((await theirs.text()).replaceAll(testKbo(2), "#"))).toBe(
        plain((await nobodys.text()).replaceAll(testKbo(99), "#")),
      );
      if (!path.includes(":dossier") || path.endsWith("/ingediend")) continue;
      const file = await ask(there.replace(":kbo", testKbo(1)).replace(":dossier", theirFile));
      const none = await ask(there.replace(":kbo", testKbo(1)).replace(":dossier", newRef()));
      expect([path, file.status, none.status]).toEqual([path, 404, 404]);
      expect(plain(await file.text())).toBe(plain(await none.text()));
    }
  });

  test("on every address of the API", async () => {
    const { token } = await counter.tokens.issue({ role: "employer", organisation: testKbo(1), insz: null }, "test");
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", "if-match": '"v1"' };
    for (const { method, path } of routesOf(app.api).filter(
      (route) => route.path.includes(":id") && permissionTable.employer[route.access as Permission] === "organisation",
    )) {
      const ask = (id: string, query = "") =>
        app.api.request(path.replace(":id", id) + query, {
          method,
          headers: { ...headers, "idempotency-key": newRef() },
          ...(["GET", "DELETE"].includes(method) ? {} : { body: "{}" }),
        });
      const [theirs, nobodys] = await Promise.all([ask(theirFile), ask(newRef())]);
      expect([path, theirs.status, nobodys.status]).toEqual([path, 404, 404]);
      expect(plain(await theirs.text())).toBe(plain(await nobodys.text()));
      expect((await ask(theirFile, `?enterpriseNumber=${testKbo(2)}`)).status).toBe(404);
    }
  });
});
