// The support premium of the self-employed (SELF-08 to SELF-11): a percentage of a fixed base, without wage and without guidance part.
import {
  atLeast,
  atMost,
  bySwitch,
  codeTable,
  divide,
  monthlyParameter,
  monthsInQuarter,
  parameter,
  roundHalfUp,
  rule,
  times,
  truncate,
  whenAll,
} from "../../engine/build.ts";
import { startPackage } from "../facts.ts";
import { inTerm } from "../grant/term.ts";
import { percentageAfterEvaluation, percentageP5, percentageP5Plus, percentageT2 } from "../wage-premium/packages.ts";
import { overTheQuarter } from "../wage-premium/quarter-method.ts";
import { words } from "../wording.ts";

export const monthlySupportBase = rule("monthlySupportBase", {
  ids: ["SELF-09"],
  title: words("Berekeningsbasis per maand", "Base per month", "Base de calcul par mois"),
  dutchTerm: "berekeningsbasis",
  sentence: words(
    "In {month} is het GGMMI {parameter:ggmmi}; daarvan telt {value}.",
    "In {month} the GGMMI is {parameter:ggmmi}; {value} of it counts.",
    "En {month}, le RMMMG est de {parameter:ggmmi} ; {value} en compte.",
  ),
  gives: times(monthlyParameter("ggmmi", "cents/month"), divide(parameter("self.baseMultiplier", "times"), monthsInQuarter)),
});

export const supportBase = rule("supportBase", {
  ids: ["SELF-09"],
  title: words("Berekeningsbasis van het kwartaal", "Base of the quarter", "Base de calcul du trimestre"),
  dutchTerm: "berekeningsbasis",
  sentence: words(
    "De basis voor dit kwartaal is {value}.",
    "The base for this quarter is {value}.",
    "La base pour ce trimestre est de {value}.",
  ),
  gives: bySwitch("OPEN-41", { EMPLOYEE_PACKAGES: overTheQuarter(monthlySupportBase) }),
});

const outsideStart = words(
  "Het startpercentage van een zelfstandige ligt tussen 20 en 55. Kijk het pakket na.",
  "The start percentage of a self-employed person lies between 20 and 55. Check the package.",
  "Le pourcentage de départ d’un indépendant se situe entre 20 et 55. Vérifiez le paquet.",
);

const startPercentage = codeTable(startPackage, { T2: percentageT2, P5: percentageP5, P5_PLUS: percentageP5Plus });
const boundedStartPercentage = whenAll(
  [
    {
      holds: atLeast(startPercentage, parameter("self.startPct.min", "basisPoints")),
      id: "SELF-10",
      field: "package",
      message: outsideStart,
    },
    {
      holds: atMost(startPercentage, parameter("self.startPct.max", "basisPoints")),
      id: "SELF-10",
      field: "package",
      message: outsideStart,
    },
  ],
  startPercentage,
);

export const supportPercentage = rule("supportPercentage", {
  ids: ["SELF-11", "SELF-10"],
  title: words(
    "Percentage van de ondersteuningspremie",
    "Percentage of the support premium",
    "Pourcentage de la prime de soutien",
  ),
  dutchTerm: "startpercentage",
  sentence: words("U krijgt {value} van de basis.", "You receive {value} of the base.", "Vous recevez {value} de la base."),
  gives: whenAll(
    [inTerm],
    codeTable(startPackage, {
      T2: boundedStartPercentage,
      P5: boundedStartPercentage,
      P5_PLUS: boundedStartPercentage,
      AFTER_EVALUATION: whenAll(
        [
          {
            holds: atMost(percentageAfterEvaluation, parameter("self.maxPctAfterEvaluation", "basisPoints")),
            id: "SELF-10",
            field: "percentage",
            input: true,
            message: words(
              "Na een evaluatie krijgt een zelfstandige hoogstens 75 %. Geef een lager percentage.",
              "After an evaluation a self-employed person receives at most 75%. Give a lower percentage.",
              "Après une évaluation, un indépendant reçoit au plus 75 %. Donnez un pourcentage inférieur.",
            ),
          },
        ],
        percentageAfterEvaluation,
      ),
    }),
  ),
});

export const unroundedSupportPremium = rule("unroundedSupportPremium", {
  ids: ["SELF-09"],
  title: words("Ondersteuningspremie voor afronding", "Support premium before rounding", "Prime de soutien avant arrondi"),
  dutchTerm: "ondersteuningspremie",
  sentence: words(
    "{rule:supportPercentage} van {rule:supportBase} is {value}.",
    "{rule:supportPercentage} of {rule:supportBase} is {value}.",
    "{rule:supportPercentage} de {rule:supportBase} fait {value}.",
  ),
  gives: times(supportBase, supportPercentage),
});

export const supportPremium = rule("supportPremium", {
  ids: ["SELF-08", "SELF-09"],
  title: words("Ondersteuningspremie", "Support premium", "Prime de soutien"),
  dutchTerm: "ondersteuningspremie",
  sentence: words(
    "De ondersteuningspremie voor dit kwartaal is {value}.",
    "The support premium for this quarter is {value}.",
    "La prime de soutien pour ce trimestre est de {value}.",
  ),
  gives: bySwitch("OPEN-25", {
    HALF_UP: roundHalfUp(unroundedSupportPremium),
    TRUNCATE: truncate(unroundedSupportPremium),
    MONTHLY_X3: overTheQuarter(roundHalfUp(times(monthlySupportBase, supportPercentage))),
  }),
});
