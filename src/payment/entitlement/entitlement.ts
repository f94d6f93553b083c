// What a grant is entitled to in a quarter, from its position and all that was declared: the one calculation behind every line.
import type { Law } from "../../law/index.ts";
import { cancelledAttest, relationFacts } from "../attest/relation-facts.ts";
import type { Attest, Component, Position } from "../ports.ts";
import { computePremiums } from "./compute.ts";
import { employerCase, type PremiumCase, selfEmployedCase } from "./premium-case.ts";

export interface Entitlement {
  readonly position: Position;
  /** Cents per component; a component that the grant does not have is left out. */
  readonly cents: Readonly<Partial<Record<Component, number>>>;
  /** Null when the law was not asked: nothing declared, or no day in common. */
  readonly case: PremiumCase | null;
  readonly attest: Attest | null;
  readonly openPoints: readonly string[];
  /** Why the law gives no amount; empty when it gives one. Such a grant is work for a person, and is not paid. */
  readonly withheld: readonly string[];
}

/** Components that the granted premiums consist of (EMP-08 and OPEN-54: guidance alone at a service-voucher firm). */
export const COMPONENTS_OF = {
  WAGE: ["WAGE"],
  WAGE_AND_GUIDANCE: ["WAGE", "GUIDANCE"],
  GUIDANCE: ["GUIDANCE"],
  SUPPORT: ["SUPPORT"],
} as const satisfies Record<Position["premiums"], readonly Component[]>;

/** `attests`: the last versions of the relation in the quarter; ignored for a self-employed person. */
export function entitlement(law: Law, quarter: number, position: Position, attests: readonly Attest[]): Entitlement {
  const selfEmployed = position.applicant === "SELF_EMPLOYED";
  const declared = selfEmployed ? null : relationFacts(attests);
  const attest = declared?.attest ?? (selfEmployed ? null : cancelledAttest(attests));
  const one = selfEmployed
    ? selfEmployedCase(law, quarter, position)
    : declared && employerCase(law, quarter, position, declared);
  const components = COMPONENTS_OF[position.premiums];
  if (one === null) return { position, cents: zero(components), case: null, attest, openPoints: [], withheld: [] };
  const premiums = computePremiums(law, one);
  if (premiums.outcome === "none") {
    return { position, cents: {}, case: one, attest, openPoints: [], withheld: reasonsOf(premiums.explanation) };
  }
  const cents = Object.fromEntries(components.map((component) => [component, premiums.cents[component] ?? 0]));
  return { position, cents, case: one, attest, openPoints: premiums.openPoints, withheld: [] };
}

function zero(components: readonly Component[]): Partial<Record<Component, number>> {
  return Object.fromEntries(components.map((component) => [component, 0]));
}

function reasonsOf(
  explanation: Extract<ReturnType<typeof computePremiums>, { outcome: "none" }>["explanation"],
): readonly string[] {
  switch (explanation.outcome) {
    case "refused":
      return explanation.reasons.map((one) => one.id);
    case "incomplete":
      return explanation.missing.map((one) => `missing ${one.field}`);
    case "judgement":
      return explanation.judgements.map((one) => one.id);
    case "value":
      return [];
  }
}
