// How a sub-question is answered, as a sheet says it: what a reader could not do without is refused at its line.
import { describe, expect, it } from "vitest";
import { openLaw } from "../../law/open-law.ts";
import { outcomeView } from "../answer/view.ts";
import { parseSheet } from "./sheet.ts";

const law = openLaw();
const figure = "    figures:\n      - { id: een, unit: ticket, measure: { stock: ticket }, at: 2023-12-31 }\n";
const sheet = (outcome: string, more = "    text: Ja\n"): string => `questions:\n  - number: 1\n${more}    outcome: ${outcome}\n`;

/** "field@line" of every mistake, or the outcome. */
function read(text: string): unknown {
  const sheet = parseSheet(text, "s.yaml", law);
  return sheet.ok ? sheet.value.sections[0]!.outcome : sheet.error.map((one) => `${one.problem.field}@${one.line}`);
}

describe("the outcome of a sub-question", () => {
  it.each([
    ["{ type: proxy }", ["askedUnit", "givenUnit", "why"]],
    ["{ type: proxy, askedUnit: personen, givenUnit: dossiers }", ["why"]],
    ["{ type: proxy, askedUnit: personen, why: x }", ["givenUnit"]],
    ["proxy", ["askedUnit", "givenUnit", "why"]],
    ["{ type: partial }", ["missing"]],
    ['{ type: partial, missing: " " }', ["missing"]],
    ['{ type: partial, missing: { nl: leeftijd, en: "", fr: age } }', ["missing"]],
    ["{ type: notAvailableUntil }", ["until", "why"]],
    ["{ type: notAvailableUntil, until: 2025-06-30 }", ["why"]],
    ["{ type: notAvailableUntil, why: koppeling }", ["until"]],
    ["{ type: referred }", ["to"]],
  ])("is refused at its line: %s", (outcome, missing) => {
    expect(read(sheet(outcome))).toEqual(missing.map((name) => `questions.0.outcome.${name}@4`));
  });

  it("of a type that does not exist is refused", () => {
    expect(read(sheet("perfect"))).toEqual(["questions.0.outcome@4"]);
  });

  it("gives by its figures what a proxy gives, and in words when it says so", () => {
    const proxy = "{ type: proxy, askedUnit: personen, why: Geteld zijn tickets. }";
    expect(read(sheet(proxy, figure))).toMatchObject({ type: "proxy" });
    const words = read(sheet("{ type: proxy, askedUnit: personen, givenUnit: dossiers, why: Zo telt men. }"));
    expect(outcomeView(words as never, "nl").detail).toBe("Gevraagd: personen. Gegeven: dossiers. Zo telt men.");
    const later = read(sheet("{ type: notAvailableUntil, until: 2025-06-30, why: De koppeling moet nog komen. }"));
    expect(outcomeView(later as never, "nl").detail).toBe("2025-06-30. De koppeling moet nog komen.");
  });
});
