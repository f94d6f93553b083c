import { describe, expect, it } from "vitest";
import { newRef, quarter, quarterIndexNumber } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { anAttest, aPosition, at, sumsOf } from "../fixtures.ts";
import { calculateQuarter } from "../ledger/calculate-quarter.ts";
import type { Attest, Position } from "../ports.ts";
import { dryRun } from "./report.ts";

const law = openLaw();
const number = quarterIndexNumber(quarter("2024-Q3"));

function grant(name: string, more: Partial<Position> = {}): Position {
  return aPosition({ grantRef: name, personRef: name, premiums: "WAGE", guidanceNeed: "NONE", ...more });
}
const declared = (name: string, more: Partial<Attest> = {}) =>
  anAttest({ attestNo: `${name}-${more.quarter ?? number}`, personRef: name, ...more });
const calculated = (of: number, positions: readonly Position[], attests: readonly Attest[]) => {
  const result = calculateQuarter(law, {
    quarter: of,
    positions,
    attests,
    booked: [],
    runRef: newRef(),
    bookedAt: at("2024-11-20"),
  });
  return { quarter: of, ...result };
};

describe("a dry run", () => {
  const steady = grant("steady");
  const moved = grant("moved");
  const fresh = grant("fresh", { startQuarter: number });
  const ending = grant("ending", { startQuarter: number - 7, endQuarter: number });
  const soon = grant("soon", { startQuarter: number - 5, endQuarter: number + 2 });
  const silent = grant("silent");
  const broken = grant("broken");
  const positions = [steady, moved, fresh, ending, soon, silent, broken];
  const before = calculated(
    number - 1,
    [steady, moved],
    [declared("steady", { quarter: number - 1 }), declared("moved", { quarter: number - 1, grossCents: 500_000 })],
  );
  const now = calculated(number, positions, [
    ...["steady", "fresh", "ending", "soon"].map((name) => declared(name)),
    declared("moved", { grossCents: 800_000 }),
    declared("broken", { grossCents: 0, contributionCents: 0, reductionCents: 1 }),
  ]);
  const report = dryRun(now, sumsOf(before.lines));

  it("compares amounts and grants with the quarter before, per component", () => {
    const wage = report.compared.find((one) => one.component === "WAGE")!;
    expect(wage).toMatchObject({ grants: 5, grantsBefore: 2 });
    expect(wage.cents).toBe(now.lines.reduce((sum, line) => sum + line.cents, 0));
    expect(wage.centsBefore).toBe(before.lines.reduce((sum, line) => sum + line.cents, 0));
  });

  it("shows the grants whose amount moved most, and only those that moved", () => {
    expect(report.outliers.map((one) => one.grantRef)).toEqual(["moved"]);
    expect(dryRun(now, sumsOf(before.lines), { outliers: 0 }).outliers).toEqual([]);
  });

  it("names who was not declared, and who is withheld and why", () => {
    expect(report.undeclared).toEqual(["silent"]);
    expect(report.withheld).toMatchObject([{ grantRef: "broken" }]);
    expect(report.withheld[0]!.reasons.length).toBeGreaterThan(0);
  });

  it("names whose wage adds up declarations with different numbers, and not those of a cancelled one", () => {
    const two = [declared("steady"), declared("steady", { attestNo: "steady-2" }), declared("moved")];
    const cancelled = declared("moved", { attestNo: "moved-2", status: 3 });
    const several = dryRun(calculated(number, [steady, moved], [...two, cancelled]), []);
    expect([several.several, several.counts.several]).toEqual([["steady"], 1]);
  });

  it("names first and last quarters, and ends that are near", () => {
    expect(report.first).toEqual(["fresh"]);
    expect(report.last).toEqual(["ending"]);
    expect(report.endingSoon).toEqual(["soon"]);
    expect(dryRun(now, [], { soon: 1 }).endingSoon).toEqual([]);
  });
});
