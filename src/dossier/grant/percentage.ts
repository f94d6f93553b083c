// The percentage of the wage premium that a grant's terms give in a quarter, before WP-08 (WP-03 to WP-07).
import type { Quarter } from "../../kernel/index.ts";
import type { LawReading } from "../law-reading.ts";
import type { GrantTerms } from "./state.ts";

/** Whole percent. `startQuarter` is q1. */
export function percentageIn(law: LawReading, terms: GrantTerms, startQuarter: Quarter, quarter: Quarter): number {
  if (terms.percentage !== null) return terms.percentage;
  return (law.rule("packagePercentage", { package: terms.package, startQuarter }, quarter) as number) / 100;
}
