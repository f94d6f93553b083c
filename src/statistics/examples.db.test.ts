// Every question under `examples/` is run, by SQL and by the plain reference, over one population.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addYears, assertOk, canonicalJson, instant, plainDate } from "../kernel/index.ts";
import { readLaw } from "../law/files.ts";
import { testDatabase } from "../store/testing.ts";
import { bounds, parseBoundsFile } from "./bounds/index.ts";
import { describePlaced, parseFigureFile } from "./definition/index.ts";
import { policies } from "./disclosure/index.ts";
import { evaluatorInMemory, evaluatorOver } from "./evaluator.ts";
import { type Figure, runFigure } from "./figure/index.ts";
import { datesOfLaw, legalFactsOf } from "./legal-facts.ts";
import { buildPublication, figuresOf, parseSheet } from "./publication/index.ts";
import type { Tables } from "./reference/index.ts";
import { loadTables, recordsOf } from "./testing/load-tables.ts";
import { sv170Population } from "./testing/sv170-population.ts";

const folder = fileURLToPath(new URL("../../examples", import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml") && !file.startsWith("bounds-"));
const loaded = assertOk(readLaw());
const law = legalFactsOf(loaded);
const knownAt = instant("2026-06-01T00:00:00.000Z");
let database: Awaited<ReturnType<typeof testDatabase>>;
let tables: Tables;

beforeAll(async () => {
  tables = withLaterYears(sv170Population({ f: 120, g: 800 }, 40));
  database = await testDatabase();
  await loadTables(database.pool, tables);
});

afterAll(() => database.close());

const read = (file: string) => parseFigureFile(readFileSync(join(folder, file), "utf8"), file, { dates: datesOfLaw(loaded) });

/** The figures of a file by SQL; fails when the reference gives others. */
async function run(file: string): Promise<readonly Figure[]> {
  const found: Figure[] = [];
  for (const definition of assertOk(read(file))) {
    const context = { knownAt, law };
    const bySql = assertOk(
      await recordsOf(database.statistics).snapshot((records) => runFigure(evaluatorOver(records), definition, context)),
    );
    expect(canonicalJson(bySql)).toBe(canonicalJson(assertOk(await runFigure(evaluatorInMemory(tables), definition, context))));
    found.push(bySql);
  }
  return found;
}

/** Grants of the second half of 2023 once more in 2024, with a second employer for some, moves, wages and payments. */
function withLaterYears(world: Tables): Tables {
  const later = world.grant_position.map((grant, index) => ({
    ...grant,
    grant_ref: grant.grant_ref.replace(/^0000/, "0001"),
    file_ref: grant.file_ref.replace(/^0000/, "0001"),
    decided_on: `2024-0${(index % 9) + 1}-10`,
    employer_ref:
      grant.employer_ref === null ? null : index % 10 === 0 ? grant.employer_ref.replace(/^0000/, "0002") : grant.employer_ref,
  }));
  const twice = later
    .filter((_, index) => index % 7 === 0)
    .map((grant) => ({
      ...grant,
      grant_ref: grant.grant_ref.replace(/^0001/, "0003"),
      employer_ref: grant.employer_ref?.replace(/^0000/, "0004") ?? null,
    }));
  const moved = world.person_fact.flatMap((fact, index) =>
    index % 5 === 0
      ? [
          { ...fact, valid: { from: fact.valid.from, until: "2024-05-01" } },
          { ...fact, valid: { from: "2024-05-01", until: null }, province: "BRU" },
        ]
      : [fact],
  );
  const applied = world.application.map((row) => ({
    ...row,
    file_ref: row.file_ref.replace(/^0000/, "0001"),
    filed_on: shift(row.filed_on),
    state_on: shift(row.state_on),
    valid: { from: shift(row.valid.from!), until: row.valid.until === null ? null : shift(row.valid.until) },
    grounds: row.state === "REFUSED" ? ["EMP-11", "EMP-14"] : row.grounds,
  }));
  const lines = later.map((grant, index) => ({
    grant_ref: grant.grant_ref,
    quarter: 2024 * 4 + (index % 4),
    component: grant.employer_ref === null ? "SUPPORT" : "WAGE",
    seq: 0,
    employer_ref: grant.employer_ref,
    cents: 100_000 + index,
    origin: "initial",
    booked_at: "2025-02-01T00:00:00.000Z",
  }));
  const wages = world.attest.map((attest) => ({
    ...attest,
    attest_no: `L${attest.attest_no}`,
    quarter: 2024 * 4 + 3,
    received_at: "2025-02-01T00:00:00.000Z",
  }));
  return {
    ...world,
    person_fact: moved,
    application: [...world.application, ...applied],
    grant_position: [...world.grant_position, ...later, ...twice],
    attest: [...world.attest, ...wages],
    ledger_line: lines,
  };
}

function shift(day: string): string {
  return addYears(plainDate(day), 1);
}

const total = (figure: Figure): number => Number(figure.cells.find((cell) => cell.key.every((part) => part === null))!.value);
const parts = (figure: Figure): number =>
  figure.cells.filter((cell) => cell.key.every((part) => part !== null)).reduce((sum, cell) => sum + Number(cell.value), 0);

describe("the sheets under examples/sheets", () => {
  for (const file of readdirSync(join(folder, "sheets"))) {
    it(`${file} gives the same publication both ways, and says when a figure must wait`, async () => {
      const sheet = assertOk(parseSheet(readFileSync(join(folder, "sheets", file), "utf8"), file, loaded));
      const input = { name: file.replace(".yaml", ""), sheet, knownAt, policy: policies.public, earlier: [] };
      const bySql = await recordsOf(database.statistics).snapshot((records) =>
        buildPublication(evaluatorOver(records), loaded, input),
      );
      const inMemory = assertOk(await buildPublication(evaluatorInMemory(tables), loaded, input));
      expect(canonicalJson(assertOk(bySql).publication)).toBe(canonicalJson(inMemory.publication));
      const figures = figuresOf(inMemory.publication);
      expect(figures.length).toBeGreaterThan(0);
      for (const figure of figures) {
        const waits = figure.outcome.type === "notAvailableUntil";
        expect([figure.id, waits]).toEqual([figure.id, figure.id === "onderwijs"]);
      }
    });
  }

  it("answer the same parliamentary question at another date with one changed line", async () => {
    const text = readFileSync(join(folder, "sheets", "parlementaire-vraag.yaml"), "utf8");
    const later = text.replace("reference: 2024-12-31", "reference: 2025-12-31");
    expect(later.split("\n").filter((line, index) => line !== text.split("\n")[index])).toHaveLength(1);
    const windows = async (of: string) => {
      const input = { name: "x", sheet: assertOk(parseSheet(of, "x", loaded)), knownAt, policy: policies.public, earlier: [] };
      const built = assertOk(await buildPublication(evaluatorInMemory(tables), loaded, input));
      return new Set(figuresOf(built.publication).flatMap((figure) => figure.windows.map((window) => window.name)));
    };
    expect([...(await windows(text))]).toEqual(["2024-12-31"]);
    expect([...(await windows(later))]).toEqual(["2025-12-31"]);
  });
});

describe("the questions under examples", () => {
  for (const file of files.filter((name) => name !== "applications-half-year-as-year.yaml")) {
    it(`${file} runs, and gives the same figures both ways`, async () => {
      const [figure] = await run(file);
      expect(figure!.outcome.type).toBe("answered");
      expect(figure!.cells.some((cell) => cell.value !== 0 && cell.value !== null)).toBe(true);
    });
  }

  it("applications-half-year-as-year.yaml is refused at its line", () => {
    const refused = read("applications-half-year-as-year.yaml");
    expect(refused.ok).toBe(false);
    if (!refused.ok)
      expect(describePlaced(refused.error[0]!, "en")).toMatch(
        /^applications-half-year-as-year\.yaml:5:\d+ .*do not belong in one series/,
      );
  });

  it("bounds-of-three-tickets.yaml gives the range of unique persons", () => {
    const question = assertOk(
      parseBoundsFile(readFileSync(join(folder, "bounds-of-three-tickets.yaml"), "utf8"), "bounds-of-three-tickets.yaml"),
    );
    const found = assertOk(bounds(question));
    expect(found.derived.find((range) => range.id === "unique-persons")).toEqual({
      id: "unique-persons",
      min: 14_770,
      max: 18_156,
    });
    const broken = parseBoundsFile("tickets: [A]\nmargins:\n  - { id: a, has: [A], equal: 5 }\n", "b.yaml");
    expect(broken.ok).toBe(false);
    if (!broken.ok) expect(broken.error[0]!.line).toBe(3);
  });

  it("tickets-by-province-and-year.yaml has seven year-ends and says where the series breaks", async () => {
    const [figure] = await run("tickets-by-province-and-year.yaml");
    expect(figure!.windows).toHaveLength(7);
    expect(figure!.caveats.map((caveat) => caveat.id)).toEqual(
      expect.arrayContaining(["seriesBreak.doubleTicket", "placeOfProvince"]),
    );
  });

  it("grants-in-persons.yaml counts fewer than grants-in-relations.yaml", async () => {
    const [[persons], [relations]] = [await run("grants-in-persons.yaml"), await run("grants-in-relations.yaml")];
    expect(total(persons!)).toBeLessThan(total(relations!));
  });

  it("persons-over-a-year-by-province.yaml has fewer persons than the sum of its provinces, and says by how much", async () => {
    const [figure] = await run("persons-over-a-year-by-province.yaml");
    expect(total(figure!)).toBeLessThan(parts(figure!));
    expect(figure!.warnings[0]!.text.en).toContain(`exceed the total by ${parts(figure!) - total(figure!)}`);
  });

  it("self-employed-by-province-and-sector.yaml never falls, and knows province and sector of the own enterprise", async () => {
    const [figure] = await run("self-employed-by-province-and-sector.yaml");
    const totals = figure!.cells.filter((cell) => cell.key.every((part) => part === null)).map((cell) => Number(cell.value));
    expect(totals).toEqual([...totals].sort((a, b) => a - b));
    expect(figure!.dimensions.map((dimension) => dimension.title.en)).toEqual(["province of establishment", "sector (NACE)"]);
    for (const dimension of figure!.dimensions) {
      expect(dimension.values.length).toBeGreaterThan(1);
      expect(dimension.values.map((value) => value.code)).not.toContain("UNKNOWN");
    }
  });

  it("refusals-by-ground.yaml has more grounds than refused applications", async () => {
    const [figure] = await run("refusals-by-ground.yaml");
    expect(parts(figure!)).toBeGreaterThan(total(figure!));
  });
});
