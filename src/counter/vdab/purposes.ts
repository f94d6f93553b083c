// Why somebody of VDAB opens a person's file: a closed list, written to the access log in Dutch and shown to the person.
import { type Localized, localized } from "../../kernel/index.ts";

export const PURPOSES = {
  INDICATION: localized(
    "Aanvraag indicering behandelen",
    "Handling a request for an indication",
    "Traitement d’une demande d’indication",
  ),
  EVALUATION: localized(
    "Evaluatie op de werkvloer behandelen",
    "Handling an evaluation on the workfloor",
    "Traitement d’une évaluation sur le lieu de travail",
  ),
  REVIEW: localized("Heroverweging behandelen", "Handling a review", "Traitement d’un réexamen"),
  EXPIRY: localized(
    "Ticket dat vervalt opvolgen",
    "Following up a ticket that runs out",
    "Suivi d’un avis qui arrive à échéance",
  ),
  ADVICE: localized("ICF-advies bekijken", "Looking at an ICF advice", "Examen d’un avis CIF"),
  CATCH_UP: localized(
    "Dubbelticket geven (inhaalbeweging)",
    "Giving the double ticket (catch-up)",
    "Octroi du double avis (rattrapage)",
  ),
  CONVERSION: localized("Recht op VOP omzetten", "Converting a right to VOP", "Conversion d’un droit à la VOP"),
  QUESTION: localized("Vraag van de persoon zelf", "Question of the person", "Question de la personne elle-même"),
} as const satisfies Readonly<Record<string, Localized>>;

export type Purpose = keyof typeof PURPOSES;

export const isPurpose = (value: unknown): value is Purpose => typeof value === "string" && Object.hasOwn(PURPOSES, value);

/** Purposes of lists and searches, where names are opened without going into a file. */
export const LIST_PURPOSES = {
  WORK_LIST: localized("Werklijst van VDAB", "Work list of VDAB", "Liste de travail du VDAB"),
  SEARCH: localized("Persoon opzoeken bij VDAB", "Looking up a person at VDAB", "Recherche d’une personne au VDAB"),
  PARTNER: localized("Eigen ICF-adviezen van de partner", "The partner's own ICF advices", "Avis CIF du partenaire même"),
  OWN: localized("Eigen dossier bekijken", "Looking at the own file", "Consultation du propre dossier"),
  GUARDIAN: localized(
    "Dossier bekijken als bewindvoerder",
    "Looking at the file as guardian",
    "Consultation du dossier comme administrateur",
  ),
} as const satisfies Readonly<Record<string, Localized>>;
