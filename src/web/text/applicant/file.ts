// Words of one file: where it stands, what can be done, what it pays.
import type { Entries } from "../catalogue.ts";

export const fileWords = {
  fileTitle: {
    nl: (who: string) => `Dossier van ${who}`,
    en: (who: string) => `File of ${who}`,
    fr: (who: string) => `Dossier de ${who}`,
  },
  whereItStands: { nl: "Hoe staat het ervoor?", en: "Where does it stand?", fr: "Où en est-on ?" },
  standsPENDING: {
    nl: "Het departement behandelt uw aanvraag. U hoeft nu niets te doen.",
    en: "The department is handling your application. You need not do anything now.",
    fr: "Le département traite votre demande. Vous ne devez rien faire actuellement.",
  },
  standsINCOMPLETE: {
    nl: "Het departement wacht op een aanvulling van u.",
    en: "The department is waiting for more from you.",
    fr: "Le département attend un complément de votre part.",
  },
  standsGRANTED: {
    nl: (from: string, until: string) => `Toegekend, van het ${from} tot en met het ${until}.`,
    en: (from: string, until: string) => `Granted, from the ${from} up to and including the ${until}.`,
    fr: (from: string, until: string) => `Accordé, du ${from} au ${until} inclus.`,
  },
  standsREFUSED: {
    nl: "Het departement weigerde de aanvraag.",
    en: "The department refused the application.",
    fr: "Le département a refusé la demande.",
  },
  standsWITHDRAWN: { nl: "U trok de aanvraag in.", en: "You withdrew the application.", fr: "Vous avez retiré la demande." },
  standsINADMISSIBLE: {
    nl: "De aanvraag kon niet behandeld worden. U mag een nieuwe indienen.",
    en: "The application could not be handled. You may file a new one.",
    fr: "La demande n'a pas pu être traitée. Vous pouvez en introduire une nouvelle.",
  },
  stopped: {
    nl: (day: string) => `De steun stopte op ${day}.`,
    en: (day: string) => `Support stopped on ${day}.`,
    fr: (day: string) => `Le soutien s'est arrêté le ${day}.`,
  },
  missing: { nl: "Wat er ontbreekt", en: "What is missing", fr: "Ce qui manque" },
  grounds: { nl: "Redenen", en: "Reasons", fr: "Raisons" },
  whatYouCanDo: { nl: "Wat kunt u doen?", en: "What can you do?", fr: "Que pouvez-vous faire ?" },
  nothingToDo: {
    nl: "Niets meer: dit dossier is afgesloten.",
    en: "Nothing more: this file is closed.",
    fr: "Plus rien : ce dossier est clos.",
  },
  doComplete: { nl: "Aanvullen", en: "Complete", fr: "Compléter" },
  doWithdraw: { nl: "Aanvraag intrekken", en: "Withdraw the application", fr: "Retirer la demande" },
  doChange: { nl: "Een wijziging melden", en: "Report a change", fr: "Signaler un changement" },
  doGuidance: {
    nl: "Begeleider, coach en ondersteuningsplan",
    en: "Guide, coach and support plan",
    fr: "Accompagnateur, coach et plan de soutien",
  },
  doAdjustment: { nl: "Een aanpassing vragen", en: "Ask for an adjustment", fr: "Demander une adaptation" },
  doExtension: { nl: "Een verlenging vragen", en: "Ask for an extension", fr: "Demander une prolongation" },
  adjustmentFrom: {
    nl: (day: string) => `Een aanpassing kunt u vragen vanaf ${day}.`,
    en: (day: string) => `You can ask for an adjustment from ${day}.`,
    fr: (day: string) => `Vous pouvez demander une adaptation à partir du ${day}.`,
  },
  extensionFrom: {
    nl: (day: string) => `Een verlenging kunt u vragen vanaf ${day}.`,
    en: (day: string) => `You can ask for an extension from ${day}.`,
    fr: (day: string) => `Vous pouvez demander une prolongation à partir du ${day}.`,
  },
  underWay: {
    nl: "Er loopt een evaluatie door VDAB.",
    en: "An evaluation by VDAB is under way.",
    fr: "Une évaluation par le VDAB est en cours.",
  },
  amounts: { nl: "Wat het opbrengt", en: "What it pays", fr: "Ce que cela rapporte" },
  amountsLead: {
    nl: "Berekend met de aangiften die we ontvingen. Wat werd uitbetaald, staat op uw betaalbericht.",
    en: "Calculated with the declarations that we received. What was paid stands on your payment notice.",
    fr: "Calculé avec les déclarations reçues. Ce qui a été payé figure sur votre avis de paiement.",
  },
  quarter: { nl: "Kwartaal", en: "Quarter", fr: "Trimestre" },
  percentage: { nl: "Percentage", en: "Percentage", fr: "Pourcentage" },
  total: { nl: "Samen", en: "Together", fr: "Total" },
  quarterCOMING: { nl: "komt nog", en: "still to come", fr: "à venir" },
  quarterAWAITED: { nl: "wacht op de aangifte", en: "waits for the declaration", fr: "en attente de la déclaration" },
  quarterSTOPPED: { nl: "gestopt", en: "stopped", fr: "arrêté" },
  showSteps: {
    nl: (q: string) => `stappen van het ${q}`,
    en: (q: string) => `steps of the ${q}`,
    fr: (q: string) => `étapes du ${q}`,
  },
  stepsOf: {
    nl: (q: string) => `Zo is het ${q} berekend`,
    en: (q: string) => `How the ${q} was calculated`,
    fr: (q: string) => `Comment le ${q} a été calculé`,
  },
  history: { nl: "Wat er gebeurde", en: "What happened", fr: "Ce qui s'est passé" },
  given: { nl: "Wat u indiende", en: "What you filed", fr: "Ce que vous avez introduit" },
  byYou: { nl: "door u of uw onderneming", en: "by you or your enterprise", fr: "par vous ou votre entreprise" },
  byDepartment: { nl: "door het departement", en: "by the department", fr: "par le département" },
  byVdab: { nl: "door VDAB", en: "by VDAB", fr: "par le VDAB" },
} as const satisfies Entries;
