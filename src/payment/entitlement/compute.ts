// Asks the law for the premiums of a case, to the cent.
import { type Explanation, explain, type Law, plainValue } from "../../law/index.ts";
import type { Component } from "../ports.ts";
import type { PremiumCase } from "./premium-case.ts";

/** What the law gives for a case, or why it gives nothing. */
export type Premiums =
  | {
      readonly outcome: "value";
      readonly cents: Readonly<Partial<Record<Component, number>>>;
      readonly openPoints: readonly string[];
    }
  | { readonly outcome: "none"; readonly explanation: Explanation };

const RULES = { employer: ["wagePremium", "guidancePremium"], selfEmployed: ["supportPremium"] } as const;
const COMPONENT_OF = { wagePremium: "WAGE", guidancePremium: "GUIDANCE", supportPremium: "SUPPORT" } as const;

export function computePremiums(law: Law, one: PremiumCase): Premiums {
  const explanation = explainCase(law, one, false);
  if (explanation.outcome !== "value") return { outcome: "none", explanation };
  const cents: Partial<Record<Component, number>> = {};
  for (const rule of RULES[one.scheme]) {
    cents[COMPONENT_OF[rule]] = plainValue(explanation.values.get(rule)!, "cents/quarter") as number;
  }
  return { outcome: "value", cents, openPoints: [...new Set([...explanation.openPoints, ...one.openPoints])].sort() };
}

/** With every step, for the screen and the letter; without, when only the amounts are wanted. */
export function explainCase(law: Law, one: PremiumCase, steps = true): Explanation {
  return explain(law, { rules: RULES[one.scheme], facts: one.facts, quarter: one.quarter, switches: one.switches, steps });
}
