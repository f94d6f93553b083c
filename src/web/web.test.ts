import { describe, expect, test } from "vitest";
import { fixedClock, languages, Outage } from "../kernel/index.ts";
import { glossaryOf } from "./glossary.ts";
import { loadStylesheet } from "./look/stylesheet.ts";
import { lawForTests } from "./testing.ts";
import { createWeb } from "./web.tsx";

const law = lawForTests();
const stylesheet = { css: "body{}", hash: "0123456789abcdef" };
const failures: [string, string | null][] = [];
const web = createWeb({
  law,
  clock: fixedClock("2026-11-23"),
  demo: true,
  stylesheet,
  bodyLimit: 10 * 1024 * 1024,
  answers: async () => {
    throw new Error("secret detail of the database");
  },
  onFailure: (error, requestId) => failures.push([error.message, requestId]),
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await web.request(path, { headers }, { requestId: "nummer-1" });
  return { response, text: await response.text() };
};
const filledIn = "pakket=P5&begeleiding=HIGH&tewerkstelling=80&loon=2.750,00&bijdragen=600&start=2025-Q1";

describe("every page", () => {
  const paths = [
    "/",
    "/simulator",
    "/simulator/zelfstandige",
    "/begrippen",
    "/api",
    "/over",
    "/over/bouwstenen",
    "/toegankelijkheid",
    "/privacy",
  ];

  test.each(paths)("%s stands in three languages, each naming the others", async (path) => {
    for (const language of languages) {
      const prefix = language === "nl" ? "" : `/${language}`;
      const { response, text } = await get(path === "/" && prefix !== "" ? prefix : prefix + path);
      expect(response.status).toBe(200);
      expect(text).toMatch(/^<!doctype html><html lang="(nl|en|fr)">/);
      expect(text).toContain(`<html lang="${language}">`);
      for (const other of languages) expect(text).toContain(`hreflang="${other}"`);
    }
  });

  test("the home page says so while no answer was released", async () => {
    const { text } = await get("/");
    expect(text).toContain("Er is nog geen antwoord vrijgegeven.");
    expect(text).not.toContain("/antwoorden/");
  });

  test("allows nothing but our own style, fonts and pictures", async () => {
    const { response, text } = await get("/");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("script-src");
    expect(policy).not.toContain("unsafe-inline");
    expect(text).not.toMatch(/<script|\sstyle=|\son\w+=/);
  });

  test("of a demonstration says that its records are synthetic", async () => {
    expect((await get("/")).text).toContain("SYNTHETISCHE GEGEVENS");
    expect((await get("/en/simulator")).text).toContain("SYNTHETIC DATA");
    expect((await get("/fr/nergens")).text).toContain("DONNÉES SYNTHÉTIQUES");
  });

  test("with real records does not", async () => {
    const real = createWeb({
      law,
      clock: fixedClock("2026-11-23"),
      demo: false,
      stylesheet,
      bodyLimit: 1,
      answers: async () => {
        throw new Error("no records");
      },
    });
    expect(await (await real.request("/")).text()).not.toContain("SYNTHETISCHE");
  });
});

describe("the language", () => {
  test("another one is offered, never forced", async () => {
    const { response, text } = await get("/simulator?loon=2500", { "accept-language": "fr-BE,fr;q=0.9" });
    expect(response.status).toBe(200);
    expect(response.headers.get("vary")).toContain("Accept-Language");
    expect(text).toContain('href="/fr/simulator?loon=2500"');
    expect(text).toContain("Cette page existe aussi en français");
  });

  test("the page's own one is not offered again", async () => {
    expect((await get("/fr", { "accept-language": "fr" })).text).not.toContain("Cette page existe aussi");
  });
});

describe("the simulator", () => {
  test("an empty address is a form without complaints", async () => {
    const { response, text } = await get("/simulator");
    expect(response.status).toBe(200);
    expect(text).not.toContain('role="alert"');
  });

  test("a filled address is the outcome, the same whenever it is asked", async () => {
    const { response, text } = await get(`/simulator?${filledIn}`);
    expect(response.status).toBe(200);
    expect(text).toContain("Uw berekening");
    expect((await get(`/simulator?${filledIn}`)).text).toBe(text);
  });

  test("wrong input comes back with every mistake, each tied to its field", async () => {
    const { response, text } = await get("/simulator?loon=veel&tewerkstelling=200&bijdragen=-5&van=31/02/2025&start=2022-Q1");
    expect(response.status).toBe(400);
    expect(text).toContain("<title>Fout: ");
    for (const field of ["loon", "tewerkstelling", "bijdragen", "van", "start"]) {
      expect(text).toContain(`href="#${field}"`);
      expect(text).toContain(`id="${field}-fout"`);
      expect(text).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    }
    expect(text).toContain('value="veel"');
  });

  test("the least and the greatest that each field takes", async () => {
    const ask = async (change: string) => (await get(`/simulator?loon=2500&${change}`)).response.status;
    expect(await ask("tewerkstelling=0,01%")).toBe(200);
    expect(await ask("tewerkstelling=0")).toBe(400);
    expect(await ask("tewerkstelling=100")).toBe(200);
    expect(await ask("tewerkstelling=100,01")).toBe(400);
    expect(await ask("gewerkt=0")).toBe(200);
    expect(await ask("gewerkt=-1")).toBe(400);
    expect(await ask("van=01/02/2025&tot=01/02/2025")).toBe(200);
    expect(await ask("van=02/02/2025&tot=01/02/2025")).toBe(400);
  });

  test("a reading that the law does not know is refused by name", async () => {
    const { response, text } = await get("/simulator?loon=2500&OPEN-01=9/9/9");
    expect(response.status).toBe(400);
    expect(text).toContain("OPEN-01");
  });

  test("what somebody types is never taken for markup", async () => {
    const { text } = await get(`/simulator?loon=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain("<script>");
    expect(text).toContain("&lt;script&gt;");
  });

  test("a package after an evaluation needs its percentage", async () => {
    expect((await get("/simulator?loon=2500&pakket=AFTER_EVALUATION")).response.status).toBe(400);
    expect((await get("/simulator?loon=2500&pakket=AFTER_EVALUATION&percentage=50")).response.status).toBe(200);
    expect((await get("/simulator?loon=2500&pakket=AFTER_EVALUATION&percentage=52")).response.status).toBe(400);
  });

  test("a self-employed person cannot have the package of a customised-work company", async () => {
    expect((await get("/simulator/zelfstandige?pakket=P5_MWB")).response.status).toBe(400);
    expect((await get("/simulator/zelfstandige?pakket=P5&start=2026-Q1")).response.status).toBe(200);
  });
});

describe("what goes wrong", () => {
  test("an unknown address is a 404 in the language of its address", async () => {
    const { response, text } = await get("/en/nowhere");
    expect(response.status).toBe(404);
    expect(text).toContain("This page does not exist");
  });

  test("a failure tells its number and nothing of the inside", async () => {
    const { response, text } = await get("/antwoorden/sv-170");
    expect(response.status).toBe(500);
    expect(text).toContain("nummer-1");
    expect(text).not.toContain("secret");
    expect(failures).toEqual([["secret detail of the database", "nummer-1"]]);
  });

  test("a database that does not answer is said as such, and the simulator goes on", async () => {
    const outage = new Outage("connection refused");
    const without = createWeb({
      law,
      clock: fixedClock("2026-11-23"),
      demo: true,
      stylesheet,
      bodyLimit: 1,
      answers: async () => {
        throw outage;
      },
    });
    const response = await without.request("/antwoorden/sv-170");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("De databank antwoordt niet");
    expect((await without.request(`/simulator?${filledIn}`)).status).toBe(200);
  });

  test("a date that cannot be is a mistake of the form, and nothing is computed", async () => {
    const before = failures.length;
    const { response, text } = await get("/antwoorden/sv-170?at=31/02/2024&knownAt=01/01/2030");
    expect(response.status).toBe(400);
    expect(text).toContain('value="31/02/2024"');
    expect(text).toContain('href="#knownAt"');
    expect(failures.length).toBe(before);
  });
});

describe("the files of the look", () => {
  test("the stylesheet and the fonts may be kept for ever, by their name", async () => {
    const sheet = await get(`/look/maatwerk-${stylesheet.hash}.css`);
    expect(sheet.response.headers.get("content-type")).toContain("text/css");
    expect(sheet.response.headers.get("cache-control")).toContain("immutable");
    const font = await get("/look/fonts/source-sans-3-latin-wght-normal.woff2");
    expect(font.response.status).toBe(200);
    expect(font.response.headers.get("content-type")).toBe("font/woff2");
  });

  test("no other file can be had", async () => {
    for (const name of ["..%2Fpackage.json", "maatwerk.scss", "%2e%2e%2f%2e%2e%2fpackage.json"]) {
      expect((await get(`/look/fonts/${name}`)).response.status).toBe(404);
    }
  });

  test("every font that the stylesheet names is served", async () => {
    const { css } = loadStylesheet(null);
    const named = [...css.matchAll(/url\(["']?(\/look\/fonts\/[^"')]+)/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(0);
    for (const path of named) expect((await get(path)).response.status).toBe(200);
    // Nothing else is loaded, from here or elsewhere.
    expect([...css.matchAll(/url\((?!["']?\/look\/fonts\/|["']?data:)/g)]).toEqual([]);
  });
});

test.each([
  ["/", ["workDisability", "wagePremium", "guidancePremium", "supportPremium", "indication", "ticket"]],
  ["/simulator", ["workDisability", "ticket", "guidancePremium"]],
  ["/simulator/zelfstandige", ["workDisability", "supportPremium", "ticket"]],
])("%s explains its terms where they stand", async (path, terms) => {
  const glossary = glossaryOf(law.rulebook);
  const { text } = await get(path);
  for (const term of terms) {
    expect(text).toContain(`popovertarget="term-${term}"`);
    expect(text).toContain(glossary.get(term)?.meaning.nl ?? "no such term");
  }
});
