// Every measure, unit and dimension by SQL and by plain code over the same generated populations.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Instant, instant, plainDate } from "../kernel/index.ts";
import { testDatabase } from "../store/testing.ts";
import { attributesOf, events, type SubjectId, subjectFacts, subjectOf, subjects } from "./catalogue/index.ts";
import type { RunContext } from "./context.ts";
import { dataBeginsAfterBySql, dataBeginsAfterInMemory } from "./data-begin/index.ts";
import { type Definition, parseDefinition, statistics } from "./definition/index.ts";
import { breachesBySql, breachesInMemory } from "./double-ticket/index.ts";
import { cellsInMemory, extractTables, type Tables } from "./reference/index.ts";
import { cellsBySql } from "./sql/index.ts";
import { loadTables, recordsOf } from "./testing/load-tables.ts";
import { moments, randomTables } from "./testing/random-tables.ts";

const law: RunContext["law"] = {
  schemeFrom: plainDate("2023-01-01"),
  doubleTicketFrom: plainDate("2023-06-15"),
  doubleTicketPackage: "P5_PLUS",
  doubleTicketGuidanceNeed: "HIGH",
};
const asked: readonly Instant[] = [moments[0], "2023-09-01T00:00:00.000Z", "2024-12-01T00:00:00.000Z"].map(instant);

type Database = Awaited<ReturnType<typeof testDatabase>>;
const worlds: { database: Database; tables: Tables }[] = [];

beforeAll(async () => {
  for (const tables of fc.sample(randomTables, { numRuns: 3, seed: 170 })) {
    const database = await testDatabase();
    await loadTables(database.pool, tables);
    // What comes out of the records, not what went in, is the reference's food.
    worlds.push({ database, tables: await recordsOf(database.statistics).snapshot(extractTables) });
  }
});

afterAll(async () => {
  for (const { database } of worlds) await database.close();
});

/** Runs the questions both ways in every world, as known at each moment; gives the number of cells with somebody in them. */
async function agree(definitions: readonly Definition[]): Promise<number> {
  let filled = 0;
  for (const { database, tables } of worlds) {
    await recordsOf(database.statistics).snapshot(async (records) => {
      for (const [index, definition] of definitions.entries()) {
        const context = { knownAt: asked[index % asked.length]!, law };
        for (const window of definition.at) {
          const bySql = await cellsBySql(records, definition, window, context);
          expect({ definition, cells: bySql }).toEqual({ definition, cells: cellsInMemory(tables, definition, window, context) });
          filled += bySql.filter((cell) => cell.count > 0).length;
        }
      }
    });
  }
  return filled;
}

/** Measures of a subject, as plain data, with windows that fall inside the generated history. */
function measuresOf(subject: SubjectId): { measure: object; at: unknown }[] {
  const standing = subjectFacts[subject].standing
    ? [
        { measure: { stock: subject }, at: ["2023-03-31", "2023-12-31"] },
        { measure: { ever: subject }, at: "2023-Q4" },
        { measure: { ever: subject }, at: "2023" },
      ]
    : [];
  const happening = events
    .filter((event) => subjectOf(event) === subject)
    .flatMap((event) => [
      { measure: { flow: event }, at: "2023" },
      { measure: { cumulative: event }, at: { from: "2022-10-01", until: "2024-03-31" } },
    ]);
  // Which pairs the language allows is for the language to say: what it refuses falls out of `valid`.
  const cohorts = events.flatMap((event) =>
    subjectOf(event) !== subject
      ? []
      : events
          .map((until) => ({ measure: { cohort: event, until }, at: "2023" }))
          .filter((one) => valid([{ ...one, unit: subjectFacts[subject].units[0] }]).length > 0),
  );
  return [...standing, ...happening, ...cohorts];
}

function valid(candidates: readonly object[]): Definition[] {
  return candidates.flatMap((candidate) => {
    const parsed = parseDefinition(candidate);
    return parsed.ok ? [parsed.value] : [];
  });
}

describe("SQL and the plain reference give the same figure", () => {
  for (const subject of subjects) {
    it(`for ${subject}: every measure in every unit, and by every dimension`, async () => {
      const measures = measuresOf(subject);
      const units = subjectFacts[subject].units;
      const plain = measures.flatMap((measure) => units.map((unit) => ({ ...measure, unit })));
      const dimensions = attributesOf(subject).filter(({ domain }) => domain.kind === "codes" || domain.kind === "text");
      const crossed = measures.flatMap((measure, m) =>
        dimensions.map(({ id }, d) => ({
          ...measure,
          unit: units[(m + d) % units.length],
          by: [id],
          amaPerimeter: d % 2 === 0 ? "ALL" : "SOCIAL_ECONOMY",
        })),
      );
      const definitions = valid([...plain, ...crossed]);
      const seen = new Set(definitions.flatMap((definition) => definition.by));
      expect(dimensions.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
      expect(await agree(definitions)).toBeGreaterThan(50);
    });
  }

  it("for crossed dimensions with filters, tickets, statistics and perimeters, drawn at random", async () => {
    const definitions = valid(fc.sample(randomQuestion, { numRuns: 700, seed: 14 }));
    expect(definitions.length).toBeGreaterThan(120);
    expect(await agree(definitions)).toBeGreaterThan(500);
  });

  it("for every statistic of every number, and for every pair of events of a cohort", async () => {
    const definitions = valid(
      subjects.flatMap((subject) =>
        attributesOf(subject).flatMap(({ id, domain }) =>
          domain.kind === "number"
            ? measuresOf(subject).flatMap((measure) =>
                statistics.map((statistic) => ({ ...measure, unit: domain.unit, value: { [statistic]: id } })),
              )
            : [],
        ),
      ),
    );
    const asked = definitions.map(({ value }) => value?.statistic);
    expect(statistics.filter((statistic) => !asked.includes(statistic))).toEqual([]);
    const pairs = subjects.flatMap((subject) => measuresOf(subject).filter(({ measure }) => "cohort" in measure));
    expect(pairs.length).toBeGreaterThan(10);
    expect(await agree(definitions)).toBeGreaterThan(50);
  });
});

describe("the first day of the data", () => {
  it("is the same by SQL and by plain loops, for every subject, before and after it", async () => {
    const days = ["1850-01-01", "2019-06-30", "2022-12-31", "2023-12-31"].map(plainDate);
    let before = 0;
    for (const { database, tables } of worlds) {
      await recordsOf(database.statistics).snapshot(async (records) => {
        for (const subject of subjects)
          for (const knownAt of asked)
            for (const day of days) {
              const bySql = await dataBeginsAfterBySql(records, subject, day, knownAt);
              expect([subject, day, bySql]).toEqual([subject, day, dataBeginsAfterInMemory(tables, subject, day, knownAt)]);
              before += bySql === null ? 0 : 1;
            }
      });
    }
    expect(before).toBeGreaterThan(20);
  });
});

describe("the check of the double ticket", () => {
  it("lists the same breaches by SQL and by plain loops, in every kind", async () => {
    const kinds = new Set<string>();
    for (const { database, tables } of worlds) {
      for (const knownAt of asked) {
        for (const doubleTicketPackage of ["P5", "P5_PLUS"]) {
          const context = { knownAt, law: { ...law, doubleTicketFrom: plainDate("2022-09-01"), doubleTicketPackage } };
          const bySql = await recordsOf(database.statistics).snapshot((records) => breachesBySql(records, "2024-06-30", context));
          expect(bySql).toEqual(breachesInMemory(tables, "2024-06-30", context));
          for (const breach of bySql) kinds.add(breach.kind);
        }
      }
    }
    expect([...kinds].sort()).toEqual(["LATE", "MISSING", "OTHER_PACKAGE"]);
  });
});

const randomQuestion = fc.constantFrom(...subjects).chain((subject) => {
  const attributes = attributesOf(subject);
  const dimensions = attributes.filter(({ domain }) => domain.kind === "codes" || domain.kind === "text").map(({ id }) => id);
  const filter = fc.constantFrom(...attributes).chain((attribute): fc.Arbitrary<[string, unknown]> => {
    const { domain, id } = attribute;
    if (domain.kind === "date")
      return fc.constantFrom([id, { from: "2023-01-01" }], [id, { from: "2022-09-01", until: "2023-06-30" }]);
    if (domain.kind === "number") return fc.constantFrom([id, { atLeast: 30 }], [id, { atLeast: 1, atMost: 60 }]);
    const values =
      domain.kind === "codes" ? [...domain.values, "UNKNOWN"] : ["UNKNOWN", "11002", "EMP-04", "NONE", "2023", "2023-Q4"];
    return fc
      .tuple(fc.subarray(values, { minLength: 1 }), fc.boolean())
      .map(([kept, negated]) => [id, negated ? { not: kept } : kept]);
  });
  const ticket = fc.subarray(["COLLECTIVE", "INDIVIDUAL", "AMA", "WELFARE"], { maxLength: 2 });
  const tickets = fc
    .tuple(ticket, ticket)
    .map(([has, hasNot]) => ({ has, hasNot: hasNot.filter((name) => !has.includes(name)) }));
  return fc
    .record({
      measure: fc.constantFrom(...measuresOf(subject)),
      unit: fc.constantFrom(...subjectFacts[subject].units),
      by: fc.subarray(dimensions, { maxLength: 2 }),
      filters: fc.array(filter, { maxLength: 2 }),
      tickets: fc.option(tickets, { freq: 2 }),
      statistic: fc.constantFrom(...statistics, null),
      totals: fc.boolean(),
      amaPerimeter: fc.constantFrom("ALL", "SOCIAL_ECONOMY"),
    })
    .map(({ measure, unit, by, filters, tickets: held, statistic, totals, amaPerimeter }) => {
      const number = attributes.find(({ domain }) => domain.kind === "number" && domain.unit === unit);
      const value = number === undefined || statistic === null ? {} : { value: { [statistic]: number.id } };
      const population = { ...Object.fromEntries(filters), ...(held === null ? {} : { tickets: held }) };
      return { ...measure, unit, by, population, totals, amaPerimeter, ...value };
    });
});
