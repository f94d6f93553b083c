// Every worked case of the law holds.
import { describe, expect, it } from "vitest";
import { LAW_FOLDER, readYaml, yamlFiles } from "../files.ts";
import { openLaw } from "../open-law.ts";
import { describeFailure, readCases, runCases } from "./index.ts";

const law = openLaw();
const sources = yamlFiles(LAW_FOLDER, "cases").map((file) => readYaml(LAW_FOLDER, file));
const read = readCases(law, sources);
const cases = read.ok ? read.value : [];

describe("the worked cases of the law", () => {
  it("are readable, and many", () => {
    expect(read.ok ? [] : read.error).toEqual([]);
    expect(cases.length).toBeGreaterThan(200);
  });

  it.each(sources.map(({ file }) => file))("hold: %s", (file) => {
    const results = runCases(
      law,
      cases.filter((one) => one.file === file),
    );
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter((result) => !result.passed).map(describeFailure)).toEqual([]);
  });
});
