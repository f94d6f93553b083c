// Every event of the dossier, and which kind of stream may hold it.
import type { AdviceEvent } from "./advice/events.ts";
import type { ApplicationEvent } from "./application/events.ts";
import type { ChangeEvent } from "./change/events.ts";
import type { EvaluationEvent } from "./evaluation/events.ts";
import type { SealedEnvelope, StreamKind } from "./event.ts";
import type { GrantEvent } from "./grant/events.ts";
import type { GuidanceEvent } from "./guidance/events.ts";
import type { HandlingEvent } from "./handling/events.ts";
import type { IndicationEvent } from "./indication/events.ts";
import type { EmployerEvent, PersonFactEvent } from "./registration/events.ts";
import type { ReviewEvent } from "./review/events.ts";
import type { TransitionEvent } from "./transition/events.ts";

export type PersonEvent = PersonFactEvent | IndicationEvent | AdviceEvent | ReviewEvent;
export type { EmployerEvent };
export type FileEvent = ApplicationEvent | GrantEvent | EvaluationEvent | ReviewEvent | ChangeEvent | GuidanceEvent;
export type RightEvent = TransitionEvent;

export type DossierEvent = PersonEvent | EmployerEvent | FileEvent | RightEvent | HandlingEvent;
export type DossierEventType = DossierEvent["type"];

/** An event as it lies in the log. */
export type StoredEvent = DossierEvent & { readonly envelope: SealedEnvelope };

/** The stream kinds that each event type may lie in. Naming every type here makes a new one a decision. */
export const EVENT_STREAMS: Readonly<Record<DossierEventType, readonly StreamKind[]>> = {
  PersonRegistered: ["person"],
  ResidenceChanged: ["person"],
  EducationRecorded: ["person"],
  OriginLinked: ["person"],
  WorkStatusChanged: ["person"],
  IndicationRequested: ["person"],
  EvidenceAdded: ["person"],
  CriteriaJudged: ["person"],
  IcfAdviceGiven: ["person"],
  IcfAdviceHandled: ["person"],
  FindingRecorded: ["person"],
  TicketIssued: ["person"],
  TicketRefused: ["person"],
  TicketEnded: ["person"],
  EmployerRecorded: ["employer"],
  EmployerRegistered: ["employer"],
  ApplicationFiled: ["file"],
  ApplicationCompletionRequested: ["file"],
  ApplicationCompleted: ["file"],
  ApplicationWithdrawn: ["file"],
  ApplicationInadmissible: ["file"],
  ApplicationRefused: ["file"],
  GrantDecided: ["file"],
  GrantStopped: ["file"],
  GrantAdjusted: ["file"],
  GrantExtended: ["file"],
  AdjustmentRequested: ["file"],
  ExtensionRequested: ["file"],
  EvaluationRecorded: ["file"],
  ReviewRequested: ["person", "file"],
  ReviewAdvised: ["person", "file"],
  ReviewDecided: ["person", "file"],
  ChangeReported: ["file"],
  GuideDesignated: ["file"],
  SupportPlanDrawnUp: ["file"],
  FileAssigned: ["handling"],
  FileNoted: ["handling"],
  DecisionProposed: ["handling"],
  ProposalClosed: ["handling"],
  ChangesSeen: ["handling"],
  OldRightRecorded: ["right"],
  VopEvaluationRequested: ["right"],
  VopEvaluationDecided: ["right"],
  LdeChoiceMade: ["right"],
  OldRightAmountEntered: ["right"],
  VopActivityJudged: ["right"],
  ContingentConverted: ["right"],
  EndWarningGiven: ["right"],
  OldRightRanOn: ["right"],
  OldRightEnded: ["right"],
};

/** Every event type by name, in the order of the road. */
export const EVENT_TYPES = Object.keys(EVENT_STREAMS) as readonly DossierEventType[];
