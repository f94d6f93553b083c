// A grant as it stands, folded from the events of its file.
import { firstDay, lastDay, type PlainDate, type Quarter } from "../../kernel/index.ts";
import type { GuidanceNeed, Package } from "../vocabulary.ts";
import type { GrantEvent, GrantFacts, StopReason } from "./events.ts";

/** What is paid from a quarter on. */
export interface GrantTerms {
  readonly fromQuarter: Quarter;
  readonly package: Package;
  readonly percentage: number | null;
  readonly guidanceNeed: GuidanceNeed;
}

export interface Grant {
  readonly facts: GrantFacts;
  /** In order of `fromQuarter`; the first is the start package. */
  readonly terms: readonly GrantTerms[];
  readonly endQuarter: Quarter;
  /** Number of extensions so far. */
  readonly extensions: number;
  readonly stop: { readonly lastDay: PlainDate; readonly reason: StopReason } | null;
}

export function evolveGrant(state: Grant | null, event: GrantEvent): Grant {
  if (event.type === "GrantDecided") {
    const facts = event.payload;
    const terms = [termsOf(facts, firstPaidQuarter(facts))];
    return { facts, terms, endQuarter: facts.endQuarter, extensions: 0, stop: null };
  }
  if (state === null) throw new Error(`${event.type} in a file without grant`);
  switch (event.type) {
    case "GrantStopped": {
      const { lastDay: last, reason } = event.payload;
      return { ...state, stop: { lastDay: last, reason } };
    }
    case "GrantAdjusted": {
      const { fromQuarter, percentage, guidanceNeed } = event.payload;
      return { ...state, terms: withTerms(state.terms, { fromQuarter, package: "AFTER_EVALUATION", percentage, guidanceNeed }) };
    }
    case "GrantExtended": {
      const facts = event.payload;
      const terms = withTerms(state.terms, termsOf(facts, facts.fromQuarter));
      return {
        ...state,
        facts: { ...state.facts, supportUntil: facts.supportUntil },
        terms,
        endQuarter: facts.endQuarter,
        extensions: state.extensions + 1,
      };
    }
  }
}

/** Last day with support as known now. */
export function lastDayOfGrant(grant: Grant): PlainDate {
  const days = [lastDay(grant.endQuarter), grant.facts.supportUntil, grant.stop?.lastDay].filter((day) => day != null);
  return days.sort()[0]!;
}

export const isRunning = (grant: Grant, day: PlainDate): boolean =>
  firstDay(firstPaidQuarter(grant.facts)) <= day && day <= lastDayOfGrant(grant);

/** First quarter with support: q1, or the quarter of a take-over (OPEN-17). */
export const firstPaidQuarter = (facts: GrantFacts): Quarter => facts.fromQuarter ?? facts.startQuarter;

/** The terms in force in a quarter; null outside the term. */
export function termsIn(grant: Grant, quarter: Quarter): GrantTerms | null {
  if (quarter < firstPaidQuarter(grant.facts) || quarter > grant.endQuarter) return null;
  return grant.terms.findLast((terms) => terms.fromQuarter <= quarter) ?? null;
}

function termsOf(facts: GrantFacts, fromQuarter: Quarter): GrantTerms {
  return { fromQuarter, package: facts.package, percentage: facts.percentage, guidanceNeed: facts.guidanceNeed };
}

/** New terms replace whatever was known from their quarter on. */
function withTerms(terms: readonly GrantTerms[], added: GrantTerms): readonly GrantTerms[] {
  return [...terms.filter((one) => one.fromQuarter < added.fromQuarter), added];
}
