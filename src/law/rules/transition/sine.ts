// SINE as it runs out: until when its benefits are kept, the reduction, and conversion into contingent (TRANS-20 to TRANS-24).
import {
  allOf,
  anyOf,
  atLeast,
  atMost,
  below,
  bySwitch,
  codeTable,
  constant,
  dateAfter,
  firstDayOfQuarter,
  given,
  isOneOf,
  lastQuarter,
  minimum,
  none,
  not,
  otherwise,
  parameter,
  parameterOn,
  ratioOf,
  rule,
  select,
  times,
  truncate,
  whenAll,
} from "../../engine/build.ts";
import { no } from "../eligibility/conditions.ts";
import { words } from "../wording.ts";
import {
  keepsEmployment,
  olderEndsOn,
  olderRequestedOn,
  quartersSincePackage,
  sineCode,
  sineInterruptedOn,
  sinePlace,
  sineStartQuarter,
  sineWorkers,
  viabilityAtRisk,
} from "./facts.ts";

/** Read in the reference quarter: all of SINE's rules are asked for a quarter. */
const lastEntry = parameter("olderSchemes.lastDay", "date");
/** The values of the running out begin on the day after the last entry. */
const firstDayAfter = dateAfter(lastEntry, constant("days", 1));
const lastDay = parameterOn("sine.lastDay", "date", firstDayAfter);
const withoutPackage = parameterOn("sine.noPackageQuarters", "quarters", firstDayAfter);

/** Kept while the employment is not interrupted, at most until the last day. */
const kept = minimum(
  minimum(otherwise(olderEndsOn, lastDay), lastDay),
  select(given(sineInterruptedOn), dateAfter(sineInterruptedOn, constant("days", -1)), lastDay),
);

export const sineRightLastQuarter = rule("sineRightLastQuarter", {
  ids: ["TRANS-24"],
  title: words("Laatste kwartaal van het SINE-recht", "Last quarter of the SINE right", "Dernier trimestre du droit SINE"),
  dutchTerm: "doelgroepvermindering",
  sentence: words(
    "Onder code {fact:sineCode} loopt het recht vanaf het {fact:sineStartQuarter} tot en met het {value}.",
    "Under code {fact:sineCode} the right runs from the {fact:sineStartQuarter} up to and with the {value}.",
    "Sous le code {fact:sineCode}, le droit court du {fact:sineStartQuarter} au {value} inclus.",
  ),
  gives: codeTable(sineCode, {
    "3240": lastQuarter(sineStartQuarter, parameter("sine.minQuarters", "quarters")),
    "3241": lastQuarter(sineStartQuarter, parameter("sine.longQuarters", "quarters")),
    "3250": whenAll(
      [
        {
          holds: no,
          id: "TRANS-24",
          field: "sineCode",
          message: words(
            "Onder code 3250 is het recht onbepaald: het heeft geen laatste kwartaal.",
            "Under code 3250 the right is indefinite: it has no last quarter.",
            "Sous le code 3250, le droit est indéterminé : il n’a pas de dernier trimestre.",
          ),
        },
      ],
      sineStartQuarter,
    ),
  }),
});

export const sineExtensionAllowed = rule("sineExtensionAllowed", {
  ids: ["TRANS-20"],
  title: words("Verlenging van SINE door VDAB", "Extension of SINE by VDAB", "Prolongation de SINE par le VDAB"),
  dutchTerm: "sociale inschakelingseconomie",
  sentence: words(
    "Een recht dat vroeger eindigde, kon worden verlengd als het gevraagd was tot en met {parameter:olderSchemes.lastDay}: {value}.",
    "A right that ended earlier could be extended when asked up to {parameter:olderSchemes.lastDay}: {value}.",
    "Un droit qui prenait fin plus tôt pouvait être prolongé si demandé jusqu’au {parameter:olderSchemes.lastDay} : {value}.",
  ),
  gives: allOf(
    atMost(olderRequestedOn, parameterOn("olderSchemes.lastDay", "date", olderRequestedOn)),
    below(olderEndsOn, parameterOn("olderSchemes.lastDay", "date", olderRequestedOn)),
  ),
});

export const sineWageSubsidyUntil = rule("sineWageSubsidyUntil", {
  ids: ["TRANS-20", "TRANS-21", "TRANS-22", "TRANS-23"],
  title: words("SINE-loonsubsidie tot", "SINE wage subsidy until", "Subside salarial SINE jusqu’au"),
  dutchTerm: "binnen contingent; buiten contingent",
  sentence: words(
    "Voor deze werknemer ({fact:sinePlace}) loopt de SINE-loonsubsidie tot {value}.",
    "For this worker ({fact:sinePlace}) the SINE wage subsidy runs until {value}.",
    "Pour ce travailleur ({fact:sinePlace}), le subside salarial SINE court jusqu’au {value}.",
  ),
  gives: codeTable(sinePlace, {
    REGULAR: kept,
    MWB_INSIDE: lastEntry,
    MWB_OUTSIDE: kept,
    LDE_INDIVIDUAL: lastEntry,
    LDE_COLLECTIVE: lastEntry,
  }),
});

export const sineReductionUntil = rule("sineReductionUntil", {
  ids: ["TRANS-20", "TRANS-21", "TRANS-23"],
  title: words("SINE-vermindering tot", "SINE reduction until", "Réduction SINE jusqu’au"),
  dutchTerm: "doelgroepvermindering",
  sentence: words(
    "Voor deze werknemer ({fact:sinePlace}) loopt de RSZ-vermindering tot {value}.",
    "For this worker ({fact:sinePlace}) the RSZ reduction runs until {value}.",
    "Pour ce travailleur ({fact:sinePlace}), la réduction ONSS court jusqu’au {value}.",
  ),
  gives: codeTable(sinePlace, {
    REGULAR: kept,
    MWB_INSIDE: kept,
    MWB_OUTSIDE: kept,
    LDE_INDIVIDUAL: lastEntry,
    LDE_COLLECTIVE: bySwitch("OPEN-46", { STOPS: lastEntry, RUNS_ON: kept }),
  }),
});

export const sineReduction = rule("sineReduction", {
  ids: ["TRANS-24", "TRANS-23"],
  title: words("SINE-vermindering van het kwartaal", "SINE reduction of the quarter", "Réduction SINE du trimestre"),
  dutchTerm: "doelgroepvermindering",
  sentence: words(
    "De vermindering loopt tot {rule:sineReductionUntil}; in dit kwartaal is ze {value}.",
    "The reduction runs until {rule:sineReductionUntil}; in this quarter it is {value}.",
    "La réduction court jusqu’au {rule:sineReductionUntil} ; ce trimestre, elle est de {value}.",
  ),
  gives: select(
    atLeast(sineReductionUntil, firstDayOfQuarter),
    parameter("sine.rszReduction", "cents/quarter"),
    none("cents/quarter"),
  ),
});

export const sineConvertible = rule("sineConvertible", {
  ids: ["TRANS-22"],
  title: words("SINE buiten contingent omzetbaar", "SINE outside contingent convertible", "SINE hors contingent convertible"),
  dutchTerm: "buiten contingent",
  sentence: words(
    "Een onbepaald recht ({fact:sineCode}), {parameter:sine.noPackageQuarters} kwartalen zonder pakket of LDE-toelage, en behoud van de tewerkstelling: {value}.",
    "An indefinite right ({fact:sineCode}), {parameter:sine.noPackageQuarters} quarters without package or LDE allowance, and kept employment: {value}.",
    "Un droit indéterminé ({fact:sineCode}), {parameter:sine.noPackageQuarters} trimestres sans paquet ni allocation LDE, et maintien de l’emploi : {value}.",
  ),
  gives: allOf(
    isOneOf(sineCode, "3250"),
    anyOf(not(given(quartersSincePackage)), atLeast(quartersSincePackage, withoutPackage)),
    anyOf(keepsEmployment, otherwise(viabilityAtRisk, no)),
  ),
});

const groups = ratioOf(sineWorkers, parameterOn("sine.conversion.groupSize", "count", firstDayAfter));

export const sineConversion = rule("sineConversion", {
  ids: ["TRANS-22"],
  title: words("Omzetting van SINE naar contingent", "Conversion of SINE into contingent", "Conversion de SINE en contingent"),
  dutchTerm: "buiten contingent",
  sentence: words(
    "{fact:sineWorkers} SINE-werknemers, in groepen van {parameter:sine.conversion.groupSize} aan {parameter:sine.conversion} VTE, geven {value} VTE.",
    "{fact:sineWorkers} SINE workers, in groups of {parameter:sine.conversion.groupSize} at {parameter:sine.conversion} FTE, give {value} FTE.",
    "{fact:sineWorkers} travailleurs SINE, par groupes de {parameter:sine.conversion.groupSize} à {parameter:sine.conversion} ETP, donnent {value} ETP.",
  ),
  gives: times(
    parameterOn("sine.conversion", "fte", firstDayAfter),
    bySwitch("OPEN-45", { PARTIAL_GROUPS_COUNT: groups, FULL_GROUPS_ONLY: truncate(groups) }),
  ),
});
