// What the coverage file promises is kept: by the rules, the parameters and the worked cases.
import { describe, expect, it } from "vitest";
import { assertOk } from "../kernel/index.ts";
import { readCases } from "./cases/index.ts";
import { LAW_FOLDER, readLaw, readYaml, yamlFiles } from "./files.ts";
import { coverageReport } from "./loader/index.ts";
import { allRules } from "./rules/index.ts";

const law = assertOk(readLaw());
const files = yamlFiles(LAW_FOLDER, "cases").map((file) => readYaml(LAW_FOLDER, file));
const cases = assertOk(readCases(law, files));
const report = coverageReport(law, allRules, cases);

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

  it("names only carriers, ids and rules that exist", () => {
    expect(report.unknownCarriers).toEqual([]);
    expect(report.unknownIds).toEqual([]);
    expect(report.rulesWithoutId).toEqual([]);
  });
});
