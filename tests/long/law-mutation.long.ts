// The worked cases notice at least nine of ten small mistakes in the rules.
import { describe, expect, it } from "vitest";
import { readCases } from "../../src/law/cases/index.ts";
import { LAW_FOLDER, readYaml, yamlFiles } from "../../src/law/files.ts";
import { mutantsOf, runMutants } from "../../src/law/mutation/index.ts";
import { openLaw } from "../../src/law/open-law.ts";

describe("mistakes in the rules", () => {
  it("are noticed by the worked cases", { timeout: 900_000 }, () => {
    const law = openLaw();
    const cases = readCases(
      law,
      yamlFiles(LAW_FOLDER, "cases").map((file) => readYaml(LAW_FOLDER, file)),
    );
    if (!cases.ok) throw new Error(cases.error.map((error) => `${error.file}:${error.line} ${error.message.en}`).join("\n"));
    const results = runMutants(law, mutantsOf(law.graph), cases.value);
    const tried = results.filter(({ outcome }) => outcome !== "refused");
    const survived = tried
      .filter(({ outcome }) => outcome === "survived")
      .map(({ mutant }) => `${mutant.rule}: ${mutant.change}`);
    expect(tried.length).toBeGreaterThan(300);
    expect(survived.length / tried.length, survived.join("\n")).toBeLessThanOrEqual(0.1);
  });
});
