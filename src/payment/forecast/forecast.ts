// What running grants and older rights will cost in coming quarters, on the wages that were last declared: the calculation that pays, run ahead.
import type { Law } from "../../law/index.ts";
import { entitlements } from "../entitlement/entitlement.ts";
import { quarterFrame } from "../entitlement/quarter-frame.ts";
import { mergePositions } from "../ledger/merge-positions.ts";
import { COMPONENTS, type Component, type Position, type Wage } from "../ports.ts";

export interface ForecastComponent {
  readonly component: Component;
  /** Grants with an amount computed on a wage that was declared, or that need none; and their cents. */
  readonly grants: number;
  readonly cents: number;
  /** Grants for which no wage was declared yet: counted at the average of the others. */
  readonly estimatedGrants: number;
  readonly estimatedCents: number;
}

export interface ForecastQuarter {
  /** year x 4 + n - 1. */
  readonly quarter: number;
  readonly components: readonly ForecastComponent[];
  readonly cents: number;
  /** Grants for which the law gives no amount. */
  readonly withheld: number;
}

export interface ForeseenAmount {
  readonly grantRef: string;
  readonly component: Component;
  readonly cents: number;
  /** False: nothing was ever declared for the relation, so the cents say nothing. */
  readonly known: boolean;
}

/** The last attests of each relation, put in the quarter: somebody who left in their own quarter has no wage after it. */
export function carriedForward(attests: readonly Wage[], quarter: number): readonly Wage[] {
  return attests
    .filter((one) => one.status !== 3 && (one.quarter === quarter || one.inServiceUntil === null))
    .map((one) => (one.quarter === quarter ? one : { ...one, quarter, inServiceFrom: null, inServiceUntil: null }));
}

/**
 * The amounts of each grant and older right in the quarter.
 * @param positions - Those of the quarter.
 * @param attests - The last ones of every relation, from any quarter up to this one.
 */
export function foreseen(
  law: Law,
  quarter: number,
  positions: readonly Position[],
  attests: readonly Wage[],
): { readonly amounts: readonly ForeseenAmount[]; readonly withheld: number } {
  const heardOf = new Set(attests.map(relationOf));
  const ofRelation = new Map<string, Wage[]>();
  for (const one of carriedForward(attests, quarter)) {
    const held = ofRelation.get(relationOf(one));
    if (held === undefined) ofRelation.set(relationOf(one), [one]);
    else held.push(one);
  }
  const claims = mergePositions(positions).map((position) => ({
    position,
    attests: ofRelation.get(relationOf(position)) ?? [],
  }));
  const due = entitlements(quarterFrame(law, quarter), claims);
  const amounts = due.flatMap(({ position, cents, case: asked }) =>
    COMPONENTS.flatMap((component): ForeseenAmount[] => {
      const amount = cents[component];
      if (amount === undefined) return [];
      // Somebody who left has a wage that is known: none.
      return [
        { grantRef: position.grantRef, component, cents: amount, known: asked !== null || heardOf.has(relationOf(position)) },
      ];
    }),
  );
  return { amounts, withheld: due.filter((one) => one.withheld.length > 0).length };
}

export function forecastQuarter(
  law: Law,
  quarter: number,
  positions: readonly Position[],
  attests: readonly Wage[],
): ForecastQuarter {
  const { amounts, withheld } = foreseen(law, quarter, positions, attests);
  const components = COMPONENTS.map((component): ForecastComponent => {
    const having = amounts.filter((one) => one.component === component);
    const known = having.filter((one) => one.known);
    const cents = known.reduce((sum, one) => sum + one.cents, 0);
    const estimatedGrants = having.length - known.length;
    const each = known.length === 0 ? 0 : Math.round(cents / known.length);
    return { component, grants: known.length, cents, estimatedGrants, estimatedCents: each * estimatedGrants };
  });
  return {
    quarter,
    components,
    cents: components.reduce((sum, one) => sum + one.cents + one.estimatedCents, 0),
    withheld,
  };
}

const relationOf = (of: { readonly personRef: string; readonly employerRef: string | null }): string =>
  `${of.personRef} ${of.employerRef}`;
