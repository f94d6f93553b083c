// Commands of an indication: ask, find, issue, catch up, end.
import type { IndicationRef, PersonRef, PlainDate, RightRef, SealedRef, TicketRef } from "../../kernel/index.ts";
import type { EvidencePath, GuidanceNeed, Measure, NeedClass, NeedDuration, Package, TicketType } from "../vocabulary.ts";

/** What VDAB's adviser enters; the tickets follow from it by the rules. */
export interface FindingInput {
  readonly evidencePath: EvidencePath;
  /** Decimal text in percent, for example "44.9". */
  readonly productivityLossPct: string;
  readonly extraCostsPct: string;
  /** Need of guidance on the workfloor, as IND-10 asks it. */
  readonly guidanceRequired: boolean;
  readonly guidanceNeed: GuidanceNeed;
  readonly needDuration: NeedDuration;
  /** Lasting need of a higher wage premium (IND-22). Dutch: verhoogde behoefte. */
  readonly higherNeed: boolean;
  /** Recognition of the work disability (IND-01, IND-02). */
  readonly workDisability: boolean;
  readonly validFrom: PlainDate;
  /** Last day; left out: the longest that the law allows. */
  readonly validUntil?: PlainDate;
}

/** The collective package is entered by VDAB: the list behind it is not known (OPEN-49). */
export interface CollectivePackage {
  /** Whole percent. */
  readonly percentage: number;
  readonly guidanceNeed: GuidanceNeed;
}

/** Where the adviser departs from what the rules propose for the individual ticket; never without a reason. */
export interface Departure {
  readonly package?: Package;
  readonly guidanceNeed?: GuidanceNeed;
  readonly needClass?: NeedClass;
  /** Issue although the thresholds are not reached: a recorded judgement. */
  readonly belowThreshold?: true;
  readonly motivation: SealedRef;
}

/** References for the tickets that may follow; unused ones are dropped. */
export interface TicketRefs {
  readonly collective: TicketRef;
  readonly individual: TicketRef;
}

/** A ticket entered as it stands: older criteria (OPEN-37), work-oriented activities (AMA-02), or a converted right (IND-17). */
export interface TicketInput {
  readonly ticketRef: TicketRef;
  readonly type: TicketType;
  readonly appliedOn: PlainDate;
  readonly package: Package | null;
  readonly percentage: number | null;
  readonly guidanceNeed: GuidanceNeed;
  readonly needClass: NeedClass | null;
  readonly needDuration: NeedDuration | null;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate;
  readonly motivation: SealedRef | null;
}

interface OfPerson {
  readonly personRef: PersonRef;
}

export type IndicationCommand =
  | (OfPerson & {
      readonly type: "RequestIndication";
      readonly indicationRef: IndicationRef;
      readonly measure: Measure;
      readonly requestedOn: PlainDate;
      readonly path: EvidencePath;
      readonly channel: string;
    })
  | (OfPerson & {
      readonly type: "AddEvidence";
      readonly indicationRef: IndicationRef;
      readonly on: PlainDate;
      readonly evidence: SealedRef;
      readonly label: SealedRef;
    })
  /** OPEN-37: whether the person meets criteria that the system could not read. */
  | (OfPerson & {
      readonly type: "JudgeCriteria";
      readonly indicationRef: IndicationRef;
      readonly on: PlainDate;
      readonly catalogue: string;
      readonly met: boolean;
      readonly motivation: SealedRef;
    })
  | (OfPerson & {
      readonly type: "RecordFinding";
      readonly indicationRef: IndicationRef;
      readonly decidedOn: PlainDate;
      readonly finding: FindingInput;
      readonly collective?: CollectivePackage;
      readonly departure?: Departure;
      readonly tickets: TicketRefs;
    })
  | (OfPerson & {
      readonly type: "RecordTicket";
      readonly indicationRef: IndicationRef | null;
      readonly decidedOn: PlainDate;
      readonly ticket: TicketInput;
      /** For the individual ticket that comes with a collective one (IND-14). */
      readonly doubleTicketRef: TicketRef;
    })
  | (OfPerson & {
      readonly type: "RefuseIndication";
      readonly indicationRef: IndicationRef;
      readonly decidedOn: PlainDate;
      readonly grounds: readonly string[];
    })
  | (OfPerson & {
      readonly type: "CatchUpDoubleTicket";
      readonly collectiveTicketRef: TicketRef;
      readonly ticketRef: TicketRef;
      readonly on: PlainDate;
    })
  | (OfPerson & {
      readonly type: "ConvertOldRight";
      readonly rightRef: RightRef;
      readonly ticketRef: TicketRef;
      readonly on: PlainDate;
      readonly package: Package;
      readonly needDuration: NeedDuration;
      readonly validUntil: PlainDate;
    })
  | (OfPerson & {
      readonly type: "EndTicket";
      readonly ticketRef: TicketRef;
      readonly endedOn: PlainDate;
      readonly reason: string;
    });
