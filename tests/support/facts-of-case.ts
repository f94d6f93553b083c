// A random case in the form in which the law asks for its facts.
import { addDays, plainDate } from "../../src/kernel/index.ts";
import type { PlainFact } from "../../src/law/index.ts";
import type { OracleCase } from "./law-oracle.ts";

export function factsOfCase(one: OracleCase): Readonly<Record<string, PlainFact | null>> {
  const day = (count: number | null) => (count === null ? null : addDays(plainDate(`${one.year}-01-01`), count));
  return {
    package: one.package,
    percentage: one.percentage === null ? null : one.percentage * 100,
    collectivePercentage: one.collectivePercentage === null ? null : one.collectivePercentage * 100,
    guidanceNeed: one.need,
    startQuarter: `${one.startYear}-Q${one.startQuarterOfYear}`,
    employmentFraction: one.fraction,
    performedFraction: one.performed,
    grossWage: one.gross,
    employerContributions: one.contributions,
    contributionReductions: one.reductions,
    inServiceFrom: day(one.firstDay),
    inServiceUntil: day(one.lastDay),
  };
}
