// The bound of WP-08: at a maatwerkbedrijf the support never exceeds the percentage of the collective advice.
import { given, isListed, minimum, parameter, rule, select, whenAll } from "../../engine/build.ts";
import { collectivePercentage } from "../facts.ts";
import { words } from "../wording.ts";
import { packagePercentage } from "./packages.ts";

export const wagePremiumPercentage = rule("wagePremiumPercentage", {
  ids: ["WP-08", "WP-01"],
  title: words("Percentage van de loonpremie", "Percentage of the wage premium", "Pourcentage de la prime salariale"),
  dutchTerm: "begrenzing op indicering CMW",
  sentence: words(
    "U krijgt {value} van het begrensde loon.",
    "You receive {value} of the capped wage.",
    "Vous recevez {value} du salaire plafonné.",
  ),
  gives: select(
    given(collectivePercentage),
    minimum(
      packagePercentage,
      whenAll(
        [
          {
            holds: isListed(collectivePercentage, parameter("cmw.wagePremium.values", "basisPoints[]")),
            id: "CMW-06",
            field: "collectivePercentage",
            input: true,
            message: words(
              "Het percentage van een collectief advies gaat van 40 tot 75 in stappen van 5. Geef zo'n percentage.",
              "The percentage of a collective advice goes from 40 to 75 in steps of 5. Give such a percentage.",
              "Le pourcentage d’un avis collectif va de 40 à 75 par pas de 5. Donnez un tel pourcentage.",
            ),
          },
        ],
        collectivePercentage,
      ),
    ),
    packagePercentage,
  ),
});
