// Other support for the same wage (PAY-11): a ceiling known from VOP only, so it warns and does not refuse (OPEN-31).
import { add, atMost, bySwitch, input, maximum, none, parameter, rule, subtract, times, whenAll } from "../../engine/build.ts";
import { referenceWage } from "../wage-premium/reference-wage.ts";
import { wagePremium } from "../wage-premium/wage-premium.ts";
import { words } from "../wording.ts";

/** All other support for the wage of the quarter, together. */
const otherSupport = input("otherSupport", "cents/quarter");
const nothing = none("cents/quarter");

export const cumulationExcess = rule("cumulationExcess", {
  ids: ["PAY-11"],
  title: words("Steun boven het plafond", "Support above the ceiling", "Aides au-dessus du plafond"),
  dutchTerm: "cumulatie",
  sentence: words(
    "Loonpremie {rule:wagePremium} en andere steun {fact:otherSupport} samen gaan {value} boven {parameter:cumulation.maxPctOfWageCost} van {rule:referenceWage}.",
    "Wage premium {rule:wagePremium} and other support {fact:otherSupport} together exceed {parameter:cumulation.maxPctOfWageCost} of {rule:referenceWage} by {value}.",
    "Prime salariale {rule:wagePremium} et autres aides {fact:otherSupport} dépassent de {value} {parameter:cumulation.maxPctOfWageCost} de {rule:referenceWage}.",
  ),
  gives: maximum(
    subtract(add(wagePremium, otherSupport), times(referenceWage, parameter("cumulation.maxPctOfWageCost", "basisPoints"))),
    nothing,
  ),
});

export const premiumBesideSupport = rule("premiumBesideSupport", {
  ids: ["PAY-11"],
  title: words("Loonpremie naast andere steun", "Wage premium beside other support", "Prime salariale à côté d’autres aides"),
  dutchTerm: "cumulatie",
  sentence: words(
    "Met {rule:cumulationExcess} boven het plafond blijft de loonpremie {value}.",
    "With {rule:cumulationExcess} above the ceiling the wage premium stays {value}.",
    "Avec {rule:cumulationExcess} au-dessus du plafond, la prime salariale reste de {value}.",
  ),
  gives: bySwitch("OPEN-31", {
    WARN: wagePremium,
    REFUSE: whenAll(
      [
        {
          holds: atMost(cumulationExcess, nothing),
          id: "PAY-11",
          field: "otherSupport",
          message: words(
            "Samen gaat de steun boven het loon. Kijk de andere steun na.",
            "Together the support exceeds the wage. Check the other support.",
            "Ensemble, les aides dépassent le salaire. Vérifiez les autres aides.",
          ),
        },
      ],
      wagePremium,
    ),
  }),
});
