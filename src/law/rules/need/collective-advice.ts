// The collective advice (IND-10): a large productivity loss and a need of guidance on the workfloor.
import { allOf, anyOf, atLeast, not, parameterOn, rule } from "../../engine/build.ts";
import { foundOn, guidanceRequired, productivityLoss } from "../facts.ts";
import { words } from "../wording.ts";

export const collectiveAdvice = rule("collectiveAdvice", {
  ids: ["IND-10"],
  title: words("Advies collectief maatwerk", "Advice for collective customised work", "Avis de travail adapté collectif"),
  dutchTerm: "advies/ticket collectief maatwerk",
  sentence: words(
    "Een collectief advies vraagt een rendementsverlies van minstens {parameter:indication.collective.minProductivityLoss} en begeleiding op de werkvloer: {value}.",
    "A collective advice asks for a productivity loss of at least {parameter:indication.collective.minProductivityLoss} and guidance on the workfloor: {value}.",
    "Un avis collectif exige une perte de rendement d’au moins {parameter:indication.collective.minProductivityLoss} et un accompagnement sur le lieu de travail : {value}.",
  ),
  gives: allOf(
    atLeast(productivityLoss, parameterOn("indication.collective.minProductivityLoss", "basisPoints", foundOn)),
    anyOf(not(parameterOn("indication.collective.requiresGuidance", "flag", foundOn)), guidanceRequired),
  ),
});
