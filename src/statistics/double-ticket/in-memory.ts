// Breaches of the double-ticket rule, by plain loops over plain rows.
import type { RunContext } from "../context.ts";
import { groupBy, knownAt } from "../reference/known.ts";
import type { Tables, TicketRow } from "../reference/tables.ts";
import type { Breach } from "./breach.ts";

export function breachesInMemory(tables: Tables, until: string, context: RunContext): readonly Breach[] {
  const known = knownAt(tables, context.knownAt);
  const { doubleTicketFrom, doubleTicketPackage, doubleTicketGuidanceNeed } = context.law;
  const asked = known.tickets.filter(
    (ticket) => ticket.type === "COLLECTIVE" && ticket.applied_on >= doubleTicketFrom && ticket.granted_on <= until,
  );
  const found: Breach[] = [];
  for (const versions of groupBy(asked, (ticket) => ticket.ticket_ref).values()) {
    const collective = versions.reduce((a, b) => ((a.valid.from ?? "") <= (b.valid.from ?? "") ? a : b));
    const individual = (known.ticketsOf.get(collective.person_ref) ?? []).filter((ticket) => ticket.type === "INDIVIDUAL");
    const held = individual.filter((ticket) => heldOn(ticket, collective.granted_on));
    if (held.some((ticket) => ticket.package === doubleTicketPackage && ticket.guidance_need === doubleTicketGuidanceNeed))
      continue;
    const later = individual
      .map((ticket) => ticket.granted_on)
      .filter((day) => day > collective.granted_on)
      .sort()[0];
    const kind = held.length > 0 ? "OTHER_PACKAGE" : later === undefined ? "MISSING" : "LATE";
    found.push({
      ticketRef: collective.ticket_ref,
      personRef: collective.person_ref,
      appliedOn: collective.applied_on,
      grantedOn: collective.granted_on,
      kind,
      individualGrantedOn: kind === "LATE" ? later! : null,
    });
  }
  const order = (breach: Breach): string => `${breach.grantedOn} ${breach.ticketRef}`;
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Granted by that day and not yet ended. */
function heldOn(ticket: TicketRow, day: string): boolean {
  return ticket.granted_on <= day && (ticket.valid.until === null || ticket.valid.until > day);
}
