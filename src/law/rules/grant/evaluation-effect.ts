// What an evaluation changes, and from when (WP-10, IND-25, OPEN-15).
import { bySwitch, maximum, quarterOf, rule } from "../../engine/build.ts";
import { currentPercentage, decidedOn, evaluatedPercentage, requestedOn } from "../facts.ts";
import { words } from "../wording.ts";

const fromDecision = quarterOf(decidedOn);

export const evaluationFirstQuarter = rule("evaluationFirstQuarter", {
  ids: ["WP-10", "PROC-20"],
  title: words("Eerste kwartaal na de evaluatie", "First quarter after the evaluation", "Premier trimestre après l’évaluation"),
  dutchTerm: "persoonlijk pakket",
  sentence: words(
    "Het nieuwe percentage geldt vanaf het {value}.",
    "The new percentage applies from the {value}.",
    "Le nouveau pourcentage s’applique à partir du {value}.",
  ),
  gives: bySwitch("OPEN-15", {
    FLAT_FROM_DECISION: fromDecision,
    FROM_REQUEST: quarterOf(requestedOn),
    NEVER_LOWER: fromDecision,
  }),
});

export const evaluationPercentage = rule("evaluationPercentage", {
  ids: ["WP-10"],
  title: words(
    "Percentage dat na de evaluatie geldt",
    "Percentage that applies after the evaluation",
    "Pourcentage applicable après l’évaluation",
  ),
  dutchTerm: "persoonlijk pakket",
  sentence: words(
    "Na de evaluatie geldt {value}.",
    "After the evaluation {value} applies.",
    "Après l’évaluation, {value} s’applique.",
  ),
  gives: bySwitch("OPEN-15", {
    FLAT_FROM_DECISION: evaluatedPercentage,
    FROM_REQUEST: evaluatedPercentage,
    NEVER_LOWER: maximum(evaluatedPercentage, currentPercentage),
  }),
});

export const supportEndsOn = rule("supportEndsOn", {
  ids: ["IND-25"],
  title: words(
    "Einde na een evaluatie zonder behoefte",
    "End after an evaluation without need",
    "Fin après une évaluation sans besoin",
  ),
  dutchTerm: "negatieve evaluatie",
  sentence: words(
    "Vindt de evaluatie geen behoefte, dan stopt de steun op {value}.",
    "When the evaluation finds no need, support stops on {value}.",
    "Si l’évaluation ne constate pas de besoin, le soutien cesse le {value}.",
  ),
  gives: decidedOn,
});
