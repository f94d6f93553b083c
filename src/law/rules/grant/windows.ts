// When an adjustment or an extension can be asked (PROC-20 to PROC-22, OPEN-02, OPEN-05), and what an extension gives (OPEN-16).
import {
  atLeast,
  atMost,
  bySwitch,
  type Condition,
  codeTable,
  isOneOf,
  itemOf,
  judgement,
  not,
  parameter,
  parameterOn,
  phaseOf,
  quarterAt,
  quarterOf,
  quartersSince,
  rule,
  whenAll,
} from "../../engine/build.ts";
import { implementingDecision, yes } from "../eligibility/conditions.ts";
import { requestedOn, startPackage, startQuarter } from "../facts.ts";
import { words } from "../wording.ts";
import { termEnd } from "./term.ts";

export const adjustmentFirstQuarter = rule("adjustmentFirstQuarter", {
  ids: ["PROC-20"],
  title: words("Eerste kwartaal voor een aanpassing", "First quarter for an adjustment", "Premier trimestre d’une adaptation"),
  dutchTerm: "evaluatie, aanpassing",
  sentence: words(
    "Een aanpassing kan vanaf kwartaal {parameter:adjustment.fromQuarter} van de looptijd: het {value}.",
    "An adjustment is possible from quarter {parameter:adjustment.fromQuarter} of the term: the {value}.",
    "Une adaptation est possible dès le trimestre {parameter:adjustment.fromQuarter} : le {value}.",
  ),
  gives: quarterAt(startQuarter, parameterOn("adjustment.fromQuarter", "quarterIndex", requestedOn)),
});

export const extensionFirstQuarter = rule("extensionFirstQuarter", {
  ids: ["PROC-22"],
  title: words("Eerste kwartaal voor een verlenging", "First quarter for an extension", "Premier trimestre d’une prolongation"),
  dutchTerm: "verlenging",
  sentence: words(
    "Een verlenging kan vanaf kwartaal {parameter:extension.fromQuarter} van de looptijd: het {value}.",
    "An extension is possible from quarter {parameter:extension.fromQuarter} of the term: the {value}.",
    "Une prolongation est possible dès le trimestre {parameter:extension.fromQuarter} : le {value}.",
  ),
  gives: quarterAt(startQuarter, parameterOn("extension.fromQuarter", "quarterIndex", requestedOn)),
});

const lasting: Condition = {
  holds: not(isOneOf(startPackage, "T2")),
  id: "PROC-21",
  field: "package",
  message: words(
    "Een toekenning van 2 jaar kan niet worden aangepast of verlengd.",
    "A 2-year grant cannot be adjusted or extended.",
    "Un octroi de 2 ans ne peut être ni adapté ni prolongé.",
  ),
  remedy: words(
    "Vraag een nieuwe premie aan als die nodig is.",
    "Apply for a new premium if it is needed.",
    "Demandez une nouvelle prime si elle est nécessaire.",
  ),
};

const running: Condition = {
  holds: atMost(quarterOf(requestedOn), termEnd),
  id: "PROC-10",
  field: "requestedOn",
  message: words("De toekenning is voorbij.", "The grant is over.", "L’octroi est terminé."),
  remedy: words("Dien een nieuwe aanvraag in.", "File a new application.", "Introduisez une nouvelle demande."),
};

export const adjustmentAllowed = rule("adjustmentAllowed", {
  ids: ["PROC-20", "PROC-21"],
  title: words("Aanpassing kan worden gevraagd", "Adjustment can be asked", "L’adaptation peut être demandée"),
  dutchTerm: "aanpassing",
  sentence: words(
    "Op {fact:requestedOn} kan een aanpassing worden gevraagd: {value}.",
    "On {fact:requestedOn} an adjustment can be asked: {value}.",
    "Le {fact:requestedOn}, une adaptation peut être demandée : {value}.",
  ),
  gives: whenAll(
    [
      lasting,
      running,
      {
        holds: atLeast(quarterOf(requestedOn), adjustmentFirstQuarter),
        id: "PROC-20",
        field: "requestedOn",
        message: words(
          "Voor een aanpassing is het te vroeg: die kan vanaf het tweede jaar.",
          "It is too early for an adjustment: it can be asked from the second year.",
          "Il est trop tôt pour une adaptation : elle est possible à partir de la deuxième année.",
        ),
        remedy: words(
          "Vraag de aanpassing vanaf het kwartaal dat hier staat.",
          "Ask for the adjustment from the quarter shown here on.",
          "Demandez l’adaptation à partir du trimestre indiqué.",
        ),
      },
    ],
    yes,
  ),
});

export const extensionAllowed = rule("extensionAllowed", {
  ids: ["PROC-22", "PROC-21"],
  title: words("Verlenging kan worden gevraagd", "Extension can be asked", "La prolongation peut être demandée"),
  dutchTerm: "verlenging",
  sentence: words(
    "Op {fact:requestedOn} kan een verlenging worden gevraagd: {value}.",
    "On {fact:requestedOn} an extension can be asked: {value}.",
    "Le {fact:requestedOn}, une prolongation peut être demandée : {value}.",
  ),
  gives: whenAll(
    [
      lasting,
      running,
      {
        holds: atLeast(quarterOf(requestedOn), extensionFirstQuarter),
        id: "PROC-22",
        field: "requestedOn",
        message: words(
          "Voor een verlenging is het te vroeg.",
          "It is too early for an extension.",
          "Il est trop tôt pour une prolongation.",
        ),
        remedy: words(
          "Vraag de verlenging vanaf het kwartaal dat hier staat.",
          "Ask for the extension from the quarter shown here on.",
          "Demandez la prolongation à partir du trimestre indiqué.",
        ),
      },
    ],
    yes,
  ),
});

/** The phase in which the term ends: what OPEN-16 may run for another term. */
const lastPhase = phaseOf(quartersSince(startQuarter, termEnd), parameter("wagePremium.phaseLastQuarters", "quarterIndex[]"));

export const extensionPercentage = rule("extensionPercentage", {
  ids: ["PROC-22"],
  title: words("Percentage na een verlenging", "Percentage after an extension", "Pourcentage après une prolongation"),
  dutchTerm: "verlenging",
  sentence: words(
    "Na de verlenging geldt {value}.",
    "After the extension {value} applies.",
    "Après la prolongation, {value} s’applique.",
  ),
  gives: bySwitch("OPEN-16", {
    MANUAL_DECISION: judgement(
      "basisPoints",
      "OPEN-16",
      implementingDecision,
      words(
        "Welk percentage en welke duur gelden na de verlenging? Noteer de reden.",
        "Which percentage and which duration apply after the extension? Record the reason.",
        "Quel pourcentage et quelle durée s’appliquent après la prolongation ? Notez le motif.",
      ),
      { screen: "verlenging", event: "GrantExtended" },
    ),
    LAST_PHASE_AGAIN: codeTable(startPackage, {
      P5: itemOf(parameter("wagePremium.package.P5", "basisPoints[]"), lastPhase),
      P5_PLUS: itemOf(parameter("wagePremium.package.P5_PLUS", "basisPoints[]"), lastPhase),
      P5_MWB: itemOf(parameter("wagePremium.package.P5_MWB", "basisPoints[]"), lastPhase),
    }),
  }),
});
