// A person's indications and tickets, folded from the events.
import type { IndicationRef, PlainDate, SealedRef } from "../../kernel/index.ts";
import type { EvidencePath, Measure, TicketType } from "../vocabulary.ts";
import type { Finding, IndicationEvent, TicketFacts } from "./events.ts";

export interface Indication {
  readonly indicationRef: IndicationRef;
  readonly measure: Measure;
  readonly requestedOn: PlainDate;
  readonly path: EvidencePath;
  readonly evidence: readonly { readonly evidence: SealedRef; readonly label: SealedRef; readonly addedOn: PlainDate }[];
  readonly criteria: { readonly met: boolean; readonly judgedOn: PlainDate; readonly motivation: SealedRef } | null;
  readonly finding: Finding | null;
  readonly outcome: "PENDING" | "ISSUED" | "REFUSED";
  readonly decidedOn: PlainDate | null;
}

export interface Ticket extends TicketFacts {
  /** Last day, when ended before `validUntil`. */
  readonly endedOn: PlainDate | null;
}

export interface Indications {
  readonly indications: Readonly<Record<string, Indication>>;
  readonly tickets: Readonly<Record<string, Ticket>>;
}

export const NO_INDICATIONS: Indications = { indications: {}, tickets: {} };

export function evolveIndications(state: Indications, event: IndicationEvent): Indications {
  switch (event.type) {
    case "IndicationRequested": {
      const { indicationRef, measure, requestedOn, path } = event.payload;
      const indication: Indication = {
        indicationRef,
        measure,
        requestedOn,
        path,
        evidence: [],
        criteria: null,
        finding: null,
        outcome: "PENDING",
        decidedOn: null,
      };
      return withIndication(state, indicationRef, () => indication);
    }
    case "EvidenceAdded": {
      const { indicationRef, evidence, label, addedOn } = event.payload;
      const added = { evidence, label, addedOn };
      return withIndication(state, indicationRef, (held) => held && { ...held, evidence: [...held.evidence, added] });
    }
    case "CriteriaJudged": {
      const { indicationRef, met, judgedOn, motivation } = event.payload;
      return withIndication(state, indicationRef, (held) => held && { ...held, criteria: { met, judgedOn, motivation } });
    }
    case "FindingRecorded":
      return withIndication(state, event.payload.indicationRef, (held) => held && { ...held, finding: event.payload });
    case "TicketIssued": {
      const ticket: Ticket = { ...event.payload, endedOn: null };
      const tickets = { ...state.tickets, [ticket.ticketRef]: ticket };
      if (ticket.indicationRef === null) return { ...state, tickets };
      return withIndication(
        { ...state, tickets },
        ticket.indicationRef,
        (held) => held && { ...held, outcome: "ISSUED", decidedOn: ticket.grantedOn },
      );
    }
    case "TicketRefused": {
      const { indicationRef, decidedOn } = event.payload;
      return withIndication(state, indicationRef, (held) => {
        // A refused collective advice may stand beside an issued individual one: what was issued counts.
        if (held === undefined || held.outcome === "ISSUED") return held;
        return { ...held, outcome: "REFUSED", decidedOn };
      });
    }
    case "TicketEnded": {
      const ticket = state.tickets[event.payload.ticketRef];
      if (ticket === undefined) return state;
      return { ...state, tickets: { ...state.tickets, [ticket.ticketRef]: { ...ticket, endedOn: event.payload.endedOn } } };
    }
  }
}

/** Last day that the ticket holds. */
export const lastDayOf = (ticket: Ticket): PlainDate =>
  ticket.endedOn !== null && ticket.endedOn < ticket.validUntil ? ticket.endedOn : ticket.validUntil;

export const isValidOn = (ticket: Ticket, day: PlainDate): boolean => ticket.validFrom <= day && day <= lastDayOf(ticket);

/** Valid tickets of a type on a day, the latest granted first. */
export function validTickets(state: Indications, type: TicketType, day: PlainDate): Ticket[] {
  return Object.values(state.tickets)
    .filter((ticket) => ticket.type === type && isValidOn(ticket, day))
    .sort((a, b) => (a.grantedOn > b.grantedOn ? -1 : a.grantedOn < b.grantedOn ? 1 : a.ticketRef < b.ticketRef ? -1 : 1));
}

function withIndication(
  state: Indications,
  ref: string,
  change: (held: Indication | undefined) => Indication | undefined,
): Indications {
  const changed = change(state.indications[ref]);
  return changed === undefined ? state : { ...state, indications: { ...state.indications, [ref]: changed } };
}
