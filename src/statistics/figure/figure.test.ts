import { beforeAll, describe, expect, it } from "vitest";
import { assertOk, instant, plainDate } from "../../kernel/index.ts";
import { readLaw } from "../../law/files.ts";
import { parseDefinition } from "../definition/index.ts";
import { type Evaluator, evaluatorInMemory } from "../evaluator.ts";
import { legalFactsOf } from "../legal-facts.ts";
import type { Tables } from "../reference/index.ts";
import { sv170Population } from "../testing/sv170-population.ts";
import { type Figure, type FigureContext, runFigure } from "./index.ts";

const law = legalFactsOf(assertOk(readLaw()));
const context: FigureContext = { knownAt: instant("2024-01-15T00:00:00.000Z"), law };
let tables: Tables;
let evaluator: Evaluator;

beforeAll(() => {
  tables = sv170Population({ f: 120, g: 800 }, 40);
  evaluator = evaluatorInMemory(tables);
});

const run = async (data: object, more: Partial<FigureContext> = {}) =>
  runFigure(evaluator, assertOk(parseDefinition(data)), { ...context, ...more });
const figure = async (data: object, more: Partial<FigureContext> = {}): Promise<Figure> => assertOk(await run(data, more));
const ids = (of: Figure): string[] => of.caveats.map((caveat) => caveat.id);

describe("caveats that a figure adds by itself", () => {
  it("say that tickets are not persons, and not when persons are counted", async () => {
    expect(ids(await figure({ unit: "ticket", measure: { stock: "ticket" }, at: "2023-12-31" }))).toContain(
      "ticketsAreNotPersons",
    );
    expect(ids(await figure({ unit: "person", measure: { stock: "ticket" }, at: "2023-12-31" }))).not.toContain(
      "ticketsAreNotPersons",
    );
  });

  it("say who is included, until the question itself divides by it", async () => {
    const seekers = {
      unit: "ticket",
      measure: { stock: "ticket" },
      at: "2023-12-31",
      population: { workStatus: "JOB_SEEKER_WITHOUT_WORK" },
    };
    expect(ids(await figure(seekers))).toEqual(expect.arrayContaining(["includesNotImmediatelyEmployable", "includesWorkCare"]));
    const divided = ids(await figure({ ...seekers, by: ["employability"] }));
    expect(divided).not.toContain("includesNotImmediatelyEmployable");
    expect(divided).toContain("includesWorkCare");
  });

  it("say that not granted is not refused, until the states stand apart", async () => {
    const filed = { unit: "relation", measure: { flow: "application.filed" }, at: "2023-H2" };
    expect(ids(await figure(filed))).toContain("grantedIsNotRefused");
    expect(ids(await figure({ ...filed, by: ["stateAtEnd"] }))).not.toContain("grantedIsNotRefused");
  });

  it("say that a period is partial when the measure began inside it, and not for a later year", async () => {
    const filed = (at: string) => ({ unit: "application", measure: { flow: "application.filed" }, at });
    expect(ids(await figure(filed("2023")))).toContain("partialPeriod");
    expect(ids(await figure(filed("2023-Q4")))).not.toContain("partialPeriod");
  });

  it("name the reading of AMA that is taken", async () => {
    const question = { unit: "person", measure: { stock: "ticketHolder" }, at: "2023-12-31", by: ["ticketCombination"] };
    const text = async (data: object) => (await figure(data)).caveats.find((caveat) => caveat.id === "amaPerimeter")?.text.en;
    expect(await text(question)).toContain("the welfare advice is outside");
    expect(await text({ ...question, amaPerimeter: "ALL" })).toContain("both kinds");
  });

  it("say when the figure was known before its period was over, or shortly after", async () => {
    const question = { unit: "ticket", measure: { stock: "ticket" }, at: "2023-12-31" };
    const knownAt = (moment: string) => ({ knownAt: instant(moment) });
    expect(ids(await figure(question, knownAt("2023-11-01T00:00:00.000Z")))).toContain("periodNotOver");
    expect(ids(await figure(question, knownAt("2024-03-30T00:00:00.000Z")))).toContain("lateRegistration");
    expect(ids(await figure(question, knownAt("2024-04-02T00:00:00.000Z")))).not.toContain("lateRegistration");
  });

  it("say that parts exceed the total, by how much, and never force the total", async () => {
    const found = await figure({ unit: "person", measure: { stock: "ticket" }, at: "2023-12-31", by: ["ticketType"] });
    const parts = found.cells.filter((cell) => cell.key[0] !== null).reduce((sum, cell) => sum + Number(cell.value), 0);
    const total = Number(found.cells.find((cell) => cell.key[0] === null)!.value);
    expect(parts).toBeGreaterThan(total);
    expect(found.dimensions[0]!.exclusive).toBe(false);
    expect(found.warnings[0]!.text.en).toContain(`exceed the total by ${parts - total}`);
  });

  it("mark a series that crosses the start of the double ticket", async () => {
    expect(ids(await figure({ unit: "ticket", measure: { stock: "ticket" }, at: ["2022-12-31", "2023-12-31"] }))).toContain(
      "seriesBreak.doubleTicket",
    );
    expect(ids(await figure({ unit: "ticket", measure: { stock: "ticket" }, at: ["2023-12-31", "2024-12-31"] }))).not.toContain(
      "seriesBreak.doubleTicket",
    );
  });
});

describe("what cannot be answered", () => {
  it("is a flow of a period before the measure began", async () => {
    const refused = await run({ unit: "application", measure: { flow: "application.filed" }, at: "2022" });
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.error[0]!.id).toBe("figure.beforeData");
  });

  it.each([
    [{ unit: "ticket", measure: { stock: "ticket" }, at: "1999-12-31" }],
    [{ unit: "person", measure: { stock: "ticketHolder" }, at: "1999-12-31" }],
    [{ unit: "ticket", measure: { flow: "ticket.issued" }, at: "1999-H1" }],
    [{ unit: "person", measure: { stock: "person" }, at: "1980-12-31" }],
    [{ unit: "file", measure: { stock: "oldRight" }, at: ["1999-12-31", "2023-06-30"] }],
    [{ unit: "file", measure: { ever: "oldRight" }, at: { from: "1999-01-01", until: "1999-03-12" } }],
    [{ unit: "relation", measure: { stock: "grant" }, at: "2023-06-30" }],
    [{ unit: "euro", measure: { flow: "payment.due" }, at: "2022", value: { sum: "amount" } }],
    [{ unit: "transfer", measure: { flow: "transfer.executed" }, at: "2022" }],
    [{ unit: "component", measure: { flow: "commitment.booked" }, at: "2022" }],
  ])("is any unit at a date before its first data, and says their day: %j", async (question) => {
    const refused = await run(question);
    expect(refused.ok ? [] : refused.error.map((one) => [one.id, one.field])).toEqual([["figure.beforeData", "at"]]);
    if (refused.ok) return;
    const [, day] = /^>= (\d{4}-\d{2}-\d{2})$/.exec(refused.error[0]!.expected!)!;
    expect(refused.error[0]!.message.en).toContain(day!.slice(0, 4));
    // On that first day, and after, it can be asked.
    const from = { ...question, at: "stock" in question.measure ? day : { from: day, until: day } };
    expect((await run(from)).ok).toBe(true);
  });

  it("is not a subject without any record: there is nothing to lie before", async () => {
    const none = { ...tables, ticket: [] };
    const asked = assertOk(parseDefinition({ unit: "ticket", measure: { stock: "ticket" }, at: "1999-12-31" }));
    expect((await runFigure(evaluatorInMemory(none), asked, context)).ok).toBe(true);
  });

  it.each([
    [{ at: ["2023", "2024"] }],
    [{ at: [{ from: "2023-01-01", until: "2023-12-31" }, "2024"] }],
    [{ at: ["2024", { from: "2023-01-01", until: "2023-12-31" }], by: ["year"] }],
    [{ at: { from: "2023-01-01", until: "2024-12-31" }, by: ["year"] }],
    [{ at: ["2023", "2024"], growth: true }],
    [{ at: ["2023", "2024"], measure: { ever: "grant" }, unit: "relation" }],
    [{ at: ["2023", "2024"], measure: { cohort: "application.filed", until: "application.decided" } }],
  ])("is the year in which the measure began beside a whole one, however it is written: %j", async (more) => {
    const refused = await run({ unit: "application", measure: { flow: "application.filed" }, ...more });
    expect(refused.ok ? [] : refused.error.map((one) => one.id)).toContain("figure.partOfYear");
  });

  it("is not that year alone, nor its months and quarters, nor whole years after it", async () => {
    for (const at of ["2023", ["2023-Q3", "2023-Q4"], ["2024", "2025"], ["2023-H2", "2024-H2"]])
      expect((await run({ unit: "application", measure: { flow: "application.filed" }, at })).ok).toBe(true);
    expect((await run({ unit: "application", measure: { cumulative: "application.filed" }, at: ["2023", "2023-H1"] })).ok).toBe(
      false,
    );
  });

  it("is growth across a break in the series", async () => {
    const refused = await run({ unit: "ticket", measure: { flow: "ticket.issued" }, at: ["2022", "2023"], growth: true });
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.error[0]!.id).toBe("figure.growthAcrossBreak");
  });

  it("is the origin of workers until a linkage that covers the date has arrived", async () => {
    const question = { unit: "person", measure: { stock: "grant" }, at: "2023-12-31", by: ["origin"] };
    const before = await figure(question);
    expect(before.outcome).toMatchObject({ type: "notAvailableUntil", dimensions: ["origin"] });
    expect(before.cells).toEqual([]);
    const linkage = {
      dimension: "origin",
      coversUntil: plainDate("2023-12-31"),
      availableFrom: instant("2024-01-14T00:00:00.000Z"),
    };
    expect((await figure(question, { linkages: [linkage] })).outcome.type).toBe("answered");
    expect((await figure(question, { linkages: [{ ...linkage, coversUntil: plainDate("2023-06-30") }] })).outcome.type).toBe(
      "notAvailableUntil",
    );
    expect(
      (await figure(question, { linkages: [{ ...linkage, availableFrom: instant("2024-02-01T00:00:00.000Z") }] })).outcome.type,
    ).toBe("notAvailableUntil");
  });

  it("is not the education of job seekers: VDAB knows it", async () => {
    expect(
      (await figure({ unit: "person", measure: { stock: "ticketHolder" }, at: "2023-12-31", by: ["education"] })).outcome.type,
    ).toBe("answered");
  });

  it("is a wage before the declarations of the quarter are in", async () => {
    const question = { unit: "person", measure: { ever: "grant" }, at: "2023-Q4", population: { wageInQuarter: "YES" } };
    expect((await figure(question)).outcome.type).toBe("answered");
    expect((await figure(question, { knownAt: instant("2024-01-04T00:00:00.000Z") })).outcome).toMatchObject({
      type: "notAvailableUntil",
      dimensions: ["wageInQuarter"],
    });
  });
});

describe("shares, growth and zeros", () => {
  it("divide by the total of the same window, to one decimal", async () => {
    const found = await figure({
      unit: "ticket",
      measure: { stock: "ticket" },
      at: "2023-12-31",
      by: ["ticketMeasure"],
      share: true,
    });
    const total = Number(found.cells.find((cell) => cell.key[0] === null)!.value);
    for (const cell of found.cells) expect(cell.share).toBe((Math.round((Number(cell.value) * 1000) / total) / 10).toFixed(1));
  });

  it("compare with the window before; the first has none", async () => {
    const found = await figure({ unit: "ticket", measure: { flow: "ticket.issued" }, at: ["2023-Q3", "2023-Q4"], growth: true });
    const [first, second] = found.cells;
    expect(first!.growth).toBeNull();
    expect(second!.growth).toBe(
      (Math.round(((Number(second!.value) - Number(first!.value)) * 1000) / Number(first!.value)) / 10).toFixed(1),
    );
  });

  it("give a row to each value of a closed list when asked, within what the population allows", async () => {
    const question = {
      unit: "ticket",
      measure: { stock: "ticket" },
      at: "2023-12-31",
      population: { ticketType: ["COLLECTIVE", "WELFARE"], package: "P5_MWB" },
      by: ["ticketType"],
    };
    expect((await figure(question)).cells.map((cell) => cell.key[0])).toEqual([null]);
    expect((await figure({ ...question, zeros: true })).cells.map((cell) => [cell.key[0], cell.value])).toEqual([
      ["COLLECTIVE", 0],
      ["WELFARE", 0],
      [null, 0],
    ]);
  });
});

describe("an amount that is the lowest or the highest", () => {
  it("is marked as that of one, for the gate, and a sum or a middle is not", async () => {
    const counted: Evaluator = { ...evaluator, cells: async () => [{ key: [], count: 40, value: "125000" }] };
    const marked = async (statistic: string): Promise<boolean> => {
      const asked = { unit: "euro", measure: { flow: "payment.due" }, at: "2023-Q4", value: { [statistic]: "amount" } };
      const made = assertOk(await runFigure(counted, assertOk(parseDefinition(asked)), context));
      return made.cells.every((cell) => cell.ofOne === true);
    };
    expect([await marked("min"), await marked("max")]).toEqual([true, true]);
    expect([await marked("sum"), await marked("median")]).toEqual([false, false]);
  });
});
