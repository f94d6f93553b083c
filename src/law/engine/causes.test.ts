// Each cause of a difference has its own share; all shares together are the whole difference.
import { describe, expect, it } from "vitest";
import { plainDate, quarter } from "../../kernel/index.ts";
import { openLaw } from "../open-law.ts";
import { type CaseUnderLaw, causesOf, explain, type Law, plainValue } from "./index.ts";

const law = openLaw();
const facts = {
  package: "P5",
  startQuarter: "2023-Q3",
  employmentFraction: 8000,
  grossWage: 900_000,
  employerContributions: 225_000,
  contributionReductions: 60_000,
};
const usual: CaseUnderLaw = { law, facts, quarter: quarter("2024-Q1") };
const cents = (one: CaseUnderLaw) =>
  plainValue(
    explain(one.law, { rules: ["wagePremium"], ...one, switches: one.switches ?? {} }).values.get("wagePremium")!,
    "cents/quarter",
  ) as number;
const causes = (before: CaseUnderLaw, after: CaseUnderLaw) => causesOf("wagePremium", before, after);
const changed = (...values: readonly (readonly [id: string, value: string])[]): Law => {
  const made = law.withParameters(values.map(([id, value]) => ({ id, from: plainDate("2024-01-01"), value })));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
};

/** In cents, as the effects add up. */
const total = (list: ReturnType<typeof causes>) => list!.reduce((sum, { effect }) => sum + Math.round(Number(effect) * 100), 0);

describe("the causes of a difference", () => {
  it("are none between two equal cases, also when one says that a fact is left out and the other says nothing of it", () => {
    expect(causes(usual, usual)).toEqual([]);
    expect(causes({ ...usual, facts: { ...facts, percentage: null } }, usual)).toEqual([]);
    expect(causes(usual, { ...usual, facts: { ...facts, percentage: null } })).toEqual([]);
  });

  it("cannot be given when one of the cases, or one on the way, has no amount", () => {
    const without = { ...usual, facts: { ...facts, package: null } };
    expect(causes(without, usual)).toBeNull();
    expect(causes(usual, without)).toBeNull();
    // A later start alone would put the quarter before the term.
    const later = { ...usual, quarter: quarter("2025-Q1"), facts: { ...facts, startQuarter: "2025-Q1" } };
    expect(causes(later, usual)).toBeNull();
    expect(causes(usual, later)?.map(({ kind }) => kind)).toContain("quarter");
  });

  it("are the quarter, the facts, the readings, in that order", () => {
    const after = {
      ...usual,
      quarter: quarter("2025-Q1"),
      facts: { ...facts, employmentFraction: 10_000, grossWage: 1_200_000 },
      switches: { "OPEN-10": "LAST_MONTH" },
    };
    const found = causes(usual, after);
    expect(found?.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "quarter 2025-Q1",
      "fact employmentFraction",
      "fact grossWage",
      "switch OPEN-10",
    ]);
    expect(total(found)).toBe(cents(after) - cents(usual));
  });

  it("are a reading also when it is given up", () => {
    const at = quarter("2025-Q1");
    const chosen = { ...usual, quarter: at, switches: { "OPEN-10": "LAST_MONTH" } };
    const given = { ...usual, quarter: at };
    const found = causes(chosen, given);
    expect(found?.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["switch OPEN-10"]);
    expect(total(found)).toBe(cents(given) - cents(chosen));
    expect(total(found)).not.toBe(0);
    expect(causes(given, { ...chosen, switches: { ...chosen.switches } })?.map(({ name }) => name)).toEqual(["OPEN-10"]);
  });

  it("are each parameter by itself when the law has other values", () => {
    const one = { ...usual, law: changed(["ggmmi", "1500.00"]) };
    const found = causes(usual, one);
    expect(found?.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["parameter ggmmi"]);
    expect(total(found)).toBe(cents(one) - cents(usual));
    const both = { ...usual, law: changed(["ggmmi", "1500.00"], ["wagePremium.package.P5", "70, 50, 40"]) };
    const two = causes(usual, both)!;
    expect(two.map(({ kind }) => kind)).toEqual(["parameter", "parameter"]);
    expect(new Set(two.map(({ name }) => name))).toEqual(new Set(["ggmmi", "wagePremium.package.P5"]));
    expect(total(two)).toBe(cents(both) - cents(usual));
    expect(two.find(({ name }) => name === "ggmmi")?.effect).not.toBe("0");
    expect(Math.abs(total(two))).toBeGreaterThan(Math.abs(total(found)));
  });
});
