// A life as it will be told to the dossier's commands: one person with statuses, advices, files and older rights.
// Plans hold only dates and choices; what the law makes of them is decided when the plan is carried out.
import type {
  ContractKind,
  EvidencePath,
  GuidanceNeed,
  Measure,
  NeedDuration,
  PreviousMeasure,
  SelfEmployment,
  SineCode,
  Situation,
  TransitionMeasure,
  VopOutcome,
  WorkStatusFacts,
} from "../dossier/index.ts";
import type { EmploymentFraction, PersonRef, PlainDate, RightRef } from "../kernel/index.ts";
import type { Firm } from "./firms.ts";
import type { PersonTraits } from "./person-traits.ts";

export interface StatusPlan {
  readonly from: PlainDate;
  /** Day on which it is recorded; later than `from` for a late registration. */
  readonly recordedOn: PlainDate;
  readonly facts: WorkStatusFacts;
}

/** What VDAB will find; percentages in tenths (449 is 44.9 %). */
export interface FindingPlan {
  readonly productivityLoss: number;
  readonly extraCosts: number;
  readonly guidanceRequired: boolean;
  readonly guidanceNeed: GuidanceNeed;
  readonly needDuration: NeedDuration;
  /** Lasting need of a higher wage premium (IND-22). */
  readonly higherNeed: boolean;
}

/** An advice that a person asks for. */
export interface RequestedAdvice {
  readonly kind: "REQUEST";
  readonly measure: Measure;
  readonly requestedOn: PlainDate;
  readonly decidedOn: PlainDate;
  readonly recordedOn: PlainDate;
  readonly path: EvidencePath;
  readonly finding: FindingPlan;
  /** With measure AMA: no activity in the social economy, advice welfare instead (AMA-01). */
  readonly welfare: boolean;
}

/** The individual advice into which VDAB converts an earlier VOP right by itself (IND-17). */
export interface ConvertedAdvice {
  readonly kind: "CONVERSION";
  readonly decidedOn: PlainDate;
  readonly recordedOn: PlainDate;
  readonly needDuration: NeedDuration;
}

/** The individual advice that the catch-up brings beside the older collective one (IND-15). */
export interface CaughtUpAdvice {
  readonly kind: "CATCH_UP";
  readonly decidedOn: PlainDate;
  readonly recordedOn: PlainDate;
}

/** The end of an advice before its time; `advice` counts from 0 in the person's list. */
interface AdviceEnd {
  readonly advice: number;
  readonly endedOn: PlainDate;
  readonly recordedOn: PlainDate;
  readonly reason: string;
}

export type AdvicePlan = RequestedAdvice | ConvertedAdvice | CaughtUpAdvice;

export interface PersonPlan {
  readonly ref: PersonRef;
  readonly traits: PersonTraits;
  readonly knownFrom: PlainDate;
  readonly statuses: readonly StatusPlan[];
  readonly advices: readonly AdvicePlan[];
  readonly ends: readonly AdviceEnd[];
  /** VDAB knows the education of job seekers; of workers it comes with the yearly linkage (DATA-07). */
  readonly educationFrom: "VDAB" | "LINKAGE" | "NONE";
}

/** Category of the published table (STAT-05). */
export type RelationCategory = "WAGE" | "WAGE_AND_GUIDANCE" | "SUPPORT";

/** How an application ends. Days are when it is recorded, and hold from. */
export type Fate =
  | { readonly kind: "PENDING" }
  | {
      readonly kind: "INCOMPLETE";
      readonly askedOn: PlainDate;
      readonly next: Fate | null;
      readonly completedOn: PlainDate | null;
    }
  | { readonly kind: "GRANTED" | "REFUSED"; readonly decidedOn: PlainDate; readonly recordedOn: PlainDate }
  | { readonly kind: "WITHDRAWN"; readonly on: PlainDate }
  | { readonly kind: "INADMISSIBLE"; readonly on: PlainDate };

export interface ContractPlan {
  /** Agreed hours over the whole contract; null when open-ended. */
  readonly hours: number | null;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly kind: ContractKind;
}

/** What makes the law refuse an application, or the handler send it back; NONE for one that meets the conditions. */
export type Flaw = "NONE" | "NO_ADVICE" | "RESIDENCE" | "IN_DIFFICULTY" | "PUBLIC_EMPLOYER" | "SERVICE_VOUCHER" | "LOW_INCOME";

export interface RelationPlan {
  readonly category: RelationCategory;
  /** Null for a self-employed person. */
  readonly firm: Firm | null;
  readonly situation: Situation;
  readonly filedOn: PlainDate;
  readonly recordedOn: PlainDate;
  readonly channel: "ONLINE" | "API" | "CSV";
  readonly contract: ContractPlan | null;
  readonly fraction: EmploymentFraction | null;
  readonly selfEmployment: SelfEmployment | null;
  readonly flaw: Flaw;
  readonly fate: Fate;
  /** Day on which an earlier application for the same relation was found inadmissible; null when this is the first. */
  readonly firstTry: { readonly filedOn: PlainDate; readonly inadmissibleOn: PlainDate } | null;
  readonly stop: { readonly lastDay: PlainDate; readonly recordedOn: PlainDate } | null;
  /** A higher need found by an evaluation on the employer's request (PROC-20). */
  readonly adjustment: { readonly requestedOn: PlainDate; readonly decidedOn: PlainDate; readonly percentage: number } | null;
  readonly previous: { readonly measure: PreviousMeasure; readonly rightRef: RightRef | null };
}

export interface RightPlan {
  readonly ref: RightRef;
  readonly measure: TransitionMeasure;
  readonly firm: Firm | null;
  readonly startedOn: PlainDate;
  readonly quarters: number | null;
  readonly endsOn: PlainDate | null;
  readonly source: string;
  /** Of SINE, when the list gives it. */
  readonly reductionCode?: SineCode;
  readonly recordedOn: PlainDate;
  readonly evaluation: {
    readonly requestedOn: PlainDate;
    /** `relation`: place of the file with the grant in the case's list, with outcome IMW. */
    readonly decision: { readonly decidedOn: PlainDate; readonly outcome: VopOutcome; readonly relation: number | null } | null;
  } | null;
  readonly ldeChoice: { readonly choice: "INDIVIDUAL" | "COLLECTIVE"; readonly recordedOn: PlainDate } | null;
  readonly ended: {
    readonly on: PlainDate;
    readonly recordedOn: PlainDate;
    readonly reason: "IMW_GRANTED" | "CONTRACT_ENDED";
  } | null;
}

/** One person with everything around it. */
export interface CasePlan {
  readonly person: PersonPlan;
  readonly relations: readonly RelationPlan[];
  readonly rights: readonly RightPlan[];
}
