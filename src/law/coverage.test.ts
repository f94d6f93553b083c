// What the coverage file promises is kept: by the rules, the parameters, the worked cases, and the tests and code that it names.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assertOk } from "../kernel/index.ts";
import { readCases, readingsOfCase } from "./cases/index.ts";
import { LAW_FOLDER, readLaw, readYaml, yamlFiles } from "./files.ts";
import { coverageReport } from "./loader/index.ts";
import { allRules } from "./rules/index.ts";

const root = join(LAW_FOLDER, "..", "..");
const law = assertOk(readLaw());
const files = yamlFiles(LAW_FOLDER, "cases").map((file) => readYaml(LAW_FOLDER, file));
const cases = assertOk(readCases(law, files)).map((one) => ({ id: one.id, ids: one.ids, switches: readingsOfCase(one) }));
const entries = [...law.coverage.values()];
const named = entries.flatMap((entry) => entry.carriers.filter((carrier) => carrier.includes(":")));
const report = coverageReport(law, allRules, cases, named);

describe("the coverage of the rulebook", () => {
  it("gives every id a state", () => {
    expect(report.withoutState).toEqual([]);
    expect(Object.values(report.counts).reduce((sum, count) => sum + count, 0)).toBe(report.total);
  });

  it("has a case for every modelled id, on each side of its threshold", () => {
    expect(report.counts.modelled).toBeGreaterThan(0);
    expect(report.modelledWithoutCase).toEqual([]);
    expect(report.thresholdsWithoutSide).toEqual([]);
  });

  it("has a case for every reading that can be computed", () => {
    expect(report.readingsWithoutCase).toEqual([]);
  });

  it("names only carriers, ids and rules that exist", () => {
    expect(report.unknownCarriers).toEqual([]);
    expect(report.unknownIds).toEqual([]);
    expect(report.rulesWithoutId).toEqual([]);
  });

  it("leaves nothing planned", () => {
    expect(entries.filter((entry) => entry.state === "planned").map((entry) => entry.id)).toEqual([]);
  });

  it("puts a question, a screen and an event to every judgement", () => {
    for (const { id, state, judgement } of entries) {
      if (state !== "judgement") continue;
      expect(judgement?.question.nl, id).toMatch(/\?/);
      expect(judgement?.screen, id).not.toBe("");
      expect(codeOf("dossier"), id).toContain(`"${judgement?.event}"`);
    }
  });

  it("names tests whose words stand in their file", () => {
    for (const { id, tests } of entries) {
      for (const { file, says } of tests) expect(readFileSync(join(root, file), "utf8"), `${id} ${file}`).toContain(says);
    }
  });

  it("names commands, functions and questions that are there", () => {
    for (const carrier of new Set(named)) {
      const [kind, name] = carrier.split(":");
      if (kind === "command") expect(codeOf("dossier"), carrier).toContain(`"${name}"`);
      else if (kind === "function") expect(codeOf("payment"), carrier).toContain(`export function ${name}(`);
      else if (kind === "question") expect(existsSync(join(root, "answers", name!)), carrier).toBe(true);
      else expect.fail(`${carrier} is of no known kind`);
    }
  });
});

const codeRead = new Map<string, string>();

/** The whole source text of a room, without its tests. */
function codeOf(room: string): string {
  const known = codeRead.get(room);
  if (known !== undefined) return known;
  const folder = join(root, "src", room);
  const text = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  codeRead.set(room, text);
  return text;
}
