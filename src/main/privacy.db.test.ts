import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestCounter, testCounter, testInsz } from "../counter/testing.ts";
import { ownEnterpriseRef } from "../dossier/index.ts";
import { newRef, type PersonRef } from "../kernel/index.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";

let counter: TestCounter;
let app: TestApp;
let officer: TestVisitor;
const personRef = newRef<PersonRef>();
const DESK = "/gegevensbescherming";

beforeAll(async () => {
  counter = await testCounter();
  app = testApp(counter);
  officer = await app.visitor({ role: "dataProtectionOfficer", organisation: "OVO000001" });
  await counter.store.vault.seal(
    [{ subjectRef: personRef, sealedRef: newRef(), kind: "name", content: { given: "Noor", family: "Synbergmans" } }],
    [{ subjectRef: personRef, kind: "insz", value: testInsz(1) }],
  );
});
afterAll(() => counter.close());

const ask = (kind: string, insz: string = testInsz(1), receivedOn = "1/9/2026") =>
  app.post(DESK, officer, { insz, kind, receivedOn });

describe("the desk of the data-protection officer", () => {
  test("says at the field what is wrong with a request, and keeps what was typed", async () => {
    const page = await ask("", "85073003329", "1/9/2999");
    const text = await page.text();
    expect(page.status).toBe(400);
    expect(text).toContain("Kies wat de persoon vraagt");
    expect(text).toContain("ligt in de toekomst");
    expect(text).toContain('value="85073003329"');
    expect((await (await ask("ACCESS", testInsz(2))).text()).includes("geen gegevens bekend")).toBe(true);
  });

  test("takes in a request for access, gives all that is held, and answers once", async () => {
    const taken = await ask("ACCESS");
    const path = taken.headers.get("location")!;
    expect(await (await app.get(DESK, officer)).text()).toContain("wacht op antwoord");
    const made = (await (await app.post(`${path}/uitvoer`, officer)).json()) as { accesses?: unknown };
    expect(made).toMatchObject({ personRef, personal: [{ kind: "name", content: { given: "Noor", family: "Synbergmans" } }] });
    expect(JSON.stringify(made.accesses)).toContain("Verzoek over eigen gegevens");
    const answer = { outcome: "DONE", reason: "Het bestand werd bezorgd aan de balie" };
    expect((await app.post(path, officer, { ...answer, reason: "kort" })).status).toBe(400);
    expect((await app.post(path, officer, answer)).status).toBe(303);
    expect(await (await app.post(path, officer, answer)).text()).toContain("al beantwoord");
    expect(await (await app.get(path, officer)).text()).toContain("ingewilligd");
  });

  test("shows who looked at a person and what one member of staff looked at", async () => {
    const byPerson = await (await app.post(`${DESK}/inzages`, officer, { insz: testInsz(1) })).text();
    expect(byPerson).toContain("Verzoek over eigen gegevens");
    const who = /mw-id">([0-9a-f]{32})/.exec(byPerson)?.[1] ?? "";
    expect(await (await app.post(`${DESK}/inzages`, officer, { actorRef: who })).text()).toContain(who);
    expect((await app.post(`${DESK}/inzages`, officer, { insz: "1" })).status).toBe(400);
  });

  test("erases only when that is confirmed, and then nobody opens the person any more", async () => {
    const path = (await ask("ERASURE")).headers.get("location")!;
    const answer = { outcome: "DONE", reason: "De bewaartermijn is voorbij volgens het departement" };
    expect(await (await app.post(path, officer, answer)).text()).toContain("niet ongedaan");
    // What was sealed with the enterprise of the same person goes with it.
    const enterprise = ownEnterpriseRef(personRef);
    await counter.store.vault.seal([
      { subjectRef: enterprise, sealedRef: newRef(), kind: "name", content: { name: "Synatelier" } },
    ]);
    const open = (subject: string = personRef) =>
      counter.store.vault.open(subject, { actor: { role: "x", ref: "y" }, organisation: "", purpose: "test" });
    expect([await open(), await open(enterprise)].map((one) => one.length)).toEqual([1, 1]);
    expect((await app.post(path, officer, { ...answer, confirmed: "ja" })).status).toBe(303);
    expect([await open(), await open(enterprise)]).toEqual([[], []]);
    expect(await (await app.get(path, officer)).text()).toContain("De gegevens zijn gewist");
  });

  test("shows the register, and nothing under another's reference", async () => {
    expect(await (await app.get(`${DESK}/register`, officer)).text()).toContain("Rijksregister");
    for (const ref of [newRef(), "x"]) expect((await app.get(`${DESK}/verzoek/${ref}`, officer)).status).toBe(404);
  });
});
