// The individual advice (IND-11), and its need class (IND-12).
import { anyOf, atLeast, code, parameterOn, rule, select } from "../../engine/build.ts";
import { extraCosts, foundOn, guidanceRequired, productivityLoss } from "../facts.ts";
import { words } from "../wording.ts";
import { doubleTicketAtOnce } from "./double-ticket.ts";

const threshold = parameterOn("indication.individual.minLossOrExtraCost", "basisPoints", foundOn);

export const individualNeed = rule("individualNeed", {
  ids: ["IND-11"],
  title: words("Behoefte aan individueel maatwerk", "Need of individual customised work", "Besoin de travail adapté individuel"),
  dutchTerm: "advies/ticket individueel maatwerk",
  sentence: words(
    "Rendementsverlies of bijkomende kosten van minstens {parameter:indication.individual.minLossOrExtraCost}: {value}.",
    "Productivity loss or extra costs of at least {parameter:indication.individual.minLossOrExtraCost}: {value}.",
    "Perte de rendement ou coûts supplémentaires d’au moins {parameter:indication.individual.minLossOrExtraCost} : {value}.",
  ),
  gives: anyOf(atLeast(productivityLoss, threshold), atLeast(extraCosts, threshold)),
});

export const individualAdvice = rule("individualAdvice", {
  ids: ["IND-11", "IND-14"],
  title: words("Advies individueel maatwerk", "Advice for individual customised work", "Avis de travail adapté individuel"),
  dutchTerm: "advies/ticket individueel maatwerk",
  sentence: words(
    "Een individueel advies volgt uit de eigen behoefte of uit het dubbelticket: {value}.",
    "An individual advice follows from the own need or from the double ticket: {value}.",
    "Un avis individuel découle du besoin propre ou du double avis : {value}.",
  ),
  gives: anyOf(individualNeed, doubleTicketAtOnce),
});

export const needClass = rule("needClass", {
  ids: ["IND-12", "WP-09"],
  title: words("Behoefteklasse", "Need class", "Classe de besoin"),
  dutchTerm: "behoefte aan loonpremie / aan loon- en begeleidingspremie",
  sentence: words("De behoefte is: {value}.", "The need is: {value}.", "Le besoin est : {value}."),
  gives: select(anyOf(doubleTicketAtOnce, guidanceRequired), code("WAGE_AND_GUIDANCE_PREMIUM"), code("WAGE_PREMIUM")),
});
