// What the form of an answer writes: a sheet in which each sub-question says how it is answered, and with which words.
import { describe, expect, it } from "vitest";
import { openLaw } from "../../../law/open-law.ts";
import { parseSheet } from "../../../statistics/index.ts";
import { readAnswerForm, sheetOfAnswer } from "./answer-form.tsx";

const law = openLaw();
const header = "number=12&date=2025-02-03&asker=A&minister=B&theme=Werk&title=Titel&gevraagd0=Hoeveel";

function written(query: string) {
  const text = sheetOfAnswer(readAnswerForm(new URLSearchParams(`${header}&${query}`)), []);
  return { text, read: parseSheet(text, "antwoord.yaml", law) };
}
const outcomeOf = (query: string) => {
  const { read } = written(query);
  return read.ok ? read.value.sections[0]!.outcome : read.error;
};

describe("the form of an answer", () => {
  it("writes each kind of answer with the words that it needs", () => {
    expect(outcomeOf("uitkomst0=answered&tekst0=Ja")).toEqual({ type: "answered" });
    expect(outcomeOf("uitkomst0=narrative&tekst0=Ja")).toEqual({ type: "narrative" });
    expect(outcomeOf("uitkomst0=partial&ontbreekt0=leeftijd")).toMatchObject({ type: "partial", missing: { nl: "leeftijd" } });
    expect(outcomeOf("uitkomst0=referred&naarWie0=VDAB")).toMatchObject({ type: "referred", to: { fr: "VDAB" } });
    expect(outcomeOf("uitkomst0=notAvailableUntil&totWanneer0=2025-06-30&waarom0=koppeling")).toMatchObject({
      type: "notAvailableUntil",
      until: { nl: "2025-06-30" },
      why: { nl: "koppeling" },
    });
    expect(outcomeOf("uitkomst0=proxy&gevraagdeEenheid0=personen&gegevenEenheid0=dossiers&waarom0=geen+personen")).toMatchObject({
      type: "proxy",
      askedUnit: { nl: "personen" },
      givenUnit: { nl: "dossiers" },
    });
  });

  it("leaves words out that do not go with the kind, and keeps what was typed", () => {
    const { text } = written("uitkomst0=partial&ontbreekt0=leeftijd&naarWie0=VDAB");
    expect(text).not.toContain("VDAB");
    expect(readAnswerForm(new URLSearchParams("naarWie0=VDAB")).questions[0]!.words.to).toBe("VDAB");
  });

  it("is refused at its line where a kind lacks its words", () => {
    const { text, read } = written("uitkomst0=partial");
    const line = text.split("\n").findIndex((one) => one.includes("type: partial")) + 1;
    expect(read.ok ? [] : read.error.map((one) => [one.line, one.problem.field])).toEqual([
      [line, "questions.0.outcome.missing"],
    ]);
  });
});
