// What the margins of an answer leave open when the gate took one of them away: it is left out, and the others say what they can.
import { describe, expect, it } from "vitest";
import { instant, localized } from "../../kernel/index.ts";
import { bounds, type Margin } from "../bounds/index.ts";
import type { Figure, FigureCell } from "../figure/index.ts";
import type { AnswerBounds } from "./answer.ts";
import { boundsOfAnswer } from "./bounds-of-answer.ts";

const text = (word: string) => localized(word, word, word);
const margins = [
  { id: "collective", has: ["CMW"], figure: "tickets-stock", key: ["COLLECTIVE"] },
  { id: "individual", has: ["IMW"], figure: "tickets-stock", key: ["INDIVIDUAL"] },
  { id: "ama", has: ["AMA"], figure: "tickets-stock", key: ["AMA"] },
  { id: "onlyIndividual", only: ["IMW"], figure: "only-individual", key: [] },
  { id: "onlyCollective", only: ["CMW"], figure: "only-collective", key: [] },
];
const combinations: Readonly<Record<string, number>> = {
  CMW: 30,
  IMW: 12,
  AMA: 5,
  "CMW+IMW": 9,
  "CMW+AMA": 3,
  "IMW+AMA": 4,
  "CMW+IMW+AMA": 2,
};
const holding = (ticket: string) =>
  Object.entries(combinations).reduce((sum, [id, count]) => sum + (id.split("+").includes(ticket) ? count : 0), 0);

/** `withheld`: figure and key, joined by a space. */
function figuresWithout(...withheld: readonly string[]): ReadonlyMap<string, Figure> {
  const figure = (id: string, dimensions: readonly string[], counts: Readonly<Record<string, number>>): [string, Figure] => {
    const cells = Object.entries(counts).map(([code, value]): FigureCell => {
      const cell = { window: "2023-12-31", key: dimensions.length === 0 ? [] : [code] };
      return withheld.includes(`${id} ${code}`) ? { ...cell, value: null, suppressed: true } : { ...cell, value };
    });
    const said: Figure = {
      id,
      title: text(id),
      unit: { id: "person", title: text("persons"), meaning: text("a person") },
      measure: "stock",
      counted: text("persons"),
      population: text("all"),
      windows: [{ name: "2023-12-31", from: "2023-12-31", until: "2023-12-31" }],
      knownAt: instant("2024-03-15T00:00:00.000Z"),
      outcome: { type: "answered" },
      dimensions: dimensions.map((one) => ({ id: one, title: text(one), exclusive: false, owner: "VDAB", values: [] })),
      cells,
      caveats: [],
      warnings: [],
    };
    return [id, said];
  };
  return new Map([
    figure("tickets-stock", ["ticketMeasure"], {
      COLLECTIVE: holding("CMW"),
      INDIVIDUAL: holding("IMW"),
      AMA: holding("AMA"),
    }),
    figure("only-individual", [], { all: combinations.IMW! }),
    figure("only-collective", [], { all: combinations.CMW! }),
    figure("persons-by-combination", ["ticketCombination"], combinations),
  ]);
}

const boundsWithout = (...withheld: readonly string[]): AnswerBounds =>
  boundsOfAnswer({ margins }, figuresWithout(...withheld), "SOCIAL_ECONOMY");

/** The ranges of the cells, solved from the margins that are named and no others. */
function solvedFrom(ids: readonly string[]): Readonly<Record<string, readonly (number | null)[]>> {
  const known: Readonly<Record<string, number>> = {
    collective: holding("CMW"),
    individual: holding("IMW"),
    ama: holding("AMA"),
    onlyIndividual: combinations.IMW!,
    onlyCollective: combinations.CMW!,
  };
  const given = margins
    .filter(({ id }) => ids.includes(id))
    .map(({ id, has, only }): Margin => ({ id, ...(has === undefined ? { only: only! } : { has }), equals: known[id]! }));
  const found = bounds({ tickets: ["CMW", "IMW", "AMA"], margins: given });
  if (!found.ok) throw new Error("The margins contradict each other");
  return Object.fromEntries(found.value.cells.map(({ tickets, min, max }) => [tickets.join("+"), [min, max]]));
}
const rangesOf = ({ cells }: AnswerBounds) =>
  Object.fromEntries(Object.entries(cells).map(([id, { min, max }]) => [id, [min, max]]));

describe("the bounds of an answer", () => {
  it("rest on every margin when none is withheld", () => {
    const whole = boundsWithout();
    expect(rangesOf(whole)).toEqual(solvedFrom(margins.map(({ id }) => id)));
    expect(whole.cells.CMW).toMatchObject({ min: 30, max: 30, actual: 30 });
    expect(whole.contradiction).toBeNull();
  });

  for (const { id, figure, key } of margins)
    it(`leave out ${id} where its count is withheld, and rest on the others`, () => {
      const found = boundsWithout(`${figure} ${key[0] ?? "all"}`);
      expect(rangesOf(found)).toEqual(solvedFrom(margins.map((one) => one.id).filter((other) => other !== id)));
      expect(rangesOf(found)).not.toEqual(rangesOf(boundsWithout()));
      expect(found.contradiction).toBeNull();
      // Wider, and never beside what the records hold.
      for (const [cell, { min, max }] of Object.entries(found.cells)) {
        expect(min).toBeLessThanOrEqual(combinations[cell]!);
        if (max !== null) expect(max).toBeGreaterThanOrEqual(combinations[cell]!);
      }
    });

  it("do not give back a withheld number: the one that was known exactly is a range", () => {
    const found = boundsWithout("only-collective all");
    expect(found.cells.CMW!.min).toBeLessThan(30);
    expect(found.cells.CMW!.max).toBeGreaterThan(30);
  });

  it("say nothing of the records where a part of it is withheld, and all else", () => {
    const found = boundsWithout("persons-by-combination CMW+AMA");
    expect(rangesOf(found)).toEqual(rangesOf(boundsWithout()));
    expect(found.cells["CMW+AMA"]!.actual).toBeNull();
    expect(found.cells["CMW+IMW"]!.actual).toBe(9);
    expect(found.derived.collectiveAndAma!.actual).toBeNull();
    expect(found.derived.uniquePersons!.actual).toBeNull();
    expect(found.derived.collectiveAndIndividual!.actual).toBe(11);
  });

  it("bound nothing above when everything is withheld", () => {
    const all = margins.map(({ figure, key }) => `${figure} ${key[0] ?? "all"}`);
    const found = boundsWithout(...all);
    expect(rangesOf(found)).toEqual(solvedFrom([]));
    expect(Object.values(found.cells).every(({ min, max }) => min === 0 && max === null)).toBe(true);
  });
});
