// Words of checking the answers and of filing.
import type { Entries } from "../catalogue.ts";

export const checkWords = {
  reviewTitle: { nl: "Kijk uw antwoorden na", en: "Check your answers", fr: "Vérifiez vos réponses" },
  reviewMissing: {
    nl: "Sommige antwoorden ontbreken of kloppen niet",
    en: "Some answers are missing or wrong",
    fr: "Certaines réponses manquent ou sont incorrectes",
  },
  blocksTitle: {
    nl: "Zo kunt u niet indienen",
    en: "You cannot file like this",
    fr: "Vous ne pouvez pas introduire la demande ainsi",
  },
  attention: { nl: "Let op voor u indient", en: "Note before you file", fr: "Attention avant d'introduire" },
  attentionBody: {
    nl: "U kunt indienen. Het departement kijkt dit na.",
    en: "You can file. The department will look at this.",
    fr: "Vous pouvez introduire la demande. Le département examinera ceci.",
  },
  declare: {
    nl: "Door in te dienen verklaart u dat deze antwoorden juist zijn.",
    en: "By filing you declare that these answers are correct.",
    fr: "En introduisant la demande, vous déclarez que ces réponses sont exactes.",
  },
  file: { nl: "Aanvraag indienen", en: "File the application", fr: "Introduire la demande" },
  noEvidence: { nl: "Geen", en: "None", fr: "Aucune" },
  doneTitle: { nl: "Uw aanvraag is ingediend", en: "Your application has been filed", fr: "Votre demande a été introduite" },
  doneNumber: {
    nl: (n: string) => `Uw dossiernummer is ${n}.`,
    en: (n: string) => `Your file number is ${n}.`,
    fr: (n: string) => `Votre numéro de dossier est ${n}.`,
  },
  doneNext: { nl: "Wat gebeurt er nu?", en: "What happens next?", fr: "Que se passe-t-il maintenant ?" },
  doneNext1: {
    nl: "Het departement kijkt na of uw aanvraag volledig is. Ontbreekt er iets, dan vragen we het u.",
    en: "The department checks that your application is complete. If something is missing, we ask you.",
    fr: "Le département vérifie si votre demande est complète. S'il manque quelque chose, nous vous le demandons.",
  },
  doneNext2: {
    nl: "Daarna beslist het departement. U krijgt de beslissing met alle redenen.",
    en: "Then the department decides. You get the decision with all reasons.",
    fr: "Ensuite, le département décide. Vous recevez la décision avec toutes les raisons.",
  },
  doneNext3: {
    nl: "Na een toekenning wordt de premie elk kwartaal berekend op de aangifte bij de RSZ.",
    en: "After a grant the premium is calculated each quarter on the social-security declaration.",
    fr: "Après l'octroi, la prime est calculée chaque trimestre sur la déclaration à l'ONSS.",
  },
  doneFollow: { nl: "Dit dossier volgen", en: "Follow this file", fr: "Suivre ce dossier" },
  doneAnother: { nl: "Nog een aanvraag", en: "Another application", fr: "Une autre demande" },
} as const satisfies Entries;
