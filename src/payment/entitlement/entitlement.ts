// What a grant is entitled to in a quarter, from its position and all that was declared: the one calculation behind every line.
import type { Explanation } from "../../law/index.ts";
import { cancelledAttest, NO_WAGE_CODES, relationFacts, wageUntold } from "../attest/relation-facts.ts";
import type { Attest, Component, Position, Wage } from "../ports.ts";
import { computeAll, computePremiums, type Premiums } from "./compute.ts";
import { BESIDE_GRANT, isOlder, olderCase, olderComponent } from "./older/older-case.ts";
import { employerCase, type PremiumCase, selfEmployedCase } from "./premium-case.ts";
import type { QuarterFrame } from "./quarter-frame.ts";

/** `W`: what the wage comes from; a payment rests on attests alone. */
export interface Entitlement<W extends Wage = Attest> {
  readonly position: Position;
  /** Cents per component; a component that the grant does not have is left out. */
  readonly cents: Readonly<Partial<Record<Component, number>>>;
  /** Null when the law was not asked: nothing declared, or no day in common. */
  readonly case: PremiumCase | null;
  readonly attest: W | null;
  /** Attests of different numbers that were added up for the relation; 0 when none counts. */
  readonly summed: number;
  /** OPEN ids that the amounts lean on; of claims computed together, those that any case of their kind can lean on. */
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

/** A position with the last versions of its relation's attests in the quarter; those are ignored for a self-employed person. */
export interface Claim<W extends Wage = Attest> {
  readonly position: Position;
  readonly attests: readonly W[];
}

export function entitlement<W extends Wage>(frame: QuarterFrame, claim: Claim<W>): Entitlement<W> {
  const framed = frameClaim(frame, claim);
  return answered(claim.position, framed, framed.case && computePremiums(frame, framed.case));
}

/** The same for many claims, computed together. */
export function entitlements<W extends Wage>(frame: QuarterFrame, claims: readonly Claim<W>[]): readonly Entitlement<W>[] {
  const framed = claims.map((claim) => frameClaim(frame, claim));
  const premiums = computeAll(
    frame,
    framed.map((one) => one.case),
  );
  return claims.map((claim, at) => answered(claim.position, framed[at]!, premiums[at]!));
}

interface Framed<W extends Wage> {
  readonly case: PremiumCase | null;
  readonly attest: W | null;
  readonly summed: number;
  /** Why the law is not even asked. */
  readonly stopped?: string;
}

function frameClaim<W extends Wage>(frame: QuarterFrame, { position, attests }: Claim<W>): Framed<W> {
  if (isOlder(position)) {
    if (position.older.besideGrant) return { case: null, attest: null, summed: 0, stopped: BESIDE_GRANT };
    if (position.employerRef !== null && wageUntold(frame, attests))
      return { case: null, attest: null, summed: 0, stopped: NO_WAGE_CODES };
    const declared = position.employerRef === null ? null : relationFacts(frame, attests);
    const attest = declared?.attest ?? cancelledAttest(attests);
    return { case: olderCase(frame, position, declared), attest, summed: declared?.summed ?? 0 };
  }
  if (position.applicant === "SELF_EMPLOYED") return { case: selfEmployedCase(frame, position), attest: null, summed: 0 };
  if (wageUntold(frame, attests)) return { case: null, attest: null, summed: 0, stopped: NO_WAGE_CODES };
  const declared = relationFacts(frame, attests);
  if (declared === null) return { case: null, attest: cancelledAttest(attests), summed: 0 };
  return { case: employerCase(frame, position, declared), attest: declared.attest, summed: declared.summed };
}

function answered<W extends Wage>(
  position: Position,
  { stopped, ...framed }: Framed<W>,
  premiums: Premiums | null,
): Entitlement<W> {
  if (stopped !== undefined) return { position, ...framed, cents: {}, openPoints: [], withheld: [stopped] };
  const components: readonly Component[] = isOlder(position) ? [olderComponent(position)] : COMPONENTS_OF[position.premiums];
  if (premiums === null) return { position, ...framed, cents: only(components, {}), openPoints: [], withheld: [] };
  if (premiums.outcome === "none")
    return { position, ...framed, cents: {}, openPoints: [], withheld: reasonsOf(premiums.explanation) };
  return { position, ...framed, cents: only(components, premiums.cents), openPoints: premiums.openPoints, withheld: [] };
}

function only(
  components: readonly Component[],
  cents: Readonly<Partial<Record<Component, number>>>,
): Partial<Record<Component, number>> {
  const kept: Partial<Record<Component, number>> = {};
  for (const component of components) kept[component] = cents[component] ?? 0;
  return kept;
}

function reasonsOf(explanation: Explanation): readonly string[] {
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
