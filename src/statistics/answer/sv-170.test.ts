// The answer to written question 170 over a population that gives the published numbers, in memory.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { assertOk, canonicalJson, instant, plainDate } from "../../kernel/index.ts";
import { readLaw } from "../../law/files.ts";
import type { LawData } from "../../law/index.ts";
import { evaluatorInMemory } from "../evaluator.ts";
import type { Tables } from "../reference/index.ts";
import { failureOf, readCoverage, resolve } from "../testing/coverage.ts";
import { sv170Population } from "../testing/sv170-population.ts";
import { ANSWERS_FOLDER, readAnswer } from "./files.ts";
import { type Answer, type AnswerOptions, answerText, buildAnswer } from "./index.ts";

const source = assertOk(readAnswer("sv-170"));
const coverage = readCoverage(readFileSync(join(ANSWERS_FOLDER, "sv-170", "coverage.yaml"), "utf8"), "coverage.yaml");
let law: LawData;
let tables: Tables;
/** A twentieth of it, for what does not need the published numbers. */
let small: Tables;
let answer: Answer;

/** For internal use unless said otherwise, so that no count is withheld. */
const compute = (of: Tables, options: AnswerOptions = {}, under: LawData = law): Promise<Answer> =>
  buildAnswer(evaluatorInMemory(of), under, source, { channel: "internal", ...options });

beforeAll(async () => {
  law = assertOk(readLaw());
  tables = sv170Population();
  small = sv170Population({ f: 120, g: 800 }, 20);
  answer = await compute(tables);
});

describe("the answer to written question 170", () => {
  for (const [index, row] of coverage.entries()) {
    it(`covers ${index + 1}: ${row.quote} (${row.shows})`, () => {
      expect(failureOf(row, answer)).toBeNull();
    });
  }

  it("compares each published number once, and finds all equal", () => {
    const comparisons = Object.values(answer.questions).flatMap((question) =>
      Object.values(question.figures).flatMap((figure) => figure.comparisons),
    );
    expect(comparisons.map((comparison) => comparison.id).sort()).toEqual(source.published.facts.map((fact) => fact.id).sort());
    expect(comparisons.filter((comparison) => !comparison.equal)).toEqual([]);
  });

  it("covers every cell that is compared with a published number", () => {
    const covered = coverage.filter((row) => row.check === "number").map((row) => row.shows);
    for (const fact of source.published.facts) {
      const key = fact.key.map((part) => part ?? "*").join("|");
      expect(covered.some((path) => path.endsWith(`figures.${fact.figure}.cells[${key}].value`))).toBe(true);
    }
  });

  it("cites only ids that the rulebook has", () => {
    const known = new Set([...law.rulebook.entries.keys(), ...law.switches.keys(), "SV170"]);
    const cited = new Set(coverage.flatMap((row) => row.ids));
    expect([...cited].filter((id) => !known.has(id))).toEqual([]);
  });

  it("keeps one unit in each column: derived numbers never cross units", () => {
    for (const question of Object.values(answer.questions)) {
      for (const figure of Object.values(question.figures)) expect(figure.unit.id).not.toBe("");
    }
    const mixed = {
      ...source,
      figures: {
        ...source.figures,
        derived: [
          {
            ...source.figures.derived[0]!,
            sum: [
              { figure: "tickets-stock", key: ["COLLECTIVE"] },
              { figure: "vop-files", key: [] },
            ],
          },
        ],
      },
    };
    return expect(buildAnswer(evaluatorInMemory(small), law, mixed)).rejects.toThrow("units together");
  });

  it("lists the two breaches of the double-ticket rule that the population holds", () => {
    const breaches = answer.questions["4"]!.doubleTicketBreaches!;
    expect(breaches.list!.map((breach) => [breach.appliedOn, breach.grantedOn, breach.kind])).toEqual([
      ["2023-08-01", "2023-09-15", "MISSING"],
      ["2023-08-01", "2023-09-15", "MISSING"],
    ]);
    expect(resolve(answer, "questions.4.figures.collective-without-individual.cells[FROM|*].value")).toBe(2);
  });

  it("leans on the open points that its readings take", () => {
    expect(answer.openPoints).toEqual(expect.arrayContaining(["OPEN-37", "OPEN-39", "OPEN-57"]));
  });

  it("reads as text in three languages", () => {
    expect(answerText(answer, "nl")).toContain("Vraag 4. Alleen collectief maatwerk");
    expect(answerText(answer, "nl")).toContain("7.860");
    expect(answerText(answer, "en")).toContain("not yet available");
    expect(answerText(answer, "fr")).toContain("Question 7");
  });

  it("gives the same bytes for the same records, in whatever order they lie", async () => {
    const reversed = Object.fromEntries(
      Object.entries(small).map(([name, rows]) => [name, [...rows].reverse()]),
    ) as unknown as Tables;
    expect(canonicalJson(await compute(reversed))).toBe(canonicalJson(await compute(small)));
  });
});

describe("the answer for the public", () => {
  it("is the default, keeps every published number, and withholds small counts with what follows from them", async () => {
    const open = await buildAnswer(evaluatorInMemory(tables), law, source);
    expect(open.channel).toBe("public");
    for (const fact of source.published.facts) {
      const figure = Object.values(open.questions)
        .flatMap((question) => Object.values(question.figures))
        .find((one) => one.id === fact.figure)!;
      expect(figure.comparisons.find((comparison) => comparison.id === fact.id)).toMatchObject({
        computed: fact.value,
        equal: true,
      });
    }
    const byDate = open.questions["4"]!.figures["collective-without-individual"]!;
    expect(resolve(byDate, "cells[FROM|FROM]")).toMatchObject({ value: null, suppressed: true });
    expect(byDate.gate.primary).toBeGreaterThan(0);
    expect(byDate.gate.secondary).toBeGreaterThan(0);
    expect(byDate.caveats.map((caveat) => caveat.id)).toContain("suppressed");
  });

  it("does not list single cases, nor say how many when they are few", async () => {
    const open = await buildAnswer(evaluatorInMemory(small), law, source);
    expect(open.questions["4"]!.doubleTicketBreaches).toMatchObject({ list: null, count: null });
    expect(answerText(open, "en")).toContain("suppressed of");
  });
});

describe("the answer comes from the records", () => {
  it("changes when one ticket is taken away", async () => {
    const only = tables.ticket.find((ticket) => ticket.type === "COLLECTIVE")!;
    const without = await compute({ ...tables, ticket: tables.ticket.filter((ticket) => ticket !== only) });
    expect(resolve(without, "questions.1.figures.tickets-stock.cells[COLLECTIVE].value")).toBe(7859);
    expect(resolve(without, "questions.4.figures.only-collective.cells[].value")).toBe(3561);
    expect(resolve(without, "questions.1.figures.tickets-stock.comparisons{q1.collective}.equal")).toBe(false);
  });

  it("differs as known later: twelve tickets were registered after the answer", async () => {
    const then = await compute(small);
    const later = await compute(small, { knownAt: instant("2024-06-01T00:00:00.000Z") });
    for (const path of [
      "questions.1.figures.tickets-stock.cells[INDIVIDUAL].value",
      "questions.3.figures.only-individual.cells[].value",
    ]) {
      expect(Number(resolve(later, path)) - Number(resolve(then, path))).toBe(12);
    }
  });

  it("is empty as known before the records began", async () => {
    const before = await compute(small, { knownAt: instant("2019-01-01T00:00:00.000Z") });
    expect(resolve(before, "questions.1.figures.tickets-stock.cells[*].value")).toBe(0);
    expect(resolve(before, "questions.5.figures.applications.cells[*].value")).toBe(0);
  });

  it("can be asked for another date by one changed line, and then compares with nothing", async () => {
    const text = { ...source, question: { ...source.question, reference: "2024-12-31" } };
    const next = await buildAnswer(evaluatorInMemory(small), law, text, { knownAt: instant("2025-01-15T00:00:00.000Z") });
    const figures = Object.values(next.questions).flatMap((question) => Object.values(question.figures));
    expect(figures.every((figure) => figure.comparisons.length === 0)).toBe(true);
    expect(next.questions["5"]!.figures.applications!.windows).toEqual([
      { name: "2024", from: "2024-01-01", until: "2024-12-31" },
    ]);
    expect(next.questions["4"]!.figures["catch-up-stock"]!.windows).toHaveLength(7);
  });

  it("is refused for a date before the measure began", async () => {
    await expect(compute(small, { at: plainDate("2022-12-31") })).rejects.toThrow("did not exist yet");
  });
});

describe("the answer follows the law", () => {
  it("says another threshold, date and package when the law has them", async () => {
    const changed = assertOk(
      law.withParameters([
        { id: "indication.collective.minProductivityLoss", value: "50 %" },
        { id: "indication.doubleTicket.applicationFrom", value: "2023-08-15" },
        { id: "indication.doubleTicket.guidanceNeed", value: "MEDIUM" },
      ]),
    );
    const other = await compute(small, {}, changed);
    expect(resolve(other, "questions.2.criteria{estimated}.collective.nl")).toContain("50\u00a0%");
    expect(resolve(other, "questions.2.statements.doubleTicket.text.nl")).toContain("15 augustus 2023");
    expect(resolve(other, "questions.2.statements.doubleTicket.text.nl")).toContain("begeleidingsnood gemiddeld");
    expect(other.questions["4"]!.doubleTicketBreaches!.list!.some((breach) => breach.kind === "OTHER_PACKAGE")).toBe(true);
  });

  it("leaves only inequalities for the backlog when the two answers have two perimeters of AMA", async () => {
    const other = await compute(tables, {}, assertOk(law.withSwitches({ "OPEN-57": "TWO_PERIMETERS" })));
    expect(resolve(other, "questions.1.figures.tickets-stock.cells[AMA].value")).toBe(3740);
    expect(resolve(other, "questions.4.figures.only-collective.cells[].value")).toBe(3562);
    expect(resolve(other, "bounds.cells.CMW.min")).toBeLessThan(3562);
    expect(resolve(other, "bounds.cells.CMW.max")).toBe(3562);
  });
});
