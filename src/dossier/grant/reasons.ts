// Why a grant cannot be decided, stopped or changed.
import { formatDate, type PlainDate } from "../../kernel/index.ts";
import { olderMeasureName } from "../older-measure-name.ts";
import { type Reason, reason, say } from "../reason.ts";
import type { TransitionMeasure } from "../vocabulary.ts";

export const noTicket = (): Reason =>
  reason("grant.noTicket", {
    rule: "IND-01",
    message: say(
      "Er is geen geldig individueel ticket van VDAB",
      "There is no valid individual ticket of VDAB",
      "Il n’y a pas d’avis individuel valable du VDAB",
    ),
    remedy: say(
      "De persoon vraagt bij VDAB een indicering; de aanvraag wacht zolang",
      "The person asks VDAB for an indication; the application waits meanwhile",
      "La personne demande une indication au VDAB ; la demande attend entre-temps",
    ),
  });

export const ticketExpired = (lastDay: PlainDate): Reason =>
  reason("grant.ticketExpired", {
    rule: "IND-20",
    message: say(
      `Het ticket gold bij de aanvraag en liep af op ${formatDate(lastDay, "nl")}`,
      `The ticket was valid at the application and ran out on ${formatDate(lastDay, "en")}`,
      `L’avis était valable lors de la demande et a expiré le ${formatDate(lastDay, "fr")}`,
    ),
    remedy: say(
      "Vraag VDAB een nieuw ticket, of beslis met een reden op het oude",
      "Ask VDAB for a new ticket, or decide on the old one with a reason",
      "Demandez un nouvel avis au VDAB, ou décidez sur l’ancien avec un motif",
    ),
  });

export const mustTakeBoth = (): Reason =>
  reason("grant.mustTakeBoth", {
    rule: "WP-09",
    field: "premiums",
    message: say(
      "VDAB stelt beide noden vast: de loonpremie en de begeleidingspremie gaan dan samen",
      "VDAB finds both needs: the wage premium and the guidance premium then go together",
      "Le VDAB constate les deux besoins : la prime salariale et la prime d’accompagnement vont alors ensemble",
    ),
    remedy: say(
      "Vraag de werkgever om beide premies te kiezen",
      "Ask the employer to choose both premiums",
      "Demandez à l’employeur de choisir les deux primes",
    ),
  });

export const noGuidanceNeed = (): Reason =>
  reason("grant.noGuidanceNeed", {
    rule: "GP-01",
    field: "premiums",
    message: say(
      "VDAB stelt geen nood aan begeleiding vast: de begeleidingspremie wordt niet toegekend",
      "VDAB finds no need of guidance: the guidance premium is not granted",
      "Le VDAB ne constate pas de besoin d’accompagnement : la prime d’accompagnement n’est pas octroyée",
    ),
    remedy: say(
      "De persoon kan bij VDAB een heroverweging vragen",
      "The person can ask VDAB for a review",
      "La personne peut demander un réexamen au VDAB",
    ),
  });

export const packageMissing = (): Reason =>
  reason("grant.packageMissing", {
    rule: "WP-09",
    field: "manual.package",
    message: say(
      "Het ticket noemt geen startpakket",
      "The ticket names no start package",
      "L’avis ne mentionne pas de paquet de départ",
    ),
    remedy: say(
      "Vraag het pakket aan VDAB, of geef het in met een reden",
      "Ask VDAB for the package, or enter it with a reason",
      "Demandez le paquet au VDAB, ou saisissez-le avec un motif",
    ),
  });

export const enterTerms = (): Reason =>
  reason("grant.enterTerms", {
    rule: "OPEN-14",
    field: "manual",
    message: say(
      "Van dit tijdelijke pakket zijn percentage en duur niet bekend",
      "Percentage and duration of this temporary package are not known",
      "Le pourcentage et la durée de ce paquet temporaire ne sont pas connus",
    ),
    remedy: say(
      "Geef percentage en aantal kwartalen in, met een reden",
      "Enter percentage and number of quarters, with a reason",
      "Saisissez le pourcentage et le nombre de trimestres, avec un motif",
    ),
  });

export const olderRightRuns = (measure: TransitionMeasure): Reason =>
  reason("grant.olderRightRuns", {
    rule: "TRANS-04",
    message: say(
      `Voor deze werkgever en deze persoon loopt nog een recht op ${olderMeasureName(measure).nl}`,
      `For this employer and this person a right to ${olderMeasureName(measure).en} still runs`,
      `Pour cet employeur et cette personne, un droit à ${olderMeasureName(measure).fr} court encore`,
    ),
    remedy: say(
      "Laat de toekenning daarop volgen, of wacht tot het oude recht eindigt",
      "Let the grant follow on it, or wait until the older right ends",
      "Faites suivre l’octroi, ou attendez la fin de l’ancien droit",
    ),
  });

export const motivationMissing = (): Reason =>
  reason("grant.motivation", {
    field: "motivation",
    message: say(
      "Wie afwijkt van een regel of een twijfel beslist, geeft een reden",
      "Who departs from a rule or settles a doubt gives a reason",
      "Qui s’écarte d’une règle ou tranche un doute donne un motif",
    ),
    remedy: say("Vul de motivering in", "Fill in the motivation", "Remplissez la motivation"),
  });

export const percentageOffGrid = (given: number, min: number, max: number, step: number): Reason =>
  reason("grant.percentage", {
    rule: "WP-02",
    field: "percentage",
    expected: `${min}..${max} step ${step}`,
    message: say(
      `${given} % is geen veelvoud van ${step} van ${min} tot ${max}`,
      `${given} % is not a multiple of ${step} from ${min} to ${max}`,
      `${given} % n’est pas un multiple de ${step} de ${min} à ${max}`,
    ),
    remedy: say(
      `Kies een stap van ${step} tussen ${min} en ${max}`,
      `Choose a step of ${step} between ${min} and ${max}`,
      `Choisissez un pas de ${step} entre ${min} et ${max}`,
    ),
  });

export const overBeforeStart = (lastDay: PlainDate): Reason =>
  reason("grant.overBeforeStart", {
    rule: "PROC-11",
    message: say(
      `De tewerkstelling eindigde op ${formatDate(lastDay, "nl")}, voor het eerste kwartaal van de toekenning`,
      `The employment ended on ${formatDate(lastDay, "en")}, before the first quarter of the grant`,
      `L’occupation a pris fin le ${formatDate(lastDay, "fr")}, avant le premier trimestre de l’octroi`,
    ),
    remedy: say(
      "Weiger de aanvraag, of vraag of de overeenkomst verlengd is",
      "Refuse the application, or ask whether the contract was prolonged",
      "Refusez la demande, ou demandez si le contrat a été prolongé",
    ),
  });

export const stopOutside = (first: PlainDate, last: PlainDate): Reason =>
  reason("grant.stopOutside", {
    rule: "OPEN-22",
    field: "lastDay",
    expected: `${first} - ${last}`,
    message: say(
      "De laatste dag valt buiten de toekenning",
      "The last day lies outside the grant",
      "Le dernier jour est en dehors de l’octroi",
    ),
    remedy: say(
      `Kies een dag van ${formatDate(first, "nl")} tot ${formatDate(last, "nl")}`,
      `Choose a day from ${formatDate(first, "en")} to ${formatDate(last, "en")}`,
      `Choisissez un jour du ${formatDate(first, "fr")} au ${formatDate(last, "fr")}`,
    ),
  });

export const takeOverUnknown = (): Reason =>
  reason("grant.takeOver", {
    rule: "OPEN-17",
    field: "takesOver",
    message: say(
      "Dat dossier is geen toekenning van deze persoon die door een overname stopte",
      "That file is no grant of this person that stopped by a take-over",
      "Ce dossier n’est pas un octroi de cette personne arrêté par une reprise",
    ),
    remedy: say(
      "Kies het dossier van de vorige werkgever, of beslis zonder overname",
      "Choose the file of the employer before, or decide without a take-over",
      "Choisissez le dossier de l’employeur précédent, ou décidez sans reprise",
    ),
  });
