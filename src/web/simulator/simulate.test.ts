import { describe, expect, test } from "vitest";
import { quarter, subtractCents, sumCents } from "../../kernel/index.ts";
import { lawForTests } from "../testing.ts";
import type { EmployerCase, SelfEmployedCase } from "./contract.ts";
import { packageSchedule } from "./packages.ts";
import { readingsOf } from "./readings.ts";
import { mostWithContributions, requestFor, simulate } from "./simulate.ts";

const law = lawForTests();

const employer: EmployerCase = {
  scheme: "employer",
  package: "P5",
  percentage: null,
  collectivePercentage: null,
  guidanceNeed: "NONE",
  startQuarter: "2024-Q3",
  employmentFraction: "1",
  performedFraction: null,
  inServiceFrom: null,
  inServiceUntil: null,
  switches: {},
  wageCents: 900_000,
  contributionCents: 165_000,
};
const selfEmployed: SelfEmployedCase = {
  scheme: "selfEmployed",
  package: "T2",
  percentage: null,
  startQuarter: "2025-Q2",
  switches: {},
};

describe("a simulated term", () => {
  test("has as many quarters as the law gives the package, and the sum of their amounts", () => {
    for (const simulated of [employer, { ...employer, package: "T2" }, selfEmployed]) {
      const simulation = simulate(law, simulated);
      if (simulation.kind === "none") throw new Error(JSON.stringify(simulation));
      const expected = packageSchedule(law, simulated.package as "P5" | "T2", quarter(simulated.startQuarter)).quarters;
      expect(simulation.quarters).toHaveLength(expected);
      expect(simulation.quarters.map((q) => q.index)).toEqual(Array.from({ length: expected }, (_, i) => i + 1));
      expect(simulation.total).toBe(sumCents(simulation.quarters.map((q) => q.total)));
    }
  });

  test("follows the percentages of the package's phases", () => {
    const simulation = simulate(law, employer);
    const { phases } = packageSchedule(law, "P5", quarter(employer.startQuarter));
    const percentages = simulation.kind === "none" ? [] : simulation.quarters.map((q) => Number(q.percentage) * 100);
    expect(percentages).toEqual(percentages.map((_, i) => phases.find((phase) => i + 1 <= phase.lastQuarter)?.percentage));
  });

  test("gives the published kind of amount: 40 % of 10,650.00 in the start quarter", () => {
    const simulation = simulate(law, employer);
    expect(simulation.kind === "term" && simulation.quarters[0]?.premium).toBe(426_000);
  });

  test("a worker who starts half-way the quarter brings the wage of the days in service", () => {
    const late = { ...employer, inServiceFrom: "2024-08-16" };
    // 16 August to 30 September: 46 of 92 days.
    expect(requestFor(late, quarter("2024-Q3"))).toMatchObject({ grossWage: "4500.00", employerContributions: "825.00" });
    expect(requestFor(late, quarter("2024-Q4"))).toMatchObject({ grossWage: "9000.00" });
  });

  test("after the last day of work nothing is paid", () => {
    const simulation = simulate(law, { ...employer, inServiceUntil: "2024-12-31" });
    const totals = simulation.kind === "term" ? simulation.quarters.map((q) => q.total) : [];
    expect(totals[1]).toBeGreaterThan(0);
    expect(totals.slice(2).every((total) => total === 0)).toBe(true);
  });

  test("says why when the law gives no amount", () => {
    const simulation = simulate(law, { ...employer, package: "AFTER_EVALUATION", percentage: null });
    expect(simulation.kind).toBe("none");
    if (simulation.kind === "none") expect(simulation.reasons.map((reason) => reason.field)).toContain("percentage");
  });
});

describe("contributions that are not known", () => {
  test("leave room between the wage alone and the cap", () => {
    const unknown = { ...employer, contributionCents: null };
    const least = simulate(law, unknown);
    const most = mostWithContributions(law, unknown);
    if (least.kind !== "term" || most?.kind !== "term") throw new Error("no amounts");
    expect(least.quarters[0]?.premium).toBe(360_000);
    expect(most.quarters[0]?.premium).toBeGreaterThan(least.quarters[0]?.premium ?? 0);
    expect(Number(most.quarters[0]?.base) * 40).toBeCloseTo(most.quarters[0]?.premium ?? 0, 0);
  });

  test("leave none when they are known", () => {
    expect(mostWithContributions(law, employer)).toBeNull();
  });
});

describe("other readings of the open points", () => {
  test("give the difference that choosing them makes", () => {
    const simulation = simulate(law, employer);
    const readings = readingsOf(law, employer, simulation);
    const phases = readings.find((reading) => reading.point.id === "OPEN-01");
    const other = phases?.others[0];
    if (other === undefined || simulation.kind !== "term") throw new Error("no other reading");
    const chosen = simulate(law, { ...employer, switches: { "OPEN-01": other.value } });
    if (chosen.kind !== "term") throw new Error("no amounts");
    expect(other.effect).toEqual({ kind: "difference", cents: subtractCents(chosen.total, simulation.total) });
    expect(chosen.total).not.toBe(simulation.total);
  });

  test("say so when no formula is known", () => {
    const guided = { ...employer, guidanceNeed: "HIGH" };
    const readings = readingsOf(law, guided, simulate(law, guided));
    const withoutFormula = readings.flatMap((reading) => reading.others).filter((other) => other.effect.kind === "noFormula");
    expect(withoutFormula.length).toBeGreaterThan(0);
  });
});
