import { expect, test } from "vitest";
import { calculateJson, stepsBehind, stepViews } from "../../law/index.ts";
import { lawForTests } from "../testing.ts";

const law = lawForTests();
const output = calculateJson(
  law,
  {
    scheme: "employer",
    package: "P5",
    guidanceNeed: "HIGH",
    startQuarter: "2024-Q1",
    quarter: "2024-Q2",
    employmentFraction: "0.8",
    grossWage: "9000.00",
    employerContributions: "2250.00",
    contributionReductions: "600.00",
  },
  { steps: true },
);
const steps = output.steps ?? [];

test("an amount shows the steps it used and no others", () => {
  const wage = stepsBehind(steps, "wagePremium").map((step) => step.rule);
  expect(wage).toContain("referenceWage");
  expect(wage).not.toContain("guidanceVariablePart");
  expect(wage.at(-1)).toBe("wagePremium");
});

test("the three months of one rule are one step with three sentences", () => {
  const views = stepViews(law, steps, "wagePremium");
  const monthly = views.filter((view) => view.step.rule === "monthlyMaximum");
  expect(monthly).toHaveLength(1);
  expect(monthly[0]?.sentences).toHaveLength(3);
  // The guaranteed minimum rose inside this quarter, so two of its values were read.
  expect(monthly[0]?.parameters.filter((parameter) => parameter.line.id === "ggmmi").length).toBe(2);
});

test("every parameter names where it was read", () => {
  for (const view of stepViews(law, steps, "guidancePremium")) {
    for (const parameter of view.parameters) expect(parameter.sources.length).toBeGreaterThan(0);
  }
});
