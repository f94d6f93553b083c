// VOP of the self-employed: two phases, the second when the activity suffices, and the temporary form (TRANS-10, TRANS-11).
import {
  above,
  atLeast,
  bySwitch,
  codeTable,
  constant,
  divide,
  itemOf,
  minimum,
  monthlyParameter,
  monthsInQuarter,
  none,
  otherwise,
  parameter,
  parameterOn,
  phaseOf,
  roundHalfUp,
  rule,
  select,
  times,
  truncate,
  whenAll,
} from "../../engine/build.ts";
import { overTheQuarter } from "../wage-premium/quarter-method.ts";
import { words } from "../wording.ts";
import { vopActivity, vopActivityProof, vopIncomeYearEnd, vopNetIncome, vopRunsOn, vopSelfKind, vopViable } from "./facts.ts";
import { vopIndex, vopRunning } from "./vop.ts";

export const vopActivitySuffices = rule("vopActivitySuffices", {
  ids: ["TRANS-11", "TRANS-10"],
  title: words("Activiteit volstaat voor de VOP", "Activity suffices for VOP", "Activité suffisante pour la VOP"),
  dutchTerm: "inkomensgrens; attest leefbaarheid",
  sentence: words(
    "Het netto belastbare inkomen haalt de grens van {parameter:vop.self.minIncome}, of een starter heeft een attest van leefbaarheid: {value}.",
    "Net taxable income reaches the threshold of {parameter:vop.self.minIncome}, or a starter has a viability attest: {value}.",
    "Le revenu net imposable atteint le seuil de {parameter:vop.self.minIncome}, ou un starter a une attestation de viabilité : {value}.",
  ),
  gives: codeTable(vopActivityProof, {
    ASSESSMENT: atLeast(vopNetIncome, parameterOn("vop.self.minIncome", "cents/year", vopIncomeYearEnd)),
    VIABILITY_ATTEST: vopViable,
  }),
});

const lastOfPhases = parameter("vop.self.phaseLastQuarters", "quarterIndex[]");
/** Who runs on past the schedule until the decision stays in the last phase (TRANS-05). */
const scheduledIndex = select(
  otherwise(vopRunsOn, constant("flag", false)),
  minimum(vopIndex, itemOf(lastOfPhases, constant("phase", 2))),
  vopIndex,
);
const phase = phaseOf(scheduledIndex, lastOfPhases, "TRANS-10");
const scheduled = itemOf(parameter("vop.self.pct", "basisPoints[]"), phase);
const length = codeTable(vopSelfKind, {
  LASTING: parameter("vop.quarters", "quarters"),
  TEMPORARY: parameter("vop.temporary.quarters", "quarters"),
});

export const vopSelfPercentage = rule("vopSelfPercentage", {
  ids: ["TRANS-10"],
  title: words(
    "Percentage van de VOP van een zelfstandige",
    "Percentage of VOP of a self-employed person",
    "Pourcentage de la VOP d’un indépendant",
  ),
  dutchTerm: "VOP voor zelfstandigen",
  sentence: words(
    "De VOP van de zelfstandige ({fact:vopSelfKind}) geeft {value}.",
    "VOP of the self-employed person ({fact:vopSelfKind}) gives {value}.",
    "La VOP de l’indépendant ({fact:vopSelfKind}) donne {value}.",
  ),
  gives: whenAll(
    [vopRunning(length)],
    codeTable(vopSelfKind, {
      LASTING: select(above(phase, constant("phase", 1)), select(vopActivity, scheduled, none("basisPoints")), scheduled),
      TEMPORARY: parameter("vop.self.temporaryPct", "basisPoints"),
    }),
  ),
});

export const vopSelfBase = rule("vopSelfBase", {
  ids: ["TRANS-10", "SELF-09"],
  title: words(
    "Berekeningsbasis per maand van de VOP van een zelfstandige",
    "Base per month of VOP of a self-employed person",
    "Base mensuelle de la VOP d’un indépendant",
  ),
  dutchTerm: "berekeningsbasis",
  sentence: words(
    "In {month} is het GGMMI {parameter:ggmmi}; daarvan telt {value}.",
    "In {month} the GGMMI is {parameter:ggmmi}; {value} of it counts.",
    "En {month}, le RMMMG est de {parameter:ggmmi} ; {value} en compte.",
  ),
  gives: times(monthlyParameter("ggmmi", "cents/month"), divide(parameter("vop.self.baseMultiplier", "times"), monthsInQuarter)),
});

export const unroundedVopSelfPremium = rule("unroundedVopSelfPremium", {
  ids: ["TRANS-10"],
  title: words(
    "VOP van een zelfstandige voor afronding",
    "VOP of a self-employed person before rounding",
    "VOP d’un indépendant avant arrondi",
  ),
  dutchTerm: "VOP voor zelfstandigen",
  sentence: words(
    "{rule:vopSelfPercentage} van de basis van het kwartaal is {value}.",
    "{rule:vopSelfPercentage} of the quarter’s base is {value}.",
    "{rule:vopSelfPercentage} de la base du trimestre fait {value}.",
  ),
  gives: times(overTheQuarter(vopSelfBase), vopSelfPercentage),
});

export const vopSelfPremium = rule("vopSelfPremium", {
  ids: ["TRANS-10"],
  title: words("VOP van een zelfstandige", "VOP of a self-employed person", "VOP d’un indépendant"),
  dutchTerm: "VOP voor zelfstandigen",
  sentence: words(
    "De VOP van de zelfstandige voor dit kwartaal is {value}.",
    "VOP of the self-employed person for this quarter is {value}.",
    "La VOP de l’indépendant pour ce trimestre est de {value}.",
  ),
  gives: bySwitch("OPEN-25", {
    HALF_UP: roundHalfUp(unroundedVopSelfPremium),
    TRUNCATE: truncate(unroundedVopSelfPremium),
    MONTHLY_X3: overTheQuarter(roundHalfUp(times(vopSelfBase, vopSelfPercentage))),
  }),
});
