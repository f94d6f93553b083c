// Requests that nobody would make, to every route; FUZZ_PER_ROUTE says how many (the long check takes 200).
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomFrom, spoiled, spoiledJson } from "../../tests/support/fuzz.ts";
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
import { fuzzRoutes } from "./testing/fuzz-routes.ts";

const perRoute = Number(process.env.FUZZ_PER_ROUTE ?? "4");
let counter: TestCounter;
let fileRef = "";

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
  fileRef = filed.value.fileRef;
});
afterAll(() => counter.close());

test("no route fails or hangs on what nobody would send", { timeout: 3_600_000 }, async () => {
  const random = randomFrom(20_261_126);
  const spoiler = {
    random,
    text: (examples: readonly string[]) => spoiled(random, examples),
    json: (example: unknown) => spoiledJson(random, example),
  };
  const known = { kbo: testKbo(1), dossier: fileRef, id: fileRef, file: fileRef, stap: "situatie" };
  const { requests, routes, faults } = await fuzzRoutes(testApp(counter), counter, perRoute, spoiler, known);
  console.log(`${requests} requests over ${routes} routes, ${faults.length} faults`);
  expect(faults).toEqual([]);
  expect(requests).toBe(routes * perRoute);
});
