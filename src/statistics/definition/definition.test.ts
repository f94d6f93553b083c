import { describe, expect, it } from "vitest";
import { assertOk, plainDate } from "../../kernel/index.ts";
import { describePlaced, nameOfWindow, parseDefinition, parseFigureFile, windowOf } from "./index.ts";
import { nearest } from "./suggest.ts";

const context = { dates: { reference: plainDate("2023-12-31") } };

/** The mistakes of a YAML question, as a terminal shows them, in English. */
function mistakes(yaml: string): string[] {
  const read = parseFigureFile(yaml, "q.yaml", context);
  return read.ok ? [] : read.error.map((issue) => describePlaced(issue, "en"));
}

describe("a question in YAML", () => {
  it("becomes a checked definition, with named dates filled in", () => {
    const [figure] = assertOk(
      parseFigureFile(
        `
id: only-collective
unit: person
measure: { stock: ticketHolder }
at: "@reference"
population:
  workStatus: JOB_SEEKER_WITHOUT_WORK
  tickets: { has: [COLLECTIVE], hasNot: [INDIVIDUAL, AMA] }
by: [province]
`,
        "q.yaml",
        context,
      ),
    );
    expect(figure).toMatchObject({
      unit: "person",
      measure: { kind: "stock", subject: "ticketHolder" },
      at: [{ kind: "day", on: "2023-12-31" }],
      by: ["province"],
      totals: true,
      amaPerimeter: "SOCIAL_ECONOMY",
    });
    expect(figure!.population).toContainEqual({ kind: "tickets", has: ["COLLECTIVE"], hasNot: ["INDIVIDUAL", "AMA"] });
  });

  it("points at the line of a misspelt dimension and suggests the one that exists", () => {
    const found = mistakes("unit: ticket\nmeasure: { stock: ticket }\nat: 2023-12-31\nby:\n  - ticketType\n  - provinse\n");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^q\.yaml:6:5 “provinse” is no attribute\. Did you mean “province”\?/);
  });

  it("gathers all mistakes", () => {
    const found = mistakes(
      "unit: ticket\nmeasure: { stock: ticket }\nat: 2023-12-31\ncolour: red\nby: [size]\npopulation:\n  workStatus: BUSY\n",
    );
    expect(found.map((line) => line.split(" ")[0])).toEqual(["q.yaml:4:1", "q.yaml:7:3", "q.yaml:5:6"]);
  });

  it("refuses a unit that the subject does not have, and says which it has", () => {
    const found = mistakes("unit: euro\nmeasure: { stock: ticket }\nat: 2023-12-31\n");
    expect(found[0]).toContain("“euro” is no unit of tickets");
    expect(found[0]).toContain("ticket, person");
  });

  it("refuses two units in one figure, and full-time equivalents added to heads", () => {
    for (const unit of ["[ticket, person]", "fte + person", "fte, person"]) {
      const found = mistakes(`unit: ${unit}\nmeasure: { stock: grant }\nat: 2023-12-31\n`);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^q\.yaml:1:\d+ A figure has one unit/);
    }
    expect(
      mistakes("unit: person\nmeasure: { stock: grant }\nat: 2023-12-31\nvalue: { sum: contractualFraction }\n")[0],
    ).toContain("goes with the unit euro, fte, day, percent or year");
  });

  it("refuses a dimension that the unit's subject does not have", () => {
    expect(mistakes("unit: ticket\nmeasure: { stock: ticket }\nat: 2023-12-31\nby: [nace]\n")[0]).toContain(
      "“nace” is no dimension of tickets",
    );
  });

  it.each([
    ["[2024, 2023-H2]", "flow"],
    ["[{ from: 2023-07-01, until: 2023-12-31 }, 2024]", "flow"],
    ["[{ from: 2023-07-01, until: 2023-12-31 }, { from: 2024-01-01, until: 2024-12-31 }]", "flow"],
    ["[{ from: 2023-07-03, until: 2023-12-31 }, 2024]", "flow"],
    ["[2023-H2, { from: 2024-01-01, until: 2024-12-30 }]", "flow"],
    ["[2023-H2, 2024]", "cumulative"],
    ["{ from: 2023-07-01, until: 2024-12-31 }\nby: [year]", "flow"],
    ["2023-H2\nby: [year]", "flow"],
  ])("refuses a half-year as a year, however it is written: %s (%s)", (at, kind) => {
    const found = mistakes(`unit: application\nmeasure: { ${kind}: application.filed }\nat: ${at}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^q\.yaml:[34]:.*(one series|same day each time)/);
  });

  it("refuses to put a half-year beside a year", () => {
    const found = mistakes("unit: application\nmeasure: { flow: application.filed }\nat: [2024, 2023-H2]\n");
    expect(found[0]).toMatch(/q\.yaml:3:12 .*do not belong in one series/);
  });

  it("refuses growth over a single window", () => {
    expect(mistakes("unit: application\nmeasure: { flow: application.filed }\nat: 2024\ngrowth: true\n")[0]).toContain(
      "Growth needs at least two periods",
    );
  });

  it("refuses a stock over a period and a flow at a day", () => {
    expect(mistakes("unit: ticket\nmeasure: { stock: ticket }\nat: 2023\n")[0]).toContain("A stock is at a day");
    expect(mistakes("unit: ticket\nmeasure: { flow: ticket.issued }\nat: 2023-12-31\n")[0]).toContain(
      "This measure is over a period",
    );
  });

  it("refuses combinations of tickets over a period", () => {
    expect(mistakes("unit: person\nmeasure: { ever: ticketHolder }\nat: 2023\nby: [ticketCombination]\n")[0]).toContain(
      "changes during a period",
    );
  });

  it("refuses wages over more than a quarter, and accepts one quarter", () => {
    const question = (at: string) => `unit: relation\nmeasure: { ever: grant }\nat: ${at}\nby: [wageInQuarter]\n`;
    expect(mistakes(question("2023"))[0]).toContain("declared by quarter");
    expect(mistakes(question("2023-Q4"))).toEqual([]);
  });

  it("says where the YAML itself is broken", () => {
    expect(mistakes("unit: ticket\nmeasure: { stock: ticket\nat: 2023-12-31\n")[0]).toMatch(
      /^q\.yaml:\d+:\d+ This is no valid YAML/,
    );
    expect(mistakes("unit: ticket\nunit: person\n")[0]).toMatch(/^q\.yaml:2:1 /);
    expect(mistakes("unit: *nowhere\n")[0]).toContain("Unresolved alias");
  });

  it("refuses two questions with one id", () => {
    const one = "  - { id: a, unit: ticket, measure: { stock: ticket }, at: 2023-12-31 }\n";
    expect(mistakes(`figures:\n${one}${one}`)[0]).toContain("“a” occurs twice");
  });

  it("does not accept plain data that is no question", () => {
    for (const data of [null, 7, "stock", [], {}]) expect(parseDefinition(data).ok).toBe(false);
  });
});

describe("windows", () => {
  it("are known by their calendar shape", () => {
    expect(windowOf("2024")).toMatchObject({ from: "2024-01-01", until: "2024-12-31", shape: "year" });
    expect(windowOf("2023-H2")).toMatchObject({ from: "2023-07-01", until: "2023-12-31", shape: "half" });
    expect(windowOf("2024-Q1")).toMatchObject({ from: "2024-01-01", until: "2024-03-31", shape: "quarter" });
    expect(windowOf("2024-02")).toMatchObject({ until: "2024-02-29", shape: "month" });
    expect(windowOf("2023-12-31")).toEqual({ kind: "day", on: "2023-12-31" });
  });

  it("keep their name", () => {
    for (const name of ["2024", "2023-H1", "2023-H2", "2024-Q3", "2024-02", "2023-12-31"])
      expect(nameOfWindow(windowOf(name)!)).toBe(name);
  });

  it("are nothing for a month, quarter, half or day that does not exist", () => {
    for (const text of ["2023-13", "2023-Q5", "2023-H3", "2023-02-29", "23", "2023-", "last year"])
      expect(windowOf(text)).toBeNull();
  });
});

describe("the nearest known word", () => {
  it("is found over a slip, and not over a different word", () => {
    expect(nearest("employabilty", ["employability", "size"])).toBe("employability");
    expect(nearest("work_status", ["workStatus", "workCare"])).toBe("workStatus");
    expect(nearest("colour", ["employability", "size"])).toBeNull();
  });
});

describe("the outcome of a figure", () => {
  const question = (outcome: string): string => `unit: ticket\nmeasure: { stock: ticket }\nat: 2023-12-31\noutcome: ${outcome}\n`;

  it("is refused at its line without the words that a reader needs", () => {
    for (const [outcome, fields] of [
      ["{ type: proxy }", ["askedUnit", "why"]],
      ["{ type: proxy, askedUnit: { nl: a, en: a, fr: a } }", ["why"]],
      ["{ type: partial }", ["missing"]],
      ['{ type: partial, missing: { nl: "", en: a, fr: a } }', ["missing"]],
      ["{ type: referred }", ["to"]],
    ] as const) {
      const told = mistakes(question(outcome));
      expect([outcome, told.length]).toEqual([outcome, fields.length]);
      for (const [index, field] of fields.entries()) expect(told[index]).toMatch(new RegExp(`^q\\.yaml:4:.*\\(${field}\\)`));
    }
    expect(mistakes(question("{ type: partial, missing: { nl: a, en: b, fr: c } }"))).toEqual([]);
  });
});
