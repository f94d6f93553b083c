// One case in an address: the fields of a calculation under their own names, beside the levers.
import { fromQuarterNumber } from "../../../kernel/index.ts";
import type { Facts } from "../../../law/index.ts";

export const caseFields = [
  "quarter",
  "package",
  "percentage",
  "startQuarter",
  "guidanceNeed",
  "employmentFraction",
  "performedFraction",
  "grossWage",
  "employerContributions",
  "contributionReductions",
] as const;
export type CaseField = (typeof caseFields)[number];

/** Facts as the lab has them, as the text that a calculation is written in. */
export function caseOfFacts(facts: Facts, quarter: string): Readonly<Partial<Record<CaseField, string>>> {
  const fraction = (value: unknown) => (value === undefined || value === null ? undefined : String(Number(value) / 10_000));
  const euro = (value: unknown) => (value === undefined || value === null ? undefined : (Number(value) / 100).toFixed(2));
  const { startQuarter, percentage } = facts;
  const given = {
    quarter,
    package: facts.package?.toString(),
    percentage: percentage === undefined || percentage === null ? undefined : String(Number(percentage) / 100),
    startQuarter: typeof startQuarter === "number" ? fromQuarterNumber(startQuarter) : startQuarter?.toString(),
    guidanceNeed: facts.guidanceNeed?.toString(),
    employmentFraction: fraction(facts.employmentFraction),
    performedFraction: fraction(facts.performedFraction),
    grossWage: euro(facts.grossWage),
    employerContributions: euro(facts.employerContributions),
    contributionReductions: euro(facts.contributionReductions),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** `levers`: the query of the choice, with its question mark, or empty. */
export function caseQuery(levers: string, one: Readonly<Partial<Record<CaseField, string>>>): string {
  const query = new URLSearchParams(levers);
  for (const [name, value] of Object.entries(one)) query.set(name, value);
  return `?${query.toString()}`;
}

/** As `parseCalculation` takes it; what is left out is not there. */
export function caseOfQuery(query: URLSearchParams): Readonly<Record<string, string>> {
  const given = caseFields.flatMap((name) => {
    const text = (query.get(name) ?? "").trim().replace(",", ".");
    return text === "" ? [] : [[name, text] as const];
  });
  return { scheme: "employer", ...Object.fromEntries(given) };
}
