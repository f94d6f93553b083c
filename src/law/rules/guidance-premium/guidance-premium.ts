// The guidance premium (GP-02 to GP-04): a fixed part per quarter and a part by level of need and work performed.
import {
  above,
  add,
  allOf,
  atMost,
  bySwitch,
  code,
  codeTable,
  isOneOf,
  none,
  otherwise,
  parameter,
  roundHalfUp,
  rule,
  select,
  times,
  truncate,
} from "../../engine/build.ts";
import { employmentFraction, guidanceNeed } from "../facts.ts";
import { quarterIndex } from "../grant/term.ts";
import { serviceDays, serviceShare, workedFraction } from "../wage-premium/cap.ts";
import { referenceWage } from "../wage-premium/reference-wage.ts";
import { words } from "../wording.ts";

const nothing = none("cents/quarter");
const hasServiceAndWage = allOf(above(serviceDays, none("days")), above(referenceWage, nothing));

export const guidanceFixedAmount = rule("guidanceFixedAmount", {
  ids: ["GP-02"],
  title: words("Bedrag van het vaste deel", "Amount of the fixed part", "Montant de la partie fixe"),
  dutchTerm: "vast (forfaitair) deel",
  sentence: words(
    "In kwartaal {rule:quarterIndex} is het vaste deel {value}; na kwartaal {parameter:guidancePremium.fixed.highLastQuarter} is het lager.",
    "In quarter {rule:quarterIndex} the fixed part is {value}; after quarter {parameter:guidancePremium.fixed.highLastQuarter} it is lower.",
    "Au trimestre {rule:quarterIndex}, la partie fixe est de {value} ; après le trimestre {parameter:guidancePremium.fixed.highLastQuarter}, elle est moindre.",
  ),
  gives: select(
    atMost(quarterIndex, parameter("guidancePremium.fixed.highLastQuarter", "quarterIndex")),
    parameter("guidancePremium.fixed.high", "cents/quarter"),
    parameter("guidancePremium.fixed.low", "cents/quarter"),
  ),
});

export const guidanceFixedPart = rule("guidanceFixedPart", {
  ids: ["GP-02"],
  title: words(
    "Vast deel van de begeleidingspremie",
    "Fixed part of the guidance premium",
    "Partie fixe de la prime d’accompagnement",
  ),
  dutchTerm: "vast (forfaitair) deel",
  sentence: words(
    "Het vaste deel voor dit kwartaal is {value}.",
    "The fixed part for this quarter is {value}.",
    "La partie fixe pour ce trimestre est de {value}.",
  ),
  gives: bySwitch("OPEN-13", {
    DUE_WITH_SERVICE_AND_WAGE: select(hasServiceAndWage, guidanceFixedAmount, nothing),
    PRORATED: select(hasServiceAndWage, times(guidanceFixedAmount, serviceShare), nothing),
    ALWAYS_DUE: guidanceFixedAmount,
  }),
});

export const guidanceVariableAmount = rule("guidanceVariableAmount", {
  ids: ["GP-03"],
  title: words(
    "Bedrag van het variabele deel bij voltijds werk",
    "Amount of the variable part at full time",
    "Montant de la partie variable à temps plein",
  ),
  dutchTerm: "variabel deel",
  sentence: words(
    "Bij begeleidingsnood {fact:guidanceNeed} is het variabele deel {value} voor voltijds werk.",
    "With guidance need {fact:guidanceNeed} the variable part is {value} for full-time work.",
    "Pour un besoin d’accompagnement {fact:guidanceNeed}, la partie variable est de {value} pour un temps plein.",
  ),
  gives: codeTable(guidanceNeed, {
    LOW: parameter("guidancePremium.variable.low", "cents/quarter"),
    MEDIUM: parameter("guidancePremium.variable.medium", "cents/quarter"),
    HIGH: parameter("guidancePremium.variable.high", "cents/quarter"),
  }),
});

export const guidanceFraction = rule("guidanceFraction", {
  ids: ["GP-03"],
  title: words("Breuk voor het variabele deel", "Fraction for the variable part", "Fraction pour la partie variable"),
  dutchTerm: "gepresteerde tewerkstellingsbreuk",
  sentence: words(
    "Het variabele deel telt voor een breuk van {value}.",
    "The variable part counts for a fraction of {value}.",
    "La partie variable compte pour une fraction de {value}.",
  ),
  gives: bySwitch("OPEN-06", { PERFORMED: workedFraction, CONTRACTUAL: employmentFraction }),
});

export const guidanceVariablePart = rule("guidanceVariablePart", {
  ids: ["GP-03"],
  title: words(
    "Variabel deel van de begeleidingspremie",
    "Variable part of the guidance premium",
    "Partie variable de la prime d’accompagnement",
  ),
  dutchTerm: "variabel deel",
  sentence: words(
    "Het variabele deel voor dit kwartaal is {value}.",
    "The variable part for this quarter is {value}.",
    "La partie variable pour ce trimestre est de {value}.",
  ),
  gives: select(hasServiceAndWage, times(guidanceVariableAmount, guidanceFraction), nothing),
});

const bothParts = add(guidanceFixedPart, guidanceVariablePart);
const need = otherwise(guidanceNeed, code("NONE"));

export const guidancePremium = rule("guidancePremium", {
  ids: ["GP-04", "GP-01"],
  title: words("Begeleidingspremie", "Guidance premium", "Prime d’accompagnement"),
  dutchTerm: "begeleidingspremie",
  sentence: words(
    "De begeleidingspremie voor dit kwartaal is {value}.",
    "The guidance premium for this quarter is {value}.",
    "La prime d’accompagnement pour ce trimestre est de {value}.",
  ),
  // The amounts are per quarter, so that the monthly reading of the rounding rounds them once.
  gives: select(
    isOneOf(need, "NONE"),
    nothing,
    bySwitch("OPEN-25", { HALF_UP: roundHalfUp(bothParts), TRUNCATE: truncate(bothParts), MONTHLY_X3: roundHalfUp(bothParts) }),
  ),
});
