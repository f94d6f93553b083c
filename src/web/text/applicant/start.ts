// Words of the counter: whose it is, registration, and its first page.
import type { Entries } from "../catalogue.ts";

export const startWords = {
  title: { nl: "Mijn loket", en: "My counter", fr: "Mon guichet" },
  officeTitle: {
    nl: "Voor welke onderneming werkt u?",
    en: "For which enterprise do you work?",
    fr: "Pour quelle entreprise travaillez-vous ?",
  },
  officeLead: {
    nl: "Dit zijn de ondernemingen die u een mandaat gaven dat vandaag loopt.",
    en: "These are the enterprises that gave you a mandate that runs today.",
    fr: "Voici les entreprises qui vous ont donné un mandat en cours aujourd'hui.",
  },
  officeNone: {
    nl: "U hebt nu geen lopend mandaat",
    en: "You have no running mandate now",
    fr: "Vous n'avez pas de mandat en cours",
  },
  officeNoneBody: {
    nl: "Vraag de onderneming om u een mandaat te geven bij de overheid. Daarna staat ze hier.",
    en: "Ask the enterprise to give you a mandate with the government. After that it stands here.",
    fr: "Demandez à l'entreprise de vous donner un mandat auprès de l'administration. Elle apparaîtra ensuite ici.",
  },
  number: { nl: "Ondernemingsnummer", en: "Enterprise number", fr: "Numéro d'entreprise" },
  name: { nl: "Naam", en: "Name", fr: "Nom" },
  otherFirm: { nl: "Andere onderneming", en: "Other enterprise", fr: "Autre entreprise" },
  refusedTitle: { nl: "Dit kan nu niet", en: "This is not possible now", fr: "Ce n'est pas possible actuellement" },
  toStart: { nl: "Naar mijn loket", en: "To my counter", fr: "Vers mon guichet" },

  // Registration
  notRegistered: {
    nl: "Uw onderneming is nog niet geregistreerd voor individueel maatwerk",
    en: "Your enterprise is not yet registered for individual customised work",
    fr: "Votre entreprise n'est pas encore enregistrée pour le travail adapté individuel",
  },
  notRegisteredBody: {
    nl: "Registreer ze één keer. Daarna kunt u aanvragen indienen. Een registratie voor de VOP telt niet.",
    en: "Register it once. After that you can apply. A registration for the VOP does not count.",
    fr: "Enregistrez-la une fois. Vous pourrez ensuite introduire des demandes. Un enregistrement pour la VOP ne compte pas.",
  },
  registerTitle: { nl: "Onderneming registreren", en: "Register the enterprise", fr: "Enregistrer l'entreprise" },
  registerLead: {
    nl: "Kijk na of dit uw onderneming is. De gegevens komen uit het ondernemingsregister (KBO).",
    en: "Check that this is your enterprise. The details come from the company register (KBO).",
    fr: "Vérifiez qu'il s'agit de votre entreprise. Les données viennent du registre des entreprises (BCE).",
  },
  register: { nl: "Onderneming registreren", en: "Register the enterprise", fr: "Enregistrer l'entreprise" },
  registered: {
    nl: "Uw onderneming is geregistreerd",
    en: "Your enterprise is registered",
    fr: "Votre entreprise est enregistrée",
  },
  registeredBody: {
    nl: "U kunt nu een aanvraag beginnen.",
    en: "You can start an application now.",
    fr: "Vous pouvez maintenant commencer une demande.",
  },
  registeredSince: {
    nl: (day: string) => `Geregistreerd sinds ${day}`,
    en: (day: string) => `Registered since ${day}`,
    fr: (day: string) => `Enregistrée depuis le ${day}`,
  },
  registerDown: {
    nl: "Het ondernemingsregister antwoordt niet. Vul de gegevens zelf in; we kijken ze later na.",
    en: "The company register does not answer. Fill in the details yourself; we check them later.",
    fr: "Le registre des entreprises ne répond pas. Remplissez les données vous-même ; nous les vérifierons plus tard.",
  },
  registerUnknown: {
    nl: "Het ondernemingsregister kent dit nummer niet. Kijk na of uw onderneming al is ingeschreven.",
    en: "The company register does not know this number. Check that your enterprise has been entered in it.",
    fr: "Le registre des entreprises ne connaît pas ce numéro. Vérifiez que votre entreprise y est inscrite.",
  },
  legalForm: { nl: "Rechtsvorm", en: "Legal form", fr: "Forme juridique" },
  sector: { nl: "Sector (NACE, twee cijfers)", en: "Sector (NACE, two digits)", fr: "Secteur (NACE, deux chiffres)" },
  size: { nl: "Aantal werknemers", en: "Number of workers", fr: "Nombre de travailleurs" },
  province: { nl: "Provincie", en: "Province", fr: "Province" },

  // Start page
  askedOfYou: { nl: "Wat van u gevraagd wordt", en: "What is asked of you", fr: "Ce qui vous est demandé" },
  askedNothing: {
    nl: "Er wordt nu niets van u gevraagd.",
    en: "Nothing is asked of you now.",
    fr: "Rien ne vous est demandé actuellement.",
  },
  askedCompletion: {
    nl: (who: string) => `Vul het dossier van ${who} aan`,
    en: (who: string) => `Complete the file of ${who}`,
    fr: (who: string) => `Complétez le dossier de ${who}`,
  },
  drafts: {
    nl: "Aanvragen waaraan u bezig bent",
    en: "Applications that you are working on",
    fr: "Demandes en cours de rédaction",
  },
  draftFor: {
    nl: (who: string) => `Aanvraag voor ${who}`,
    en: (who: string) => `Application for ${who}`,
    fr: (who: string) => `Demande pour ${who}`,
  },
  draftNew: { nl: "Nieuwe aanvraag", en: "New application", fr: "Nouvelle demande" },
  savedAt: {
    nl: (at: string) => `bewaard op ${at}`,
    en: (at: string) => `saved on ${at}`,
    fr: (at: string) => `enregistrée le ${at}`,
  },
  discard: { nl: "Weggooien", en: "Throw away", fr: "Supprimer" },
  newApplication: { nl: "Nieuwe aanvraag", en: "New application", fr: "Nouvelle demande" },
  forWorker: { nl: "Premie voor een werknemer", en: "Premium for a worker", fr: "Prime pour un travailleur" },
  forWorkerHint: {
    nl: "Loonpremie, eventueel met begeleidingspremie. Voor wie nieuw begint, al bij u werkt, of terugkomt na ziekte of ongeval.",
    en: "Wage premium, with guidance premium if needed. For who starts new, works with you already, or returns after illness or accident.",
    fr: "Prime salariale, éventuellement avec prime d'accompagnement. Pour un nouveau travailleur, un travailleur déjà en service ou un retour après maladie ou accident.",
  },
  forSelf: {
    nl: "Premie voor uzelf als zelfstandige",
    en: "Premium for yourself as a self-employed person",
    fr: "Prime pour vous-même en tant qu'indépendant",
  },
  forSelfHint: { nl: "Ondersteuningspremie.", en: "Support premium.", fr: "Prime de soutien." },
  begin: { nl: "Aanvraag beginnen", en: "Start the application", fr: "Commencer la demande" },
  newTitle: { nl: "Wat wilt u aanvragen?", en: "What do you want to apply for?", fr: "Que souhaitez-vous demander ?" },
  newLead: {
    nl: "U beantwoordt één vraag per pagina. Uw antwoorden worden telkens bewaard; u kunt later verdergaan.",
    en: "You answer one question a page. Your answers are saved each time; you can go on later.",
    fr: "Vous répondez à une question par page. Vos réponses sont enregistrées à chaque fois ; vous pouvez continuer plus tard.",
  },
  files: { nl: "Uw dossiers", en: "Your files", fr: "Vos dossiers" },
  noFiles: { nl: "U hebt nog geen dossiers", en: "You have no files yet", fr: "Vous n'avez pas encore de dossiers" },
  noFilesBody: {
    nl: "Begin een aanvraag. Hier volgt u daarna wat ermee gebeurt.",
    en: "Start an application. Here you follow what happens with it.",
    fr: "Commencez une demande. Vous pourrez en suivre ici le traitement.",
  },
  fileNumber: { nl: "Dossier", en: "File", fr: "Dossier" },
  worker: { nl: "Werknemer", en: "Worker", fr: "Travailleur" },
  person: { nl: "Persoon", en: "Person", fr: "Personne" },
  premium: { nl: "Premie", en: "Premium", fr: "Prime" },
  filedOn: { nl: "Ingediend op", en: "Filed on", fr: "Introduit le" },
  state: { nl: "Toestand", en: "Status", fr: "État" },
  moreFiles: { nl: "Oudere dossiers", en: "Older files", fr: "Dossiers plus anciens" },
  statePENDING: { nl: "In behandeling", en: "In progress", fr: "En cours de traitement" },
  stateINCOMPLETE: { nl: "Aan te vullen door u", en: "To be completed by you", fr: "À compléter par vous" },
  stateGRANTED: { nl: "Toegekend", en: "Granted", fr: "Accordé" },
  stateREFUSED: { nl: "Geweigerd", en: "Refused", fr: "Refusé" },
  stateWITHDRAWN: { nl: "Ingetrokken", en: "Withdrawn", fr: "Retiré" },
  stateINADMISSIBLE: { nl: "Onontvankelijk", en: "Inadmissible", fr: "Irrecevable" },
  premiumWAGE: { nl: "Loonpremie", en: "Wage premium", fr: "Prime salariale" },
  premiumWAGE_AND_GUIDANCE: {
    nl: "Loonpremie en begeleidingspremie",
    en: "Wage premium and guidance premium",
    fr: "Prime salariale et prime d'accompagnement",
  },
  premiumSUPPORT: { nl: "Ondersteuningspremie", en: "Support premium", fr: "Prime de soutien" },
  premiumGUIDANCE: { nl: "Begeleidingspremie", en: "Guidance premium", fr: "Prime d'accompagnement" },
  programs: {
    nl: "Veel aanvragen tegelijk, of met een eigen programma",
    en: "Many applications at once, or with your own program",
    fr: "Plusieurs demandes à la fois, ou avec votre propre programme",
  },
} as const satisfies Entries;
