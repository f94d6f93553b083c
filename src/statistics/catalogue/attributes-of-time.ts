// Attributes that come from the window itself: where in time an event falls, and what followed it.
import { localized } from "../../kernel/index.ts";
import type { Attribute } from "./attribute.ts";
import { codes, own } from "./own-attribute.ts";

export const timeAttributes: readonly Attribute[] = [
  own({
    id: "stateAtEnd",
    title: localized("stand op het einde van de periode", "state at the end of the period", "état à la fin de la période"),
    meaning: localized(
      "De stand van de aanvraag op de laatste dag van de gevraagde periode.",
      "The state of the application on the last day of the period asked about.",
      "L'état de la demande au dernier jour de la période demandée.",
    ),
    path: "window",
    domain: codes("PENDING", "INCOMPLETE", "GRANTED", "REFUSED", "WITHDRAWN", "INADMISSIBLE"),
    subjects: ["application"],
    ids: ["STAT-08"],
  }),
  own({
    id: "turnaroundDays",
    title: localized("doorlooptijd in dagen", "turnaround in days", "délai en jours"),
    meaning: localized(
      "Kalenderdagen van de eerste gebeurtenis van het cohort tot de tweede.",
      "Calendar days from the first event of the cohort to the second.",
      "Jours calendrier du premier événement de la cohorte au second.",
    ),
    path: "window",
    domain: { kind: "number", unit: "day", additive: false },
    subjects: ["application", "indication"],
    ids: ["OPEN-18"],
  }),
  own({
    id: "reached",
    title: localized("tweede gebeurtenis bereikt", "second event reached", "second événement atteint"),
    meaning: localized(
      "Of de tweede gebeurtenis van het cohort al gekend is.",
      "Whether the second event of the cohort is already known.",
      "Si le second événement de la cohorte est déjà connu.",
    ),
    path: "window",
    domain: codes("YES", "NO"),
    subjects: ["application", "indication"],
    ids: ["OPEN-18"],
  }),
  own({
    id: "quarter",
    title: localized("kwartaal van de gebeurtenis", "quarter of the event", "trimestre de l'événement"),
    meaning: localized(
      "Het kwartaal waarin de gebeurtenis valt.",
      "The quarter in which the event falls.",
      "Le trimestre de l'événement.",
    ),
    path: "window",
    domain: { kind: "text" },
    subjects: ["ticket", "indication", "application", "grant", "oldRight", "payment", "commitment", "transfer"],
    changes: true,
    ids: ["STAT-09"],
  }),
  own({
    id: "year",
    title: localized("jaar van de gebeurtenis", "year of the event", "année de l'événement"),
    meaning: localized(
      "Het kalenderjaar waarin de gebeurtenis valt.",
      "The calendar year in which the event falls.",
      "L'année civile de l'événement.",
    ),
    path: "window",
    domain: { kind: "text" },
    subjects: ["ticket", "indication", "application", "grant", "oldRight", "payment", "commitment", "transfer"],
    changes: true,
    ids: ["STAT-09"],
  }),
];
