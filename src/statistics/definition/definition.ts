// The question as a value: what is counted, how, when, of whom, and by what. Only the checker makes one.
import type { Instant, Localized } from "../../kernel/index.ts";
import type { EventId, SubjectId, Unit } from "../catalogue/index.ts";
import type { Window } from "./window.ts";

export type Measure =
  /** All that stand at a date. */
  | { readonly kind: "stock"; readonly subject: SubjectId }
  /** All to which the event happened in a period. */
  | { readonly kind: "flow"; readonly event: EventId }
  /** All that stood at some time in a period. */
  | { readonly kind: "ever"; readonly subject: SubjectId }
  /** A flow that keeps its first day while the last day moves on. */
  | { readonly kind: "cumulative"; readonly event: EventId }
  /** All to which the first event happened in a period, followed until the second. */
  | { readonly kind: "cohort"; readonly event: EventId; readonly until: EventId };

export type Condition =
  | { readonly kind: "values"; readonly attribute: string; readonly values: readonly string[]; readonly negated: boolean }
  /** Both ends belong to the range. For dates ISO text; for numbers decimal digits. */
  | { readonly kind: "range"; readonly attribute: string; readonly from: string | null; readonly until: string | null }
  /** Tickets of the person at the reference date: holds all of `has` and none of `hasNot`. */
  | { readonly kind: "tickets"; readonly has: readonly TicketName[]; readonly hasNot: readonly TicketName[] };

export const ticketNames = ["COLLECTIVE", "INDIVIDUAL", "AMA", "AMA_SOCIAL_ECONOMY", "WELFARE"] as const;
/** AMA means the social economy only, or both kinds, as the definition's perimeter says. */
export type TicketName = (typeof ticketNames)[number];

/** SOCIAL_ECONOMY: AMA is the advice AMA in the social economy; welfare is apart. ALL: both kinds of AMA-01 are one measure (OPEN-57). */
export type AmaPerimeter = "ALL" | "SOCIAL_ECONOMY";

export const statistics = ["sum", "mean", "median", "p10", "p25", "p75", "p90", "min", "max"] as const;
export type Statistic = (typeof statistics)[number];

/** A measure of money or time: first per counted thing (`per`), then over all of them. */
export interface ValueMeasure {
  readonly statistic: Statistic;
  readonly attribute: string;
  readonly per: Unit;
}

export interface Definition {
  readonly id: string;
  readonly title: Localized | null;
  readonly unit: Unit;
  readonly measure: Measure;
  /** In order of time; all of one kind and length. */
  readonly at: readonly Window[];
  /** Null: as known at the moment that the question is run for. */
  readonly knownAt: Instant | null;
  /** All must hold. */
  readonly population: readonly Condition[];
  readonly by: readonly string[];
  /** Whether rows that add up a dimension are given too. */
  readonly totals: boolean;
  /** Whether values of closed lists that nobody has are shown as zero; otherwise they are left out. */
  readonly zeros: boolean;
  /** Only with the units euro, fte, day, percent and year. */
  readonly value: ValueMeasure | null;
  readonly amaPerimeter: AmaPerimeter;
  readonly share: boolean;
  readonly growth: boolean;
  readonly outcome: DeclaredOutcome;
}

/** How what is given relates to what was asked. The system itself turns "answered" into "notAvailableUntil" where it must. */
export type DeclaredOutcome =
  | { readonly type: "answered" }
  /** The unit that is given is the figure's own, or in a question in words `givenUnit`. */
  | { readonly type: "proxy"; readonly askedUnit: Localized; readonly givenUnit?: Localized; readonly why: Localized }
  | { readonly type: "partial"; readonly missing: Localized }
  | { readonly type: "referred"; readonly to: Localized };

export function subjectOfMeasure(measure: Measure): SubjectId {
  if (measure.kind === "stock" || measure.kind === "ever") return measure.subject;
  return measure.event.slice(0, measure.event.indexOf(".")) as SubjectId;
}
