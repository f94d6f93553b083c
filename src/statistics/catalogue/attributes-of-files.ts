// Attributes of indications, applications and grants themselves.
import { localized } from "../../kernel/index.ts";
import type { Attribute } from "./attribute.ts";
import { codes, own } from "./own-attribute.ts";
import type { SubjectId } from "./subjects.ts";

const packages = codes("T2", "P5", "P5_PLUS", "P5_MWB", "TEMP_VULNERABLE", "AFTER_EVALUATION");
const needs = codes("NONE", "LOW", "MEDIUM", "HIGH");
const grantOrTicket: readonly SubjectId[] = ["ticket", "grant", "payment"];

export const fileAttributes: readonly Attribute[] = [
  own({
    id: "package",
    title: localized("pakket", "package", "paquet"),
    meaning: localized(
      "Het startpakket of het pakket na evaluatie.",
      "The start package or the package after evaluation.",
      "Le paquet de départ ou après évaluation.",
    ),
    domain: packages,
    subjects: grantOrTicket,
    changes: true,
    ids: ["WP-03", "WP-04", "WP-05", "WP-06", "WP-10"],
  }),
  own({
    id: "guidanceNeed",
    title: localized("begeleidingsnood", "guidance need", "besoin d'accompagnement"),
    meaning: localized("Het niveau dat VDAB vond.", "The level found by VDAB.", "Le niveau constaté par le VDAB."),
    domain: needs,
    subjects: grantOrTicket,
    changes: true,
    ids: ["IND-23"],
  }),
  own({
    id: "percentage",
    title: localized("percentage", "percentage", "pourcentage"),
    meaning: localized(
      "Het percentage na evaluatie, in procent.",
      "The percentage after evaluation, in percent.",
      "Le pourcentage après évaluation.",
    ),
    domain: { kind: "number", unit: "percent", additive: false },
    subjects: ["grant"],
    changes: true,
    ids: ["WP-10"],
  }),
  own({
    id: "applicant",
    title: localized("aanvrager", "applicant", "demandeur"),
    meaning: localized("Werkgever of zelfstandige.", "Employer or self-employed person.", "Employeur ou indépendant."),
    domain: codes("EMPLOYER", "SELF_EMPLOYED"),
    subjects: ["application", "grant", "oldRight", "payment"],
    ids: ["STAT-05"],
  }),
  own({
    id: "premiums",
    title: localized("gevraagde of toegekende premies", "premiums asked or granted", "primes demandées ou octroyées"),
    meaning: localized(
      "Loonpremie, loonpremie met begeleidingspremie, of ondersteuningspremie van een zelfstandige.",
      "Wage premium, wage premium with guidance premium, or support premium of a self-employed person.",
      "Prime salariale, prime salariale avec accompagnement, ou prime de soutien d'un indépendant.",
    ),
    domain: { kind: "codes", values: ["WAGE", "WAGE_AND_GUIDANCE", "GUIDANCE", "SUPPORT"], rare: ["GUIDANCE"] },
    subjects: ["application", "grant", "payment"],
    ids: ["STAT-05"],
  }),
  own({
    id: "situation",
    title: localized("situatie bij de aanvraag", "situation at application", "situation lors de la demande"),
    meaning: localized(
      "Nieuw aangeworven, al aan het werk, of terug na ziekte of ongeval.",
      "New hire, already at work, or back after illness or accident.",
      "Nouvel engagement, déjà au travail, ou retour après maladie ou accident.",
    ),
    domain: codes("NEW_HIRE", "AT_WORK", "RETURN"),
    subjects: ["application"],
    ids: ["EMP-10"],
  }),
  own({
    id: "channel",
    title: localized("kanaal", "channel", "canal"),
    meaning: localized("Hoe de aanvraag binnenkwam.", "How the application came in.", "Le mode d'introduction."),
    domain: codes("ONLINE", "API", "CSV"),
    subjects: ["application"],
    ids: ["PROC-01"],
  }),
  own({
    id: "applicationState",
    title: localized("stand van de aanvraag", "state of the application", "état de la demande"),
    meaning: localized("De stand op de referentiedatum.", "The state at the reference date.", "L'état à la date de référence."),
    domain: codes("PENDING", "INCOMPLETE", "GRANTED", "REFUSED", "WITHDRAWN", "INADMISSIBLE"),
    subjects: ["application"],
    changes: true,
    ids: ["STAT-08"],
  }),
  own({
    id: "refusalGround",
    title: localized("reden van weigering", "refusal ground", "motif de refus"),
    meaning: localized(
      "De regel waarop een aanvraag strandde; er kunnen er meer zijn.",
      "The rule on which an application failed; there can be several.",
      "La règle non remplie ; il peut y en avoir plusieurs.",
    ),
    domain: { kind: "text" },
    subjects: ["application"],
    several: true,
    changes: true,
    ids: ["STAT-08"],
  }),
  own({
    id: "indicationMeasure",
    title: localized("gevraagde maatregel", "measure asked for", "mesure demandée"),
    meaning: localized("Waarvoor VDAB indiceert.", "What VDAB indicates for.", "Ce pour quoi le VDAB indique."),
    owner: "VDAB",
    domain: codes("INDIVIDUAL", "COLLECTIVE", "AMA"),
    subjects: ["indication"],
    ids: ["STAT-10"],
  }),
  own({
    id: "indicationOutcome",
    title: localized("uitkomst van de indicering", "outcome of the indication", "issue de l'indication"),
    meaning: localized("Ticket of weigering.", "Ticket or refusal.", "Ticket ou refus."),
    owner: "VDAB",
    domain: codes("ISSUED", "REFUSED"),
    subjects: ["indication"],
    ids: ["STAT-10"],
  }),
  own({
    id: "previousMeasure",
    title: localized("vorige maatregel", "previous measure", "mesure précédente"),
    meaning: localized(
      "De maatregel waaronder de relatie voordien viel.",
      "The measure that the relation was under before.",
      "La mesure dont relevait la relation auparavant.",
    ),
    domain: codes("NONE", "VOP", "TVOP", "LDE", "MWA", "SINE", "CMW"),
    subjects: ["grant"],
    ids: ["STAT-06", "STAT-07"],
  }),
  own({
    id: "termQuarters",
    title: localized("duur in kwartalen", "term in quarters", "durée en trimestres"),
    meaning: localized(
      "Aantal kwartalen van de toekenning.",
      "Number of quarters of the grant.",
      "Nombre de trimestres de l'octroi.",
    ),
    domain: { kind: "text" },
    subjects: ["grant"],
    changes: true,
    ids: ["WP-03"],
  }),
];
