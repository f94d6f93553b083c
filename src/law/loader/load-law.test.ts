import { describe, expect, it } from "vitest";
import { assertOk, plainDate } from "../../kernel/index.ts";
import { loadLaw } from "./load-law.ts";
import { publishedLedger } from "./published.ts";
import { errorsOf, placesOf, smallParameter, smallRulebook, smallSourcesWith, smallSwitch } from "./testing/test-law.ts";

const parameter = (from: string, to: string) => ({ "parameters/cap.yaml": smallParameter.replace(from, to) });
const point = (from: string, to: string) => ({ "switches/OPEN-01-choice.yaml": smallSwitch.replace(from, to) });

/** Line of a text in the small parameter file, from 1. */
const lineOf = (text: string) => smallParameter.split("\n").findIndex((line) => line.includes(text)) + 1;

describe("a law without mistakes", () => {
  it("loads with its values in the smallest unit and its open points as rulebook entries", () => {
    const law = assertOk(loadLaw(smallSourcesWith()));
    expect(law.version).toBe("1.0.0");
    expect(law.parameters.get("cap.amount")?.values.map((row) => row.value)).toEqual([10_000, 11_000]);
    expect([...law.rulebook.entries.keys()]).toEqual(["REF-02", "OPEN-01"]);
  });

  it("does not depend on the order in which files are found", () => {
    const files = smallSourcesWith({
      "parameters/other.yaml": smallParameter.replace("cap.amount", "another.amount"),
    });
    const reversed = { ...files, parameters: [...files.parameters].reverse() };
    expect(assertOk(loadLaw(reversed)).parametersHash).toBe(assertOk(loadLaw(files)).parametersHash);
  });
});

describe("a mistake in a parameter file is refused with file, line and rule", () => {
  it("names a gap between two values", () => {
    expect(placesOf(parameter("to: 2024-12-31", "to: 2024-12-30"))).toEqual([
      `parameters/cap.yaml:${lineOf("2025-01-01")} value.gap`,
    ]);
  });

  it("names an overlap of two values", () => {
    expect(placesOf(parameter("to: 2024-12-31", "to: 2025-01-01"))).toEqual([
      `parameters/cap.yaml:${lineOf("from: 2025-01-01")} value.overlap`,
    ]);
  });

  it("names a value without end that is followed by another", () => {
    expect(placesOf(parameter("    to: 2024-12-31\n", ""))).toEqual([
      `parameters/cap.yaml:${lineOf("from: 2025-01-01") - 1} value.overlap`,
    ]);
  });

  it("names a last day before the first", () => {
    expect(placesOf(parameter("to: 2024-12-31", "to: 2023-12-31"))).toEqual([
      `parameters/cap.yaml:${lineOf("to: 2024-12-31")} value.period`,
    ]);
  });

  it("names a value in another unit than the parameter's", () => {
    expect(placesOf(parameter("value: 100.00", "value: 100 %"))).toEqual([
      `parameters/cap.yaml:${lineOf("value: 100.00")} value.unit`,
    ]);
  });

  it("names a value that does not fit its unit", () => {
    expect(placesOf(parameter("value: 100.00", "value: 100.005"))).toEqual([
      `parameters/cap.yaml:${lineOf("value: 100.00")} value.shape`,
    ]);
    expect(placesOf(parameter("value: 100.00", "value: true"))).toEqual([
      `parameters/cap.yaml:${lineOf("value: 100.00")} value.shape`,
    ]);
  });

  it("names a unit that does not exist", () => {
    expect(placesOf(parameter("unit: EUR/month", "unit: EUR/week"))).toEqual([
      `parameters/cap.yaml:${lineOf("unit:")} field.word`,
    ]);
  });

  it("names a rulebook id, a source and an open point that do not exist", () => {
    expect(placesOf(parameter("ids: REF-02", "ids: REF-99"))).toEqual([`parameters/cap.yaml:${lineOf("ids:")} id.unknown`]);
    expect(placesOf(parameter("sources: S1", "sources: S999"))).toEqual([
      `parameters/cap.yaml:${lineOf("sources:")} source.unknown`,
    ]);
    expect(placesOf(parameter("    openPoints: OPEN-01", "    openPoints: OPEN-01 OPEN-61"))).toEqual([
      `parameters/cap.yaml:${lineOf("    openPoints:")} openPoint.unknown`,
    ]);
  });

  it("names a value without source and a parameter without rulebook id", () => {
    const first = lineOf("from: 2024-01-01");
    expect(placesOf(parameter("    sources: S1\n", ""))).toEqual([`parameters/cap.yaml:${first} source.missing`]);
    expect(placesOf(parameter("ids: REF-02\n", ""))[0]).toContain("id.missing");
  });

  it("names an alternative for a reading that does not exist, cannot be computed or is the default", () => {
    const line = lineOf("option: HIGH");
    expect(placesOf(parameter("option: HIGH", "option: HIGHEST"))).toEqual([`parameters/cap.yaml:${line} option.unknown`]);
    expect(placesOf(parameter("option: HIGH", "option: VAGUE"))).toEqual([`parameters/cap.yaml:${line} option.notComputable`]);
    expect(placesOf(parameter("option: HIGH", "option: LOW"))).toEqual([`parameters/cap.yaml:${line} option.isDefault`]);
  });

  it("names an alternative of an open point that the row does not lean on", () => {
    expect(placesOf(parameter("    openPoints: OPEN-01\n", ""))).toEqual([
      `parameters/cap.yaml:${lineOf("openPoint: OPEN-01") - 1} alternative.openPoint`,
    ]);
  });

  it("names a key it does not know, so that a typing error is not taken for an absent value", () => {
    expect(placesOf(parameter("knownSince: 2024-11-20", "knownSinds: 2024-11-20"))).toEqual([
      `parameters/cap.yaml:${lineOf("2024-11-20")} field.unknown`,
      `parameters/cap.yaml:${lineOf("from: 2025-01-01")} field.missing`,
    ]);
  });

  it("names a day that is not in the calendar", () => {
    expect(placesOf(parameter("to: 2024-12-31", "to: 2024-13-31"))[0]).toBe(
      `parameters/cap.yaml:${lineOf("to: 2024-12-31")} field.date`,
    );
  });

  it("names a title that lacks a language", () => {
    expect(placesOf(parameter("  fr: nom\n", ""))).toEqual([`parameters/cap.yaml:${lineOf("title:")} field.missing`]);
  });

  it("names the second file with the same parameter", () => {
    expect(placesOf({ "parameters/second.yaml": smallParameter })).toEqual(["parameters/second.yaml:1 id.duplicate"]);
  });

  it("names the line where a text stops being YAML", () => {
    const [error] = errorsOf({ "parameters/cap.yaml": 'id: cap.amount\ntitle: "open\n' });
    expect(error).toMatchObject({ file: "parameters/cap.yaml", rule: "file.unreadable" });
    expect(error?.line).toBeGreaterThanOrEqual(2);
  });

  it("says in three languages what to do", () => {
    const [error] = errorsOf(parameter("to: 2024-12-31", "to: 2024-12-30"));
    expect(error?.message.nl).toContain("Laat de rijen aansluiten");
    expect(error?.message.en).toContain("Let the rows join up");
    expect(error?.message.fr).toContain("Faites se suivre les lignes");
  });

  it("names every mistake of every file at once", () => {
    const places = placesOf({
      ...parameter("sources: S1", "sources: S999"),
      ...point("default: LOW", "default: NONE"),
    });
    expect(places).toHaveLength(2);
  });
});

const switchLine = (text: string) => smallSwitch.split("\n").findIndex((line) => line.includes(text)) + 1;

describe("a mistake elsewhere in the law is refused too", () => {
  it("names a default that is not among the readings", () => {
    expect(placesOf(point("default: LOW", "default: NONE"))).toEqual(["switches/OPEN-01-choice.yaml:11 default.unknown"]);
  });

  it("names a default that cannot be computed", () => {
    expect(placesOf(point("default: LOW", "default: VAGUE"))).toEqual(["switches/OPEN-01-choice.yaml:11 default.notComputable"]);
  });

  it("names a reading that is there twice", () => {
    expect(placesOf(point("value: VAGUE", "value: LOW"))).toContain("switches/OPEN-01-choice.yaml:12 option.duplicate");
  });

  it("names a parameter that an open point carries but that does not exist", () => {
    expect(placesOf(point("parameters: cap.amount", "parameters: cap.none"))).toEqual([
      `switches/OPEN-01-choice.yaml:${switchLine("parameters:")} parameter.unknown`,
    ]);
    expect(placesOf(point("parameters: cap.amount", "parameters: cap.*"))).toEqual([]);
  });

  it("names a policy that two open points carry", () => {
    expect(placesOf({ "switches/OPEN-02-same.yaml": smallSwitch.replace("id: OPEN-01", "id: OPEN-02") })).toEqual([
      `switches/OPEN-02-same.yaml:${switchLine("policies:")} id.duplicate`,
    ]);
  });

  it("names a rulebook id that is there twice or is no rulebook id", () => {
    const twice = `${smallRulebook}${smallRulebook.split("entries:\n")[1]}`;
    expect(placesOf({ "rulebook/07.yaml": twice })).toEqual(["rulebook/07.yaml:9 id.duplicate"]);
    expect(placesOf({ "rulebook/07.yaml": smallRulebook.replace("REF-02", "XYZ-02") })).toContain("rulebook/07.yaml:3 id.shape");
  });

  it("names a confidence that is none of the five letters", () => {
    expect(placesOf({ "rulebook/07.yaml": smallRulebook.replace("confidence: A", "confidence: sure") })).toEqual([
      "rulebook/07.yaml:7 field.word",
    ]);
  });

  it("names a coverage state that is unknown, an id that is unknown, and a state that lacks what it must say", () => {
    expect(placesOf({ "coverage.yaml": "REF-02:\n  state: done\n" })).toEqual(["coverage.yaml:2 field.word"]);
    expect(placesOf({ "coverage.yaml": "REF-03:\n  state: planned\n" })).toEqual(["coverage.yaml:1 id.unknown"]);
    expect(placesOf({ "coverage.yaml": "REF-02:\n  state: modelled\n" })).toEqual(["coverage.yaml:1 coverage.carriers"]);
    expect(placesOf({ "coverage.yaml": "REF-02:\n  state: outOfScope\n" })).toEqual(["coverage.yaml:1 coverage.reason"]);
    expect(placesOf({ "coverage.yaml": "REF-02:\n  state: judgement\n" })).toEqual([
      "coverage.yaml:1 field.missing",
      "coverage.yaml:1 field.missing",
      "coverage.yaml:1 field.missing",
    ]);
  });

  it("names an id that is there twice in the coverage file", () => {
    expect(placesOf({ "coverage.yaml": "REF-02:\n  state: planned\nREF-02:\n  state: planned\n" })).toEqual([
      "coverage.yaml:3 file.unreadable",
    ]);
  });
});

describe("a published value is never changed in place", () => {
  const ledger = () => {
    const law = assertOk(loadLaw(smallSourcesWith()));
    return [...publishedLedger(law.parameters.values())].map(([key, hash]) => `${key}: ${hash}\n`).join("");
  };

  it("loads as long as the values are those that were published", () => {
    expect(placesOf({ "published.yaml": ledger() })).toEqual([]);
  });

  it("refuses another value under the same first day and knowledge", () => {
    expect(placesOf({ "published.yaml": ledger(), ...parameter("value: 100.00", "value: 100.01") })).toEqual([
      `parameters/cap.yaml:${lineOf("value: 100.00")} value.published`,
    ]);
  });

  it("refuses the same figure in another unit", () => {
    const places = placesOf({ "published.yaml": ledger(), ...parameter("unit: EUR/month", "unit: EUR/quarter") });
    expect(places.map((place) => place.split(" ")[1])).toEqual(["value.published", "value.published"]);
  });

  it("refuses another value for one of its readings", () => {
    expect(placesOf({ "published.yaml": ledger(), ...parameter("value: 120.00", "value: 121.00") })).toEqual([
      `parameters/cap.yaml:${lineOf("value: 110.00")} value.published`,
    ]);
  });

  it("refuses an end that was not published, and takes one that another value follows", () => {
    const ended = smallParameter.replace("from: 2025-01-01\n", "from: 2025-01-01\n    to: 2025-12-31\n");
    const next = "  - from: 2026-01-01\n    knownSince: 2025-12-01\n    value: 130.00\n    confidence: A\n    sources: S1\n";
    expect(placesOf({ "published.yaml": ledger(), "parameters/cap.yaml": ended })).toEqual([
      `parameters/cap.yaml:${lineOf("value: 110.00") + 1} value.published`,
    ]);
    expect(placesOf({ "published.yaml": ledger(), "parameters/cap.yaml": ended + next })).toEqual([]);
  });

  it("keeps a published end, and takes a value that follows it", () => {
    const ended = smallParameter.replace("from: 2025-01-01\n", "from: 2025-01-01\n    to: 2025-12-31\n");
    const law = assertOk(loadLaw(smallSourcesWith({ "parameters/cap.yaml": ended })));
    const published = [...publishedLedger(law.parameters.values())].map(([key, text]) => `${key}: ${text}\n`).join("");
    expect(published).toContain("..2025-12-31");
    const next = "  - from: 2026-01-01\n    knownSince: 2025-12-01\n    value: 130.00\n    confidence: A\n    sources: S1\n";
    expect(placesOf({ "published.yaml": published, "parameters/cap.yaml": ended })).toEqual([]);
    expect(placesOf({ "published.yaml": published, "parameters/cap.yaml": ended + next })).toEqual([]);
    expect(placesOf({ "published.yaml": published })).toEqual([`parameters/cap.yaml:${lineOf("value: 110.00")} value.published`]);
  });

  it("refuses that a published value goes away or gets another date", () => {
    expect(placesOf({ "published.yaml": ledger(), ...parameter("knownSince: 2024-11-20", "knownSince: 2024-11-21") })).toEqual([
      `parameters/cap.yaml:${lineOf("values:")} value.unpublished`,
    ]);
    expect(placesOf({ "published.yaml": `${ledger()}gone.amount@2024-01-01/2024-01-01: 0123456789abcdef\n` })).toEqual([
      "published.yaml:4 value.unpublished",
    ]);
  });

  it("takes a correction as a new row with the same first day and a later knowledge", () => {
    const correction = `  - from: 2024-01-01
    to: 2024-12-31
    knownSince: 2024-06-01
    value: 101.00
    confidence: A
    sources: S1
`;
    const files = smallSourcesWith({ "published.yaml": ledger(), "parameters/cap.yaml": smallParameter + correction });
    const law = assertOk(loadLaw(files));
    const may = plainDate("2024-05-01");
    expect(assertOk(law.parameterAt("cap.amount", may)).value).toBe(10_100);
    expect(assertOk(law.asKnownOn(plainDate("2024-05-31")).parameterAt("cap.amount", may)).value).toBe(10_000);
  });

  it("refuses a correction that is not known later", () => {
    const correction =
      "  - from: 2024-01-01\n    to: 2024-12-31\n    knownSince: 2024-01-01\n    value: 101.00\n    confidence: A\n    sources: S1\n";
    const line = smallParameter.split("\n").length;
    expect(placesOf({ "parameters/cap.yaml": smallParameter + correction })).toEqual([
      `parameters/cap.yaml:${line} value.overlap`,
    ]);
  });
});
