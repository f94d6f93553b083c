// What moved between two cases, what each cause is worth, and what every other reading of an open point would give.
import { describe, expect, it } from "vitest";
import { openLaw } from "../open-law.ts";
import { type CaseUnderLaw, causesOf, compareExplanations, explain, otherReadings, sameExplanation } from "./index.ts";

const law = openLaw();
const rules = ["employerTotal"];
const facts = {
  package: "P5",
  startQuarter: "2023-Q3",
  guidanceNeed: "HIGH",
  employmentFraction: 8000,
  grossWage: 900_000,
  employerContributions: 225_000,
  contributionReductions: 60_000,
};
const base: CaseUnderLaw = { law, facts, quarter: "2024-Q1" as never };

function explained(one: CaseUnderLaw) {
  const { switches = {} } = one;
  return explain(one.law, { rules, facts: one.facts, quarter: one.quarter, switches });
}

function changed(id: string, value: string) {
  const result = law.withParameters([{ id, value }]);
  if (!result.ok) throw new Error("the law refused the change");
  return result.value;
}

/** What moved from the base case. */
function moves(after: Partial<CaseUnderLaw>) {
  return compareExplanations(explained(base), explained({ ...base, ...after }));
}

const names = (moved: readonly { name: string }[]) => moved.map(({ name }) => name);

describe("two explanations of one case", () => {
  it("have no difference", () => {
    expect(sameExplanation(moves({}))).toBe(true);
  });
});

describe("another fact", () => {
  const found = moves({ facts: { ...facts, grossWage: 500_000 } });

  it("is named with both values and the change", () => {
    expect(found.facts).toEqual([
      { name: "grossWage", unit: "EUR/quarter", before: "9000.00", after: "5000.00", change: "-4000.00" },
    ]);
  });

  it("moves the rules that follow from it, in order, and no parameter", () => {
    expect(names(found.rules)).toEqual(["referenceWage", "cappedWage", "unroundedWagePremium", "wagePremium", "employerTotal"]);
    expect(found.parameters).toEqual([]);
    expect(found.results).toMatchObject([{ name: "employerTotal", before: "6052.83", after: "4884.00", change: "-1168.83" }]);
  });
});

describe("a changed parameter", () => {
  it("is named, with what it moves and nothing else", () => {
    const found = moves({ law: changed("guidancePremium.variable.high", "1300") });
    expect(found.parameters).toMatchObject([
      { name: "guidancePremium.variable.high", before: "1280.00", after: "1300.00", change: "20.00" },
    ]);
    expect(names(found.rules)).toEqual(["guidanceVariableAmount", "guidanceVariablePart", "guidancePremium", "employerTotal"]);
    expect(found.facts).toEqual([]);
  });
});

describe("another reading of an open point", () => {
  it("is named", () => {
    const found = moves({ switches: { "OPEN-25": "TRUNCATE" } });
    expect(found.switches).toEqual([{ name: "OPEN-25", unit: "code", before: "HALF_UP", after: "TRUNCATE", change: null }]);
    expect(found.results).toMatchObject([{ change: "-0.01" }]);
  });
});

describe("the causes of a difference", () => {
  const after: CaseUnderLaw = {
    law: changed("ggmmi", "2000.00"),
    facts: { ...facts, employmentFraction: 5000, guidanceNeed: "LOW" },
    quarter: "2025-Q4" as never,
    switches: { "OPEN-25": "TRUNCATE", "OPEN-01": "5/4/11" },
  };

  it("add up to the whole of it", () => {
    const causes = causesOf("employerTotal", base, after);
    const total = (one: CaseUnderLaw) => Number(explained(one).values.get("employerTotal") && cents(one));
    const sum = causes!.reduce((all, { effect }) => all + Math.round(Number(effect) * 100), 0);
    expect(sum).toBe(total(after) - total(base));
    expect(new Set(causes!.map(({ kind }) => kind))).toEqual(new Set(["quarter", "fact", "parameter"]));
  });

  it("name a single cause alone", () => {
    expect(causesOf("employerTotal", base, { ...base, law: changed("ggmmi", "2000.00") })).toEqual([
      { kind: "parameter", name: "ggmmi", effect: "11.17" },
    ]);
    expect(causesOf("employerTotal", base, { ...base, switches: { "OPEN-25": "TRUNCATE" } })).toEqual([
      { kind: "switch", name: "OPEN-25", effect: "-0.01" },
    ]);
    expect(causesOf("employerTotal", base, base)).toEqual([]);
  });

  it("are not there when a case has no amount", () => {
    expect(causesOf("employerTotal", base, { ...base, facts: { ...facts, grossWage: null } })).toBeNull();
  });

  function cents(one: CaseUnderLaw): number {
    const value = explained(one).values.get("employerTotal") as { num: bigint; den: bigint };
    return Number(value.num / value.den);
  }
});

describe("the other readings of a case", () => {
  it("give the difference in euro for every open point that it leaned on and can be read otherwise", () => {
    const found = otherReadings(law, { rules, facts: { ...facts, performedFraction: 5000 }, quarter: "2025-Q3" as never });
    const worth = found.map(({ openPoint, option, difference }) => [openPoint, option, difference.results[0]?.change ?? "0.00"]);
    expect(worth).toEqual([
      ["OPEN-01", "5/4/11", "1013.71"],
      ["OPEN-06", "CONTRACTUAL", "384.00"],
      ["OPEN-10", "FIRST_MONTH", "0.00"],
      ["OPEN-10", "LAST_MONTH", "0.00"],
      ["OPEN-11", "PER_YEAR", "-930.00"],
      ["OPEN-13", "PRORATED", "0.00"],
      ["OPEN-13", "ALWAYS_DUE", "0.00"],
      ["OPEN-25", "TRUNCATE", "0.00"],
      ["OPEN-25", "MONTHLY_X3", "-0.01"],
      ["OPEN-26", "PERFORMED", "-760.28"],
    ]);
    expect(names(found[0]!.difference.rules)).toContain("phase");
  });
});
