// What citizens and their guardians do: keys for their own programs, and a first request for a ward whom the records do not hold.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employerOf, FLANDERS, type TestCounter, testCounter, testInsz, testKbo } from "../counter/testing.ts";
import { addDays, type Insz, newRef, type PersonRef, plainDate } from "../kernel/index.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";

const TODAY = plainDate("2026-11-23");
const VDAB = "OVO999002";
const GUARDIAN = testInsz(20);

let counter: TestCounter;
let app: TestApp;
let guardian: TestVisitor;

beforeAll(async () => {
  const people = Array.from({ length: 30 }, (_, n) => testInsz(n));
  counter = await testCounter({ residences: people.map((insz) => ({ insz, ...FLANDERS })) });
  app = testApp(counter);
  guardian = await app.visitor({ role: "guardian", organisation: testKbo(5) }, GUARDIAN);
});
afterAll(() => counter.close());

const textOf = async (response: Response) => (await response.text()).replaceAll("\u00a0", " ");
const secretIn = (html: string) => /id="geheim">\s*(mwk_[\w-]+)/.exec(html)?.[1] ?? "";
const refOf = async (insz: Insz) => (await counter.vault.findByIdentifier("insz", insz)) as PersonRef | null;

async function keyOf(visitor: TestVisitor, label = "Mijn programma"): Promise<string> {
  const made = await app.post("/mijn/programma", visitor, { label });
  expect(made.status).toBe(200);
  return secretIn(await textOf(made));
}

const ask = (token: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
  app.api.request(path, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": newRef(),
      ...more,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const request = (insz: Insz) => ({
  insz,
  givenName: "Noor",
  familyName: "Synbergmans",
  measure: "INDIVIDUAL",
  path: "ATTEST",
});

describe("a key of a citizen", () => {
  test("is seen and revoked by its maker only, in every language, and its purpose is asked", async () => {
    const citizens = [testInsz(1), testInsz(2)];
    const [first, second] = (await Promise.all(
      citizens.map((insz) => app.visitor({ role: "person", organisation: null }, insz)),
    )) as [TestVisitor, TestVisitor];
    const token = await keyOf(first, "Alleen van mij");
    expect((await app.post("/mijn/programma", first, { label: " " })).status).toBe(400);
    expect(await textOf(await app.get("/mijn/programma", second))).not.toContain("Alleen van mij");
    for (const path of ["/mijn/programma", "/en/mijn/programma", "/fr/mijn/programma"])
      expect(await textOf(await app.get(path, first))).toContain("Alleen van mij");
    const weg = /name="weg" value="([^"]+)"/.exec(await textOf(await app.get("/mijn/programma", first)))?.[1] ?? "";
    await app.post("/mijn/programma", second, { weg });
    expect((await ask(token, "/api/v1/person")).status).toBe(404);
    expect((await app.post("/mijn/programma", first, { weg })).status).toBe(303);
    expect((await ask(token, "/api/v1/person")).status).toBe(401);
  });

  test("asks an indication for that person and reads no other file", async () => {
    const insz = testInsz(3);
    const token = await keyOf(await app.visitor({ role: "person", organisation: null }, insz));
    const asked = await ask(token, "/api/v1/person/indications", request(testInsz(4)));
    expect(asked.status).toBe(200);
    // Whatever number was sent, it is the maker's own file.
    expect(await refOf(testInsz(4))).toBeNull();
    const own = await refOf(insz);
    expect(own).not.toBeNull();
    expect((await ask(token, `/api/v1/person?person=${newRef()}`)).status).toBe(404);
    expect((await ask(token, "/api/v1/vdab/work")).status).toBe(403);
  });

  test.each([
    ["vdabAdviser", "/api/v1/vdab/work"],
    ["reviewSecretary", "/api/v1/vdab/work"],
    ["icfPartner", "/api/v1/vdab/advices"],
    ["caseHandler", "/api/v1/department/work-list"],
    ["paymentOfficer", "/api/v1/payments/runs"],
  ] as const)("of a %s opens what the role may do, in the API as on the pages", async (role, path) => {
    const token = await keyOf(await app.visitor({ role, organisation: role === "icfPartner" ? "OVO999003" : VDAB }));
    expect((await ask(token, path)).status).toBe(200);
    expect((await ask(token, "/api/v1/applications")).status).toBe(role === "caseHandler" ? 400 : 403);
  });

  test("is made per enterprise by who acts for one", async () => {
    const employer = await app.visitor({ role: "employer", organisation: testKbo(1) });
    const response = await app.get("/mijn/programma", employer);
    expect([response.status, response.headers.get("location")]).toEqual([303, "/loket"]);
    expect(await counter.tokens.list(employerOf(testKbo(1)).organisation)).toEqual([]);
  });
});

describe("a guardian of somebody whom the records do not hold", () => {
  const form = (insz: Insz, more: Record<string, string> = {}) => ({ ...request(insz), opdracht: newRef(), ...more });
  const begins = (insz: Insz, until = null as ReturnType<typeof plainDate> | null) =>
    counter.guardianships.push({ guardian: GUARDIAN, insz, from: plainDate("2025-01-01"), until });

  test("finds no such page without one", async () => {
    expect((await app.get("/mijn-dossier/eerste-aanvraag", guardian)).status).toBe(404);
    const person = await app.visitor({ role: "person", organisation: null }, testInsz(5));
    expect((await app.get("/mijn-dossier/eerste-aanvraag", person)).status).toBe(404);
  });

  test("asks a first indication once, and then acts on the file", async () => {
    const ward = testInsz(10);
    begins(ward);
    begins(testInsz(14));
    expect(await textOf(await app.get("/mijn-dossier", guardian))).toContain("/mijn-dossier/eerste-aanvraag");
    const empty = await app.post("/mijn-dossier/eerste-aanvraag", guardian, form(ward, { givenName: "", measure: "" }));
    expect(empty.status).toBe(400);
    expect(await textOf(empty)).toContain("Synbergmans");
    const sent = form(ward);
    const done = await app.post("/mijn-dossier/eerste-aanvraag", guardian, sent);
    const ref = await refOf(ward);
    expect([done.status, done.headers.get("location")]).toEqual([303, `/mijn-dossier/voor/${ref}?ok=aanvraag`]);
    expect((await app.get(`/mijn-dossier/voor/${ref}`, guardian)).status).toBe(200);
    // The same form again brings nobody in twice.
    const again = await app.post("/mijn-dossier/eerste-aanvraag", guardian, sent);
    expect(again.status).toBe(422);
    expect(await textOf(again)).toContain("heeft al een dossier");
    expect(await refOf(ward)).toBe(ref);
  });

  test("may say where word of letters goes: kept in the vault alone, and a wrong address is said", async () => {
    const ward = testInsz(15);
    begins(ward);
    const wrong = await app.post("/mijn-dossier/eerste-aanvraag", guardian, form(ward, { email: "nergens" }));
    expect(wrong.status).toBe(400);
    expect(await textOf(wrong)).toContain("Dit is geen e-mailadres");
    await app.post("/mijn-dossier/eerste-aanvraag", guardian, form(ward, { email: "noor@synthetisch.be" }));
    const ref = (await refOf(ward)) ?? "";
    const reader = { actor: { role: "system" as const, ref: "test" }, organisation: "", purpose: "test" };
    const [kept] = await counter.vault.open(ref, reader, ["email"]);
    expect(kept?.content).toEqual({ email: "noor@synthetisch.be" });
    expect(JSON.stringify(await counter.events.read(ref))).not.toContain("synthetisch");
  });

  test("is refused for somebody else, and when the guardianship ended", async () => {
    const ended = testInsz(11);
    begins(ended, addDays(TODAY, -1));
    for (const insz of [ended, testInsz(12)]) {
      const refused = await app.post("/mijn-dossier/eerste-aanvraag", guardian, form(insz));
      expect(refused.status).toBe(422);
      expect(await textOf(refused)).toContain("geen bewindvoerder van deze persoon");
      expect(await refOf(insz)).toBeNull();
    }
  });

  test("does the same through the API", async () => {
    const ward = testInsz(13);
    const token = await keyOf(guardian);
    const refused = await ask(token, "/api/v1/person/indications", request(ward));
    expect([refused.status, ((await refused.json()) as { errors?: { id: string }[] }).errors?.[0]?.id]).toEqual([
      422,
      "guardian.notYourWard",
    ]);
    begins(ward);
    const done = await ask(token, "/api/v1/person/indications", request(ward));
    expect(done.status).toBe(200);
    expect((await ask(token, `/api/v1/person?person=${await refOf(ward)}`)).status).toBe(200);
  });
});
