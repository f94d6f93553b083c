// Why a counter refuses, where no rule of law is at stake: who acts for whom, what was typed, what somebody else did meanwhile.
import type { Reason } from "../dossier/index.ts";
import { formatDate, type Localized, localized, type PlainDate } from "../kernel/index.ts";

const made = (id: string, message: Localized, remedy: Localized, field?: string, expected?: string): Reason => ({
  id,
  rule: "",
  message,
  remedy,
  ...(field === undefined ? {} : { field }),
  ...(expected === undefined ? {} : { expected }),
});

export const mandateEnded = (until: PlainDate): Reason =>
  made(
    "mandate.ended",
    localized(
      `Uw mandaat voor deze onderneming liep tot en met ${formatDate(until, "nl")}`,
      `Your mandate for this enterprise ran until ${formatDate(until, "en")} included`,
      `Votre mandat pour cette entreprise a pris fin le ${formatDate(until, "fr")}`,
    ),
    localized(
      "Vraag de onderneming om het mandaat te vernieuwen. Wat u indiende, blijft ingediend.",
      "Ask the enterprise to renew the mandate. What you filed stays filed.",
      "Demandez à l’entreprise de renouveler le mandat. Ce que vous avez introduit le reste.",
    ),
  );

export const mandatesUnavailable = (): Reason =>
  made(
    "mandate.unavailable",
    localized(
      "Het register van mandaten antwoordt niet",
      "The register of mandates does not answer",
      "Le registre des mandats ne répond pas",
    ),
    localized("Probeer het over enkele minuten opnieuw", "Try again in a few minutes", "Réessayez dans quelques minutes"),
  );

export const changedMeanwhile = (): Reason =>
  made(
    "file.changed",
    localized(
      "Dit dossier is intussen veranderd. Er is niets bewaard van wat u net verstuurde.",
      "This file has changed in the meantime. Nothing of what you just sent was stored.",
      "Ce dossier a changé entre-temps. Rien de ce que vous venez d’envoyer n’a été enregistré.",
    ),
    localized("Kijk het dossier na en probeer opnieuw", "Look at the file and try again", "Consultez le dossier et réessayez"),
  );

export const commandReused = (): Reason =>
  made(
    "command.reused",
    localized(
      "Deze sleutel is al gebruikt voor een andere vraag",
      "This key was used for another request already",
      "Cette clé a déjà été utilisée pour une autre demande",
    ),
    localized("Gebruik een nieuwe sleutel", "Use a new key", "Utilisez une nouvelle clé"),
    "Idempotency-Key",
  );

export const required = (field: string): Reason =>
  made(
    "input.required",
    localized("Dit antwoord ontbreekt", "This answer is missing", "Cette réponse manque"),
    localized("Vul het in", "Fill it in", "Remplissez-la"),
    field,
  );

export const notOneOf = (field: string, allowed: readonly string[]): Reason =>
  made(
    "input.choice",
    localized("Kies een van de mogelijkheden", "Choose one of the options", "Choisissez l’une des possibilités"),
    localized(`Mogelijk: ${allowed.join(", ")}`, `Possible: ${allowed.join(", ")}`, `Possible : ${allowed.join(", ")}`),
    field,
    allowed.join(", "),
  );

export const tooLong = (field: string, most: number): Reason =>
  made(
    "input.long",
    localized(`Hoogstens ${most} tekens`, `At most ${most} characters`, `Au plus ${most} caractères`),
    localized("Maak het korter", "Make it shorter", "Raccourcissez"),
    field,
    `<= ${most}`,
  );

export const notEmail = (field: string): Reason =>
  made(
    "input.email",
    localized(
      "Dit is geen e-mailadres. Schrijf het als naam@onderneming.be.",
      "This is no e-mail address. Write it as name@enterprise.be.",
      "Ce n’est pas une adresse e-mail. Écrivez-la comme nom@entreprise.be.",
    ),
    localized("Kijk het adres na", "Check the address", "Vérifiez l’adresse"),
    field,
  );

export const monthsOfYear = (field: string): Reason =>
  made(
    "input.months",
    localized(
      "Geef een heel aantal maanden van 1 tot 11, of niets",
      "Give a whole number of months from 1 to 11, or nothing",
      "Donnez un nombre entier de mois de 1 à 11, ou rien",
    ),
    localized(
      "Laat het leeg als het hele jaar meetelt",
      "Leave it empty when the whole year counts",
      "Laissez vide si toute l’année compte",
    ),
    field,
    "1 - 11",
  );

export const wholeNumber = (field: string): Reason =>
  made(
    "input.number",
    localized("Geef een geheel getal, zonder komma", "Give a whole number", "Donnez un nombre entier"),
    localized("Bijvoorbeeld 120", "For example 120", "Par exemple 120"),
    field,
    "0-9",
  );

export const registerDown = (): Reason =>
  made(
    "register.unavailable",
    localized(
      "Het ondernemingsregister antwoordt niet",
      "The company register does not answer",
      "Le registre des entreprises ne répond pas",
    ),
    localized(
      "Vul de gegevens zelf in, of probeer het later opnieuw",
      "Fill in the details yourself, or try again later",
      "Remplissez les données vous-même, ou réessayez plus tard",
    ),
  );

export const firmUnknown = (): Reason =>
  made(
    "firm.unknown",
    localized(
      "Het ondernemingsregister kent dit nummer niet",
      "The company register does not know this number",
      "Le registre des entreprises ne connaît pas ce numéro",
    ),
    localized("Kijk het ondernemingsnummer na", "Check the enterprise number", "Vérifiez le numéro d’entreprise"),
    "enterpriseNumber",
  );

export const personUnknownToRegister = (): Reason =>
  made(
    "worker.residence",
    localized(
      "We konden de woonplaats niet opzoeken",
      "We could not look up the residence",
      "Nous n’avons pas pu rechercher la résidence",
    ),
    localized("Geef aan waar de persoon woont", "Say where the person lives", "Indiquez où habite la personne"),
    "residence",
  );

export const selfNotLoggedIn = (): Reason =>
  made(
    "self.insz",
    localized(
      "Een zelfstandige vraagt de premie voor zichzelf aan, met het eigen rijksregisternummer",
      "A self-employed person applies for himself or herself, with the own national number",
      "Un indépendant demande la prime pour lui-même, avec son propre numéro national",
    ),
    localized("Meld u aan als uzelf", "Log in as yourself", "Connectez-vous en votre nom"),
    "worker.insz",
  );

export const purposeMissing = (): Reason =>
  made(
    "search.purpose",
    localized("Zeg waarom u zoekt", "Say why you search", "Dites pourquoi vous cherchez"),
    localized(
      "Kies een reden. De persoon kan later zien wie zocht en waarom.",
      "Choose a reason. The person can see later who searched and why.",
      "Choisissez un motif. La personne pourra voir plus tard qui a cherché et pourquoi.",
    ),
    "purpose",
  );

export const nameTooShort = (): Reason =>
  made(
    "search.name",
    localized(
      "Een naam heeft minstens één woord van drie letters nodig",
      "A name needs at least one word of three letters",
      "Un nom demande au moins un mot de trois lettres",
    ),
    localized("Typ meer letters, of een nummer", "Type more letters, or a number", "Tapez plus de lettres, ou un numéro"),
    "text",
  );

export const olderRightUnknown = (): Reason =>
  made(
    "grant.olderRightUnknown",
    localized(
      "Dit is geen ouder recht van deze werkgever en deze persoon",
      "This is no older right of this employer and this person",
      "Ce n’est pas un ancien droit de cet employeur et de cette personne",
    ),
    localized(
      "Kies een recht uit de lijst, of geen",
      "Choose a right of the list, or none",
      "Choisissez un droit de la liste, ou aucun",
    ),
    "followsOn",
  );

export const quoteUnknown = (): Reason =>
  made(
    "search.number",
    localized(
      "Dit is geen volledig dossiernummer",
      "This is no complete file number",
      "Ceci n’est pas un numéro de dossier complet",
    ),
    localized(
      "Een dossiernummer ziet eruit als IMW-3F2A-91BC-07",
      "A file number looks like IMW-3F2A-91BC-07",
      "Un numéro de dossier ressemble à IMW-3F2A-91BC-07",
    ),
    "text",
  );

export const personNeeded = (): Reason =>
  made(
    "handling.personNeeded",
    localized(
      "Een tweede blik is van een persoon, niet van een programma",
      "A second look is a person's, not a program's",
      "Un second regard est celui d’une personne, pas d’un programme",
    ),
    localized(
      "Bevestig op de pagina van het dossier, of met een sleutel die op uw naam staat",
      "Confirm on the page of the file, or with a key in your name",
      "Confirmez sur la page du dossier, ou avec une clé à votre nom",
    ),
  );
