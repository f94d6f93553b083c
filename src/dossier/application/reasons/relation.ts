// What stands in the way around the worker and the relation: residence, other files, other support.
import { formatDate, type PlainDate } from "../../../kernel/index.ts";
import { olderMeasureName } from "../../older-measure-name.ts";
import { type Reason, reason, say } from "../../reason.ts";
import type { Residence, TransitionMeasure } from "../../vocabulary.ts";

export const residence = (where: Residence): Reason =>
  reason("person.residence", {
    rule: "EMP-11",
    field: "personRef",
    message: say(
      `De hoofdverblijfplaats (${where}) ligt niet in het Vlaamse Gewest, en ook niet in een andere EER-staat met werk in het Vlaamse Gewest`,
      `The main residence (${where}) is not in the Flemish Region, nor in another EEA state with work in the Flemish Region`,
      `La résidence principale (${where}) n’est pas en Région flamande, ni dans un autre État de l’EEE avec un travail en Région flamande`,
    ),
    remedy: say(
      "Zonder verhuizing is er geen recht",
      "Without moving there is no right",
      "Sans déménagement, il n’y a pas de droit",
    ),
  });

export const secondOpenApplication = (filedOn: PlainDate): Reason =>
  reason("application.secondOpen", {
    rule: "EMP-16",
    message: say(
      `Voor deze werkgever en deze persoon loopt al een aanvraag, ingediend op ${formatDate(filedOn, "nl")}`,
      `For this employer and this person an application is open already, filed on ${formatDate(filedOn, "en")}`,
      `Pour cet employeur et cette personne, une demande est déjà en cours, introduite le ${formatDate(filedOn, "fr")}`,
    ),
    remedy: say(
      "Volg de lopende aanvraag, of trek ze eerst in",
      "Follow the open application, or withdraw it first",
      "Suivez la demande en cours, ou retirez-la d’abord",
    ),
  });

export const grantRuns = (): Reason =>
  reason("application.grantRuns", {
    rule: "PROC-20",
    message: say(
      "Voor deze werkgever en deze persoon loopt al een toekenning",
      "For this employer and this person a grant runs already",
      "Pour cet employeur et cette personne, un octroi court déjà",
    ),
    remedy: say(
      "Vraag een aanpassing of een verlenging van die toekenning",
      "Ask an adjustment or an extension of that grant",
      "Demandez une adaptation ou une prolongation de cet octroi",
    ),
  });

export const olderRight = (measure: TransitionMeasure): Reason =>
  reason("application.olderRight", {
    rule: "TRANS-04",
    message: say(
      `Voor deze werkgever en deze persoon loopt nog een recht op ${olderMeasureName(measure).nl}; de twee worden nooit samen betaald`,
      `For this employer and this person a right to ${olderMeasureName(measure).en} still runs; the two are never paid together`,
      `Pour cet employeur et cette personne, un droit à ${olderMeasureName(measure).fr} court encore ; les deux ne sont jamais payés ensemble`,
    ),
    remedy: say(
      "U kunt de aanvraag indienen: wordt ze toegekend, dan eindigt het oude recht waar de toekenning begint",
      "You can file: if it is granted, the older right ends where the grant begins",
      "Vous pouvez introduire la demande : si elle est accordée, l’ancien droit prend fin là où commence l’octroi",
    ),
  });

export const rehire = (): Reason =>
  reason("application.rehire", {
    rule: "OPEN-17",
    message: say(
      "Deze werkgever kreeg voor deze persoon al eerder een toekenning: ga na of het ontslag diende om de premie opnieuw te krijgen",
      "This employer had a grant for this person before: find out whether the dismissal served to get the premium again",
      "Cet employeur a déjà eu un octroi pour cette personne : vérifiez si le licenciement visait à obtenir à nouveau la prime",
    ),
    remedy: say("Bevestig of weiger met een reden", "Confirm or refuse with a reason", "Confirmez ou refusez avec un motif"),
  });

export const takeOver = (): Reason =>
  reason("application.takeOver", {
    rule: "OPEN-17",
    message: say(
      "Deze aanvraag volgt op een overname: de teller van de overgenomen toekenning loopt door",
      "This application follows a take-over: the counter of the grant that is taken over runs on",
      "Cette demande suit une reprise : le compteur de l’octroi repris continue",
    ),
    remedy: say(
      "Bevestig de overname met haar bewijs",
      "Confirm the take-over with its proof",
      "Confirmez la reprise avec sa preuve",
    ),
  });

export const otherSupport = (codes: readonly string[]): Reason =>
  reason("application.otherSupport", {
    rule: "PAY-11",
    field: "otherSupport",
    message: say(
      `Er is ook andere steun aangegeven: ${codes.join(", ")}`,
      `Other support was declared too: ${codes.join(", ")}`,
      `Une autre aide est aussi déclarée : ${codes.join(", ")}`,
    ),
    remedy: say(
      "Ga na of alle steun samen onder de loonkost blijft",
      "Find out whether all support together stays under the wage cost",
      "Vérifiez que toutes les aides ensemble restent sous le coût salarial",
    ),
  });
