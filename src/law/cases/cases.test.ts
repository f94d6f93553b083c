// Every worked case of the law holds.
import { describe, expect, it } from "vitest";
import { LAW_FOLDER, readYaml, yamlFiles } from "../files.ts";
import { openLaw } from "../open-law.ts";
import { describeFailure, readCases, runCases } from "./index.ts";

const law = openLaw();
const read = readCases(
  law,
  yamlFiles(LAW_FOLDER, "cases").map((file) => readYaml(LAW_FOLDER, file)),
);

describe("the worked cases of the law", () => {
  it("are readable", () => {
    expect(read.ok ? [] : read.error).toEqual([]);
  });

  it("all hold", () => {
    const results = read.ok ? runCases(law, read.value) : [];
    expect(results.length).toBeGreaterThan(200);
    expect(results.filter((result) => !result.passed).map(describeFailure)).toEqual([]);
  });
});
