// Why VDAB's counter or the person's page refuses, where no rule of law is at stake.
import type { Reason } from "../../dossier/index.ts";
import { type Localized, localized } from "../../kernel/index.ts";

const made = (id: string, message: Localized, remedy: Localized, field?: string): Reason => ({
  id,
  rule: "",
  message,
  remedy,
  ...(field === undefined ? {} : { field }),
});

export const departureReason = (): Reason =>
  made(
    "finding.departureReason",
    localized(
      "Wie afwijkt van het voorstel, schrijft op waarom",
      "Whoever departs from the proposal writes down why",
      "Qui s’écarte de la proposition en note la raison",
    ),
    localized(
      "Schrijf de reden op, of bevestig het voorstel",
      "Write the reason down, or confirm the proposal",
      "Notez le motif, ou confirmez la proposition",
    ),
    "departure.reason",
  );

export const residenceUnknown = (): Reason =>
  made(
    "person.residence",
    localized(
      "Het rijksregister antwoordt niet of kent dit nummer niet",
      "The national register does not answer or does not know this number",
      "Le registre national ne répond pas ou ne connaît pas ce numéro",
    ),
    localized("Kies de woonplaats zelf", "Choose the place of residence yourself", "Choisissez vous-même le domicile"),
    "residence",
  );

export const emailWrong = (): Reason =>
  made(
    "person.email",
    localized(
      "Dit is geen e-mailadres zoals naam@voorbeeld.be",
      "This is no e-mail address such as name@example.org",
      "Ce n’est pas une adresse e-mail telle que nom@exemple.be",
    ),
    localized(
      "Kijk het adres na of laat het leeg",
      "Check the address or leave it empty",
      "Vérifiez l’adresse ou laissez-la vide",
    ),
    "email",
  );

export const guardiansUnavailable = (): Reason =>
  made(
    "guardian.unavailable",
    localized(
      "Het register van bewindvoeringen antwoordt niet",
      "The register of guardianships does not answer",
      "Le registre des administrations ne répond pas",
    ),
    localized("Probeer het over enkele minuten opnieuw", "Try again in a few minutes", "Réessayez dans quelques minutes"),
  );

export const notYourWard = (): Reason =>
  made(
    "guardian.notYourWard",
    localized(
      "U bent vandaag geen bewindvoerder van deze persoon, of de persoon heeft al een dossier",
      "You are no guardian of this person today, or the person has a file already",
      "Vous n’êtes pas l’administrateur de cette personne aujourd’hui, ou elle a déjà un dossier",
    ),
    localized("Kies iemand uit uw lijst", "Choose somebody from your list", "Choisissez quelqu’un de votre liste"),
    "insz",
  );

export const noPackageNow = (): Reason =>
  made(
    "catchUp.notNow",
    localized(
      "Deze persoon heeft geen collectief ticket in de inhaalbeweging",
      "This person has no collective ticket in the catch-up",
      "Cette personne n’a pas d’avis collectif dans le rattrapage",
    ),
    localized("Kijk het dossier na", "Look at the file", "Consultez le dossier"),
  );
