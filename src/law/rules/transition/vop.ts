// VOP of employees as it runs out: its own schedule, formula and rounding (TRANS-06 to TRANS-08, OPEN-53).
import {
  allOf,
  atLeast,
  atMost,
  below,
  bySwitch,
  type Condition,
  codeTable,
  constant,
  type Expression,
  firstDayOfQuarter,
  given,
  itemOf,
  lastQuarter,
  minimum,
  monthlyParameter,
  otherwise,
  parameter,
  parameterOn,
  perMonth,
  phaseOf,
  quartersSince,
  referenceQuarter,
  roundHalfUp,
  rule,
  select,
  times,
  truncate,
  whenAll,
  withinTerm,
} from "../../engine/build.ts";
import { employmentFraction } from "../facts.ts";
import { capFraction, serviceShare } from "../wage-premium/cap.ts";
import { overTheQuarter } from "../wage-premium/quarter-method.ts";
import { referenceWage } from "../wage-premium/reference-wage.ts";
import { words } from "../wording.ts";
import {
  olderEndsOn,
  olderRequestedOn,
  vopGivenPercentage,
  vopHiringQuarter,
  vopKind,
  vopMonthlyWage,
  vopStartQuarter,
} from "./facts.ts";

export const vopFirstQuarter = rule("vopFirstQuarter", {
  ids: ["TRANS-08"],
  title: words("Eerste kwartaal van de VOP", "First quarter of VOP", "Premier trimestre de la VOP"),
  dutchTerm: "eerste kwartaal",
  sentence: words("De VOP telt vanaf het {value}.", "VOP counts from the {value}.", "La VOP compte à partir du {value}."),
  gives: bySwitch("OPEN-53", { STORED_AS_GIVEN: vopStartQuarter, RECOMPUTE: vopHiringQuarter }),
});

const countedIndex = quartersSince(vopFirstQuarter, referenceQuarter);

export const vopTermLength = rule("vopTermLength", {
  ids: ["TRANS-06"],
  title: words("Looptijd van de VOP in kwartalen", "Length of VOP in quarters", "Durée de la VOP en trimestres"),
  dutchTerm: "Vlaamse ondersteuningspremie",
  sentence: words(
    "Deze VOP ({fact:vopKind}) loopt {value} kwartalen.",
    "This VOP ({fact:vopKind}) runs for {value} quarters.",
    "Cette VOP ({fact:vopKind}) dure {value} trimestres.",
  ),
  gives: codeTable(vopKind, {
    EMPLOYEE: parameter("vop.quarters", "quarters"),
    TEMPORARY: parameter("vop.temporary.quarters", "quarters"),
    INCREASED: parameter("vop.quarters", "quarters"),
  }),
});

export const vopLastQuarter = rule("vopLastQuarter", {
  ids: ["TRANS-06", "TRANS-03"],
  title: words("Laatste kwartaal van de VOP", "Last quarter of VOP", "Dernier trimestre de la VOP"),
  dutchTerm: "Vlaamse ondersteuningspremie",
  sentence: words(
    "Met {rule:vopTermLength} kwartalen eindigt de VOP na het {value}.",
    "With {rule:vopTermLength} quarters VOP ends after the {value}.",
    "Avec {rule:vopTermLength} trimestres, la VOP se termine après le {value}.",
  ),
  gives: lastQuarter(vopFirstQuarter, vopTermLength),
});

/** An end that the source gives holds; without one the term counts. Read again, the term always counts. */
function runs(length: Expression<"quarters">): Expression<"flag"> {
  const inTerm = withinTerm(countedIndex, length);
  const started = atLeast(countedIndex, constant("quarterIndex", 1));
  return bySwitch("OPEN-53", {
    STORED_AS_GIVEN: select(given(olderEndsOn), allOf(started, atLeast(olderEndsOn, firstDayOfQuarter)), inTerm),
    RECOMPUTE: inTerm,
  });
}

/** What every amount of a VOP asks: that the right runs in the quarter. */
export function vopRunning(length: Expression<"quarters">): Condition {
  return {
    holds: runs(length),
    id: "TRANS-03",
    field: "quarter",
    input: true,
    message: words(
      "In dit kwartaal loopt de VOP niet: het ligt vóór haar begin of na haar einde. Kies een kwartaal daartussen.",
      "In this quarter VOP does not run: it lies before its start or after its end. Choose a quarter in between.",
      "La VOP ne court pas ce trimestre : il précède son début ou suit sa fin. Choisissez un trimestre entre les deux.",
    ),
  };
}

export const vopIndex = rule("vopIndex", {
  ids: ["TRANS-08"],
  title: words("Hoeveelste kwartaal van de VOP", "Which quarter of VOP", "Rang du trimestre de la VOP"),
  dutchTerm: "kwartaal van de VOP",
  sentence: words(
    "Dit is kwartaal {value} van de VOP.",
    "This is quarter {value} of VOP.",
    "C’est le trimestre {value} de la VOP.",
  ),
  gives: countedIndex,
});

export const vopSchedulePercentage = rule("vopSchedulePercentage", {
  ids: ["TRANS-06"],
  title: words("Percentage volgens het VOP-schema", "Percentage of the VOP schedule", "Pourcentage selon l’échéancier VOP"),
  dutchTerm: "Vlaamse ondersteuningspremie",
  sentence: words(
    "In het schema van deze VOP ({fact:vopKind}) staat {value} voor dit kwartaal.",
    "The schedule of this VOP ({fact:vopKind}) has {value} for this quarter.",
    "L’échéancier de cette VOP ({fact:vopKind}) prévoit {value} pour ce trimestre.",
  ),
  gives: codeTable(vopKind, {
    EMPLOYEE: itemOf(
      parameter("vop.employee.pct", "basisPoints[]"),
      phaseOf(vopIndex, parameter("vop.employee.phaseLastQuarters", "quarterIndex[]"), "TRANS-06"),
    ),
    TEMPORARY: parameter("vop.temporary.pct", "basisPoints"),
    INCREASED: vopGivenPercentage,
  }),
});

export const vopPercentage = rule("vopPercentage", {
  ids: ["TRANS-06", "TRANS-03"],
  title: words("Percentage van de VOP", "Percentage of VOP", "Pourcentage de la VOP"),
  dutchTerm: "Vlaamse ondersteuningspremie",
  sentence: words("De VOP geeft {value}.", "VOP gives {value}.", "La VOP donne {value}."),
  gives: whenAll(
    [vopRunning(vopTermLength)],
    bySwitch("OPEN-53", {
      STORED_AS_GIVEN: otherwise(vopGivenPercentage, vopSchedulePercentage),
      RECOMPUTE: vopSchedulePercentage,
    }),
  ),
});

export const vopMonthlyMaximum = rule("vopMonthlyMaximum", {
  ids: ["TRANS-07"],
  title: words("Hoogste loon per maand voor de VOP", "Highest wage per month for VOP", "Salaire maximal par mois pour la VOP"),
  dutchTerm: "VOP-formule",
  sentence: words(
    "In {month} telt hoogstens {parameter:vop.capMultiplier} keer het GGMMI van {parameter:ggmmi}: {value}.",
    "In {month} at most {parameter:vop.capMultiplier} times the GGMMI of {parameter:ggmmi} counts: {value}.",
    "En {month}, au plus {parameter:vop.capMultiplier} fois le RMMMG de {parameter:ggmmi} compte : {value}.",
  ),
  gives: times(monthlyParameter("ggmmi", "cents/month"), parameter("vop.capMultiplier", "times")),
});

export const vopCap = rule("vopCap", {
  ids: ["TRANS-07"],
  title: words("Plafond van het loon voor de VOP", "Cap on the wage for VOP", "Plafond du salaire pour la VOP"),
  dutchTerm: "plafond",
  sentence: words(
    "Het plafond van het kwartaal, naar tewerkstellingsbreuk {rule:capFraction} en deel in dienst {rule:serviceShare}, is {value}.",
    "The cap of the quarter, by employment fraction {rule:capFraction} and share in service {rule:serviceShare}, is {value}.",
    "Le plafond du trimestre, selon la fraction d’occupation {rule:capFraction} et la part en service {rule:serviceShare}, est de {value}.",
  ),
  gives: times(times(overTheQuarter(vopMonthlyMaximum), capFraction), serviceShare),
});

export const vopCappedWage = rule("vopCappedWage", {
  ids: ["TRANS-07", "REF-11"],
  title: words("Begrensd loon voor de VOP", "Capped wage for VOP", "Salaire plafonné pour la VOP"),
  dutchTerm: "geplafonneerd referteloon",
  sentence: words(
    "Het loon {rule:referenceWage} telt mee tot {rule:vopCap}: {value}. Deeltijds werk telt zo één keer.",
    "The wage {rule:referenceWage} counts up to {rule:vopCap}: {value}. Part time so counts once.",
    "Le salaire {rule:referenceWage} compte jusqu’à {rule:vopCap} : {value}. Le temps partiel compte ainsi une seule fois.",
  ),
  gives: minimum(referenceWage, vopCap),
});

export const unroundedVopPremium = rule("unroundedVopPremium", {
  ids: ["TRANS-07"],
  title: words("VOP voor afronding", "VOP before rounding", "VOP avant arrondi"),
  dutchTerm: "VOP-formule",
  sentence: words(
    "{rule:vopPercentage} van {rule:vopCappedWage} is {value}.",
    "{rule:vopPercentage} of {rule:vopCappedWage} is {value}.",
    "{rule:vopPercentage} de {rule:vopCappedWage} fait {value}.",
  ),
  gives: times(vopCappedWage, vopPercentage),
});

/** The part of one month: the month's own cap when the cap decides, a third of the wage when it does not. */
const cappedInMonth = select(
  below(referenceWage, vopCap),
  perMonth(vopCappedWage),
  times(times(vopMonthlyMaximum, capFraction), serviceShare),
);

/** For the quarterly run: on the declared wage of the quarter. */
export const vopPremium = rule("vopPremium", {
  ids: ["TRANS-07", "TRANS-06"],
  title: words("VOP van het kwartaal", "VOP of the quarter", "VOP du trimestre"),
  dutchTerm: "Vlaamse ondersteuningspremie",
  sentence: words(
    "De VOP voor dit kwartaal is {value}.",
    "VOP for this quarter is {value}.",
    "La VOP pour ce trimestre est de {value}.",
  ),
  gives: bySwitch("OPEN-25", {
    HALF_UP: roundHalfUp(unroundedVopPremium),
    TRUNCATE: truncate(unroundedVopPremium),
    MONTHLY_X3: overTheQuarter(roundHalfUp(times(cappedInMonth, vopPercentage))),
  }),
});

/** As its source prints it, on a full-time wage per month: percentage × lower of wage and cap × three months × fraction. */
export const vopFromMonthlyWage = rule("vopFromMonthlyWage", {
  ids: ["TRANS-07"],
  title: words("VOP volgens de formule per maand", "VOP by the monthly formula", "VOP selon la formule mensuelle"),
  dutchTerm: "VOP-formule",
  sentence: words(
    "{rule:vopPercentage} van het loon per maand ({fact:vopMonthlyWage}, begrensd), over drie maanden en naar tewerkstellingsbreuk {fact:employmentFraction}: {value}.",
    "{rule:vopPercentage} of the wage per month ({fact:vopMonthlyWage}, capped), over three months and by employment fraction {fact:employmentFraction}: {value}.",
    "{rule:vopPercentage} du salaire mensuel ({fact:vopMonthlyWage}, plafonné), sur trois mois et selon la fraction d’occupation {fact:employmentFraction} : {value}.",
  ),
  gives: roundHalfUp(times(times(overTheQuarter(minimum(vopMonthlyWage, vopMonthlyMaximum)), employmentFraction), vopPercentage)),
});

const increasable = parameterOn("olderSchemes.lastDay", "date", olderRequestedOn);

export const vopIncrease = rule("vopIncrease", {
  ids: ["TRANS-06", "TRANS-04"],
  title: words("Verhoogde VOP", "Increased VOP", "VOP augmentée"),
  dutchTerm: "verhogen",
  sentence: words(
    "Een verhoging gevraagd op {fact:olderRequestedOn} kon tot {parameter:vop.increase.maxPct}: {value}.",
    "An increase asked on {fact:olderRequestedOn} could go up to {parameter:vop.increase.maxPct}: {value}.",
    "Une augmentation demandée le {fact:olderRequestedOn} pouvait aller jusqu’à {parameter:vop.increase.maxPct} : {value}.",
  ),
  gives: select(
    atMost(olderRequestedOn, increasable),
    whenAll(
      [
        {
          holds: atMost(vopGivenPercentage, parameterOn("vop.increase.maxPct", "basisPoints", olderRequestedOn)),
          id: "TRANS-06",
          field: "vopGivenPercentage",
          message: words(
            "Een verhoogde VOP ging niet hoger dan het maximum. Kijk het percentage in de bron na.",
            "An increased VOP went no higher than the maximum. Check the percentage in the source.",
            "Une VOP augmentée ne dépassait pas le maximum. Vérifiez le pourcentage dans la source.",
          ),
        },
      ],
      vopGivenPercentage,
    ),
    whenAll(
      [
        {
          holds: constant("flag", false),
          id: "TRANS-04",
          field: "olderRequestedOn",
          message: words(
            "Na de laatste dag van de VOP-aanvraag kan een verhoging alleen via een evaluatie van individueel maatwerk.",
            "After the last day of the VOP application an increase is only possible through an evaluation of individual customised work.",
            "Après le dernier jour de la demande VOP, une augmentation n’est possible que par une évaluation du travail adapté individuel.",
          ),
        },
      ],
      vopGivenPercentage,
    ),
  ),
});
