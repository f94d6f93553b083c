// Work-oriented activities in the social economy: yearly reassessment, minimum volume and the subsidy (AMA-02, AMA-04, AMA-10, AMA-11).
import {
  atLeast,
  input,
  minimum,
  parameterOn,
  ratioOf,
  roundHalfUp,
  rule,
  subtract,
  times,
  yearsAfter,
} from "../../engine/build.ts";
import { words } from "../wording.ts";

const adviceOn = input("amaAdviceOn", "date");
const hoursPerWeek = input("amaHoursPerWeek", "hours");
/** Any day of the calendar year of the subsidy. */
const subsidyDay = input("amaSubsidyDay", "date");
/** Presence days of all participants of the year together. */
const presenceDays = input("amaPresenceDays", "days");
/** Trajectories in the contingent, in ten-thousandths. */
const contingent = input("amaContingent", "ratio");
const advances = input("amaAdvances", "cents/year");

export const amaReassessBy = rule("amaReassessBy", {
  ids: ["AMA-02"],
  title: words("Nieuwe beoordeling tegen", "Reassessment by", "Réévaluation pour le"),
  dutchTerm: "advies AMA SE",
  sentence: words(
    "Het advies wordt minstens elk jaar opnieuw bekeken: tegen {value}.",
    "The advice is reassessed at least every year: by {value}.",
    "L’avis est réévalué au moins chaque année : pour le {value}.",
  ),
  gives: yearsAfter(adviceOn, parameterOn("ama.reassessYears", "years", adviceOn)),
});

export const amaVolumeReached = rule("amaVolumeReached", {
  ids: ["AMA-04"],
  title: words("Minimum per week gehaald", "Weekly minimum reached", "Minimum hebdomadaire atteint"),
  dutchTerm: "minimaal 12 uur per week",
  sentence: words(
    "Het minimum van {parameter:ama.minHoursPerWeek} uur per week is gehaald: {value}. Het mag worden opgebouwd.",
    "The minimum of {parameter:ama.minHoursPerWeek} hours a week is reached: {value}. It may be built up.",
    "Le minimum de {parameter:ama.minHoursPerWeek} heures par semaine est atteint : {value}. Il peut être atteint progressivement.",
  ),
  gives: atLeast(hoursPerWeek, parameterOn("ama.minHoursPerWeek", "hours", subsidyDay)),
});

export const amaAverage = rule("amaAverage", {
  ids: ["AMA-11"],
  title: words("Gemiddeld aantal trajecten", "Average number of trajectories", "Nombre moyen de parcours"),
  dutchTerm: "aanwezigheidsdagen",
  sentence: words(
    "{fact:amaPresenceDays} aanwezigheidsdagen gedeeld door {parameter:ama.divisor} geeft {value} trajecten.",
    "{fact:amaPresenceDays} presence days divided by {parameter:ama.divisor} give {value} trajectories.",
    "{fact:amaPresenceDays} jours de présence divisés par {parameter:ama.divisor} donnent {value} parcours.",
  ),
  gives: ratioOf(presenceDays, parameterOn("ama.divisor", "days", subsidyDay)),
});

export const amaSubsidy = rule("amaSubsidy", {
  ids: ["AMA-10", "AMA-11"],
  title: words("Subsidie voor het jaar", "Subsidy of the year", "Subside de l’année"),
  dutchTerm: "subsidie per traject",
  sentence: words(
    "Hoogstens het contingent telt mee: {rule:amaAverage} trajecten aan {parameter:ama.subsidyPerTrajectory} geven {value}.",
    "At most the contingent counts: {rule:amaAverage} trajectories at {parameter:ama.subsidyPerTrajectory} give {value}.",
    "Au plus le contingent compte : {rule:amaAverage} parcours à {parameter:ama.subsidyPerTrajectory} donnent {value}.",
  ),
  gives: roundHalfUp(times(parameterOn("ama.subsidyPerTrajectory", "cents/year", subsidyDay), minimum(amaAverage, contingent))),
});

export const amaBalance = rule("amaBalance", {
  ids: ["AMA-11"],
  title: words("Saldo na voorschotten", "Balance after advances", "Solde après avances"),
  dutchTerm: "saldo van de subsidie",
  sentence: words(
    "Van {rule:amaSubsidy} gaan de voorschotten {fact:amaAdvances} af: {value}.",
    "From {rule:amaSubsidy} the advances {fact:amaAdvances} are taken off: {value}.",
    "De {rule:amaSubsidy}, on déduit les avances {fact:amaAdvances} : {value}.",
  ),
  gives: subtract(amaSubsidy, advances),
});
