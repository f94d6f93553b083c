// What everybody can get of the figures, by every page and address, was released: nothing is counted for the public.
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declaredRoutes } from "../access/index.ts";
import { createApi } from "../api/index.ts";
import type { FiguresPorts } from "../counter/index.ts";
import { fixedClock, instant } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { checkPdf } from "../letters/index.ts";
import { type Answer, figuresOf, type Publication } from "../statistics/index.ts";
import { loadTables, sv170Population } from "../statistics/testing.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { createWeb } from "../web/index.ts";
import { type Answers, createAnswers, pagesOf } from "./answers.ts";
import { fillReleases } from "./demo-releases.ts";
import { createFigures } from "./figures.ts";
import { recordsOver } from "./records.ts";

const law = openLaw();
const clock = { ...fixedClock("2024-04-02" as never), now: () => instant("2024-04-02T09:00:00.000Z") };
let database: TestDatabase;
let ports: FiguresPorts;
let answers: Answers;
let web: ReturnType<typeof createWeb>;
let api: ReturnType<typeof createApi>;
let counted = 0;

beforeAll(async () => {
  database = await testDatabase();
  await loadTables(database.pool, sv170Population({ f: 120, g: 800 }, 40));
  const read = recordsOver(database.statistics);
  const records: typeof read = {
    snapshot: (work) => {
      counted += 1;
      return read.snapshot(work);
    },
  };
  const made = createFigures({ law, clock, database, synthetic: true });
  ports = { ...made, records, mayLag: { ...made.mayLag, records } };
  answers = createAnswers({
    law,
    clock,
    records,
    publications: ports.publications,
    linkages: ports.linkages,
    published: ports.publications,
  });
  const log = { warn: (about: { reason: string }) => expect(about.reason).toBe("") };
  await fillReleases({ figures: ports, demo: true, log: log as never });
  web = createWeb({
    law,
    clock,
    demo: true,
    stylesheet: { css: "", hash: "x" } as never,
    bodyLimit: 1,
    answers: pagesOf(answers),
    figures: ports,
  });
  api = createApi({ law, clock, answers, figures: ports, ready: async () => null });
});
afterAll(() => database.close());

/** Routes for everybody, with the names and files that were released in the place of their parameters. */
async function addresses(of: unknown): Promise<string[]> {
  const steps = await ports.publications.all();
  const found: string[] = [];
  for (const { method, path, access } of declaredRoutes(of as Hono)) {
    if (method !== "GET" || access !== "everyone" || /^\/(en|fr)(\/|$)/.test(path)) continue;
    if (!/cijfers|antwoorden|answers|releases|figures/.test(path)) continue;
    for (const releaseRef of new Set(steps.map((step) => step.releaseRef))) {
      const name = steps.find((step) => step.releaseRef === releaseRef && step.step.step === "DRAFTED")!.step;
      const own = path
        .replace(":name", "name" in name ? name.name : "")
        .replace(/:(ref|id)\b/, /answers|antwoorden/.test(path) ? "sv-170" : releaseRef);
      const files = path.includes(":file") ? (await ports.publications.files(releaseRef)).map((file) => file.name) : [""];
      found.push(...files.map((file) => own.replace(":file", encodeURIComponent(file))));
    }
  }
  return [...new Set(found)];
}

describe("the page of attributes", () => {
  it("says in every language what each means, of whom it is, when it is there and in which units", async () => {
    const { attributes } = await import("../statistics/index.ts");
    for (const language of ["nl", "en", "fr"] as const) {
      const prefix = language === "nl" ? "" : `/${language}`;
      const html = await (await web.request(`http://localhost${prefix}/cijfers/kenmerken`)).text();
      for (const { id, meaning, title } of attributes) {
        expect(html).toContain(`id="kenmerk-${id}"`);
        const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("'", "&#39;").replaceAll('"', "&quot;");
        expect(html).toContain(escaped(meaning[language]));
        expect(html).toContain(escaped(title[language]));
      }
      const home = await (await web.request(`http://localhost${prefix}/cijfers`)).text();
      expect(home).toContain(`href="${prefix}/cijfers/kenmerken"`);
      for (const leads of [home, await (await web.request(`http://localhost${prefix || "/"}`)).text()])
        expect(leads).toContain(`href="${prefix}/antwoorden/sv-170"`);
    }
  });
});

describe("whoever is not logged in", () => {
  it("makes nothing be counted, on any page or address, with any date", async () => {
    counted = 0;
    const dates = [
      "",
      "?at=2023-12-31",
      "?at=2024-12-31",
      "?at=2023-12-30",
      "?knownAt=2023-10-01",
      "?at=2023-12-31&knownAt=2024-02-01",
    ];
    const seen: [string, number][] = [];
    for (const [door, of] of [
      ["web", web],
      ["api", api],
    ] as const) {
      for (const path of await addresses(of)) {
        for (const query of /antwoorden|answers/.test(path) ? dates : [""]) {
          const response = await of.request(`http://localhost${path}${query}`);
          await response.arrayBuffer();
          seen.push([`${door} ${path}${query}`, response.status]);
        }
      }
    }
    expect(seen.filter(([, status]) => status !== 200 && status !== 404)).toEqual([]);
    expect(seen.filter(([path, status]) => /sv-170\?at=2023-12-31$/.test(path) && status === 200)).toHaveLength(2);
    expect(seen.filter(([path, status]) => /2024-12-31|2023-12-30|2023-10-01|2024-02-01/.test(path) && status !== 404)).toEqual(
      [],
    );
    expect(seen.length).toBeGreaterThan(40);
    expect(counted).toBe(0);
    // The same question asked inside does count.
    const inside = await answers.give({ id: "sv-170", at: "2023-11-30" as never, knownAt: null }, true);
    expect([inside.released, counted > 0]).toEqual([false, true]);
  });

  it("reads no number that does not stand in a published table", async () => {
    const published = new Map<string, string>();
    const name = (id: string, cell: { window: string; key: readonly (string | null)[] }) =>
      `${id} ${cell.window} ${cell.key.join("/")}`;
    for (const figure of await ports.publications.tables(null))
      for (const cell of figure.cells) published.set(name(figure.id, cell), String(cell.value));
    let read = 0;
    const check = (
      figures: readonly { id: string; cells: readonly { window: string; key: readonly (string | null)[]; value: unknown }[] }[],
    ) => {
      for (const figure of figures)
        for (const cell of figure.cells) {
          read += 1;
          expect([figure.id, cell.key, cell.value === undefined ? "" : String(cell.value)]).toEqual([
            figure.id,
            cell.key,
            published.get(name(figure.id, cell)),
          ]);
        }
    };
    for (const path of await addresses(api)) {
      if (!/publication\.json$|answer\.json$|answers\/sv-170$/.test(path)) continue;
      const body: unknown = await (await api.request(`http://localhost${path}`)).json();
      if (path.endsWith("publication.json")) check(figuresOf(body as Publication));
      else check(Object.values((body as Answer).questions).flatMap((question) => Object.values(question.figures)));
    }
    expect(read).toBeGreaterThan(200);
  });

  it("gets documents that a screen reader can read, with a drawing for each chart", async () => {
    for (const releaseRef of new Set((await ports.publications.all()).map((step) => step.releaseRef))) {
      const files = await ports.publications.files(releaseRef);
      const bodyOf = (ending: string) => files.filter((file) => file.name.endsWith(ending)).map((file) => file.body);
      const [publication] = bodyOf("publication.json").map((body) => JSON.parse(new TextDecoder().decode(body)) as Publication);
      const [pdf] = bodyOf(".pdf");
      expect(checkPdf(pdf!, { title: publication!.title.nl, language: "nl" })).toEqual([]);
      const charts = bodyOf(".svg").length;
      expect(charts).toBeGreaterThan(0);
      const odt = Buffer.from(bodyOf(".odt")[0]!).toString("latin1");
      // Each picture is named in its own entry and in the directory at the end.
      expect(odt.match(/Pictures\/chart-\d+\.svg/g)).toHaveLength(2 * charts);
    }
  });
});
