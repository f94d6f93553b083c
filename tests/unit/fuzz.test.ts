// Twenty thousand inputs that nobody would type; `npm run check:long -- fuzz` tries a million.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fuzzParsers } from "../support/fuzz-parsers.ts";
import { parsers } from "../support/parsers.ts";

test("no input makes a parser throw what is no refusal, or think for a second", async () => {
  const { inputs, faults } = await fuzzParsers(20_000, 20_261_126, 1_000);
  expect(faults).toEqual([]);
  expect(inputs).toBeGreaterThanOrEqual(20_000);
});

/** Readers of what another parser made of the text. */
const behindAnother = ["parseHeader", "parseMeasure", "parsePopulation", "parseTitle", "parseWindows"].concat([
  "readAttribute",
  "readDate",
  "readFormula",
  "readYaml",
]);
/** Readers of files of the release itself, or of rule graphs and lines that the program wrote. */
const ofOurOwn = [
  "readAgreements",
  "readAnswer",
  "readCondition",
  "readFrozen",
  "readGraph",
  "readLaw",
  "readLawSources",
  "readLines",
].concat(["readMigrations", "readTemplates"]);

test("every function that reads text, JSON, bytes or a form from outside is among the parsers", () => {
  const fed = parsers.map(({ name }) => name).join(" ");
  const reader =
    /export (?:async )?function\*? ((?:parse|read)[A-Z]\w*)(?:<[^>]*>)?\(\s*\w+: (?:string|unknown|URLSearchParams|Json|Fields|SentForm|Uint8Array|AsyncIterable<Uint8Array>)\b/g;
  const found = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/testing|\.test\./.test(name))
    .flatMap((name) => [...readFileSync(`${root}src/${name}`, "utf8").matchAll(reader)].map(([, one]) => one!));
  expect(found.length).toBeGreaterThan(40);
  const excused = [...behindAnother, ...ofOurOwn];
  const unfed = found.filter((name) => !new RegExp(`\\b${name}\\b`).test(fed) && !excused.includes(name));
  expect([...new Set(unfed)].sort()).toEqual([]);
  // Nobody is excused who is gone.
  expect(excused.filter((name) => !found.includes(name))).toEqual([]);
});

const root = fileURLToPath(new URL("../..", import.meta.url));
