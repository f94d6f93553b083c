// From events of a person to rows of person_fact, work_status, indication and ticket.
import { addDays, type PlainDate, plainDate } from "../../kernel/index.ts";
import type { Envelope } from "../event.ts";
import type { PersonEvent } from "../events.ts";
import type { RowChange } from "./row-change.ts";

export function projectPerson(event: PersonEvent, envelope: Envelope): RowChange[] {
  const key = envelope.streamRef;
  const from = event.effectiveOn;
  switch (event.type) {
    case "PersonRegistered": {
      const { sex, bornIn, municipality, province, residence } = event.payload;
      const row = {
        person_ref: key,
        sex,
        born_in: `${bornIn}-01`,
        municipality,
        province,
        residence,
        education: null,
        origin: null,
      };
      // The facts of a person hold from birth as far as nothing else is known, so that no question about an earlier day finds nobody.
      return [{ table: "person_fact", key, op: "open", validFrom: firstOfMonth(bornIn), validTo: null, row }];
    }
    case "ResidenceChanged": {
      const { municipality, province, residence, until } = event.payload;
      const row = { municipality, province, residence };
      return [{ table: "person_fact", key, op: "replace", validFrom: from, validTo: until ?? null, row }];
    }
    case "EducationRecorded": {
      const { level, until } = event.payload;
      return [{ table: "person_fact", key, op: "replace", validFrom: from, validTo: until ?? null, row: { education: level } }];
    }
    case "OriginLinked": {
      const { origin, until } = event.payload;
      return [{ table: "person_fact", key, op: "replace", validFrom: from, validTo: until ?? null, row: { origin } }];
    }
    case "WorkStatusChanged": {
      const { status, employability, workCareTrajectory, benefit, unemployedSince, until } = event.payload;
      const row = {
        person_ref: key,
        status,
        employability,
        work_care: workCareTrajectory,
        benefit,
        unemployed_since: unemployedSince,
      };
      return [{ table: "work_status", key, op: "open", validFrom: from, validTo: until ?? null, row }];
    }
    case "IndicationRequested": {
      const { indicationRef, measure, requestedOn } = event.payload;
      const row = {
        indication_ref: indicationRef,
        person_ref: key,
        measure,
        requested_on: requestedOn,
        decided_on: null,
        outcome: null,
      };
      return [{ table: "indication", key: indicationRef, op: "open", validFrom: null, validTo: null, row }];
    }
    case "FindingRecorded":
      // A finding stays with VDAB: no read table outside the stream holds it.
      return [];
    case "TicketIssued": {
      const ticket = event.payload;
      const opened: RowChange = {
        table: "ticket",
        key: ticket.ticketRef,
        op: "open",
        validFrom: ticket.validFrom,
        validTo: addDays(ticket.validUntil, 1),
        row: {
          ticket_ref: ticket.ticketRef,
          person_ref: key,
          type: ticket.type,
          applied_on: ticket.appliedOn,
          granted_on: ticket.grantedOn,
          package: ticket.package,
          percentage: ticket.percentage,
          guidance_need: ticket.guidanceNeed,
          need_class: ticket.needClass,
          need_duration: ticket.needDuration,
          origin: ticket.origin,
        },
      };
      if (ticket.indicationRef === null) return [opened];
      return [opened, indicationDecided(ticket.indicationRef, ticket.grantedOn, "ISSUED")];
    }
    case "TicketRefused":
      return [indicationDecided(event.payload.indicationRef, event.payload.decidedOn, "REFUSED")];
    case "TicketEnded": {
      const { ticketRef, endedOn } = event.payload;
      return [{ table: "ticket", key: ticketRef, op: "close", validFrom: addDays(endedOn, 1), validTo: null }];
    }
    case "ReviewRequested":
    case "ReviewAdvised":
    case "ReviewDecided":
      return [];
  }
}

function indicationDecided(key: string, decidedOn: PlainDate, outcome: "ISSUED" | "REFUSED"): RowChange {
  return { table: "indication", key, op: "replace", validFrom: null, validTo: null, row: { decided_on: decidedOn, outcome } };
}

function firstOfMonth(month: string): PlainDate {
  return plainDate(`${month}-01`);
}
