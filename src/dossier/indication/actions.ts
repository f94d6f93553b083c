// What may happen next to an indication and to a ticket.
import type { PlainDate } from "../../kernel/index.ts";
import type { IndicationCommand } from "./commands.ts";
import { type Indication, isValidOn, type Ticket } from "./state.ts";

export type IndicationStage = "NONE" | "PENDING" | "ISSUED" | "REFUSED";
export type TicketStage = "NONE" | "RUNNING" | "OVER";
type Action = IndicationCommand["type"];

/** On one indication. An indication is decided once; a new need is a new request. */
export const INDICATION_ACTIONS: Readonly<Record<IndicationStage, readonly Action[]>> = {
  NONE: ["RequestIndication"],
  PENDING: ["AddEvidence", "JudgeCriteria", "RecordFinding", "RecordTicket", "RefuseIndication"],
  ISSUED: [],
  REFUSED: [],
};

/** On one ticket. RUNNING includes tickets whose first day is still to come. */
export const TICKET_ACTIONS: Readonly<Record<TicketStage, readonly Action[]>> = {
  NONE: ["RecordTicket", "CatchUpDoubleTicket", "ConvertOldRight"],
  RUNNING: ["EndTicket"],
  OVER: [],
};

export const indicationStage = (indication: Indication | undefined): IndicationStage => indication?.outcome ?? "NONE";

export function ticketStage(ticket: Ticket | undefined, day: PlainDate): TicketStage {
  if (ticket === undefined) return "NONE";
  return isValidOn(ticket, day) || ticket.validFrom > day ? "RUNNING" : "OVER";
}
