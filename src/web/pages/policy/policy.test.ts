// The policy page without script: levers from the address, rules that a value breaks, figures, note, and a content policy of its own.
import { beforeAll, describe, expect, it } from "vitest";
import { fixedClock, type Instant, quarter } from "../../../kernel/index.ts";
import type { LabResult } from "../../../lab/index.ts";
import { createWeb } from "../../index.ts";
import { lawForTests } from "../../testing.ts";
import { brokenRules, leversOf, readLevers, reformOfLevers } from "./levers.ts";
import { PolicyRoom } from "./outcome.ts";

const law = lawForTests();
const from = quarter("2027-Q1");
const clock = fixedClock("2026-11-23T10:00:00.000Z" as Instant);

describe("levers", () => {
  const levers = leversOf(law, from);
  const read = (query: string) => readLevers(levers, new URLSearchParams(query));

  it("stand where the law stands, and then change nothing", () => {
    expect(levers.find(({ name }) => name === "plafond")!.now).toBe(2);
    const title = { nl: "", en: "", fr: "" };
    expect(reformOfLevers(law, read(""), from, title).parameters).toEqual([]);
  });

  it("change one value of a list and leave the rest", () => {
    const title = { nl: "", en: "", fr: "" };
    const { parameters } = reformOfLevers(law, read("p5b=35&plafond=2.2"), from, title);
    expect(parameters.map(({ id, value, from: day }) => `${id} ${value} ${day}`)).toEqual([
      "referenceWage.capMultiplier 2.2 2027-01-01",
      "wagePremium.package.P5 40, 35, 20 2027-01-01",
    ]);
  });

  it("keep what the law says when a text is no number within the lever", () => {
    const [first] = read("plafond=9");
    expect([first!.value, first!.typed]).toEqual([2, "9"]);
    expect(read("plafond=veel")[0]!.typed).toBe("veel");
  });

  it("say which rule a value breaks, and none at the bounds", () => {
    const rules = (query: string) => brokenRules(law, read(query), from).map(({ lever, rule }) => `${lever} ${rule}`);
    expect(rules("p5c=15")).toEqual(["p5c WP-02"]);
    expect(rules("p5a=75")).toEqual([]);
    expect(rules("p5a=80")).toEqual(["p5a WP-02"]);
    expect(rules("plusa=52")).toEqual(["plusa WP-02"]);
    expect(rules("p5b=45")).toEqual(["p5b WP-04"]);
  });
});

describe("the page", () => {
  let web: ReturnType<typeof createWeb>;
  beforeAll(() => {
    web = createWeb({
      law,
      clock,
      demo: true,
      stylesheet: { css: "", hash: "x" },
      answers: () => Promise.reject(new Error("not asked")),
      bodyLimit: 1000,
    });
  });

  it("works by its form, in three languages", async () => {
    for (const path of ["/beleid", "/en/beleid", "/fr/beleid"]) {
      const answer = await web.request(`${path}?plafond=2.2`);
      expect(answer.status).toBe(200);
      const html = await answer.text();
      expect(html).toContain('type="range"');
      expect(html).toContain('value="2.2"');
      expect(html).toContain(`${path}?plafond=2.2`);
    }
  });

  it("may compute, and no other page may", async () => {
    const own = (await web.request("/beleid")).headers.get("content-security-policy") ?? "";
    expect(own).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(own).not.toContain("'unsafe-eval'");
    expect((await web.request("/over")).headers.get("content-security-policy")).not.toContain("script-src");
  });

  it("gives a note of one page and all figures", async () => {
    const note = await web.request("/beleid/nota.pdf?plafond=2.2");
    expect(note.headers.get("content-type")).toBe("application/pdf");
    expect(new TextDecoder("latin1").decode(await note.arrayBuffer())).toMatch(/^%PDF/);
    const figures = (await (await web.request("/beleid/cijfers.json?plafond=2.2")).json()) as {
      result: { change: number; before: number; after: number };
    };
    expect(figures.result.change).toBe(figures.result.after - figures.result.before);
    expect(figures.result.change).toBeGreaterThan(0);
  });

  it("says up to which wage cost support covers a loss, on the page, in the figures and as CSV", {
    timeout: 60_000,
  }, async () => {
    const said = { "": "dekt, 1e kwartaal 2027", "/en": "covers a loss of 40", "/fr": "couvre une perte de 40" };
    for (const [language, words] of Object.entries(said)) {
      const html = await (await web.request(`${language}/beleid?plafond=2.2`)).text();
      expect(html.replaceAll("\u00a0", " ")).toContain(words);
      expect(html).toContain("/beleid/cijfers.csv?plafond=2.2");
    }
    const { result } = (await (await web.request("/beleid/cijfers.json?plafond=2.2")).json()) as {
      result: { breakEven: { kinds: { package: string; limits: { before: { breakEven: number } }[] }[] } };
    };
    const [limit] = result.breakEven.kinds.find((kind) => kind.package === "P5")!.limits;
    const csv = await web.request("/beleid/cijfers.csv?plafond=2.2");
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(await csv.text()).toContain(
      `breakEven,2027-Q1,P5 q1-5,wagePremium NONE,breakEvenWage loss 40 %,cents,${limit!.before.breakEven},`,
    );
  });

  it("computes on the server what the browser computes of the same people", async () => {
    const { result } = (await (await web.request("/beleid/cijfers.json?plafond=2.4")).json()) as { result: LabResult };
    const values = readLevers(leversOf(law, from), new URLSearchParams("plafond=2.4"));
    const room = new PolicyRoom(law, from, 10_000, 12);
    const own = room.run(reformOfLevers(law, values, from, { nl: "", en: "", fr: "" }), 12)!.result;
    expect({ ...result, milliseconds: 0 }).toEqual(JSON.parse(JSON.stringify({ ...own, milliseconds: 0 })));
  });

  it("shows the law as it is and says what is wrong with a value", async () => {
    const answer = await web.request("/beleid?plafond=9");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Geef een getal van 1 tot 4");
  });
});
