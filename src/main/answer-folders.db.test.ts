// Any folder of answers can be drafted and released: it says what its own files say, and nothing of another question.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApi } from "../api/index.ts";
import { type CounterPorts, type FiguresPorts, figures } from "../counter/index.ts";
import { fixedClock, instant } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { ANSWERS_FOLDER } from "../statistics/index.ts";
import { loadTables, sv170Population } from "../statistics/testing.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { createWeb } from "../web/index.ts";
import { createAnswers } from "./answers.ts";
import { createFigures } from "./figures.ts";

const text = (word: string): string => `{ nl: ${word}, en: ${word}, fr: ${word} }`;
const question = `id: sv-201
reference: 2023-12-31
knownAt: 2024-02-01T00:00:00.000Z
header:
  type: ${text("vraag")}
  institution: ${text("parlement")}
  theme: ${text("werk")}
  number: 201
  date: 2024-02-05
  asker: Lid Synmans
  minister: { name: Minister Syn, role: ${text("minister")} }
  title: Tickets eind 2023
  document: nog niet gepubliceerd
  file: geen
  source: SV201
  period: ${text("eind 2023")}
published: { reference: 2023-12-31 }
questions:
  - { number: 1, title: ${text("tickets")}, asked: ${text("hoeveel")}, document: { type: answered }, adds: ${text("niets")} }
`;
const definitions = `figures:
  - question: 1
    role: asked
    figure:
      id: tickets
      title: ${text("tickets")}
      unit: ticket
      measure: { stock: ticket }
      at: "@reference"
      by: [ticketMeasure]
`;

const folder = mkdtempSync(join(tmpdir(), "answers-"));
let database: TestDatabase;
let ports: FiguresPorts;
let api: ReturnType<typeof createApi>;

beforeAll(async () => {
  cpSync(join(ANSWERS_FOLDER, "sv-170"), join(folder, "sv-170"), { recursive: true });
  mkdirSync(join(folder, "sv-201"));
  for (const [name, content] of Object.entries({ question, figures: definitions, published: "facts: []\n" }))
    writeFileSync(join(folder, "sv-201", `${name}.yaml`), content);
  database = await testDatabase();
  await loadTables(database.pool, sv170Population({ f: 120, g: 800 }, 40));
  const law = openLaw();
  const clock = { ...fixedClock("2024-04-02" as never), now: () => instant("2024-04-02T09:00:00.000Z") };
  ports = createFigures({ law, clock, database, synthetic: true, answersFolder: folder });
  const answers = createAnswers({ ...ports, published: ports.publications, folder });
  const tokens = {
    read: async (person: string) => ({ role: "statistician", person, organisation: "OVO1", insz: null, tokenRef: person }),
  };
  api = createApi({
    law,
    clock,
    answers,
    ready: async () => null,
    figures: ports,
    counter: { tokens } as unknown as CounterPorts,
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

interface Body {
  readonly id?: string;
  readonly seen?: string;
  readonly status?: string;
  readonly knownAt?: string;
  readonly statements?: object;
  readonly bounds?: object | null;
  readonly caveats?: readonly { readonly id: string }[];
  readonly questions?: Readonly<Record<string, { statements: object; figures: Record<string, { cells: unknown[] }> }>>;
}

async function call(path: string, token: string | null, body?: object) {
  const response = await api.request(`/api/v1${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

it("lists every folder of answers", () => expect(ports.answerFolders()).toEqual(["sv-170", "sv-201"]));

it("drafts a folder at its own moment, and lets another person release it to the public", async () => {
  expect(await call("/answers/sv-201", null)).toMatchObject({ status: 404 });
  const drafted = await call("/figures/drafts", "mwk_drafter00", { name: "sv-201", answer: "sv-201" });
  expect(drafted).toMatchObject({ status: 201, body: { source: { kind: "folder", id: "sv-201" } } });
  expect(drafted.body.knownAt).toBe("2024-02-01T00:00:00.000Z");
  const { id, seen } = drafted.body;
  expect((await call(`/figures/drafts/${id}/release`, "mwk_drafter00", { seen })).status).toBe(409);
  expect((await call(`/figures/drafts/${id}/release`, "mwk_releaser0", { seen })).body.status).toBe("RELEASED");

  const { status, body } = await call("/answers/sv-201", null);
  expect(status).toBe(200);
  const [only] = Object.values(body.questions!);
  expect(only!.figures.tickets!.cells.length).toBeGreaterThan(2);
  // What question 170 says beside its figures is not said of another.
  expect([body.statements, only!.statements, body.bounds]).toEqual([{}, {}, null]);
  expect(only).not.toHaveProperty("criteria");
  expect(only).not.toHaveProperty("doubleTicketBreaches");
  expect(body.caveats!.map((one) => one.id)).toEqual(["unitsApart", "knownAt"]);
});

it("is what the home page and the dashboard lead to, whatever its id", async () => {
  const web = createWeb({
    law: ports.law,
    clock: ports.clock,
    demo: true,
    stylesheet: { css: "", hash: "x" } as never,
    bodyLimit: 1,
    answers: async () => null,
    figures: ports,
  });
  for (const [path, words] of [
    ["/", "Antwoord op vraag nr. 201"],
    ["/en", "Answer to question nr. 201"],
    ["/cijfers", "Het antwoord op vraag nr. 201"],
    ["/fr/cijfers", "La réponse à la question n° 201"],
  ]) {
    const text = await (await web.request(path!)).text();
    expect(text).toMatch(new RegExp(`href="(/en|/fr)?/antwoorden/sv-201">${words}<`));
    // It was not released here.
    expect(text).not.toContain("/antwoorden/sv-170");
  }
});

it("still gives the same files when it is verified, whatever becomes of the folder", async () => {
  writeFileSync(join(folder, "sv-201", "figures.yaml"), "figures: []\n");
  const [verified] = await figures.verifyReleases(ports, "sv-201");
  expect(verified).toMatchObject({ name: "sv-201", flaws: [], notComputed: null });
});
