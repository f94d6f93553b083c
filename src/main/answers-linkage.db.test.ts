// An answer that is computed anew sees the yearly linkages that have arrived, as a question of a page does.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FiguresPorts, figures } from "../counter/index.ts";
import { assertOk, fixedClock, instant, plainDate } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { loadTables, sv170Population } from "../statistics/testing.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { type Answers, createAnswers } from "./answers.ts";
import { createFigures } from "./figures.ts";

const law = openLaw();
const actor = { role: "statistician", ref: "luca" };
const clock = { ...fixedClock("2024-04-02" as never), now: () => instant("2024-04-02T09:00:00.000Z") };
let database: TestDatabase;
let ports: FiguresPorts;
let answers: Answers;

beforeAll(async () => {
  database = await testDatabase();
  await loadTables(database.pool, sv170Population({ f: 120, g: 800 }, 40));
  ports = createFigures({ law, clock, database, synthetic: true });
  answers = createAnswers({ law, clock, ...ports.mayLag, linkages: ports.linkages, published: ports.publications });
});
afterAll(() => database.close());

describe("the answer to question 170, computed anew", () => {
  const outcomes = async (knownAt: string) => {
    const answer = await answers.compute({ id: "sv-170", at: null, knownAt: instant(knownAt) });
    const { figures: shown } = answer.questions["5"]!;
    return [shown["active-education"]!.outcome.type, shown["active-origin"]!.outcome.type];
  };
  const take = async (dimension: string, codes: readonly string[]) => {
    const asked = { dimension, coversUntil: plainDate("2023-12-31"), expectedOn: null };
    const { csv, linkageRef } = assertOk(await figures.requestLinkage(ports, actor, asked));
    const rows = csv
      .trim()
      .split("\n")
      .slice(1)
      .map((one, index) => `${one},${codes[index % codes.length]}`);
    assertOk(await figures.takeLinkage(ports, actor, linkageRef, ["pseudonym,value", ...rows].join("\n")));
  };

  it("has no education and no origin before a linkage came back", async () => {
    expect(await outcomes("2024-04-02T08:00:00.000Z")).toEqual(["notAvailableUntil", "notAvailableUntil"]);
  });

  it("has each of them from the moment that its linkage came back, and not as known before", async () => {
    await take("education", ["LOW", "MEDIUM", "HIGH"]);
    expect(await outcomes("2024-04-02T10:00:00.000Z")).toEqual(["answered", "notAvailableUntil"]);
    await take("origin", ["BE", "EU", "NON_EU"]);
    expect(await outcomes("2024-04-02T11:00:00.000Z")).toEqual(["answered", "answered"]);
    expect(await outcomes("2024-04-01T00:00:00.000Z")).toEqual(["notAvailableUntil", "notAvailableUntil"]);
  });
});
