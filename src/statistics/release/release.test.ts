import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { assertOk, instant } from "../../kernel/index.ts";
import { readLaw } from "../../law/files.ts";
import { type Definition, parseDefinition } from "../definition/index.ts";
import { type GatedFigure, gate, policies } from "../disclosure/index.ts";
import { evaluatorInMemory } from "../evaluator.ts";
import { runFigure } from "../figure/index.ts";
import { legalFactsOf, legalReadingOf } from "../legal-facts.ts";
import { sv170Population } from "../testing/sv170-population.ts";
import { figureCsv, figureCsvMetadata } from "./csv.ts";
import { computedFiles, makeRelease, type ReleaseFiles, type ReleaseInput, verifyRelease } from "./release.ts";

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
const filesOf = (of: GatedFigure): ReleaseFiles => computedFiles({ "publication.json": of }, [of]);
const bodies = (files: ReleaseFiles) => Object.fromEntries(Object.entries(files).map(([name, { body }]) => [name, body]));
const input = (more: Partial<ReleaseInput> = {}): ReleaseInput => ({
  name: "tickets-by-province",
  definitions: [question("2023-12-31")],
  figures: [figure],
  files: {
    ...filesOf(figure),
    "tickets.pdf": { mediaType: "application/pdf", kind: "rendered", body: new Uint8Array([1, 2, 3]) },
  },
  knownAt,
  releasedAt: instant("2024-02-01T09:00:00.000Z"),
  position: 1200,
  law,
  legal: legalReadingOf(law),
  code: "0.1.0",
  source: "unit: person",
  policy: policies.public.id,
  override: null,
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
    const manifest = assertOk(makeRelease(input()));
    const kept = bodies(input().files);
    expect(verifyRelease(manifest, kept, filesOf(await compute(question("2023-12-31"))))).toEqual([]);
    expect(Object.values(manifest.files).filter((file) => file.kind === "computed")).toHaveLength(4);
  });

  it("shows which file is damaged, missing, or no longer what the records give", async () => {
    const manifest = assertOk(makeRelease(input()));
    const kept = bodies(input().files);
    const damaged = { ...kept, "by-province.csv": `${String(kept["by-province.csv"])} ` };
    expect(verifyRelease(manifest, damaged)).toEqual([{ file: "by-province.csv", flaw: "damaged" }]);
    const drawn = { ...kept, "tickets.pdf": new Uint8Array([1, 2, 4]) };
    expect(verifyRelease(manifest, drawn)).toEqual([{ file: "tickets.pdf", flaw: "damaged" }]);
    const { "publication.json": _, ...missing } = kept;
    expect(verifyRelease(manifest, missing)).toEqual([{ file: "publication.json", flaw: "missing" }]);
    const fewer = { ...tables, ticket: tables.ticket.slice(40) };
    const moved = filesOf(await compute(question("2023-12-31"), fewer));
    expect(verifyRelease(manifest, kept, moved).map((flaw) => flaw.flaw)).toContain("moved");
  });

  it("takes the next number with a reason, and not another question under an old name", () => {
    const manifest = assertOk(makeRelease(input()));
    expect(assertOk(makeRelease(input({ before: manifest, reason: "late registrations" }))).revision).toBe(2);
    const silent = makeRelease(input({ before: manifest, reason: " " }));
    expect(silent.ok ? [] : silent.error.map((found) => found.id)).toEqual(["release.reason"]);
    const other = makeRelease(input({ before: manifest, reason: "new day", definitions: [question("2024-12-31")] }));
    expect(other.ok ? [] : other.error.map((found) => found.id)).toEqual(["release.otherQuestion"]);
  });

  it("is not made of a table that gives a small group away beside earlier ones", () => {
    const exposed = { ...figure, gate: { ...figure.gate, exposed: 1 } };
    const refused = makeRelease(input({ figures: [exposed] }));
    expect(refused.ok ? [] : refused.error.map((found) => found.id)).toEqual(["release.exposed"]);
  });

  it("refuses a figure of which it would take too long to settle that", () => {
    const unsettled = { ...figure, gate: { ...figure.gate, exposed: 1, unsettled: 1 } };
    const refused = makeRelease(input({ figures: [unsettled] }));
    expect(refused.ok ? [] : refused.error.map((found) => found.id)).toEqual(["release.unsettled"]);
  });

  it("does not mix what passed for the public with what is internal", () => {
    const internal = gate(figure, policies.internal);
    const mixed = makeRelease(input({ figures: [figure, internal] }));
    expect(mixed.ok ? [] : mixed.error.map((found) => found.id)).toEqual(["release.policy"]);
  });
});
