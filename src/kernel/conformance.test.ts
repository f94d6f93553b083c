// Every line of conformance/*.txt: one value that must be accepted, or refused for the named reason.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  isIban,
  isInsz,
  isKbo,
  isPlainDate,
  isQuarter,
  isStructuredCommunication,
  languages,
  type Problem,
  parseDateAsTyped,
  parseEuro,
  parseEuroAsTyped,
  parseFraction,
  parseIban,
  parseInsz,
  parseKbo,
  parsePercent,
  parsePlainDate,
  parseQuarter,
  parseStructuredCommunication,
  type Result,
} from "./index.ts";

interface Kind {
  parse(text: string, field?: string): Result<unknown>;
  /** The predicate on the stored form, where there is one apart from the parser. */
  is?(value: unknown): boolean;
}

const kinds: Record<string, Kind> = {
  date: { parse: parsePlainDate, is: isPlainDate },
  "date-as-typed": { parse: parseDateAsTyped, is: isPlainDate },
  euro: { parse: parseEuro },
  "euro-as-typed": { parse: parseEuroAsTyped },
  fraction: { parse: parseFraction },
  iban: { parse: parseIban, is: isIban },
  insz: { parse: parseInsz, is: isInsz },
  kbo: { parse: parseKbo, is: isKbo },
  percent: { parse: parsePercent },
  quarter: { parse: parseQuarter, is: isQuarter },
  "structured-communication": { parse: parseStructuredCommunication, is: isStructuredCommunication },
};

const folder = new URL("./conformance/", import.meta.url);

function linesOf(kind: string): { verdict: string; value: string; id: string | undefined }[] {
  const text = readFileSync(new URL(`${kind}.txt`, folder), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const [verdict = "", value = "", id] = line.split("\t");
    return { verdict, value, id };
  });
}

test("each conformance file is run, and each kind has a file", () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.txt$/, ""));
  expect(files.sort()).toEqual(Object.keys(kinds).sort());
});

describe.each(Object.keys(kinds))("conformance of %s", (name) => {
  const kind = kinds[name]!;
  const lines = linesOf(name);

  test("the file holds values of both sorts and nothing else", () => {
    expect(new Set(lines.map((line) => line.verdict))).toEqual(new Set(["valid", "invalid"]));
    expect(lines.filter((line) => line.verdict === "invalid" && line.id === undefined)).toEqual([]);
  });

  test.each(lines.filter((line) => line.verdict === "valid"))("accepts “$value”", ({ value }) => {
    const result = kind.parse(value);
    expect(result).toMatchObject({ ok: true });
    if (result.ok && kind.is !== undefined) expect(kind.is(result.value)).toBe(true);
  });

  test.each(lines.filter((line) => line.verdict === "invalid"))("refuses “$value” with $id", ({ value, id }) => {
    const result = kind.parse(value, "theField") as Result<unknown, Problem>;
    expect(result.ok ? result.value : result.error).toMatchObject({ id, field: "theField" });
    if (!result.ok) for (const language of languages) expect(result.error.message[language]).not.toBe("");
    if (kind.is !== undefined && name !== "date-as-typed") expect(kind.is(value)).toBe(false);
  });
});
