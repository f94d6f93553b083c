import { describe, expect, it } from "vitest";
import { attributeOf, attributes, attributesOf, partsCanExceedTotal } from "./catalogue.ts";
import { labelOf } from "./labels.ts";
import { subjectFacts, subjects } from "./subjects.ts";

describe("the catalogue of attributes", () => {
  it("has no two attributes with one id and gives each words in three languages", () => {
    expect(new Set(attributes.map((attribute) => attribute.id)).size).toBe(attributes.length);
    for (const attribute of attributes) {
      for (const text of [attribute.title, attribute.meaning]) {
        expect([text.nl, text.en, text.fr].every((words) => words.length > 0)).toBe(true);
      }
    }
  });

  it("has words for every closed value that is not a size or a year", () => {
    const wordless = attributes.flatMap((attribute) =>
      attribute.domain.kind === "codes"
        ? attribute.domain.values
            .filter((value) => labelOf(attribute.id, value).nl === value)
            .map((value) => `${attribute.id}=${value}`)
        : [],
    );
    // Short names and sizes stand for themselves.
    expect(wordless.sort()).toEqual([
      "channel=API",
      "oldMeasure=VOP",
      "previousMeasure=SINE",
      "previousMeasure=VOP",
      "size=1-9",
      "size=10-49",
      "size=250+",
      "size=50-249",
    ]);
  });

  it("names the place of every province dimension: residence or establishment", () => {
    const provinces = attributes.filter((attribute) => /province/i.test(attribute.id));
    expect(provinces.map((attribute) => attribute.title.en)).toEqual(["province of residence", "province of establishment"]);
  });

  it("gives every subject at least one unit and one attribute", () => {
    for (const subject of subjects) {
      expect(subjectFacts[subject].units.length).toBeGreaterThan(0);
      expect(attributesOf(subject).length).toBeGreaterThan(0);
    }
  });
});

describe("parts that can exceed the total", () => {
  it("are those of several refusal grounds, and of persons by type of ticket", () => {
    expect(partsCanExceedTotal(attributeOf("refusalGround"), "application", "application", "date")).toBe(true);
    expect(partsCanExceedTotal(attributeOf("ticketType"), "ticket", "person", "date")).toBe(true);
    expect(partsCanExceedTotal(attributeOf("ticketType"), "ticket", "ticket", "date")).toBe(false);
  });

  it("are those of a changing attribute over a period, and not at a date", () => {
    expect(partsCanExceedTotal(attributeOf("province"), "grant", "person", "period")).toBe(true);
    expect(partsCanExceedTotal(attributeOf("province"), "grant", "person", "date")).toBe(false);
    expect(partsCanExceedTotal(attributeOf("sex"), "grant", "person", "period")).toBe(false);
    expect(partsCanExceedTotal(attributeOf("employerProvince"), "grant", "person", "date")).toBe(true);
    expect(partsCanExceedTotal(attributeOf("employerProvince"), "grant", "relation", "date")).toBe(false);
  });

  it("are not those of combinations of tickets, which exclude each other", () => {
    expect(partsCanExceedTotal(attributeOf("ticketCombination"), "ticketHolder", "person", "date")).toBe(false);
  });
});
