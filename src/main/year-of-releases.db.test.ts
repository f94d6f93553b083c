// A whole year of tables through the counter that releases them, and an attacker who keeps them all.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FiguresPorts, figures } from "../counter/index.ts";
import { assertOk, fixedClock, instant } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import type { Figure } from "../statistics/index.ts";
import { attack, loadTables, yearOfGrants } from "../statistics/testing.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { createFigures } from "./figures.ts";

const first = { role: "statistician", ref: "luca" };
const second = { role: "statistician", ref: "mira" };
const early = "2025-01-15T00:00:00.000Z";
const late = "2025-04-15T00:00:00.000Z";
const quarters = "[2024-Q1, 2024-Q2, 2024-Q3, 2024-Q4]";
const yearEnd = "2024-12-31";

type Asked = readonly [unit: string, measure: string, at: string, by: string, knownAt: string, population?: string];

/** In the order in which they are released. */
const asked: readonly Asked[] = [
  ["ticket", "{ stock: ticket }", "[2024-03-31, 2024-06-30, 2024-09-30]", "[province]", early],
  ["ticket", "{ stock: ticket }", yearEnd, "[ticketMeasure, province]", early],
  ["person", "{ stock: ticketHolder }", yearEnd, "[ticketCombination]", early],
  ["person", "{ stock: ticketHolder }", yearEnd, "[ticketCombination, province]", early],
  ["person", "{ stock: ticketHolder }", yearEnd, "[municipality]", early],
  ["person", "{ stock: ticketHolder }", yearEnd, "[sex, province]", early],
  ["ticket", "{ stock: ticket }", yearEnd, "[ticketMeasure]", early],
  ["grant", "{ flow: grant.decided }", quarters, "[province]", early],
  ["grant", "{ flow: grant.decided }", "2024", "[province]", early],
  ["grant", "{ flow: grant.decided }", "2024", "[municipality]", early],
  ["grant", "{ flow: grant.decided }", "2024", "[sex, province]", early],
  ["person", "{ flow: grant.decided }", "2024", "[province, premiums]", early],
  ["relation", "{ flow: grant.decided }", "2024", "[municipality, sex]", early],
  ["relation", "{ stock: grant }", yearEnd, "[municipality]", early],
  ["person", "{ stock: grant }", yearEnd, "[province, sex]", early],
  ["person", "{ stock: grant }", yearEnd, "[municipality]", early],
  ["grant", "{ flow: grant.decided }", "2024", "[quarter, premiums]", early],
  ["grant", "{ flow: grant.decided }", "2024", "[province]", early, "{ premiums: WAGE }"],
  ["grant", "{ flow: grant.decided }", quarters, "[municipality]", late],
  ["grant", "{ flow: grant.decided }", "2024", "[province]", late],
  ["person", "{ stock: ticketHolder }", yearEnd, "[ticketCombination, sex]", late],
  ["ticket", "{ stock: ticket }", yearEnd, "[ticketMeasure, province]", late],
];

/** NIS codes begin with the number of the province. */
const provinceOf = (municipality: string): string => ({ 1: "ANT", 2: "VBR", 3: "WVL", 4: "OVL", 7: "LIM" })[municipality[0]!]!;

interface Year {
  readonly released: number;
  readonly refused: readonly string[];
  readonly tables: readonly Figure[];
}

let database: TestDatabase;
let ports: FiguresPorts;

async function release(index: number): Promise<string | null> {
  const [unit, measure, at, by, knownAt, population] = asked[index]!;
  const text = `knownAt: ${knownAt}
figures:
  - { id: tabel-${index}, unit: ${unit}, measure: ${measure}, at: ${at}, by: ${by}${population === undefined ? "" : `, population: ${population}`} }
`;
  const drafted = await figures.draftRelease(ports, first, {
    name: `tabel-${index}`,
    reason: "",
    source: { kind: "sheet", text },
    knownAt: null,
  });
  const done = await figures.releaseDraft(ports, second, assertOk(drafted).releaseRef, null);
  if (done.ok) return null;
  return done.error.kind === "figures" ? done.error.problems.map((one) => one.id).join() : "source";
}

async function wholeYear(seed: number): Promise<Year> {
  const refused: string[] = [];
  await loadTables(database.pool, yearOfGrants({ people: 400, seed }));
  for (const index of asked.keys()) {
    const why = await release(index);
    if (why !== null) refused.push(`tabel-${index}: ${why}`);
  }
  return { released: asked.length - refused.length, refused, tables: await ports.publications.tables(null) };
}

let year: Year;

beforeAll(async () => {
  database = await testDatabase();
  const clock = { ...fixedClock("2025-05-02" as never), now: () => instant("2025-05-02T09:00:00.000Z") };
  ports = createFigures({ law: openLaw(), clock, database, synthetic: true });
  year = await wholeYear(11);
});
afterAll(() => database.close());

describe("a year of releases", () => {
  it("gives most of what is asked, with most of its cells", () => {
    expect(year.refused.filter((why) => !why.endsWith("release.exposed"))).toEqual([]);
    expect(year.released / asked.length).toBeGreaterThan(0.8);
    const cells = year.tables.flatMap((figure) => figure.cells);
    expect(cells.filter((cell) => cell.suppressed !== true).length / cells.length).toBeGreaterThan(0.5);
    expect(cells.filter((cell) => cell.suppressed === true).length).toBeGreaterThan(20);
  });

  it("leaves an attacker who keeps all its tables no withheld cell to work out", () => {
    const { found, hidden, shown, equations } = attack(year.tables, { provinceOf });
    expect({ found }).toEqual({ found: [] });
    // The attacker must have had something to go by.
    expect(hidden).toBeGreaterThan(20);
    expect(shown).toBeGreaterThan(100);
    expect(equations).toBeGreaterThan(100);
  });
});
