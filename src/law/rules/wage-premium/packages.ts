// The start packages (WP-03 to WP-06) and the percentage after an evaluation (WP-10, within WP-02).
import { atLeast, atMost, codeTable, isMultipleOf, itemOf, parameter, rule, whenAll } from "../../engine/build.ts";
import { evaluatedPercentage, startPackage } from "../facts.ts";
import { inTerm } from "../grant/term.ts";
import { words } from "../wording.ts";
import { phase } from "./phase.ts";

export const percentageT2 = rule("percentageT2", {
  ids: ["WP-03"],
  title: words("Startpakket van 2 jaar", "2-year start package", "Paquet de départ de 2 ans"),
  dutchTerm: "startpakket (tijdelijke behoefte)",
  sentence: words(
    "Het startpakket van 2 jaar geeft {value}.",
    "The 2-year start package gives {value}.",
    "Le paquet de départ de 2 ans donne {value}.",
  ),
  gives: itemOf(parameter("wagePremium.package.T2", "basisPoints[]"), phase),
});

export const percentageP5 = rule("percentageP5", {
  ids: ["WP-04"],
  title: words("Startpakket van 5 jaar", "5-year start package", "Paquet de départ de 5 ans"),
  dutchTerm: "startpakket 5 jaar",
  sentence: words(
    "In fase {rule:phase} geeft het startpakket van 5 jaar {value}.",
    "In phase {rule:phase} the 5-year start package gives {value}.",
    "En phase {rule:phase}, le paquet de départ de 5 ans donne {value}.",
  ),
  gives: itemOf(parameter("wagePremium.package.P5", "basisPoints[]"), phase),
});

export const percentageP5Plus = rule("percentageP5Plus", {
  ids: ["WP-05"],
  title: words(
    "Startpakket van 5 jaar, verhoogde loonpremie",
    "5-year start package, higher wage premium",
    "Paquet de départ de 5 ans, prime salariale majorée",
  ),
  dutchTerm: "verhoogde loonpremie",
  sentence: words(
    "In fase {rule:phase} geeft het startpakket met verhoogde loonpremie {value}.",
    "In phase {rule:phase} the start package with a higher wage premium gives {value}.",
    "En phase {rule:phase}, le paquet de départ avec prime majorée donne {value}.",
  ),
  gives: itemOf(parameter("wagePremium.package.P5_PLUS", "basisPoints[]"), phase),
});

export const percentageP5Mwb = rule("percentageP5Mwb", {
  ids: ["WP-06"],
  title: words(
    "Startpakket van 5 jaar bij een maatwerkbedrijf",
    "5-year start package at a customised-work company",
    "Paquet de départ de 5 ans dans une entreprise de travail adapté",
  ),
  dutchTerm: "maatwerkbedrijf met IMW-pakket",
  sentence: words(
    "In fase {rule:phase} geeft het pakket bij een maatwerkbedrijf {value}.",
    "In phase {rule:phase} the package at a customised-work company gives {value}.",
    "En phase {rule:phase}, le paquet dans une entreprise de travail adapté donne {value}.",
  ),
  gives: itemOf(parameter("wagePremium.package.P5_MWB", "basisPoints[]"), phase),
});

const onGrid = words(
  "Het percentage na een evaluatie gaat van 20 tot 75 in stappen van 5. Geef zo'n percentage.",
  "The percentage after an evaluation goes from 20 to 75 in steps of 5. Give such a percentage.",
  "Le pourcentage après une évaluation va de 20 à 75 par pas de 5. Donnez un tel pourcentage.",
);

export const percentageAfterEvaluation = rule("percentageAfterEvaluation", {
  ids: ["WP-10", "WP-02"],
  title: words("Percentage na evaluatie", "Percentage after evaluation", "Pourcentage après évaluation"),
  dutchTerm: "persoonlijk pakket",
  sentence: words(
    "Na de evaluatie geldt {value}.",
    "After the evaluation {value} applies.",
    "Après l’évaluation, {value} s’applique.",
  ),
  gives: whenAll(
    [
      {
        holds: atLeast(evaluatedPercentage, parameter("wagePremium.minPct", "basisPoints")),
        id: "WP-02",
        field: "percentage",
        input: true,
        message: onGrid,
      },
      {
        holds: atMost(evaluatedPercentage, parameter("wagePremium.maxPct", "basisPoints")),
        id: "WP-02",
        field: "percentage",
        input: true,
        message: onGrid,
      },
      {
        holds: isMultipleOf(evaluatedPercentage, parameter("wagePremium.stepPct", "basisPoints")),
        id: "WP-02",
        field: "percentage",
        input: true,
        message: onGrid,
      },
    ],
    evaluatedPercentage,
  ),
});

export const packagePercentage = rule("packagePercentage", {
  ids: ["WP-09"],
  title: words("Percentage van het pakket", "Percentage of the package", "Pourcentage du paquet"),
  dutchTerm: "percentage van het pakket",
  sentence: words(
    "Uw pakket ({fact:package}) geeft recht op {value}.",
    "Your package ({fact:package}) gives {value}.",
    "Votre paquet ({fact:package}) donne {value}.",
  ),
  gives: whenAll(
    [inTerm],
    codeTable(startPackage, {
      T2: percentageT2,
      P5: percentageP5,
      P5_PLUS: percentageP5Plus,
      P5_MWB: percentageP5Mwb,
      AFTER_EVALUATION: percentageAfterEvaluation,
    }),
  ),
});
