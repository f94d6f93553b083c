// A person as a whole: facts, indications and tickets, reviews; folded from one stream and decided in one place.
import { newRef, ok } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import type { AdviceCommand } from "./advice/commands.ts";
import { decideAdvice } from "./advice/decide.ts";
import { evolveAdvices, type IcfAdvices } from "./advice/state.ts";
import { type Context, type Decision, refuse } from "./deciding.ts";
import type { PersonEvent } from "./events.ts";
import type { IndicationCommand } from "./indication/commands.ts";
import { decideIndication } from "./indication/decide.ts";
import { personUnknown } from "./indication/reasons.ts";
import { evolveIndications, type Indications, NO_INDICATIONS } from "./indication/state.ts";
import type { PersonFactCommand } from "./registration/commands.ts";
import { decidePersonFacts } from "./registration/decide.ts";
import { evolvePersonFacts, type PersonFacts } from "./registration/state.ts";
import type { ReviewCommand } from "./review/commands.ts";
import { decideReview } from "./review/decide.ts";
import { evolveReviews, type Reviews } from "./review/state.ts";

export interface PersonState extends Indications {
  readonly advices: IcfAdvices;
  readonly facts: PersonFacts | null;
  readonly reviews: Reviews;
}

export const NO_PERSON: PersonState = { facts: null, ...NO_INDICATIONS, advices: {}, reviews: {} };

export type PersonCommand =
  | PersonFactCommand
  | IndicationCommand
  | AdviceCommand
  | Extract<ReviewCommand, { readonly fileRef?: never }>;

export function evolvePerson(state: PersonState, event: PersonEvent): PersonState {
  switch (event.type) {
    case "PersonRegistered":
    case "ResidenceChanged":
    case "EducationRecorded":
    case "OriginLinked":
    case "WorkStatusChanged":
      return { ...state, facts: evolvePersonFacts(state.facts, event) };
    case "IcfAdviceGiven":
    case "IcfAdviceHandled":
      return { ...state, advices: evolveAdvices(state.advices, event) };
    case "IndicationRequested":
    case "EvidenceAdded":
    case "CriteriaJudged":
    case "FindingRecorded":
    case "TicketIssued":
    case "TicketRefused":
    case "TicketEnded":
      return { ...state, ...evolveIndications(state, event) };
    case "ReviewRequested":
    case "ReviewAdvised":
    case "ReviewDecided":
      return { ...state, reviews: evolveReviews(state.reviews, event) };
  }
}

export function decidePerson(law: Law, state: PersonState, command: PersonCommand, context: Context): Decision<PersonEvent> {
  switch (command.type) {
    case "RegisterPerson":
    case "ChangeResidence":
    case "RecordEducation":
    case "LinkOrigin":
    case "ChangeWorkStatus":
      return decidePersonFacts(state.facts, command, context);
    case "RequestIndication":
    case "AddEvidence":
    case "JudgeCriteria":
    case "RecordFinding":
    case "RecordTicket":
    case "RefuseIndication":
    case "CatchUpDoubleTicket":
    case "ConvertOldRight":
    case "EndTicket":
      return state.facts === null ? refuse(personUnknown()) : decideIndication(law, state, command, context);
    case "GiveIcfAdvice":
    case "HandleIcfAdvice":
      return state.facts === null ? refuse(personUnknown()) : decideAdvice(state.advices, state, command, context);
    case "RequestReview":
    case "AdviseReview":
    case "DecideReview":
      return decidePersonReview(law, state, command, context);
  }
}

/** A review of an indication. When it changes the outcome, the new ticket comes with the decision and ends the one it replaces. */
function decidePersonReview(
  law: Law,
  state: PersonState,
  command: Extract<PersonCommand, ReviewCommand>,
  context: Context,
): Decision<PersonEvent> {
  const subject = command.type === "RequestReview" ? command.subjectRef : state.reviews[command.reviewRef]?.subjectRef;
  const subjectDecidedOn = (subject === undefined ? undefined : state.indications[subject])?.decidedOn ?? null;
  const decision = decideReview(law, state.reviews, command, { ...context, subjectDecidedOn });
  if (!decision.ok || command.type !== "DecideReview" || command.outcome !== "CHANGED" || command.ticket === undefined)
    return decision;
  const { personRef, on: decidedOn, ticket } = command;
  const issue: IndicationCommand = {
    type: "RecordTicket",
    personRef,
    indicationRef: null,
    decidedOn,
    ticket,
    doubleTicketRef: command.doubleTicketRef ?? newRef(),
  };
  const issued = decideIndication(law, state, issue, context);
  return issued.ok ? ok([...decision.value, ...issued.value]) : issued;
}
