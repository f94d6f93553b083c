// The answer written straight as text is the answer written by JSON.stringify, to the byte.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openLaw } from "../open-law.ts";
import { calculateJson, explainInto, startPackages } from "./index.ts";

const law = openLaw();

/** The answer as text, and the same from the parts that were encoded before. */
function explainJson(json: unknown) {
  let [text, decoded] = ["", ""];
  const output = explainInto(law, json, {
    fixed: (part) => {
      text += part.text;
      decoded += new TextDecoder().decode(part.utf8);
    },
    text: (part) => {
      text += part;
      decoded += part;
    },
  });
  expect(decoded).toBe(text);
  return { output, text };
}

const sample = {
  scheme: "employer",
  package: "P5",
  guidanceNeed: "HIGH",
  startQuarter: "2023-Q3",
  quarter: "2024-Q1",
  employmentFraction: "0.8",
  performedFraction: "0.75",
  grossWage: "9000.00",
  employerContributions: "2250.00",
  contributionReductions: "600.00",
  inServiceFrom: "2024-01-15",
};

const cents = fc.integer({ min: 0, max: 300_000_000 }).map((amount) => (amount / 100).toFixed(2));
const quarters = fc
  .tuple(fc.integer({ min: 2023, max: 2033 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, quarter]) => `${year}-Q${quarter}`);
const fraction = fc.constantFrom("1", "0.8", "2/3", "0.5", "0.3333");
const readings = fc.constantFrom(
  {},
  { "OPEN-01": "5/3/12" },
  { "OPEN-06": "CONTRACTUAL", "OPEN-25": "MONTHLY_X3" },
  { "OPEN-10": "LAST_MONTH" },
  { "OPEN-11": "INDEXED" },
  { "OPEN-26": "MONTHS" },
);

const employers = fc.record({
  scheme: fc.constant("employer"),
  package: fc.constantFrom(...startPackages),
  percentage: fc.constantFrom(null, "35", "62.5"),
  collectivePercentage: fc.constantFrom(null, "45", "75"),
  guidanceNeed: fc.constantFrom(null, "NONE", "LOW", "HIGH"),
  startQuarter: quarters,
  quarter: quarters,
  employmentFraction: fraction,
  performedFraction: fc.option(fraction),
  grossWage: cents,
  employerContributions: cents,
  contributionReductions: cents,
  inServiceFrom: fc.constantFrom(null, "2024-02-11", "2025-05-02"),
  switches: readings,
});
const selfEmployed = fc.record({
  scheme: fc.constant("selfEmployed"),
  package: fc.constantFrom(...startPackages),
  startQuarter: quarters,
  quarter: quarters,
  switches: readings,
});

describe("the steps as text", () => {
  it("are those of the printed case", () => {
    const { output, text } = explainJson(sample);
    expect(output.outcome).toBe("value");
    expect(text).toBe(JSON.stringify(calculateJson(law, sample, { steps: true })));
    expect(text).toContain('"steps":[{"rule":');
  });

  it("are the same to the byte for any case, with an amount or without", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.oneof(employers, selfEmployed), (json) => {
        const { output, text } = explainJson(json);
        seen.add(output.outcome);
        expect(text).toBe(JSON.stringify(calculateJson(law, json, { steps: true })));
      }),
      { numRuns: 1500 },
    );
    expect([...seen].sort()).toEqual(["incomplete", "invalid", "refused", "value"]);
  });

  it("are the same to the byte when cases repeat and change by one thing", () => {
    const few = [
      sample,
      { ...sample, grossWage: "9000.01" },
      { ...sample, quarter: "2024-Q2" },
      { ...sample, guidanceNeed: null },
      { ...sample, switches: { "OPEN-06": "CONTRACTUAL" } },
      { ...sample, employmentFraction: "1", performedFraction: null },
      { ...sample, contributionReductions: "999999.00" },
      { scheme: "selfEmployed", package: "P5", startQuarter: "2025-Q1", quarter: "2025-Q2" },
    ];
    const whole = few.map((json) => JSON.stringify(calculateJson(law, json, { steps: true })));
    const order = fc.array(fc.integer({ min: 0, max: few.length - 1 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(order, (turns) => {
        for (const turn of turns) expect(explainJson(few[turn]).text).toBe(whole[turn]);
      }),
      { numRuns: 200 },
    );
  });

  it("are the same to the byte when more cases come back than are remembered", () => {
    // Wages a power of two apart meet in one place of the memory.
    const wages = Array.from({ length: 600 }, (_, n) => ({ ...sample, grossWage: (4000 + n * 2.56).toFixed(2) }));
    const whole = wages.map((json) => JSON.stringify(calculateJson(law, json, { steps: true })));
    for (const turn of [1, 2, 3])
      for (const [n, json] of wages.entries()) expect(explainJson(json).text, `turn ${turn}`).toBe(whole[n]);
  });

  it.each([null, [], {}, "x", { ...sample, package: 'a"b' }, { ...sample, quarter: null }])(
    "say what is wrong or missing: %o",
    (json) => {
      expect(explainJson(json).text).toBe(JSON.stringify(calculateJson(law, json, { steps: true })));
    },
  );
});
