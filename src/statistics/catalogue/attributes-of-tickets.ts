// Attributes of tickets themselves: measure, origin, need, and the two days that the double ticket hangs on.
import { localized } from "../../kernel/index.ts";
import type { Attribute } from "./attribute.ts";
import { codes, date, own } from "./own-attribute.ts";

const around = codes("BEFORE", "FROM");

export const ticketAttributes: readonly Attribute[] = [
  own({
    id: "ticketType",
    title: localized("soort ticket", "type of ticket", "type de ticket"),
    meaning: localized(
      "De maatregel waarvoor het advies geldt.",
      "The measure that the advice is for.",
      "La mesure à laquelle l'avis se rapporte.",
    ),
    owner: "VDAB",
    domain: codes("COLLECTIVE", "INDIVIDUAL", "AMA_SOCIAL_ECONOMY", "WELFARE"),
    subjects: ["ticket"],
    ids: ["STAT-01", "AMA-01"],
  }),
  own({
    id: "ticketMeasure",
    title: localized("maatregel van het ticket", "measure of the ticket", "mesure du ticket"),
    meaning: localized(
      "Collectief maatwerk, individueel maatwerk of arbeidsmatige activiteiten, binnen de gekozen perimeter van AMA.",
      "Collective, individual customised work or work-oriented activities, within the chosen perimeter of AMA.",
      "Travail adapté collectif, individuel ou activités liées au travail, selon le périmètre AMA choisi.",
    ),
    owner: "VDAB",
    domain: codes("COLLECTIVE", "INDIVIDUAL", "AMA", "WELFARE"),
    subjects: ["ticket"],
    ids: ["STAT-01", "OPEN-57"],
  }),
  own({
    id: "ticketOrigin",
    title: localized("ontstaan van het ticket", "how the ticket came to be", "origine du ticket"),
    meaning: localized(
      "Gevraagd, dubbelticket, inhaalbeweging of omzetting van een ouder recht.",
      "Asked for, double ticket, catch-up, or conversion of an older right.",
      "Demandé, double avis, rattrapage ou conversion d'un droit ancien.",
    ),
    owner: "VDAB",
    domain: codes("REQUEST", "DOUBLE_TICKET", "CATCH_UP", "CONVERSION"),
    subjects: ["ticket"],
    ids: ["IND-14", "IND-15", "IND-17"],
  }),
  own({
    id: "needClass",
    title: localized("klasse van de behoefte", "class of need", "classe de besoin"),
    meaning: localized(
      "Alleen loonpremie, of loon- en begeleidingspremie.",
      "Wage premium only, or wage and guidance premium.",
      "Prime salariale seule, ou primes salariale et d'accompagnement.",
    ),
    owner: "VDAB",
    domain: codes("WAGE_PREMIUM", "WAGE_AND_GUIDANCE_PREMIUM"),
    subjects: ["ticket"],
    ids: ["IND-12"],
  }),
  own({
    id: "needDuration",
    title: localized("duur van de behoefte", "duration of the need", "durée du besoin"),
    meaning: localized("Tijdelijk of blijvend.", "Temporary or lasting.", "Temporaire ou durable."),
    owner: "VDAB",
    domain: codes("TEMPORARY", "LASTING"),
    subjects: ["ticket"],
    ids: ["IND-21", "IND-22"],
  }),
  own({
    id: "appliedOn",
    title: localized("dag van de aanvraag", "day of application", "jour de la demande"),
    meaning: localized("De dag waarop het ticket gevraagd is.", "The day the ticket was applied for.", "Le jour de la demande."),
    owner: "VDAB",
    domain: date,
    subjects: ["ticket"],
    ids: ["OPEN-39"],
  }),
  own({
    id: "grantedOn",
    title: localized("dag van de toekenning", "day of granting", "jour de l'octroi"),
    meaning: localized("De dag waarop het ticket toegekend is.", "The day the ticket was granted.", "Le jour de l'octroi."),
    owner: "VDAB",
    domain: date,
    subjects: ["ticket"],
    ids: ["OPEN-39"],
  }),
  own({
    id: "appliedAroundDoubleTicket",
    title: localized(
      "aangevraagd rond de start van het dubbelticket",
      "applied for around the start of the double ticket",
      "demandé autour du début du double avis",
    ),
    meaning: localized(
      "Gevraagd vóór de dag waarop het dubbelticket begon, of vanaf die dag.",
      "Applied for before the day the double ticket began, or from that day.",
      "Demandé avant le début du double avis ou à partir de ce jour.",
    ),
    owner: "VDAB",
    domain: around,
    subjects: ["ticket"],
    ids: ["IND-14", "OPEN-39"],
  }),
  own({
    id: "grantedAroundDoubleTicket",
    title: localized(
      "toegekend rond de start van het dubbelticket",
      "granted around the start of the double ticket",
      "octroyé autour du début du double avis",
    ),
    meaning: localized(
      "Toegekend vóór de dag waarop het dubbelticket begon, of vanaf die dag.",
      "Granted before the day the double ticket began, or from that day.",
      "Octroyé avant le début du double avis ou à partir de ce jour.",
    ),
    owner: "VDAB",
    domain: around,
    subjects: ["ticket"],
    ids: ["IND-15", "OPEN-39"],
  }),
];
