// Attributes of rights under older measures: which, how its evaluation went, what the organisation chose.
import { localized } from "../../kernel/index.ts";
import type { Attribute } from "./attribute.ts";
import { codes, date, own } from "./own-attribute.ts";

export const olderRightAttributes: readonly Attribute[] = [
  own({
    id: "oldMeasure",
    title: localized("oudere maatregel", "older measure", "mesure ancienne"),
    meaning: localized("De maatregel die uitdooft.", "The measure that runs out.", "La mesure en extinction."),
    domain: codes(
      "VOP",
      "TVOP",
      "SINE_REGULAR",
      "SINE_MWB_INSIDE",
      "SINE_MWB_OUTSIDE",
      "LDE_INDIVIDUAL",
      "LDE_COLLECTIVE",
      "MWA",
      "ALD",
    ),
    subjects: ["oldRight"],
    ids: ["TRANS-01"],
  }),
  own({
    id: "evaluationOutcome",
    title: localized("uitkomst van de evaluatie", "outcome of the evaluation", "issue de l'évaluation"),
    meaning: localized(
      "Hoe de evaluatie van een ouder recht afliep.",
      "How the evaluation of an older right ended.",
      "L'issue de l'évaluation d'un droit ancien.",
    ),
    owner: "VDAB",
    domain: codes("IMW", "NO_NEED", "OLD_CRITERIA"),
    subjects: ["oldRight"],
    ids: ["TRANS-05", "STAT-06"],
  }),
  own({
    id: "evaluationRequestedOn",
    title: localized("dag van de vraag om evaluatie", "day the evaluation was requested", "jour de la demande d'évaluation"),
    meaning: localized("De dag van de vraag.", "The day of the request.", "Le jour de la demande."),
    domain: date,
    subjects: ["oldRight"],
    ids: ["TRANS-05"],
  }),
  own({
    id: "evaluationDecidedOn",
    title: localized(
      "dag van de beslissing over de evaluatie",
      "day the evaluation was decided",
      "jour de la décision sur l'évaluation",
    ),
    meaning: localized("De dag van de beslissing.", "The day of the decision.", "Le jour de la décision."),
    domain: date,
    subjects: ["oldRight"],
    ids: ["TRANS-05"],
  }),
  own({
    id: "oldRightEndReason",
    title: localized("reden van het einde", "reason of the end", "motif de la fin"),
    meaning: localized(
      "Waarom een ouder recht eindigde; geen waar het nog loopt of zijn voorziene einde afwacht.",
      "Why an older right ended; none where it still runs to its foreseen end.",
      "Pourquoi un droit ancien a pris fin ; aucun s'il court encore.",
    ),
    domain: codes(
      "NONE",
      "TERM_OVER",
      "IMW_GRANTED",
      "CONTRACT_ENDED",
      "NO_NEED_FOUND",
      "MEASURE_ENDED",
      "CHOICE_OF_ORGANISATION",
    ),
    subjects: ["oldRight"],
    ids: ["TRANS-01"],
  }),
  own({
    id: "ldeChoice",
    title: localized("keuze van de LDE-organisatie", "choice of the LDE organisation", "choix de l'organisation LDE"),
    meaning: localized("Individueel of collectief.", "Individual or collective.", "Individuel ou collectif."),
    domain: codes("INDIVIDUAL", "COLLECTIVE"),
    subjects: ["oldRight"],
    ids: ["TRANS-30", "STAT-07"],
  }),
];
