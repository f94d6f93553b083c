// What can be counted: each subject of the records, the units that it can be counted in, and the events that happen to it.
import { type Localized, localized } from "../../kernel/index.ts";
import type { Unit } from "./units.ts";

export const subjects = [
  "person",
  "ticketHolder",
  "ticket",
  "indication",
  "application",
  "grant",
  "oldRight",
  "payment",
  "commitment",
  "transfer",
  "employer",
] as const;

export type SubjectId = (typeof subjects)[number];

interface SubjectFacts {
  readonly title: Localized;
  readonly units: readonly Unit[];
  /** Whether it can stand at a date; a payment only happens. */
  readonly standing: boolean;
  readonly hasPerson: boolean;
  readonly hasEmployer: boolean;
}

export const subjectFacts: Readonly<Record<SubjectId, SubjectFacts>> = {
  person: {
    title: localized("geregistreerde personen", "registered persons", "personnes enregistrées"),
    units: ["person", "year"],
    standing: true,
    hasPerson: true,
    hasEmployer: false,
  },
  ticketHolder: {
    title: localized(
      "personen met minstens één ticket",
      "persons with at least one ticket",
      "personnes ayant au moins un ticket",
    ),
    units: ["person", "year"],
    standing: true,
    hasPerson: true,
    hasEmployer: false,
  },
  ticket: {
    title: localized("tickets", "tickets", "tickets"),
    units: ["ticket", "person", "year"],
    standing: true,
    hasPerson: true,
    hasEmployer: false,
  },
  indication: {
    title: localized("indiceringen", "indications", "indications"),
    units: ["indication", "person", "decision", "day", "year"],
    standing: true,
    hasPerson: true,
    hasEmployer: false,
  },
  application: {
    title: localized("aanvragen", "applications", "demandes"),
    units: ["application", "file", "relation", "person", "employer", "establishment", "decision", "day", "year"],
    standing: true,
    hasPerson: true,
    hasEmployer: true,
  },
  grant: {
    title: localized("toekenningen", "grants", "octrois"),
    units: [
      "grant",
      "file",
      "relation",
      "person",
      "employer",
      "establishment",
      "component",
      "decision",
      "fte",
      "percent",
      "year",
    ],
    standing: true,
    hasPerson: true,
    hasEmployer: true,
  },
  oldRight: {
    title: localized("rechten uit oudere maatregelen", "rights under older measures", "droits d'anciennes mesures"),
    units: ["file", "person", "relation", "employer", "year"],
    standing: true,
    hasPerson: true,
    hasEmployer: true,
  },
  payment: {
    title: localized("geboekte bedragen", "amounts booked", "montants comptabilisés"),
    units: ["euro", "component", "paidQuarter", "paidAtLeastOnce", "grant", "person", "employer"],
    standing: false,
    hasPerson: true,
    hasEmployer: true,
  },
  commitment: {
    title: localized("vastgelegde bedragen", "amounts committed", "montants engagés"),
    units: ["euro", "component", "grant", "person", "employer"],
    standing: false,
    hasPerson: true,
    hasEmployer: true,
  },
  transfer: {
    title: localized("overschrijvingen", "transfers", "virements"),
    units: ["euro", "transfer", "employer"],
    standing: false,
    hasPerson: false,
    hasEmployer: true,
  },
  employer: {
    title: localized("werkgevers", "employers", "employeurs"),
    units: ["employer"],
    standing: true,
    hasPerson: false,
    hasEmployer: true,
  },
};

export const events = [
  "ticket.applied",
  "ticket.issued",
  "ticket.ended",
  "indication.requested",
  "indication.decided",
  "indication.issued",
  "indication.refused",
  "application.filed",
  "application.decided",
  "application.granted",
  "application.refused",
  "application.withdrawn",
  "application.inadmissible",
  "grant.decided",
  "grant.started",
  "grant.ended",
  "oldRight.started",
  "oldRight.ended",
  "oldRight.evaluationRequested",
  "oldRight.evaluationDecided",
  "payment.booked",
  "payment.due",
  "commitment.booked",
  "transfer.executed",
  "transfer.returned",
] as const;

export type EventId = (typeof events)[number];

export function subjectOf(event: EventId): SubjectId {
  return event.slice(0, event.indexOf(".")) as SubjectId;
}

/** Events that are decisions: only these can be counted in the unit "decision". */
export const decisions: readonly EventId[] = [
  "indication.decided",
  "indication.issued",
  "indication.refused",
  "application.decided",
  "application.granted",
  "application.refused",
  "application.inadmissible",
  "grant.decided",
];

export const eventTitles: Readonly<Record<EventId, Localized>> = {
  "ticket.applied": localized("ticket aangevraagd", "ticket applied for", "ticket demandé"),
  "ticket.issued": localized("ticket toegekend", "ticket issued", "ticket octroyé"),
  "ticket.ended": localized("ticket beëindigd", "ticket ended", "ticket terminé"),
  "indication.requested": localized("indicering gevraagd", "indication requested", "indication demandée"),
  "indication.decided": localized("indicering beslist", "indication decided", "indication décidée"),
  "indication.issued": localized("indicering met ticket", "indication with a ticket", "indication avec ticket"),
  "indication.refused": localized("indicering geweigerd", "indication refused", "indication refusée"),
  "application.filed": localized("aanvraag ingediend", "application filed", "demande introduite"),
  "application.decided": localized("aanvraag beslist", "application decided", "demande tranchée"),
  "application.granted": localized("aanvraag toegekend", "application granted", "demande octroyée"),
  "application.refused": localized("aanvraag geweigerd", "application refused", "demande refusée"),
  "application.withdrawn": localized("aanvraag ingetrokken", "application withdrawn", "demande retirée"),
  "application.inadmissible": localized("aanvraag onontvankelijk", "application inadmissible", "demande irrecevable"),
  "grant.decided": localized("toekenning beslist", "grant decided", "octroi décidé"),
  "grant.started": localized("toekenning begonnen", "grant started", "octroi commencé"),
  "grant.ended": localized("toekenning beëindigd", "grant ended", "octroi terminé"),
  "oldRight.started": localized("ouder recht begonnen", "older right started", "droit ancien commencé"),
  "oldRight.ended": localized("ouder recht beëindigd", "older right ended", "droit ancien terminé"),
  "oldRight.evaluationRequested": localized("evaluatie gevraagd", "evaluation requested", "évaluation demandée"),
  "oldRight.evaluationDecided": localized("evaluatie beslist", "evaluation decided", "évaluation décidée"),
  "payment.booked": localized("bedrag geboekt", "amount booked", "montant comptabilisé"),
  "commitment.booked": localized("bedrag vastgelegd", "amount committed", "montant engagé"),
  "transfer.executed": localized("door de bank betaald", "paid by the bank", "payé par la banque"),
  "transfer.returned": localized("door de bank teruggegeven", "given back by the bank", "rendu par la banque"),
  "payment.due": localized("bedrag over een kwartaal", "amount for a quarter", "montant d'un trimestre"),
};
