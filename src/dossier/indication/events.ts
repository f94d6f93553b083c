// Events of an indication: the request, what VDAB found, and the tickets that follow. Stream `person`.
import type { IndicationRef, PlainDate, SealedRef, TicketRef } from "../../kernel/index.ts";
import type { EventOf } from "../event.ts";
import type {
  EvidencePath,
  GuidanceNeed,
  Measure,
  NeedClass,
  NeedDuration,
  Package,
  TicketOrigin,
  TicketType,
} from "../vocabulary.ts";

/** Dutch: aanvraag indicering. */
export type IndicationRequested = EventOf<
  "IndicationRequested",
  {
    readonly indicationRef: IndicationRef;
    readonly measure: Measure;
    /** The date that decides the double ticket (IND-14). */
    readonly requestedOn: PlainDate;
    readonly path: EvidencePath;
    readonly channel: string;
  }
>;

/** Evidence for a request, by the person or by VDAB; for VDAB's eyes and the person's only. Dutch: bewijsstuk. */
export type EvidenceAdded = EventOf<
  "EvidenceAdded",
  {
    readonly indicationRef: IndicationRef;
    readonly addedOn: PlainDate;
    /** The file itself. */
    readonly evidence: SealedRef;
    /** Its name, kind and size. */
    readonly label: SealedRef;
  }
>;

/**
 * The judgement of a person where the law leaves the access criteria open (IND-13, OPEN-37). `catalogue` is the name of the document as it
 * is cited, for example "MB bijlage 1".
 */
export type CriteriaJudged = EventOf<
  "CriteriaJudged",
  {
    readonly indicationRef: IndicationRef;
    readonly judgedOn: PlainDate;
    readonly catalogue: string;
    readonly met: boolean;
    readonly motivation: SealedRef;
  }
>;

/** What VDAB found; for VDAB's eyes only. Percentages are decimal text as found, for example "44.9". */
export interface Finding {
  readonly indicationRef: IndicationRef;
  readonly evidencePath: EvidencePath;
  /** Dutch: rendementsverlies (IND-10, IND-11). */
  readonly productivityLossPct: string;
  /** Dutch: bijkomende kosten (IND-11). */
  readonly extraCostsPct: string;
  readonly guidanceRequired: boolean;
  readonly guidanceNeed: GuidanceNeed;
  readonly needDuration: NeedDuration;
  readonly workDisability: boolean;
  readonly validFrom: PlainDate;
  /** Last day of validity (IND-20). */
  readonly validUntil: PlainDate;
}

/** Dutch: vaststelling. */
export type FindingRecorded = EventOf<"FindingRecorded", Finding>;

export interface TicketFacts {
  readonly ticketRef: TicketRef;
  readonly indicationRef: IndicationRef | null;
  readonly type: TicketType;
  readonly appliedOn: PlainDate;
  readonly grantedOn: PlainDate;
  readonly package: Package | null;
  /** Whole percent of a collective advice (40 to 75 by 5); null for other types. */
  readonly percentage: number | null;
  readonly guidanceNeed: GuidanceNeed;
  readonly needClass: NeedClass | null;
  readonly needDuration: NeedDuration | null;
  readonly validFrom: PlainDate;
  /** Last day of validity. */
  readonly validUntil: PlainDate;
  readonly origin: TicketOrigin;
  /** The adviser's reason where the ticket departs from what the rules propose. */
  readonly motivation: SealedRef | null;
}

/** Dutch: ticket, advies. */
export type TicketIssued = EventOf<"TicketIssued", TicketFacts>;

/** Dutch: negatief advies. `grounds` are rulebook ids of the conditions that are not met. */
export type TicketRefused = EventOf<
  "TicketRefused",
  {
    readonly indicationRef: IndicationRef;
    readonly measure: Measure;
    readonly appliedOn: PlainDate;
    readonly decidedOn: PlainDate;
    readonly grounds: readonly string[];
  }
>;

/** `endedOn` is the last day that the ticket holds. */
export type TicketEnded = EventOf<
  "TicketEnded",
  { readonly ticketRef: TicketRef; readonly endedOn: PlainDate; readonly reason: string }
>;

export type IndicationEvent =
  | IndicationRequested
  | EvidenceAdded
  | CriteriaJudged
  | FindingRecorded
  | TicketIssued
  | TicketRefused
  | TicketEnded;
