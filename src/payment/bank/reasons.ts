// Why the bank room refuses.
import { type Reason, reason } from "../../dossier/index.ts";
import { localized, type Problem } from "../../kernel/index.ts";
import type { StoredBatch } from "./bank-port.ts";

type Words = readonly [nl: string, en: string, fr: string];

const refuse = (id: string, message: Words, remedy: Words, field?: string): Reason =>
  reason(`bank.${id}`, {
    message: localized(...message),
    remedy: localized(...remedy),
    ...(field === undefined ? {} : { field }),
  });

const ASK_AGAIN: Words = [
  "Haal het bestand opnieuw op bij de bank",
  "Fetch the file again from the bank",
  "Redemandez le fichier à la banque",
];

/** What the file formats found wrong: their message says what to do. */
export const fromProblem = ({ id, message, field, expected }: Problem): Reason =>
  reason(id, {
    message,
    remedy: localized(...ASK_AGAIN),
    ...(field === undefined ? {} : { field }),
    ...(expected === undefined ? {} : { expected }),
  });

export const runUnknown = () =>
  refuse(
    "runUnknown",
    ["Deze run bestaat niet", "This run does not exist", "Ce calcul n’existe pas"],
    ["Kies een run uit de lijst", "Choose a run from the list", "Choisissez un calcul dans la liste"],
    "runRef",
  );
export const notBooked = () =>
  refuse(
    "notBooked",
    ["Deze run is niet geboekt", "This run is not booked", "Ce calcul n’est pas comptabilisé"],
    [
      "Laat ze goedkeuren en boek ze eerst",
      "Have it approved and book it first",
      "Faites-le approuver et comptabilisez-le d’abord",
    ],
  );
export const noAdvances = (month: string) =>
  refuse(
    "nothingToPay",
    [
      `Voor de maand van ${month} is er geen voorschot te betalen`,
      `No advance is to be paid for the month of ${month}`,
      `Aucune avance n’est à payer pour le mois du ${month}`,
    ],
    ["Kies een andere maand", "Choose another month", "Choisissez un autre mois"],
    "month",
  );
export const noDebtor = () =>
  refuse(
    "noDebtor",
    [
      "De rekening waarvan betaald wordt is niet ingesteld",
      "The account to pay from is not configured",
      "Le compte débiteur n’est pas configuré",
    ],
    [
      "Stel MAATWERK_PAYER_NAME en MAATWERK_PAYER_IBAN in",
      "Set MAATWERK_PAYER_NAME and MAATWERK_PAYER_IBAN",
      "Définissez MAATWERK_PAYER_NAME et MAATWERK_PAYER_IBAN",
    ],
  );
export const dayPassed = (today: string) =>
  refuse(
    "dayPassed",
    ["De uitvoeringsdag is voorbij", "The day of execution has passed", "Le jour d’exécution est passé"],
    [`Kies ${today} of later`, `Choose ${today} or later`, `Choisissez le ${today} ou plus tard`],
    "executeOn",
  );
export const nothingToPay = (waiting: number) =>
  refuse(
    "nothingToPay",
    [
      `Er is niets dat nu betaald kan worden; ${waiting} betalingen wachten`,
      `There is nothing that can be paid now; ${waiting} payments wait`,
      `Rien ne peut être payé maintenant ; ${waiting} paiements attendent`,
    ],
    ["Bekijk waarop ze wachten", "Look at what they wait for", "Voyez ce qu’ils attendent"],
  );
export const madeMeanwhile = () =>
  refuse(
    "madeMeanwhile",
    [
      "Iemand anders maakte net een betaalbestand van deze run",
      "Somebody else just made a batch of this run",
      "Quelqu’un d’autre vient de faire un lot de ce calcul",
    ],
    ["Bekijk de run opnieuw", "Look at the run again", "Consultez le calcul à nouveau"],
  );
export const batchUnknown = () =>
  refuse(
    "batchUnknown",
    ["Dit betaalbestand bestaat niet", "This batch does not exist", "Ce lot n’existe pas"],
    ["Kies er een van de run", "Choose one of the run", "Choisissez-en un du calcul"],
  );
export const fileMoved = () =>
  refuse(
    "fileMoved",
    [
      "Het bestand kan niet meer hetzelfde gemaakt worden: gegevens van een begunstigde zijn gewist",
      "The file cannot be made the same any more: data of a beneficiary were erased",
      "Le fichier ne peut plus être refait à l’identique : des données d’un bénéficiaire ont été effacées",
    ],
    ["Gebruik het bestand dat bewaard is", "Use the file that was kept", "Utilisez le fichier conservé"],
  );
export const sentBefore = ({ sentAt }: StoredBatch) =>
  refuse(
    "sentBefore",
    [
      `Dit betaalbestand ging al naar de bank${sentAt === null ? "" : ` (${sentAt})`}`,
      `This batch went to the bank already${sentAt === null ? "" : ` (${sentAt})`}`,
      `Ce lot est déjà parti à la banque${sentAt === null ? "" : ` (${sentAt})`}`,
    ],
    ["Wacht op het antwoord van de bank", "Wait for the bank’s answer", "Attendez la réponse de la banque"],
  );
export const foreignBatch = (messageId: string) =>
  refuse(
    "foreignBatch",
    [
      `Dit antwoord gaat over een betaalbestand dat niet van ons is (${messageId.slice(0, 35)}). Er is niets ingelezen`,
      `This answer is about a batch that is not ours (${messageId.slice(0, 35)}). Nothing was taken in`,
      `Cette réponse concerne un lot qui n’est pas le nôtre (${messageId.slice(0, 35)}). Rien n’a été repris`,
    ],
    ASK_AGAIN,
    "OrgnlMsgId",
  );
export const foreignTransfer = (endToEndId: string) =>
  refuse(
    "foreignTransfer",
    [
      `Dit antwoord noemt een betaling die niet in het betaalbestand staat (${endToEndId.slice(0, 35)}). Er is niets ingelezen`,
      `This answer names a payment that is not in the batch (${endToEndId.slice(0, 35)}). Nothing was taken in`,
      `Cette réponse cite un paiement qui n’est pas dans le lot (${endToEndId.slice(0, 35)}). Rien n’a été repris`,
    ],
    ASK_AGAIN,
    "OrgnlEndToEndId",
  );
export const foreignAccount = () =>
  refuse(
    "foreignAccount",
    [
      "Dit uittreksel is van een andere rekening. Er is niets ingelezen",
      "This statement is of another account. Nothing was taken in",
      "Cet extrait est celui d’un autre compte. Rien n’a été repris",
    ],
    ASK_AGAIN,
    "Stmt/Acct/Id/IBAN",
  );
export const entryUnknown = () =>
  refuse(
    "entryUnknown",
    ["Deze beweging wacht niet op een plaats", "This movement does not wait for a place", "Ce mouvement n’attend pas"],
    ["Kies er een uit de lijst", "Choose one from the list", "Choisissez-en un dans la liste"],
  );
export const entryResolved = () =>
  refuse(
    "entryResolved",
    ["Deze beweging is al afgehandeld", "This movement was dealt with already", "Ce mouvement est déjà traité"],
    ["Bekijk de lijst opnieuw", "Look at the list again", "Consultez la liste à nouveau"],
  );
export const noMoneyIn = () =>
  refuse(
    "noMoneyIn",
    ["Hier kwam geen geld binnen", "No money came in here", "Aucun argent n’est entré ici"],
    ["Kies een inkomende beweging", "Choose an incoming movement", "Choisissez un mouvement entrant"],
  );
export const whyMissing = () =>
  refuse(
    "whyMissing",
    ["Geef een reden op", "Give a reason", "Indiquez une raison"],
    ["Schrijf in één zin wat het is", "Write in one sentence what it is", "Écrivez en une phrase ce que c’est"],
    "reason",
  );
export const nothingToCheck = () =>
  refuse(
    "nothingToCheck",
    [
      "Deze betaling wacht niet op een controle van de rekening",
      "This payment does not wait for a check of its account",
      "Ce paiement n’attend pas de contrôle du compte",
    ],
    ["Bekijk waarop ze wacht", "Look at what it waits for", "Voyez ce qu’il attend"],
    "paymentRef",
  );
export const checkedByYou = () =>
  refuse(
    "checkedByYou",
    ["U keek deze rekening al na", "You checked this account already", "Vous avez déjà contrôlé ce compte"],
    ["Laat een andere persoon nakijken", "Let another person check", "Faites contrôler par une autre personne"],
  );
