import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { assertOk, instant } from "../../kernel/index.ts";
import { readLaw } from "../../law/files.ts";
import { type Definition, parseDefinition } from "../definition/index.ts";
import { type GatedFigure, gate, policies } from "../disclosure/index.ts";
import { evaluatorInMemory } from "../evaluator.ts";
import { runFigure } from "../figure/index.ts";
import { legalFactsOf } from "../legal-facts.ts";
import { sv170Population } from "../testing/sv170-population.ts";
import { figureCsv, figureCsvMetadata } from "./csv.ts";
import { makeRelease, type ReleaseInput, verifyRelease } from "./release.ts";

const law = assertOk(readLaw());
const tables = sv170Population({ f: 120, g: 800 }, 40);
const knownAt = instant("2024-01-15T00:00:00.000Z");
const question = (at: string): Definition =>
  assertOk(
    parseDefinition({
      id: "by-province",
      unit: "person",
      measure: { stock: "ticketHolder" },
      at,
      by: ["province", "ticketCombination"],
    }),
  );
let figure: GatedFigure;

const compute = async (definition: Definition, rows = tables): Promise<GatedFigure> =>
  gate(assertOk(await runFigure(evaluatorInMemory(rows), definition, { knownAt, law: legalFactsOf(law) })), policies.public);
const input = (more: Partial<ReleaseInput> = {}): ReleaseInput => ({
  name: "tickets-by-province",
  definitions: [question("2023-12-31")],
  figures: [figure],
  knownAt,
  law,
  reason: "first release",
  before: null,
  ...more,
});

beforeAll(async () => {
  figure = await compute(question("2023-12-31"));
});

describe("a figure as CSV", () => {
  it("has a row per cell with its unit, and no value where one is withheld", () => {
    const rows = parse(figureCsv(figure), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(figure.cells.length);
    expect(new Set(rows.map((row) => row.unit))).toEqual(new Set(["person"]));
    const withheld = rows.filter((row) => row.status === "suppressed");
    expect(withheld.length).toBe(figure.gate.primary + figure.gate.secondary);
    expect(withheld.length).toBeGreaterThan(0);
    expect(withheld.every((row) => row.value === "")).toBe(true);
  });

  it("cannot start a formula in a spreadsheet", () => {
    const cells = [{ window: figure.windows[0]!.name, key: ["=1+1", '@"x"'], value: 5 }];
    expect(figureCsv({ ...figure, cells })).toContain(`'=1+1,"'@""x""",person,5`);
  });

  it("is described column by column, with its caveats", () => {
    const described = JSON.parse(figureCsvMetadata(figure, "by-province.csv")) as {
      tableSchema: { columns: { name: string }[] };
      notes: { id: string }[];
    };
    expect(described.tableSchema.columns.map((column) => column.name)).toEqual(figureCsv(figure).split("\r\n")[0]!.split(","));
    expect(described.notes.map((note) => note.id)).toContain("suppressed");
  });
});

describe("a release", () => {
  it("computed again from the same records has the same bytes", async () => {
    const first = assertOk(makeRelease(input()));
    const again = assertOk(makeRelease(input({ figures: [await compute(question("2023-12-31"))] })));
    expect(verifyRelease(first.manifest, first.files, again)).toEqual([]);
  });

  it("shows which file is damaged, missing, or no longer what the records give", async () => {
    const first = assertOk(makeRelease(input()));
    const damaged = { ...first.files, "by-province.csv": `${first.files["by-province.csv"]} ` };
    expect(verifyRelease(first.manifest, damaged)).toEqual([{ file: "by-province.csv", flaw: "damaged" }]);
    const { "figures.json": _, ...missing } = first.files;
    expect(verifyRelease(first.manifest, missing)).toEqual([{ file: "figures.json", flaw: "missing" }]);
    const fewer = { ...tables, ticket: tables.ticket.slice(40) };
    const moved = assertOk(makeRelease(input({ figures: [await compute(question("2023-12-31"), fewer)] })));
    expect(verifyRelease(first.manifest, first.files, moved).map((flaw) => flaw.flaw)).toContain("moved");
  });

  it("takes the next number with a reason, and not another question under an old name", () => {
    const { manifest } = assertOk(makeRelease(input()));
    expect(assertOk(makeRelease(input({ before: manifest, reason: "late registrations" }))).manifest.revision).toBe(2);
    const silent = makeRelease(input({ before: manifest, reason: " " }));
    expect(silent.ok ? [] : silent.error.map((found) => found.id)).toEqual(["release.reason"]);
    const other = makeRelease(input({ before: manifest, reason: "new day", definitions: [question("2024-12-31")] }));
    expect(other.ok ? [] : other.error.map((found) => found.id)).toEqual(["release.otherQuestion"]);
  });

  it("does not mix what passed for the public with what is internal", () => {
    const internal = gate(figure, policies.internal);
    const mixed = makeRelease(input({ figures: [figure, internal] }));
    expect(mixed.ok ? [] : mixed.error.map((found) => found.id)).toEqual(["release.policy"]);
  });
});
