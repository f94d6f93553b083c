// From events of a person to rows of person_fact, work_status, indication and ticket.
import { addDays, type PlainDate, plainDate } from "../../kernel/index.ts";
import type { Envelope } from "../event.ts";
import type { PersonEvent } from "../events.ts";
import type { RowChange } from "../read-rows.ts";
import { projectReview } from "./review.ts";

export function projectPerson(event: PersonEvent, envelope: Envelope): RowChange[] {
  const person = envelope.streamRef;
  const key = { person_ref: person };
  const from = event.effectiveOn;
  switch (event.type) {
    case "PersonRegistered": {
      const { sex, bornIn, municipality, province, residence } = event.payload;
      const row = { sex, born_in: plainDate(`${bornIn}-01`), municipality, province, residence, education: null, origin: null };
      return [{ table: "person_fact", key, change: "put", validFrom: from, validTo: null, row }];
    }
    case "ResidenceChanged": {
      const { municipality, province, residence, until } = event.payload;
      const row = { municipality, province, residence };
      return [{ table: "person_fact", key, change: "patch", validFrom: from, validTo: until ?? null, row }];
    }
    case "EducationRecorded": {
      const { level, until } = event.payload;
      return [{ table: "person_fact", key, change: "patch", validFrom: from, validTo: until ?? null, row: { education: level } }];
    }
    case "OriginLinked": {
      const { origin, until } = event.payload;
      return [{ table: "person_fact", key, change: "patch", validFrom: from, validTo: until ?? null, row: { origin } }];
    }
    case "WorkStatusChanged": {
      const { status, employability, workCareTrajectory, benefit, unemployedSince, until } = event.payload;
      const row = { status, employability, work_care: workCareTrajectory, benefit, unemployed_since: unemployedSince };
      return [{ table: "work_status", key, change: "put", validFrom: from, validTo: until ?? null, row }];
    }
    case "IndicationRequested": {
      const { indicationRef, measure, requestedOn } = event.payload;
      return [
        {
          table: "indication",
          key: { person_ref: person, indication_ref: indicationRef },
          change: "put",
          validFrom: null,
          validTo: null,
          row: { measure, requested_on: requestedOn, decided_on: null, outcome: null },
        },
      ];
    }
    case "TicketIssued": {
      const ticket = event.payload;
      const opened: RowChange = {
        table: "ticket",
        key: { person_ref: person, ticket_ref: ticket.ticketRef },
        change: "put",
        validFrom: ticket.validFrom,
        validTo: addDays(ticket.validUntil, 1),
        row: {
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
      return [opened, indicationDecided(person, ticket.indicationRef, ticket.grantedOn, "ISSUED")];
    }
    case "TicketRefused":
      return [indicationDecided(person, event.payload.indicationRef, event.payload.decidedOn, "REFUSED")];
    case "TicketEnded": {
      const { ticketRef, endedOn } = event.payload;
      const ticketKey = { person_ref: person, ticket_ref: ticketRef };
      return [{ table: "ticket", key: ticketKey, change: "end", validFrom: addDays(endedOn, 1), validTo: null }];
    }
    case "IcfAdviceGiven": {
      const { adviceRef, organisation, advisedOn } = event.payload;
      const row = { organisation, advised_on: advisedOn, handled_on: null };
      return [{ table: "icf_advice", key: adviceKey(person, adviceRef), change: "put", ...always, row }];
    }
    case "IcfAdviceHandled": {
      const { adviceRef, handledOn } = event.payload;
      return [
        { table: "icf_advice", key: adviceKey(person, adviceRef), change: "patch", ...always, row: { handled_on: handledOn } },
      ];
    }
    case "ReviewRequested":
    case "ReviewAdvised":
    case "ReviewDecided":
      return [projectReview(event, envelope)];
    // A finding, its evidence and the judgement of criteria stay with VDAB: no read table holds them.
    case "FindingRecorded":
    case "EvidenceAdded":
    case "CriteriaJudged":
      return [];
  }
}

const always = { validFrom: null, validTo: null } as const;
const adviceKey = (person: string, advice: string) => ({ person_ref: person, advice_ref: advice });

function indicationDecided(person: string, indication: string, on: PlainDate, outcome: "ISSUED" | "REFUSED"): RowChange {
  return {
    table: "indication",
    key: { person_ref: person, indication_ref: indication },
    change: "patch",
    validFrom: null,
    validTo: null,
    row: { decided_on: on, outcome },
  };
}
