// One case under both laws: both explanations side by side, what an employer keeps of each extra euro, and up to which wage support holds.
import { addQuarters, type Quarter } from "../../kernel/index.ts";
import {
  compareExplanations,
  type Explanation,
  type ExplanationDifference,
  explain,
  type Facts,
  plainValue,
} from "../../law/index.ts";
import { type ReformedLaw, totalRule } from "../reform/apply-reform.ts";
import { breakEvenOf, dearestWage } from "./break-even.ts";

export interface BothExplanations {
  readonly quarter: Quarter;
  readonly before: Explanation;
  readonly after: Explanation;
  readonly difference: ExplanationDifference;
}

export function explainBoth(reformed: ReformedLaw, facts: Facts, quarter: Quarter): BothExplanations {
  const then = reformed.at(quarter);
  const rules = [totalRule, "wagePremium", "guidancePremium"];
  const before = explain(reformed.before, { rules, facts, quarter });
  const after = explain(then.law, {
    rules: [...rules, ...then.added.map(({ id }) => id)],
    facts,
    quarter,
    switches: then.switches,
  });
  return { quarter, before, after, difference: compareExplanations(before, after) };
}

/** Cents; null: the law gives no amount. */
export function totalOf(reformed: ReformedLaw, facts: Facts, quarter: Quarter, which: "before" | "after"): number | null {
  const then = reformed.at(quarter);
  const answer =
    which === "before"
      ? explain(reformed.before, { rules: total, facts, quarter, steps: false })
      : explain(then.law, { rules: total, facts, quarter, switches: then.switches, steps: false });
  return answer.outcome === "value" ? (plainValue(answer.values.get(totalRule)!, "cents/quarter") as number) : null;
}

const total: readonly string[] = Object.freeze([totalRule]);

export interface EmployerShare {
  readonly quarter: Quarter;
  /** Share of the wage cost that the employer bears, in ten-thousandths; null: no amount. */
  readonly average: number | null;
  /** Of one hundred euro of wage more in the quarter. */
  readonly marginal: number | null;
}

/** Ten thousand cents: large enough that rounding does not show. */
const more = 10_000;

export function employerShares(
  reformed: ReformedLaw,
  facts: Facts,
  from: Quarter,
  quarters: number,
  which: "before" | "after",
): readonly EmployerShare[] {
  const paid = wageCost(facts);
  return Array.from({ length: quarters }, (_, index): EmployerShare => {
    const quarter = addQuarters(from, index);
    const now = totalOf(reformed, facts, quarter, which);
    const dearer = { ...facts, grossWage: Number(facts.grossWage ?? 0) + more };
    const then = totalOf(reformed, dearer, quarter, which);
    if (now === null || then === null || paid <= 0) return { quarter, average: null, marginal: null };
    return {
      quarter,
      average: Math.round(((paid - now) * 10_000) / paid),
      marginal: Math.round(((more - (then - now)) * 10_000) / more),
    };
  });
}

function wageCost(facts: Facts): number {
  const of = (name: string) => Number(facts[name] ?? 0);
  return of("grossWage") + of("employerContributions") - of("contributionReductions");
}

/**
 * The highest wage cost of the quarter, in whole euro, for which support still covers a loss of productivity (ten-thousandths of the wage).
 * Null when it never does, or still does at `most` cents. Contributions are left out: the wage cost is looked for as a whole.
 */
export function breakEvenWage(
  reformed: ReformedLaw,
  facts: Facts,
  quarter: Quarter,
  loss: number,
  which: "before" | "after",
  most = dearestWage,
): number | null {
  const support = (grossWage: number) =>
    totalOf(reformed, { ...facts, grossWage, employerContributions: 0, contributionReductions: 0 }, quarter, which);
  const limit = breakEvenOf(support, loss, most);
  return typeof limit === "number" ? limit : null;
}
