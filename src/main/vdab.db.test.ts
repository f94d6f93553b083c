// VDAB's counter and the person's page over HTTP: indicating, departing, reviewing, catching up, and who may see what.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { declaredRoutes } from "../access/index.ts";
import { openPerson } from "../counter/index.ts";
import { FLANDERS, type TestCounter, testCounter, testInsz, testKbo } from "../counter/testing.ts";
import { validTickets } from "../dossier/index.ts";
import { addDays, type Insz, newRef, type PersonRef, plainDate } from "../kernel/index.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";

const TODAY = plainDate("2026-11-23");
const VDAB = "OVO999002";

let counter: TestCounter;
let app: TestApp;
let adviser: TestVisitor;
let secretary: TestVisitor;
let partner: TestVisitor;

beforeAll(async () => {
  const people = Array.from({ length: 30 }, (_, n) => testInsz(n));
  counter = await testCounter({ residences: people.map((insz) => ({ insz, ...FLANDERS })) });
  app = testApp(counter);
  adviser = await app.visitor({ role: "vdabAdviser", organisation: VDAB });
  secretary = await app.visitor({ role: "reviewSecretary", organisation: VDAB });
  partner = await app.visitor({ role: "icfPartner", organisation: "OVO999003" });
});
afterAll(() => counter.close());

const citizen = (insz: Insz) => app.visitor({ role: "person", organisation: null }, insz);
const textOf = async (response: Response) => (await response.text()).replaceAll("\u00a0", " ");
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

async function refOf(insz: Insz): Promise<PersonRef> {
  return (await counter.vault.findByIdentifier("insz", insz)) as PersonRef;
}

async function stateOf(insz: Insz) {
  const acting = { role: "vdabAdviser", actorRef: "test", organisation: VDAB, insz: null } as const;
  const person = await openPerson(counter.vdab, acting, await refOf(insz), "QUESTION");
  if (person === null) throw new Error("no such person");
  return person;
}

/** Asked by telephone, entered by the adviser. Gives the address of the request's finding. */
async function ask(insz: Insz, measure: "INDIVIDUAL" | "COLLECTIVE", more: Record<string, string> = {}): Promise<string> {
  const response = await app.post("/vdab/aanvraag", adviser, {
    insz,
    givenName: "Noor",
    familyName: "Synbergmans",
    measure,
    path: "ATTEST",
    channel: "PHONE",
    opdracht: newRef(),
    ...more,
  });
  expect(response.status).toBe(303);
  const person = await stateOf(insz);
  const open = Object.values(person.state.indications).find((one) => one.outcome === "PENDING");
  return `/vdab/personen/${person.personRef}/indicering/${open?.indicationRef}`;
}

const finding = (more: Record<string, string> = {}) => ({
  ontwerp: "0",
  decidedOn: "23/11/2026",
  evidencePath: "ATTEST",
  workDisability: "yes",
  "criteria.met": "yes",
  "criteria.reason": "Attest van de arts",
  productivityLossPct: "45,0",
  extraCostsPct: "0",
  guidanceRequired: "yes",
  guidanceNeed: "MEDIUM",
  needDuration: "LASTING",
  higherNeed: "no",
  validFrom: "23/11/2026",
  validUntil: "",
  ...more,
});

const collective = { "collective.percentage": "45", "collective.guidanceNeed": "HIGH" };

async function propose(path: string, more: Record<string, string> = {}) {
  const saved = await app.post(path, adviser, finding(more));
  const at = saved.headers.get("location") ?? "";
  const html = at === "" ? "" : await textOf(await app.get(at, adviser));
  const hiddenFields = { ontwerp: hidden(html, "ontwerp"), versie: hidden(html, "versie"), opdracht: hidden(html, "opdracht") };
  return { saved, at, html, hidden: hiddenFields };
}

describe("an indication", () => {
  test("of a collective advice brings the double ticket at once, and shows why before", async () => {
    const insz = testInsz(1);
    const path = await ask(insz, "COLLECTIVE");
    const { saved, at, html, hidden } = await propose(path, collective);
    expect(saved.status).toBe(303);
    for (const said of ["Dubbelticket (IND-14)", "IND-10", "Rendementsverlies"]) expect(html).toContain(said);
    const done = await app.post(at, adviser, { keuze: "bevestigen", ...hidden });
    expect(done.status).toBe(303);
    const { state } = await stateOf(insz);
    expect(validTickets(state, "COLLECTIVE", TODAY)).toHaveLength(1);
    expect(validTickets(state, "INDIVIDUAL", TODAY)).toMatchObject([
      { origin: "DOUBLE_TICKET", package: "P5_PLUS", guidanceNeed: "HIGH", motivation: null },
    ]);
    // The review secretary, who records no finding, is led to entering a review of it.
    const file = await textOf(await app.get(done.headers.get("location") ?? "", secretary));
    expect(file).toContain("Heroverweging van deze beslissing invoeren");
    expect(file).not.toContain("Nieuwe aanvraag invoeren");
    // The same form again changes nothing: the request is decided.
    expect((await app.post(at, adviser, { keuze: "bevestigen", ...hidden })).headers.get("location")).toContain("ok=beslist");
    expect(Object.keys((await stateOf(insz)).state.tickets)).toHaveLength(2);
  });

  test("of an application before the double ticket is left to the catch-up (OPEN-39), one by one or in a batch", async () => {
    const insz = testInsz(2);
    const path = await ask(insz, "COLLECTIVE", { requestedOn: "30/6/2023" });
    const { at, html, hidden } = await propose(path, collective);
    expect(html).not.toContain("Dubbelticket (IND-14)");
    await app.post(at, adviser, { keuze: "bevestigen", ...hidden });
    const before = await stateOf(insz);
    expect(Object.values(before.state.tickets).map((one) => one.type)).toEqual(["COLLECTIVE"]);

    const groep = newRef();
    await app.post("/vdab/inhaalbeweging", adviser, { groep });
    await app.post("/vdab/inhaalbeweging", adviser, { groep });
    expect(await counter.vdab.catchUps.list(10)).toHaveLength(1);
    expect(validTickets((await stateOf(insz)).state, "INDIVIDUAL", TODAY)).toHaveLength(0);
    await app.post(`/vdab/inhaalbeweging/${groep}`, adviser);
    await app.post(`/vdab/inhaalbeweging/${groep}`, adviser);
    expect(validTickets((await stateOf(insz)).state, "INDIVIDUAL", TODAY)).toMatchObject([
      { origin: "CATCH_UP", package: "P5_PLUS", guidanceNeed: "HIGH" },
    ]);
    expect((await counter.vdab.catchUps.read(groep))?.counts).toEqual({ GIVEN: 1, ONE_BY_ONE: 0, SKIPPED: 0 });
    const report = await textOf(await app.get(`/vdab/inhaalbeweging/${groep}`, adviser));
    expect(report).toContain("Iedereen van deze groep is bekeken");
  });

  test("leaves who works already out of the batch (IND-16), for the adviser to give by hand", async () => {
    const insz = testInsz(3);
    const path = await ask(insz, "COLLECTIVE", { requestedOn: "30/6/2023" });
    const { at, hidden: fields } = await propose(path, collective);
    await app.post(at, adviser, { keuze: "bevestigen", ...fields });
    const { personRef, version } = await stateOf(insz);
    await counter.store.events.append(
      "person",
      personRef,
      version,
      [
        {
          type: "WorkStatusChanged",
          effectiveOn: plainDate("2024-01-01"),
          payload: {
            status: "EMPLOYED",
            employability: "IMMEDIATE",
            workCareTrajectory: false,
            benefit: "NONE",
            unemployedSince: null,
          },
        },
      ],
      { actor: { role: "vdabAdviser", ref: "test" }, commandId: newRef() },
    );
    const groep = newRef();
    await app.post("/vdab/inhaalbeweging", adviser, { groep });
    await app.post(`/vdab/inhaalbeweging/${groep}`, adviser);
    expect(await counter.vdab.catchUps.lines(groep, 10)).toContainEqual({
      personRef,
      outcome: "ONE_BY_ONE",
      reasons: ["IND-16"],
    });
    const form = await textOf(await app.get(`/vdab/personen/${personRef}/dubbelticket?doel=CATCH_UP`, adviser));
    expect(form).toContain("nieuw onderzoek (IND-16)");
    const given = await app.post(`/vdab/personen/${personRef}/dubbelticket?doel=CATCH_UP`, adviser, {
      versie: hidden(form, "versie"),
      opdracht: hidden(form, "opdracht"),
    });
    expect(given.status).toBe(303);
    expect(validTickets((await stateOf(insz)).state, "INDIVIDUAL", TODAY)).toHaveLength(1);
  });

  test("below the threshold gives a negative advice, or a ticket with a recorded reason and never without one", async () => {
    const insz = testInsz(4);
    const path = await ask(insz, "INDIVIDUAL");
    const low = { productivityLossPct: "19,9", guidanceRequired: "no", guidanceNeed: "" };
    const { at, html, hidden } = await propose(path, low);
    expect(html).toContain("Negatief advies");
    const without = await app.post(at, adviser, { keuze: "afwijken", ...hidden });
    expect(without.status).toBe(400);
    expect(await textOf(without)).toContain("Wie afwijkt van het voorstel, schrijft op waarom");
    const withReason = await app.post(at, adviser, {
      keuze: "afwijken",
      "departure.reason": "Nieuwe job met ander werk",
      ...hidden,
    });
    expect(withReason.status).toBe(303);
    const person = await stateOf(insz);
    const [ticket] = validTickets(person.state, "INDIVIDUAL", TODAY);
    expect(ticket).toMatchObject({ package: "P5", origin: "REQUEST" });
    expect(person.written.get(ticket?.motivation ?? "")).toEqual({ text: "Nieuwe job met ander werk" });
    // The reason is in the vault only.
    expect(JSON.stringify(person.history)).not.toContain("ander werk");
  });

  test("judged not to meet the criteria gives no ticket (OPEN-37)", async () => {
    const insz = testInsz(5);
    const path = await ask(insz, "INDIVIDUAL");
    const { at, html, hidden } = await propose(path, { "criteria.met": "no" });
    expect(html).toContain("IND-13");
    await app.post(at, adviser, { keuze: "bevestigen", ...hidden });
    const { state } = await stateOf(insz);
    expect(Object.values(state.indications)[0]).toMatchObject({ outcome: "REFUSED", criteria: { met: false } });
  });

  test("says what is wrong with dates, percentages and missing answers, and loses nothing", async () => {
    const path = await ask(testInsz(6), "INDIVIDUAL");
    const future = await app.post(path, adviser, finding({ decidedOn: "24/11/2026" }));
    expect(future.status).toBe(422);
    expect(await textOf(future)).toContain("ligt in de toekomst");
    const draft = (await counter.vdab.drafts.list(await refOf(testInsz(6))))[0];
    expect(draft?.fields.productivityLossPct).toBe("45,0");
    const many = await app.post(
      path,
      adviser,
      finding({ ontwerp: "1", productivityLossPct: "veel", needDuration: "", "criteria.reason": "" }),
    );
    expect(many.status).toBe(400);
    const html = await textOf(many);
    for (const field of ["#productivityLossPct", "#needDuration", "#criteria.reason"]) expect(html).toContain(`href="${field}"`);
    expect(html).toContain('value="veel"');
    const tooHigh = await app.post(path, adviser, finding({ ontwerp: "2", productivityLossPct: "100,1" }));
    expect(tooHigh.status).toBe(422);
  });

  test("that two advisers work on at once is saved by the first and refused to the second, with what was typed", async () => {
    const insz = testInsz(7);
    const path = await ask(insz, "INDIVIDUAL");
    const first = await propose(path);
    const other = await app.visitor({ role: "vdabAdviser", organisation: VDAB });
    const stale = await app.post(path, other, finding({ "criteria.reason": "Van de collega" }));
    expect(stale.status).toBe(409);
    expect(await textOf(stale)).toContain("Van de collega");
    const [one, two] = await Promise.all([
      app.post(first.at, adviser, { keuze: "bevestigen", ...first.hidden }),
      app.post(first.at, other, { keuze: "bevestigen", ...first.hidden, opdracht: newRef() }),
    ]);
    expect([one.status, two.status].filter((status) => status === 303).length).toBeGreaterThan(0);
    expect(Object.keys((await stateOf(insz)).state.tickets)).toHaveLength(1);
  });
});

describe("a request", () => {
  test("for a wrong number, tomorrow, or twice is refused, and a double click makes one", async () => {
    const fields = { givenName: "An", familyName: "Synhof", measure: "INDIVIDUAL", path: "ICF", channel: "LETTER" };
    const wrong = await app.post("/vdab/aanvraag", adviser, { ...fields, insz: "85013090099" });
    expect(wrong.status).toBe(400);
    expect(await textOf(wrong)).toContain("controlegetal");
    const insz = testInsz(8);
    const tomorrow = await app.post("/vdab/aanvraag", adviser, { ...fields, insz, requestedOn: "24/11/2026" });
    expect(tomorrow.status).toBe(422);
    expect(await counter.vault.findByIdentifier("insz", insz)).toBeNull();
    const opdracht = newRef();
    for (let click = 0; click < 2; click += 1) {
      const sent = await app.post("/vdab/aanvraag", adviser, { ...fields, insz, opdracht });
      expect(sent.status).toBe(303);
    }
    expect(Object.keys((await stateOf(insz)).state.indications)).toHaveLength(1);
    const again = await app.post("/vdab/aanvraag", adviser, { ...fields, insz });
    expect(again.status).toBe(422);
    expect(await textOf(again)).toContain("Er loopt al een aanvraag");
  });

  test("goes on by hand when the national register is down", async () => {
    counter.down.add("residences");
    const fields = { givenName: "An", familyName: "Synhof", measure: "INDIVIDUAL", path: "ICF", channel: "LETTER" };
    const insz = testInsz(9);
    const refused = await app.post("/vdab/aanvraag", adviser, { ...fields, insz });
    expect(refused.status).toBe(422);
    expect(await textOf(refused)).toContain("Kies de woonplaats zelf");
    const byHand = await app.post("/vdab/aanvraag", adviser, { ...fields, insz, residence: "FLANDERS", province: "ANT" });
    expect(byHand.status).toBe(303);
    counter.down.delete("residences");
  });
});

describe("reading a file", () => {
  test("asks the purpose first, and leaves a line that the person sees", async () => {
    const insz = testInsz(10);
    await ask(insz, "INDIVIDUAL");
    const ref = await refOf(insz);
    const asked = await app.get(`/vdab/personen/${ref}`, adviser);
    expect(asked.headers.get("location")).toBe(`/vdab/personen/${ref}/openen`);
    await app.get(`/vdab/personen/${ref}?doel=EXPIRY`, adviser);
    const log = await textOf(await app.get("/mijn-dossier/wie-keek", await citizen(insz)));
    expect(log).toContain("Ticket dat vervalt opvolgen");
    expect(log).toContain(VDAB);
    const french = await textOf(await app.get("/fr/mijn-dossier/wie-keek", await citizen(insz)));
    expect(french).toContain("Suivi d’un avis qui arrive à échéance");
  });

  test("by number or name never puts either in an address", async () => {
    const insz = testInsz(11);
    await ask(insz, "INDIVIDUAL", { givenName: "Zohra", familyName: "Synzeldzaam" });
    const byNumber = await app.post("/vdab/zoeken", adviser, { naam: insz });
    expect(byNumber.headers.get("location")).toBe(`/vdab/personen/${await refOf(insz)}/openen`);
    const byName = await textOf(await app.post("/vdab/zoeken", adviser, { naam: "synzeld" }));
    expect(byName).toContain("Zohra Synzeldzaam");
    expect((await app.post("/vdab/zoeken", adviser, { naam: "Ed" })).status).toBe(400);
    expect((await app.post("/vdab/zoeken", adviser, { naam: "85013090099" })).status).toBe(400);
  });
});

describe("the person", () => {
  const pdf = (content = "%PDF-1.7 synthetic") => new File([content], "attest.pdf", { type: "application/pdf" });

  test("asks an indication with evidence, which VDAB and the person can open and nobody else", async () => {
    const insz = testInsz(12);
    const me = await citizen(insz);
    expect(await textOf(await app.get("/mijn-dossier", me))).toContain("U hebt nog geen dossier");
    const lie = await app.post("/mijn-dossier/aanvraag", me, { measure: "INDIVIDUAL", path: "ATTEST", evidence: pdf("<html>") });
    expect(lie.status).toBe(400);
    expect(await textOf(lie)).toContain("geen pdf, jpg of png");
    const sent = await app.post("/mijn-dossier/aanvraag", me, { measure: "INDIVIDUAL", path: "ATTEST", evidence: pdf() });
    expect(sent.status).toBe(303);
    const { personRef, state } = await stateOf(insz);
    const [indication] = Object.values(state.indications);
    const stuk = indication?.evidence[0]?.evidence;
    const own = await app.get(`/mijn-dossier/bewijs/${stuk}`, me);
    expect(own.status).toBe(200);
    expect(own.headers.get("content-disposition")).toContain("attachment");
    expect((await app.get(`/vdab/personen/${personRef}/bewijs/${stuk}?doel=INDICATION`, adviser)).status).toBe(200);
    for (const role of ["employer", "caseHandler", "icfPartner"] as const) {
      const other = await app.visitor({ role, organisation: testKbo(1) });
      expect((await app.get(`/vdab/personen/${personRef}/bewijs/${stuk}?doel=INDICATION`, other)).status).toBe(403);
    }
    expect((await app.get(`/mijn-dossier/bewijs/${stuk}`, await citizen(testInsz(13)))).status).toBe(404);
  });

  test("sees a ticket in plain words in three languages, and asks a review until the last day", async () => {
    const insz = testInsz(14);
    const path = await ask(insz, "INDIVIDUAL");
    const { at, hidden: fields } = await propose(path);
    await app.post(at, adviser, { keuze: "bevestigen", ...fields });
    const me = await citizen(insz);
    const dutch = await textOf(await app.get("/mijn-dossier", me));
    expect(dutch).toContain("Een werkgever die u in dienst heeft of neemt");
    expect(dutch).toContain("tot en met 7 januari 2027");
    expect(await textOf(await app.get("/en/mijn-dossier", me))).toContain("An employer who has or hires you");
    const { state, personRef } = await stateOf(insz);
    const ref = Object.keys(state.indications)[0];
    const review = `/mijn-dossier/heroverweging/${ref}`;
    const form = await textOf(await app.get(review, me));
    const meta = { versie: hidden(form, "versie"), opdracht: hidden(form, "opdracht") };
    const early = await app.post(review, me, { ...meta, noticeOn: "22/11/2026", reason: "Te laag" });
    expect(early.status).toBe(422);
    const sent = await app.post(review, me, { ...meta, noticeOn: "23/11/2026", reason: "Te laag" });
    expect(sent.status).toBe(303);

    const list = await textOf(await app.get("/vdab?soort=REVIEW", secretary));
    expect(list).toContain("22 januari 2027");
    const reviewRef = Object.keys((await stateOf(insz)).state.reviews)[0];
    const path2 = `/vdab/heroverwegingen/${personRef}/${reviewRef}`;
    const page = await textOf(await app.get(path2, secretary));
    const advised = await app.post(path2, secretary, {
      doe: "advies",
      versie: hidden(page, "versie"),
      opdracht: hidden(page, "opdracht"),
      on: "23/11/2026",
      advice: "Hoger pakket",
    });
    expect(advised.status).toBe(303);
    const second = await textOf(await app.get(path2, secretary));
    expect(second).toContain("23 december 2026");
    const decision = {
      doe: "beslissing",
      versie: hidden(second, "versie"),
      opdracht: hidden(second, "opdracht"),
      on: "23/11/2026",
      outcome: "CHANGED",
      reason: "De raad volgt het advies",
    };
    expect((await app.post(path2, secretary, decision)).status).toBe(400);
    const decided = await app.post(path2, secretary, {
      ...decision,
      "change.package": "P5_PLUS",
      "change.guidanceNeed": "HIGH",
      "change.needClass": "WAGE_AND_GUIDANCE_PREMIUM",
      "change.needDuration": "LASTING",
      "change.validFrom": "23/11/2026",
      "change.validUntil": "22/11/2031",
    });
    expect(decided.status).toBe(303);
    expect(validTickets((await stateOf(insz)).state, "INDIVIDUAL", TODAY)).toMatchObject([{ package: "P5_PLUS" }]);
  });

  test("may have a guardian, who sees the file while the guardianship runs and no other", async () => {
    const ward = testInsz(15);
    await ask(ward, "INDIVIDUAL");
    await ask(testInsz(16), "INDIVIDUAL");
    const guardian = testInsz(20);
    const running = { guardian, insz: ward, from: plainDate("2025-01-01"), until: null };
    counter.guardianships.push(running, { ...running, insz: testInsz(16), until: addDays(TODAY, -1) });
    const visitor = await app.visitor({ role: "guardian", organisation: testKbo(5) }, guardian);
    expect(await textOf(await app.get("/mijn-dossier", visitor))).toContain(`/mijn-dossier/voor/${await refOf(ward)}`);
    expect((await app.get(`/mijn-dossier/voor/${await refOf(ward)}`, visitor)).status).toBe(200);
    expect((await app.get(`/mijn-dossier/voor/${await refOf(testInsz(16))}`, visitor)).status).toBe(404);
    expect((await app.get(`/mijn-dossier/voor/${await refOf(testInsz(12))}`, visitor)).status).toBe(404);
    const log = await textOf(await app.get("/mijn-dossier/wie-keek", await citizen(ward)));
    expect(log).toContain("Dossier bekijken als bewindvoerder");
  });
});

describe("an ICF partner", () => {
  const advice = (insz: Insz, more: Record<string, string> = {}) => ({
    insz,
    givenName: "Lore",
    familyName: "Synhaeg",
    advisedOn: "20/11/2026",
    advice: "Begeleiding nodig in een maatwerkbedrijf",
    opdracht: newRef(),
    ...more,
  });
  /** Without what every answer has of its own. */
  const plain = (html: string) => html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "#");

  test("advises and no more, and hears the same whatever VDAB holds of the person", async () => {
    const known = testInsz(1);
    const unknown = testInsz(17);
    const answers = await Promise.all(
      [known, unknown].map(async (insz) => {
        const own = await app.visitor({ role: "icfPartner", organisation: `OVO99${insz.slice(-4)}` });
        const sent = await app.post("/vdab/advies", own, advice(insz));
        const again = await app.post("/vdab/advies", own, advice(insz));
        return [sent.status, sent.headers.get("location"), again.status, plain((await textOf(again)).replaceAll(insz, "INSZ"))];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.slice(0, 3)).toEqual([303, "/vdab/advies?ok=1", 422]);
    for (const path of ["/vdab", `/vdab/personen/${await refOf(known)}?doel=ADVICE`, "/vdab/aanvraag"])
      expect((await app.get(path, partner)).status).toBe(403);
  });

  test("of which the adviser opens a request, or which is set aside with a reason", async () => {
    const insz = testInsz(18);
    await app.post("/vdab/advies", partner, advice(insz));
    const { personRef, state } = await stateOf(insz);
    const ref = Object.keys(state.advices)[0];
    const path = `/vdab/personen/${personRef}/advies/${ref}?doel=ADVICE`;
    const form = await textOf(await app.get(path, adviser));
    const meta = { versie: hidden(form, "versie"), opdracht: hidden(form, "opdracht") };
    expect((await app.post(path, adviser, { ...meta, keuze: "terzijde" })).status).toBe(422);
    expect((await app.post(path, adviser, { ...meta, keuze: "nieuw" })).status).toBe(303);
    const after = (await stateOf(insz)).state;
    expect(Object.values(after.indications)).toMatchObject([{ measure: "COLLECTIVE", path: "ICF", outcome: "PENDING" }]);
    expect(Object.values(after.advices)[0]?.handledOn).toBe(TODAY);
  });
});

describe("the work list", () => {
  test("shows each kind of work with its person, and says who took it up", async () => {
    const insz = testInsz(19);
    await ask(insz, "INDIVIDUAL", { givenName: "Marit", familyName: "Synlijst" });
    const html = await textOf(await app.get("/vdab?soort=INDICATION&wie=niemand", adviser));
    expect(html).toContain("Marit Synlijst");
    const work = Object.keys((await stateOf(insz)).state.indications)[0] ?? "";
    await app.post("/vdab/opnemen", adviser, { werk: work, doe: "nemen", terug: "?soort=INDICATION" });
    expect(await textOf(await app.get("/vdab?soort=INDICATION&wie=ik", adviser))).toContain("Marit Synlijst");
    expect(await textOf(await app.get("/vdab?soort=INDICATION&wie=niemand", adviser))).not.toContain("Marit Synlijst");
  });
});

describe("the API", () => {
  const API = "/api/v1/vdab";
  const tokenOf = async (role: "vdabAdviser" | "person", insz: Insz | null = null) =>
    (await counter.tokens.issue({ role, organisation: role === "person" ? "" : VDAB, insz }, "test")).token;
  const call = async (token: string, method: string, path: string, body: unknown = null, more: Record<string, string> = {}) =>
    app.api.request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": newRef(),
        ...more,
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
  const wanted = {
    decidedOn: "2026-11-23",
    evidencePath: "ICF",
    workDisability: true,
    criteria: { met: true, reason: "ICF-verslag" },
    productivityLossPct: "45",
    extraCostsPct: "0",
    guidanceRequired: true,
    guidanceNeed: "HIGH",
    needDuration: "LASTING",
    higherNeed: false,
    validFrom: "2026-11-23",
    collective: { percentage: "45", guidanceNeed: "HIGH" },
  };

  test("enters a request, proposes with steps, decides once, and refuses a stale version", async () => {
    const token = await tokenOf("vdabAdviser");
    const insz = testInsz(21);
    const asked = { insz, givenName: "Ine", familyName: "Synapi", measure: "COLLECTIVE", path: "ICF", channel: "API" };
    const key = { "idempotency-key": newRef() };
    const made = await call(token, "POST", `${API}/requests`, asked, key);
    expect(made.status).toBe(201);
    const { person } = (await made.json()) as { person: string };
    expect((await call(token, "POST", `${API}/requests`, asked, key)).status).toBe(201);
    expect((await call(token, "POST", `${API}/requests`, asked)).status).toBe(409);

    expect((await call(token, "GET", `${API}/persons/${person}`)).status).toBe(400);
    const read = await call(token, "GET", `${API}/persons/${person}?purpose=INDICATION`);
    const etag = read.headers.get("etag") ?? "";
    const file = (await read.json()) as { indications: { id: string }[] };
    const path = `${API}/persons/${person}/indications/${file.indications[0]?.id}`;
    const proposal = await call(token, "POST", `${path}/proposal`, wanted);
    expect(await proposal.json()).toMatchObject({
      tickets: [{ type: "COLLECTIVE" }, { type: "INDIVIDUAL", origin: "DOUBLE_TICKET", package: "P5_PLUS" }],
      refused: [],
    });
    expect((await call(token, "POST", `${path}/decision`, wanted)).status).toBe(428);
    expect((await call(token, "POST", `${path}/decision`, wanted, { "if-match": '"v1"' })).status).toBe(412);
    const without = { ...wanted, departure: { package: "P5" } };
    const refused = await call(token, "POST", `${path}/decision`, without, { "if-match": etag });
    expect(refused.status).toBe(400);
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    expect(await refused.json()).toMatchObject({ errors: [{ id: "finding.departureReason", field: "departure.reason" }] });
    const decided = await call(token, "POST", `${path}/decision`, wanted, { "if-match": etag });
    expect(decided.status).toBe(200);
    expect((await call(token, "POST", `${path}/decision`, wanted, { "if-match": etag })).status).toBe(412);
    expect(Object.keys((await stateOf(insz)).state.tickets)).toHaveLength(2);
  });

  test("lists the work by page, and says what is wrong with a question", async () => {
    const token = await tokenOf("vdabAdviser");
    const seen = new Set<string>();
    let cursor = "";
    for (let page = 0; page < 50; page += 1) {
      const response = await call(token, "GET", `${API}/work?limit=3${cursor === "" ? "" : `&cursor=${cursor}`}`);
      const { items, nextCursor } = (await response.json()) as { items: { id: string }[]; nextCursor: string | null };
      for (const { id } of items) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    const whole = await call(token, "GET", `${API}/work?limit=200`);
    expect(((await whole.json()) as { items: unknown[] }).items).toHaveLength(seen.size);
    for (const query of ["limit=0", "kind=OTHER", "until=tomorrow", "assignee=you", "cursor=x"])
      expect((await call(token, "GET", `${API}/work?${query}`)).status).toBe(400);
  });

  test("gives a person the own file, and another's as if it did not exist", async () => {
    const insz = testInsz(22);
    const token = await tokenOf("person", insz);
    const own = { measure: "INDIVIDUAL", path: "ATTEST", givenName: "Bo", familyName: "Syneigen" };
    expect((await call(token, "GET", "/api/v1/person")).status).toBe(404);
    expect((await call(token, "POST", "/api/v1/person/indications", own)).status).toBe(200);
    const file = await call(token, "GET", "/api/v1/person");
    expect(await file.json()).toMatchObject({ insz, indications: [{ status: "PENDING" }] });
    const log = await call(token, "GET", "/api/v1/person/access");
    expect(await log.json()).toMatchObject({ items: [{ role: "person" }] });
    const other = await refOf(testInsz(1));
    expect((await call(token, "GET", `/api/v1/person?person=${other}`)).status).toBe(404);
  });

  test("describes every one of its addresses", async () => {
    const document = (await (await app.api.request("/api/v1/openapi.json")).json()) as { paths: Record<string, object> };
    const described = new Set(
      Object.entries(document.paths).flatMap(([path, of]) => Object.keys(of).map((method) => `${method.toUpperCase()} ${path}`)),
    );
    const routes = declaredRoutes(app.api).filter(({ path }) => /^\/api\/v1\/(vdab|person)/.test(path));
    expect(routes.length).toBeGreaterThan(20);
    for (const { method, path } of routes) expect(described).toContain(`${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
  });
});

describe("before the decision", () => {
  test("no page or address of VDAB or the person tells an employer anything, whatever VDAB holds (EMP-17)", async () => {
    const employer = await app.visitor({ role: "employer", organisation: testKbo(1) });
    const { token } = await counter.tokens.issue({ role: "employer", organisation: testKbo(1), insz: null }, "test");
    // With a ticket, refused, asked only, and unknown.
    const refs = [...(await Promise.all([1, 5, 8].map((n) => refOf(testInsz(n))))), newRef()];
    const plain = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "#");
    const fill = (path: string, ref: string) => path.replace(/:(persoon|person|stroom|stream)\b/, ref).replace(/:\w+/g, newRef());
    let tried = 0;
    const mine = (path: string) => /^\/(vdab|mijn-dossier)/.test(path) || /^\/api\/v1\/(vdab|person)/.test(path);
    for (const [door, routes] of [
      [app.web, declaredRoutes(app.web)],
      [app.api, declaredRoutes(app.api)],
    ] as const) {
      for (const { method, path } of routes.filter((route) => mine(route.path))) {
        const answers = await Promise.all(
          refs.map(async (ref) => {
            const at = fill(path, ref);
            const response =
              door === app.api
                ? await app.api.request(at, {
                    method,
                    headers: { authorization: `Bearer ${token}` },
                    ...(method === "GET" ? {} : { body: "{}" }),
                  })
                : method === "GET"
                  ? await app.get(at, employer)
                  : await app.post(at, employer);
            return [response.status, plain(await response.text())];
          }),
        );
        expect([path, answers[0]?.[0]]).toEqual([path, 403]);
        for (const answer of answers) expect(answer).toEqual(answers[0]);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(60);
  });
});
