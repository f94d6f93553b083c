// Why an indication, a ticket or its dates are refused.
import { formatDate, type PlainDate } from "../../kernel/index.ts";
import { type Reason, reason, say } from "../reason.ts";

export const personUnknown = (): Reason =>
  reason("person.unknown", {
    field: "personRef",
    message: say("Deze persoon is niet gekend", "This person is not known", "Cette personne n’est pas connue"),
    remedy: say("Registreer de persoon eerst", "Register the person first", "Enregistrez d’abord la personne"),
  });

export const measureAlreadyAsked = (measure: string): Reason =>
  reason("indication.open", {
    field: "measure",
    message: say(
      `Er loopt al een aanvraag voor ${measure}`,
      `A request for ${measure} is open already`,
      `Une demande pour ${measure} est déjà en cours`,
    ),
    remedy: say(
      "Beslis eerst over de lopende aanvraag",
      "Decide on the open request first",
      "Décidez d’abord de la demande en cours",
    ),
  });

export const evidenceFull = (most: number): Reason =>
  reason("evidence.full", {
    field: "evidence",
    expected: `<= ${most}`,
    message: say(
      `Bij deze aanvraag zitten al ${most} bestanden`,
      `This request holds ${most} files already`,
      `Cette demande contient déjà ${most} fichiers`,
    ),
    remedy: say("Voeg bestanden samen", "Join files into one", "Regroupez des fichiers"),
  });

export const otherMeasure = (measure: string, type: string): Reason =>
  reason("ticket.measure", {
    field: "ticket.type",
    message: say(
      `Op een aanvraag voor ${measure} kan geen ticket ${type} volgen`,
      `A request for ${measure} cannot lead to a ticket ${type}`,
      `Une demande pour ${measure} ne peut pas mener à un avis ${type}`,
    ),
    remedy: say(
      "Kies een ticket van de gevraagde maatregel",
      "Choose a ticket of the measure that was asked",
      "Choisissez un avis de la mesure demandée",
    ),
  });

export const collectivePackageMissing = (): Reason =>
  reason("finding.collectivePackage", {
    rule: "OPEN-49",
    field: "collective",
    message: say(
      "De voorwaarden van een collectief ticket zijn vervuld, maar het pakket ontbreekt",
      "The conditions of a collective ticket are met, but the package is missing",
      "Les conditions d’un avis collectif sont remplies, mais le paquet manque",
    ),
    remedy: say(
      "Geef percentage en begeleidingsnood van het collectieve pakket",
      "Give percentage and guidance need of the collective package",
      "Donnez le pourcentage et le besoin d’accompagnement du paquet collectif",
    ),
  });

export const collectivePercentage = (given: number, allowed: readonly number[]): Reason =>
  reason("ticket.percentage", {
    rule: "CMW-06",
    field: "percentage",
    expected: allowed.join(", "),
    message: say(
      `${given} % is geen percentage van een collectief pakket`,
      `${given} % is not a percentage of a collective package`,
      `${given} % n’est pas un pourcentage d’un paquet collectif`,
    ),
    remedy: say(`Kies ${allowed.join(", ")}`, `Choose ${allowed.join(", ")}`, `Choisissez ${allowed.join(", ")}`),
  });

export const validTooLong = (from: PlainDate, last: PlainDate, rule: string): Reason =>
  reason("ticket.validity", {
    rule,
    field: "validUntil",
    expected: `<= ${last}`,
    message: say(
      `Vanaf ${formatDate(from, "nl")} kan de vaststelling hoogstens tot ${formatDate(last, "nl")} gelden`,
      `From ${formatDate(from, "en")} the finding can be valid until ${formatDate(last, "en")} at most`,
      `À partir du ${formatDate(from, "fr")}, le constat est valable au plus jusqu’au ${formatDate(last, "fr")}`,
    ),
    remedy: say("Kies een vroeger einde", "Choose an earlier end", "Choisissez une fin plus proche"),
  });

export const guidanceNeedMissing = (): Reason =>
  reason("finding.guidanceNeed", {
    rule: "IND-23",
    field: "guidanceNeed",
    message: say(
      "Er is nood aan begeleiding, maar het niveau ontbreekt",
      "Guidance is needed, but the level is missing",
      "Un accompagnement est nécessaire, mais le niveau manque",
    ),
    remedy: say("Kies laag, gemiddeld of hoog", "Choose low, medium or high", "Choisissez faible, moyen ou élevé"),
  });

export const noDeparture = (): Reason =>
  reason("finding.departure", {
    rule: "IND-11",
    field: "departure",
    message: say(
      "Onder de drempel volgt geen individueel ticket dat aangepast kan worden",
      "Below the threshold no individual ticket follows that could be changed",
      "Sous le seuil, aucun avis individuel à modifier n’est délivré",
    ),
    remedy: say(
      "Laat de afwijking weg of herzie de vaststelling",
      "Leave out the departure or revise the finding",
      "Retirez l’écart ou revoyez le constat",
    ),
  });

export const ticketUnknown = (): Reason =>
  reason("ticket.unknown", {
    field: "ticketRef",
    message: say("Dit ticket bestaat niet", "This ticket does not exist", "Cet avis n’existe pas"),
    remedy: say("Kies een ticket van deze persoon", "Choose a ticket of this person", "Choisissez un avis de cette personne"),
  });

export const notForCatchUp = (why: "type" | "appliedLater" | "hasIndividual" | "notValid"): Reason =>
  reason(`catchUp.${why}`, {
    rule: "IND-15",
    field: "collectiveTicketRef",
    message: {
      type: say("Dit is geen collectief ticket", "This is not a collective ticket", "Ceci n’est pas un avis collectif"),
      appliedLater: say(
        "Dit ticket is aangevraagd na de start van het dubbelticket",
        "This ticket was applied for after the double ticket began",
        "Cet avis a été demandé après le début du double avis",
      ),
      hasIndividual: say(
        "Deze persoon heeft al een individueel ticket",
        "This person holds an individual ticket already",
        "Cette personne a déjà un avis individuel",
      ),
      notValid: say(
        "Dit ticket geldt niet op die dag",
        "This ticket is not valid on that day",
        "Cet avis n’est pas valable ce jour-là",
      ),
    }[why],
    remedy: say(
      "Deze persoon hoort niet in de inhaalbeweging",
      "This person does not belong in the catch-up",
      "Cette personne n’entre pas dans le rattrapage",
    ),
  });

export const groundsMissing = (): Reason =>
  reason("refusal.grounds", {
    field: "grounds",
    message: say("Een weigering heeft een reden nodig", "A refusal needs a ground", "Un refus exige un motif"),
    remedy: say(
      "Noem elke voorwaarde die niet vervuld is",
      "Name every condition that is not met",
      "Indiquez chaque condition non remplie",
    ),
  });

export const percentageTooHigh = (field: string, given: string): Reason =>
  reason("finding.percentage", {
    field,
    expected: "0 - 100",
    message: say(`${given} % is meer dan het geheel`, `${given} % is more than the whole`, `${given} % dépasse le tout`),
    remedy: say("Geef een percentage van 0 tot 100", "Give a percentage from 0 to 100", "Donnez un pourcentage de 0 à 100"),
  });
