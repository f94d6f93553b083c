// The cap on the reference wage (REF-02, REF-03, REF-10): twice the GGMMI per month, by employment fraction and time in service.
import {
  bySwitch,
  daysInService,
  daysOfQuarter,
  firstDayOfQuarter,
  lastDayOfQuarter,
  monthlyParameter,
  otherwise,
  parameter,
  ratioOf,
  rule,
  times,
} from "../../engine/build.ts";
import { employmentFraction, inServiceFrom, inServiceUntil, performedFraction } from "../facts.ts";
import { words } from "../wording.ts";
import { overTheQuarter } from "./quarter-method.ts";

export const monthlyMaximum = rule("monthlyMaximum", {
  ids: ["REF-02"],
  title: words("Hoogste loon per maand", "Highest wage per month", "Salaire maximal par mois"),
  dutchTerm: "plafond",
  sentence: words(
    "In {month} telt hoogstens {parameter:referenceWage.capMultiplier} keer het GGMMI van {parameter:ggmmi}: {value}.",
    "In {month} at most {parameter:referenceWage.capMultiplier} times the GGMMI of {parameter:ggmmi} counts: {value}.",
    "En {month}, au plus {parameter:referenceWage.capMultiplier} fois le RMMMG de {parameter:ggmmi} compte : {value}.",
  ),
  gives: times(monthlyParameter("ggmmi", "cents/month"), parameter("referenceWage.capMultiplier", "times")),
});

export const serviceDays = rule("serviceDays", {
  ids: ["REF-10"],
  title: words("Dagen in dienst", "Days in service", "Jours en service"),
  dutchTerm: "dagen in dienst",
  sentence: words(
    "In dit kwartaal was de werknemer {value} dagen in dienst.",
    "In this quarter the worker was in service for {value} days.",
    "Ce trimestre, le travailleur a été en service {value} jours.",
  ),
  gives: daysInService(otherwise(inServiceFrom, firstDayOfQuarter), otherwise(inServiceUntil, lastDayOfQuarter)),
});

export const serviceShare = rule("serviceShare", {
  ids: ["REF-10"],
  title: words("Deel van het kwartaal in dienst", "Share of the quarter in service", "Part du trimestre en service"),
  dutchTerm: "deel van het kwartaal in dienst",
  sentence: words(
    "Met {rule:serviceDays} dagen in dienst telt {value} van het kwartaal.",
    "With {rule:serviceDays} days in service {value} of the quarter counts.",
    "Avec {rule:serviceDays} jours en service, {value} du trimestre compte.",
  ),
  gives: ratioOf(serviceDays, daysOfQuarter),
});

export const workedFraction = rule("workedFraction", {
  ids: ["GP-03"],
  title: words("Gewerkt deel", "Fraction worked", "Fraction prestée"),
  dutchTerm: "gepresteerde tewerkstellingsbreuk",
  sentence: words(
    "Het gewerkte deel van een voltijdse baan is {value}.",
    "The fraction of full time really worked is {value}.",
    "La fraction réellement prestée d’un temps plein est {value}.",
  ),
  gives: otherwise(performedFraction, employmentFraction),
});

export const capFraction = rule("capFraction", {
  ids: ["REF-03"],
  title: words(
    "Tewerkstellingsbreuk voor het plafond",
    "Employment fraction for the cap",
    "Fraction d’occupation pour le plafond",
  ),
  dutchTerm: "tewerkstellingsbreuk",
  sentence: words(
    "Het plafond volgt de tewerkstellingsbreuk: {value}.",
    "The cap follows the employment fraction: {value}.",
    "Le plafond suit la fraction d’occupation : {value}.",
  ),
  gives: bySwitch("OPEN-26", { DMFA_CONTRACTUAL: employmentFraction, PERFORMED: workedFraction }),
});

export const fullTimeCap = rule("fullTimeCap", {
  ids: ["REF-02", "REF-10"],
  title: words("Plafond bij een voltijds kwartaal", "Cap for a full-time quarter", "Plafond pour un trimestre à temps plein"),
  dutchTerm: "begrenzing per kwartaal",
  sentence: words(
    "Over de drie maanden is dat {value} bij voltijds werk.",
    "Over the three months that is {value} at full time.",
    "Sur les trois mois, cela fait {value} à temps plein.",
  ),
  gives: overTheQuarter(monthlyMaximum),
});

export const wageCap = rule("wageCap", {
  ids: ["REF-03", "REF-10"],
  title: words("Plafond van het referteloon", "Cap on the reference wage", "Plafond du salaire de référence"),
  dutchTerm: "plafond",
  sentence: words(
    "Het plafond is {rule:fullTimeCap} × {rule:capFraction} × {rule:serviceShare} = {value}.",
    "The cap is {rule:fullTimeCap} × {rule:capFraction} × {rule:serviceShare} = {value}.",
    "Le plafond est {rule:fullTimeCap} × {rule:capFraction} × {rule:serviceShare} = {value}.",
  ),
  gives: times(times(fullTimeCap, capFraction), serviceShare),
});
