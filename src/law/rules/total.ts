// What an employer receives for a quarter: wage premium and guidance premium together (WP-09).
import { add, rule } from "../engine/build.ts";
import { guidancePremium } from "./guidance-premium/guidance-premium.ts";
import { wagePremium } from "./wage-premium/wage-premium.ts";
import { words } from "./wording.ts";

export const employerTotal = rule("employerTotal", {
  ids: ["WP-09"],
  title: words("Totaal voor de werkgever", "Total for the employer", "Total pour l’employeur"),
  dutchTerm: "loonpremie en begeleidingspremie samen",
  sentence: words(
    "Samen is dat {value} voor dit kwartaal.",
    "Together that is {value} for this quarter.",
    "Ensemble, cela fait {value} pour ce trimestre.",
  ),
  gives: add(wagePremium, guidancePremium),
});
