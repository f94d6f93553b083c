// Decides on indications and tickets. Nothing is issued below its threshold without a recorded reason.
import { addDays, assertOk, ok, type PlainDate, parsePercent } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { type Context, type Decision, deciding, refuse } from "../deciding.ts";
import { LawReading } from "../law-reading.ts";
import { inFuture, notNow, type Reason, wrongOrder } from "../reason.ts";
import type { Measure, NeedDuration, TicketType } from "../vocabulary.ts";
import { INDICATION_ACTIONS, indicationStage, TICKET_ACTIONS, ticketStage } from "./actions.ts";
import type { Departure, FindingInput, IndicationCommand } from "./commands.ts";
import type { IndicationEvent, TicketFacts, TicketIssued } from "./events.ts";
import {
  doubleTicketAtOnce,
  doubleTicketFacts,
  inBacklog,
  individualTicket,
  longestValidity,
  type ProposedTicket,
  proposeTickets,
} from "./propose.ts";
import * as reasons from "./reasons.ts";
import { type Indication, type Indications, isValidOn, type Ticket, validTickets } from "./state.ts";

type Of<Type extends IndicationCommand["type"]> = Extract<IndicationCommand, { type: Type }>;

export function decideIndication(
  law: Law,
  state: Indications,
  command: IndicationCommand,
  context: Context,
): Decision<IndicationEvent> {
  return deciding(() => {
    switch (command.type) {
      case "RequestIndication":
        return request(state, command, context);
      case "AddEvidence":
        return addEvidence(state, command, context);
      case "JudgeCriteria":
        return judgeCriteria(state, command, context);
      case "RecordFinding":
        return recordFinding(law, state, command, context);
      case "RecordTicket":
        return recordTicket(law, state, command, context);
      case "RefuseIndication":
        return refuseIndication(state, command, context);
      case "CatchUpDoubleTicket":
        return catchUp(law, state, command, context);
      case "ConvertOldRight":
        return convert(law, state, command, context);
      case "EndTicket":
        return endTicket(state, command, context);
    }
  });
}

function request(state: Indications, command: Of<"RequestIndication">, context: Context): Decision<IndicationEvent> {
  const { indicationRef, measure, requestedOn, path, channel } = command;
  const found: Reason[] = [...notAllowedOn(state.indications[indicationRef], command.type)];
  if (requestedOn > context.today) found.push(inFuture("requestedOn", requestedOn, context.today));
  const open = Object.values(state.indications).some((one) => one.measure === measure && one.outcome === "PENDING");
  if (open) found.push(reasons.measureAlreadyAsked(measure));
  if (found.length > 0) return refuse(...found);
  const payload = { indicationRef, measure, requestedOn, path, channel };
  return ok([{ type: "IndicationRequested", effectiveOn: requestedOn, payload }]);
}

function addEvidence(state: Indications, command: Of<"AddEvidence">, context: Context): Decision<IndicationEvent> {
  const { indicationRef, on, evidence, label } = command;
  const indication = state.indications[indicationRef];
  const blocked = notAllowedOn(indication, command.type);
  if (indication === undefined || blocked.length > 0) return refuse(...blocked);
  if (on > context.today) return refuse(inFuture("on", on, context.today));
  if (indication.evidence.length >= MOST_EVIDENCE) return refuse(reasons.evidenceFull(MOST_EVIDENCE));
  return ok([{ type: "EvidenceAdded", effectiveOn: on, payload: { indicationRef, addedOn: on, evidence, label } }]);
}

/** No rule of law: what one request can reasonably hold. */
const MOST_EVIDENCE = 20;

function judgeCriteria(state: Indications, command: Of<"JudgeCriteria">, context: Context): Decision<IndicationEvent> {
  const { indicationRef, on, catalogue, met, motivation } = command;
  const indication = state.indications[indicationRef];
  const blocked = notAllowedOn(indication, command.type);
  if (indication === undefined || blocked.length > 0) return refuse(...blocked);
  const found = dates(indication.requestedOn, on, context.today);
  if (found.length > 0) return refuse(...found);
  const payload = { indicationRef, judgedOn: on, catalogue, met, motivation };
  return ok([{ type: "CriteriaJudged", effectiveOn: on, payload }]);
}

function recordFinding(law: Law, state: Indications, command: Of<"RecordFinding">, context: Context): Decision<IndicationEvent> {
  const { decidedOn, finding, departure } = command;
  const indication = state.indications[command.indicationRef];
  const blocked = notAllowedOn(indication, command.type);
  if (indication === undefined || blocked.length > 0) return refuse(...blocked);
  const reading = new LawReading(law, decidedOn, context.switches);
  const validUntil = finding.validUntil ?? longestValidity(reading, finding.validFrom, finding.needDuration);
  const found = [
    ...dates(indication.requestedOn, decidedOn, context.today),
    ...validity(reading, finding.validFrom, validUntil, finding.needDuration),
    ...percentages(finding),
  ];
  if (indication.measure === "AMA") found.push(reasons.otherMeasure(indication.measure, "INDIVIDUAL"));
  if (finding.guidanceRequired && finding.guidanceNeed === "NONE") found.push(reasons.guidanceNeedMissing());
  if (command.collective !== undefined) found.push(...collectivePackage(reading, command.collective.percentage));
  if (found.length > 0) return refuse(...found);

  const { measure, requestedOn } = indication;
  const criteriaMet = indication.criteria?.met ?? null;
  const asked = { measure, requestedOn, decidedOn, collective: command.collective ?? null, criteriaMet };
  const proposal = proposeTickets(reading, finding, asked);
  const meetsCollective =
    indication.measure === "COLLECTIVE" && !proposal.refused.some((id) => ["IND-01", "IND-10", "IND-13"].includes(id));
  if (meetsCollective && command.collective === undefined) return refuse(reasons.collectivePackageMissing());
  const chosen = departFrom(proposal.tickets, departure, () => individualTicket(reading, finding, asked));
  if (chosen === null) return refuse(reasons.noDeparture());

  const { higherNeed: _, validUntil: __, ...facts } = finding;
  const events: IndicationEvent[] = [
    {
      type: "FindingRecorded",
      effectiveOn: decidedOn,
      payload: { ...facts, indicationRef: indication.indicationRef, validUntil },
    },
  ];
  if (chosen.length === 0 || proposal.refused.length > 0) {
    const payload = {
      indicationRef: indication.indicationRef,
      measure: indication.measure,
      appliedOn: indication.requestedOn,
      decidedOn,
      grounds: proposal.refused,
    };
    const outright = chosen.length === 0;
    if (outright || indication.measure === "COLLECTIVE") events.push({ type: "TicketRefused", effectiveOn: decidedOn, payload });
  }
  for (const ticket of chosen) {
    const ref = ticket.type === "COLLECTIVE" ? command.tickets.collective : command.tickets.individual;
    events.push(
      ...issue(state, {
        ticketRef: ref,
        indicationRef: indication.indicationRef,
        type: ticket.type,
        appliedOn: indication.requestedOn,
        grantedOn: decidedOn,
        package: ticket.package,
        percentage: ticket.percentage,
        guidanceNeed: ticket.guidanceNeed,
        needClass: ticket.needClass,
        needDuration: ticket.origin === "DOUBLE_TICKET" ? "LASTING" : finding.needDuration,
        validFrom: finding.validFrom,
        validUntil,
        origin: ticket.origin,
        motivation: ticket.type === "INDIVIDUAL" ? (departure?.motivation ?? null) : null,
      }),
    );
  }
  return ok(events);
}

/** The proposed tickets, with the adviser's departure applied to the individual one; null when there is nothing to depart from. */
function departFrom(
  proposed: readonly ProposedTicket[],
  departure: Departure | undefined,
  belowThreshold: () => ProposedTicket,
): readonly ProposedTicket[] | null {
  if (departure === undefined) return proposed;
  const individual = proposed.find((ticket) => ticket.type === "INDIVIDUAL");
  const base = individual ?? (departure.belowThreshold === true ? belowThreshold() : undefined);
  if (base === undefined) return null;
  const changed: ProposedTicket = {
    ...base,
    package: departure.package ?? base.package,
    guidanceNeed: departure.guidanceNeed ?? base.guidanceNeed,
    needClass: departure.needClass ?? base.needClass,
  };
  return [...proposed.filter((ticket) => ticket.type !== "INDIVIDUAL"), changed];
}

const TYPES_OF_MEASURE: Readonly<Record<Measure, readonly TicketType[]>> = {
  INDIVIDUAL: ["INDIVIDUAL"],
  COLLECTIVE: ["COLLECTIVE", "INDIVIDUAL"],
  AMA: ["AMA_SOCIAL_ECONOMY", "WELFARE"],
};

function recordTicket(law: Law, state: Indications, command: Of<"RecordTicket">, context: Context): Decision<IndicationEvent> {
  const { decidedOn, indicationRef, ticket } = command;
  const found: Reason[] = [];
  const indication = indicationRef === null ? undefined : state.indications[indicationRef];
  if (indicationRef !== null) {
    found.push(...notAllowedOn(indication, command.type));
    if (indication !== undefined && !TYPES_OF_MEASURE[indication.measure].includes(ticket.type)) {
      found.push(reasons.otherMeasure(indication.measure, ticket.type));
    }
  }
  found.push(...ticketNotAllowed(state.tickets[ticket.ticketRef], command.type, decidedOn));
  found.push(...dates(ticket.appliedOn, decidedOn, context.today));
  if (ticket.validUntil < ticket.validFrom) found.push(wrongOrder("validUntil", ticket.validFrom, ticket.validUntil));
  if (found.length > 0) return refuse(...found);
  const facts: TicketFacts = { ...ticket, indicationRef, grantedOn: decidedOn, origin: "REQUEST" };
  const events: IndicationEvent[] = issue(state, facts);
  const reading = new LawReading(law, decidedOn, context.switches);
  const brings = ticket.type === "COLLECTIVE" && schemeInForce(law, decidedOn);
  if (brings && doubleTicketAtOnce(reading, ticket.appliedOn, decidedOn)) {
    const double = { ...doubleTicketFacts(reading), origin: "DOUBLE_TICKET" as const, needDuration: "LASTING" as const };
    events.push(
      ...issue(state, { ...facts, ...double, ticketRef: command.doubleTicketRef, type: "INDIVIDUAL", motivation: null }),
    );
  }
  return ok(events);
}

function refuseIndication(state: Indications, command: Of<"RefuseIndication">, context: Context): Decision<IndicationEvent> {
  const { indicationRef, decidedOn, grounds } = command;
  const indication = state.indications[indicationRef];
  const blocked = notAllowedOn(indication, command.type);
  if (indication === undefined || blocked.length > 0) return refuse(...blocked);
  const found = dates(indication.requestedOn, decidedOn, context.today);
  if (grounds.length === 0) found.push(reasons.groundsMissing());
  if (found.length > 0) return refuse(...found);
  const payload = { indicationRef, measure: indication.measure, appliedOn: indication.requestedOn, decidedOn, grounds };
  return ok([{ type: "TicketRefused", effectiveOn: decidedOn, payload }]);
}

/** IND-15: who got a collective advice before the double ticket gets the individual one afterwards. */
function catchUp(law: Law, state: Indications, command: Of<"CatchUpDoubleTicket">, context: Context): Decision<IndicationEvent> {
  const { on, collectiveTicketRef, ticketRef } = command;
  const reading = new LawReading(law, on, context.switches);
  const collective = state.tickets[collectiveTicketRef];
  if (collective === undefined) return refuse(reasons.ticketUnknown());
  const found: Reason[] = on > context.today ? [inFuture("on", on, context.today)] : [];
  if (collective.type !== "COLLECTIVE") found.push(reasons.notForCatchUp("type"));
  if (!isValidOn(collective, on)) found.push(reasons.notForCatchUp("notValid"));
  if (!inBacklog(reading, collective.appliedOn, collective.grantedOn, on)) found.push(reasons.notForCatchUp("appliedLater"));
  if (validTickets(state, "INDIVIDUAL", on).length > 0) found.push(reasons.notForCatchUp("hasIndividual"));
  found.push(...ticketNotAllowed(state.tickets[ticketRef], command.type, on));
  if (found.length > 0) return refuse(...found);
  return ok(
    issue(state, {
      ...doubleTicketFacts(reading),
      ticketRef,
      indicationRef: null,
      type: "INDIVIDUAL",
      appliedOn: collective.appliedOn,
      grantedOn: on,
      needDuration: "LASTING",
      validFrom: on,
      validUntil: collective.validUntil,
      origin: "CATCH_UP",
      motivation: null,
    }),
  );
}

/** IND-17: VDAB converts a recognised VOP right by itself. */
function convert(law: Law, state: Indications, command: Of<"ConvertOldRight">, context: Context): Decision<IndicationEvent> {
  const { on, ticketRef, needDuration, validUntil } = command;
  const reading = new LawReading(law, on, context.switches);
  const found = [
    ...dates(on, on, context.today),
    ...validity(reading, on, validUntil, needDuration),
    ...ticketNotAllowed(state.tickets[ticketRef], command.type, on),
  ];
  if (found.length > 0) return refuse(...found);
  return ok(
    issue(state, {
      ticketRef,
      indicationRef: null,
      type: "INDIVIDUAL",
      appliedOn: on,
      grantedOn: on,
      package: command.package,
      percentage: null,
      guidanceNeed: "NONE",
      needClass: "WAGE_PREMIUM",
      needDuration,
      validFrom: on,
      validUntil,
      origin: "CONVERSION",
      motivation: null,
    }),
  );
}

function endTicket(state: Indications, command: Of<"EndTicket">, context: Context): Decision<IndicationEvent> {
  const { ticketRef, endedOn, reason } = command;
  const ticket = state.tickets[ticketRef];
  if (ticket === undefined) return refuse(reasons.ticketUnknown());
  const found = ticketNotAllowed(ticket, command.type, context.today);
  if (endedOn < ticket.validFrom) found.push(wrongOrder("endedOn", ticket.validFrom, endedOn));
  if (found.length > 0) return refuse(...found);
  return ok([{ type: "TicketEnded", effectiveOn: endedOn, payload: { ticketRef, endedOn, reason } }]);
}

/** A new ticket ends the older ones of its type where it starts, so that a person holds one ticket per type. */
function issue(state: Indications, facts: TicketFacts): IndicationEvent[] {
  const replaced = Object.values(state.tickets).filter((held) => replaces(facts, held));
  const dayBefore = addDays(facts.validFrom, -1);
  const ended = replaced.map((held): IndicationEvent => {
    const payload = { ticketRef: held.ticketRef, endedOn: dayBefore, reason: "REPLACED" };
    return { type: "TicketEnded", effectiveOn: dayBefore, payload };
  });
  const issued: TicketIssued = { type: "TicketIssued", effectiveOn: facts.grantedOn, payload: facts };
  return [...ended, issued];
}

function replaces(facts: TicketFacts, held: Ticket): boolean {
  if (held.type !== facts.type || held.ticketRef === facts.ticketRef) return false;
  const last = held.endedOn ?? held.validUntil;
  return last >= facts.validFrom && held.validFrom <= facts.validUntil;
}

function validity(law: LawReading, from: PlainDate, until: PlainDate, duration: NeedDuration): Reason[] {
  if (until < from) return [wrongOrder("validUntil", from, until)];
  const last = longestValidity(law, from, duration);
  return until > last ? [reasons.validTooLong(from, last, duration === "TEMPORARY" ? "IND-21" : "IND-20")] : [];
}

function percentages(finding: FindingInput): Reason[] {
  const whole = assertOk(parsePercent("100"));
  const fields = ["productivityLossPct", "extraCostsPct"] as const;
  return fields.flatMap((field) =>
    assertOk(parsePercent(finding[field], field)) > whole ? [reasons.percentageTooHigh(field, finding[field])] : [],
  );
}

function collectivePackage(law: LawReading, percentage: number): Reason[] {
  const allowed = law.numbers("cmw.wagePremium.values").map((points) => points / 100);
  return allowed.includes(percentage) ? [] : [reasons.collectivePercentage(percentage, allowed)];
}

function dates(appliedOn: PlainDate, decidedOn: PlainDate, today: PlainDate): Reason[] {
  const found: Reason[] = [];
  if (decidedOn > today) found.push(inFuture("decidedOn", decidedOn, today));
  if (decidedOn < appliedOn) found.push(wrongOrder("decidedOn", appliedOn, decidedOn));
  return found;
}

function schemeInForce(law: Law, day: PlainDate): boolean {
  const reading = law.parameterAt("scheme.inForce", day);
  return reading.ok && reading.value.value === true;
}

function notAllowedOn(indication: Indication | undefined, action: IndicationCommand["type"]): Reason[] {
  const stage = indicationStage(indication);
  return INDICATION_ACTIONS[stage].includes(action) ? [] : [notNow(action, stage, INDICATION_ACTIONS[stage])];
}

function ticketNotAllowed(ticket: Ticket | undefined, action: IndicationCommand["type"], day: PlainDate): Reason[] {
  const stage = ticketStage(ticket, day);
  return TICKET_ACTIONS[stage].includes(action) ? [] : [notNow(action, stage, TICKET_ACTIONS[stage])];
}
