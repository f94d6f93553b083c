// EMP-17: before the decision no page, API answer or report, and no step taken, differs by what VDAB holds of a person.
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { declaredRoutes, type Permission, reachOf } from "../access/index.ts";
import { openFirm, registerFirm } from "../counter/index.ts";
import {
  employerOf,
  FLANDERS,
  goodApplication,
  type TestCounter,
  testClock,
  testCounter,
  testFirm,
  testInsz,
  testKbo,
} from "../counter/testing.ts";
import type { AnyEvent } from "../dossier/index.ts";
import { type Insz, newRef, plainDate } from "../kernel/index.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";

/** What VDAB may hold of a person: nothing at all, a registration only, a finding with a ticket, or a refusal. */
const HELD = ["UNKNOWN", "REGISTERED", "TICKET", "REFUSED"] as const;
type Held = (typeof HELD)[number];
const firmKbo = testKbo(1);

let counter: TestCounter;
let app: TestApp;
let visitor: TestVisitor;
let token = "";
let asked: string[] = [];

beforeAll(async () => {
  const people = Array.from({ length: 40 }, (_, n) => testInsz(n));
  const real = await testCounter({
    companies: [testFirm(1)],
    residences: people.map((insz) => ({ insz, ...FLANDERS })),
    employments: people.map((insz) => ({ insz, employer: firmKbo, from: plainDate("2026-09-01"), until: null })),
  });
  counter = recording(real);
  app = testApp(counter);
  const acting = employerOf(firmKbo);
  const firm = await openFirm(counter, acting, firmKbo);
  if (firm?.ok) await registerFirm(counter, acting, firm.value, { measure: "IMW", commandId: newRef() });
  visitor = await app.visitor({ role: "employer", organisation: firmKbo });
  ({ token } = await counter.tokens.issue({ role: "employer", organisation: firmKbo, insz: null }, "test"));
});
afterAll(() => counter.close());

/** Notes every question that a door puts to records and registers, in order. */
function recording(real: TestCounter): TestCounter {
  const noted = <T extends object>(name: string, port: T): T =>
    new Proxy(port, {
      get(target, property) {
        const value = Reflect.get(target, property) as unknown;
        if (typeof value !== "function") return value;
        return (...values: unknown[]) => {
          asked.push(`${name}.${String(property)}`);
          return (value as (...given: unknown[]) => unknown).apply(target, values);
        };
      },
    });
  return {
    ...real,
    events: noted("events", real.events),
    vault: noted("vault", real.vault),
    files: noted("files", real.files),
    relations: noted("relations", real.relations),
    declarations: noted("declarations", real.declarations),
    registers: {
      companies: noted("companies", real.registers.companies),
      employments: noted("employments", real.registers.employments),
      residences: noted("residences", real.registers.residences),
    },
  };
}

async function hold(held: Held, insz: Insz): Promise<void> {
  if (held === "UNKNOWN") return;
  const personRef = newRef();
  const on = plainDate("2026-01-15");
  const events: AnyEvent[] = [
    { type: "PersonRegistered", effectiveOn: on, payload: { sex: "F", bornIn: "1985-01", ...FLANDERS } },
  ];
  const indicationRef = newRef();
  const asking = { indicationRef, measure: "INDIVIDUAL", requestedOn: on };
  if (held !== "REGISTERED")
    events.push({ type: "IndicationRequested", effectiveOn: on, payload: { ...asking, path: "ATTEST", channel: "ONLINE" } });
  if (held === "REFUSED")
    events.push({
      type: "TicketRefused",
      effectiveOn: on,
      payload: { indicationRef, measure: "INDIVIDUAL", appliedOn: on, decidedOn: on, grounds: ["IND-11"] },
    });
  if (held === "TICKET") {
    events.push({
      type: "FindingRecorded",
      effectiveOn: on,
      payload: {
        indicationRef,
        evidencePath: "ATTEST",
        productivityLossPct: "35",
        extraCostsPct: "0",
        guidanceRequired: true,
        guidanceNeed: "MEDIUM",
        needDuration: "LASTING",
        workDisability: true,
        validFrom: on,
        validUntil: "2031-01-15",
      },
    });
    events.push({
      type: "TicketIssued",
      effectiveOn: on,
      payload: {
        ticketRef: newRef(),
        indicationRef,
        type: "INDIVIDUAL",
        appliedOn: on,
        grantedOn: on,
        package: "P5",
        percentage: null,
        guidanceNeed: "MEDIUM",
        needClass: "WAGE_AND_GUIDANCE_PREMIUM",
        needDuration: "LASTING",
        validFrom: on,
        validUntil: "2031-01-15",
        origin: "REQUEST",
        motivation: null,
      },
    });
  }
  const outcome = await counter.store.events.append("person", personRef, 0, events, {
    actor: { role: "vdabAdviser", ref: "test" },
    commandId: newRef(),
    recordedAt: testClock().now(),
    sealed: [{ subjectRef: personRef, sealedRef: newRef(), kind: "name", content: { given: "Officiële", family: "Naam" } }],
    lookups: [
      { subjectRef: personRef, kind: "insz", value: insz },
      { subjectRef: personRef, kind: "name", value: "Officiële Naam" },
    ],
  });
  if (outcome.outcome !== "appended") throw new Error(outcome.outcome);
}

/** Without what every answer has of its own: references, numbers of files, the worker's number. */
const plain = (text: string, insz: string) =>
  text
    .replaceAll(insz, "INSZ")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "#")
    .replace(/IMW-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{2}/g, "IMW-#");

/** Everything that an applicant can see and do before the decision, through one channel; what was answered, and what was asked inside. */
async function trail(channel: "web" | "api" | "csv", insz: Insz): Promise<{ answers: string[]; inside: string[] }> {
  const answers: string[] = [];
  asked = [];
  const note = async (response: Response) => {
    const headers = [...response.headers].filter(([name]) => name !== "set-cookie").map(([name, value]) => `${name}: ${value}`);
    answers.push(plain(`${response.status}\n${headers.join("\n")}\n${await response.text()}`, insz));
    return response;
  };
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  /** The person's own lines of the list: files of one moment have no order among each other. */
  const noteListed = async () => {
    // Listing opens every file of the firm, so what it asks inside grows from round to round.
    const before = asked;
    asked = [];
    const response = await app.api.request("/api/v1/applications?limit=100", { headers });
    const { items } = (await response.json()) as { items: { worker?: { insz?: string } }[] };
    const own = items.filter(({ worker }) => worker?.insz === insz).map((item) => plain(JSON.stringify(item), insz));
    expect(own.length).toBeGreaterThan(0);
    answers.push([response.status, ...own.sort()].join("\n"));
    asked = before;
  };
  if (channel === "web") await fileByPages(insz, note);
  else if (channel === "api") {
    const ask = (path: string, method = "GET", body?: unknown, more: Record<string, string> = {}) =>
      app.api.request(path, {
        method,
        headers: { ...headers, ...more },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const filed = await ask("/api/v1/applications", "POST", goodApplication(insz), { "idempotency-key": newRef() });
    const { id } = (await filed.clone().json()) as { id: string };
    await note(filed);
    const path = `/api/v1/applications/${id}`;
    for (const address of addressesOfFile()) await note(await ask(address.replace(":id", id).replace(/:\w+/g, newRef())));
    await noteListed();
    await note(await ask("/api/v1/applications", "POST", goodApplication(insz), { "idempotency-key": newRef() }));
    await note(
      await ask(
        `${path}/changes`,
        "POST",
        { kind: "HOURS", effectiveOn: "2026-10-01", employmentFraction: "0.5" },
        { "if-match": '"v1"', "idempotency-key": newRef() },
      ),
    );
    await note(await ask(`${path}/withdraw`, "POST", undefined, { "if-match": '"v2"', "idempotency-key": newRef() }));
  } else {
    const csv = `reference,insz,givenName,familyName,premiums,contractFrom,employmentFraction,notInDifficulty,contactName,contactEmail\r\nA,${insz},Noor,Synbergmans,WAGE,2026-09-01,0.8,ja,An,an@firm.be\r\nB,${insz},Noor,Synbergmans,WAGE_AND_GUIDANCE,2026-09-01,0.8,ja,An,an@firm.be\r\n`;
    for (const accept of ["application/json", "text/csv"])
      await note(
        await app.api.request("/api/v1/applications/csv", { method: "POST", headers: { ...headers, accept }, body: csv }),
      );
    await noteListed();
  }
  return { answers, inside: asked };
}

/** Every page about one file that an employer may open, as the program declares them. */
const pagesOfFile = (): string[] => {
  const paths = ofEmployer(app.web).filter((path) => path.startsWith("/loket/:kbo/dossier/:dossier"));
  expect(paths.length).toBeGreaterThan(9);
  return paths;
};

/** Every address of the API about one file that an employer may read. */
const addressesOfFile = (): string[] => {
  const paths = ofEmployer(app.api).filter((path) => /^\/api\/v1\/(applications|grants)\/:id/.test(path));
  expect(paths.length).toBeGreaterThan(2);
  return paths;
};

const ofEmployer = (of: unknown): string[] =>
  declaredRoutes(of as Hono)
    .filter(({ method, access }) => method === "GET" && access !== null && access !== "everyone")
    .filter(({ access }) => access === "loggedIn" || reachOf("employer", access as Permission) !== null)
    .map(({ path }) => path);

async function fileByPages(insz: Insz, note: (response: Response) => Promise<Response>): Promise<void> {
  const follow = async (response: Response) => {
    await note(response);
    const to = response.headers.get("location");
    return to === null ? response : note(await app.get(to, visitor));
  };
  const begun = await app.post(`/loket/${firmKbo}/nieuw`, visitor, { applicant: "EMPLOYER" });
  const draft = begun.headers.get("location") ?? "";
  await follow(begun);
  const steps: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ["situatie", { situation: "NEW_HIRE" }],
    ["werknemer", { "worker.insz": insz, "worker.givenName": "Noor", "worker.familyName": "Synbergmans" }],
    ["overeenkomst", { "contract.kind": "OPEN_ENDED", "contract.from": "01/09/2026" }],
    ["werk", { employmentFraction: "80", worksInFlanders: "yes" }],
    ["premies", { premiums: "WAGE" }],
    ["onderneming", { notInDifficulty: "yes" }],
    ["contact", { "contact.name": "An Synhof", "contact.email": "an@firm.be" }],
    ["stukken", {}],
  ];
  for (const [at, [step, fields]] of steps.entries())
    await follow(await app.post(`${draft}/stap/${step}`, visitor, { ...fields, versie: String(at + 1) }));
  const filed = await app.post(`${draft}/nakijken`, visitor, { versie: String(steps.length + 1) });
  expect(filed.status).toBe(303);
  await follow(filed);
  // A double click, the file itself, the list, and the forms that follow.
  await follow(await app.post(`${draft}/nakijken`, visitor, { versie: String(steps.length + 1) }));
  const file = (filed.headers.get("location") ?? "").replace("/ingediend", "");
  for (const path of pagesOfFile()) await note(await app.get(path.replace("/loket/:kbo/dossier/:dossier", file), visitor));
  await follow(await app.post(`${file}/intrekken`, visitor, { versie: "1", opdracht: newRef() }));
}

test.each(["web", "api", "csv"] as const)("nothing tells what VDAB holds of a person: %s", async (channel) => {
  const trails: { answers: string[]; inside: string[] }[] = [];
  const offset = { web: 0, api: 10, csv: 20 }[channel];
  for (const [at, held] of HELD.entries()) {
    await hold(held, testInsz(offset + at));
    trails.push(await trail(channel, testInsz(offset + at)));
  }
  const [first, ...others] = trails;
  expect(first?.answers.length).toBeGreaterThan(2);
  for (const other of others) {
    for (const [index, answer] of (first?.answers ?? []).entries()) expect(other.answers[index]).toBe(answer);
    // The same questions to records and registers in the same order: the same road, so no telling difference in time.
    expect(other.inside).toEqual(first?.inside);
  }
});

test("an answer to a filing never comes sooner than agreed, known person or not", async () => {
  const slow = testApp({ ...counter, answerAfterMs: 250 });
  for (const [at, held] of (["UNKNOWN", "TICKET"] as const).entries()) {
    await hold(held, testInsz(30 + at));
    const started = performance.now();
    const response = await slow.api.request("/api/v1/applications", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": newRef() },
      body: JSON.stringify(goodApplication(testInsz(30 + at))),
    });
    expect(response.status).toBe(201);
    expect(performance.now() - started).toBeGreaterThan(245);
  }
});
