// The graph as documentation: what each rule uses and feeds.
import { describe, expect, it } from "vitest";
import { openLaw } from "../open-law.ts";
import { describeGraph } from "./index.ts";

const rules = describeGraph(openLaw().graph);
const named = (id: string) => rules.find((rule) => rule.id === id)!;

describe("the described graph", () => {
  it("has every rule once, after all that it uses", () => {
    expect(rules).toHaveLength(openLaw().graph.rules.size);
    for (const [place, rule] of rules.entries()) {
      for (const used of rule.rules) expect(rules.findIndex(({ id }) => id === used)).toBeLessThan(place);
    }
  });

  it("says what a rule reads itself, and what reads it", () => {
    expect(named("wageCap")).toMatchObject({
      ids: ["REF-03", "REF-10"],
      unit: "EUR/quarter",
      rules: ["fullTimeCap", "capFraction", "serviceShare"],
      feeds: expect.arrayContaining(["cappedWage", "wagePremium"]),
    });
    expect(named("monthlyMaximum").parameters).toEqual(["ggmmi", "referenceWage.capMultiplier"]);
    expect(named("capFraction").openPoints).toEqual(["OPEN-26"]);
    expect(named("referenceWage").conditions).toEqual(["REF-01"]);
    expect(named("referenceWage").facts).toEqual(["grossWage", "employerContributions", "contributionReductions"]);
  });
});
