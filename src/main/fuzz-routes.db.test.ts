// Requests that nobody would make, to every route; FUZZ_PER_ROUTE says how many (the long check takes 200).
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomFrom, spoiled, spoiledJson } from "../../tests/support/fuzz.ts";
import { heapKept } from "../../tests/support/heap.ts";
import type { LoginProvider } from "../access/index.ts";
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
import { testApp } from "./testing/app.ts";
import { fuzzRoutes, type Spoiler } from "./testing/fuzz-routes.ts";

const perRoute = Number(process.env.FUZZ_PER_ROUTE ?? "4");
let counter: TestCounter;
let known: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  counter = await testCounter({ companies: [testFirm(1)], residences: [{ insz: testInsz(1), ...FLANDERS }] });
  const acting = employerOf(testKbo(1));
  const fresh = await openFirm(counter, acting, testKbo(1));
  if (!fresh?.ok) throw new Error("no firm");
  await registerFirm(counter, acting, fresh.value, { measure: "IMW", commandId: newRef() });
  const firm = await openFirm(counter, acting, testKbo(1));
  if (!firm?.ok) throw new Error("no registered firm");
  const input = parseApplication(goodApplication(testInsz(1)));
  if (!input.ok) throw new Error("no input");
  const filed = await fileApplication(counter, acting, firm.value, {
    input: input.value,
    evidence: [],
    channel: "ONLINE",
    commandId: newRef(),
  });
  if (!filed.ok) throw new Error(`not filed: ${JSON.stringify(filed.error)}`);
  const { fileRef } = filed.value;
  const [first] = await counter.events.read(fileRef);
  const personRef = String((first?.payload as { readonly personRef?: string } | undefined)?.personRef);
  const draft = await counter.drafts.create(firm.value.subjectRef ?? "", { applicant: "EMPLOYER" });
  known = { kbo: testKbo(1), dossier: fileRef, id: fileRef, persoon: personRef, ontwerp: draft.draftRef, stap: "situatie" };
});
afterAll(() => counter.close());

/** Every name that a page asks of a form or an address. */
function fieldsOfForms(): string[] {
  const folder = new URL("../web/", import.meta.url);
  const asked = /(?:text|all|file|given|typed|one|query|get|getAll)\("([A-Za-z][\w.]*)"\)/g;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .flatMap((name) => [...readFileSync(new URL(name, folder), "utf8").matchAll(asked)].map(([, one]) => one!));
  return [...new Set(names)];
}

/** A provider that lets half of those back in, with claims that nobody would make. */
function provider(spoiler: Spoiler): LoginProvider {
  const claims = {
    sub: "s1",
    given_name: "An",
    family_name: "Syn",
    vo_doelgroepcode: "EA",
    vo_orgcode: "0316380841",
    rrn: "85073003328",
  };
  return {
    begin: async () => ({ url: "https://provider.example/", pending: { state: "x", nonce: "x", codeVerifier: "x" } }),
    complete: async () => {
      if (spoiler.random() < 0.5) throw new Error("The answer does not fit");
      return { claims: Object(spoiler.json({ ...claims, maatwerk_rol_3d: ["employer:0316380841"] })), idToken: "none" };
    },
    logoutUrl: async () => "https://provider.example/out",
  };
}

test("no route fails, hangs or makes the process grow on what nobody would send", { timeout: 3_600_000 }, async () => {
  const random = randomFrom(20_261_126);
  const spoiler = {
    random,
    text: (examples: readonly string[]) => spoiled(random, examples),
    json: (example: unknown) => spoiledJson(random, example),
    fields: fieldsOfForms(),
    heap: heapKept,
  };
  const app = testApp(counter, undefined, undefined, provider(spoiler));
  const { requests, routes, statuses, faults, growth } = await fuzzRoutes(app, counter, perRoute, spoiler, known);
  console.log(
    `${requests} requests: ${perRoute} to each of ${routes} routes; ${faults.length} faults, heap growth ${Math.round(growth / 2 ** 20)} MB; answers ${JSON.stringify(statuses)}`,
  );
  expect(faults).toEqual([]);
  expect(requests).toBe(routes * perRoute);
  expect(routes).toBeGreaterThan(250);
  expect(growth).toBeLessThan(100 * 2 ** 20);
});
