// The wage premium (WP-01, REF-10): the percentage of the capped reference wage, rounded as OPEN-25 is read.
import { below, bySwitch, minimum, perMonth, roundHalfUp, rule, select, times, truncate } from "../../engine/build.ts";
import { words } from "../wording.ts";
import { capFraction, monthlyMaximum, serviceShare, wageCap } from "./cap.ts";
import { wagePremiumPercentage } from "./percentage.ts";
import { overTheQuarter } from "./quarter-method.ts";
import { referenceWage } from "./reference-wage.ts";

export const cappedWage = rule("cappedWage", {
  ids: ["REF-10", "REF-02"],
  title: words("Begrensd referteloon", "Capped reference wage", "Salaire de référence plafonné"),
  dutchTerm: "geplafonneerd referteloon",
  sentence: words(
    "Het loon {rule:referenceWage} telt mee tot het plafond van {rule:wageCap}: {value}.",
    "The wage {rule:referenceWage} counts up to the cap of {rule:wageCap}: {value}.",
    "Le salaire {rule:referenceWage} compte jusqu’au plafond de {rule:wageCap} : {value}.",
  ),
  gives: minimum(referenceWage, wageCap),
});

export const unroundedWagePremium = rule("unroundedWagePremium", {
  ids: ["WP-01"],
  title: words("Loonpremie voor afronding", "Wage premium before rounding", "Prime salariale avant arrondi"),
  dutchTerm: "loonpremie",
  sentence: words(
    "{rule:wagePremiumPercentage} van {rule:cappedWage} is {value}.",
    "{rule:wagePremiumPercentage} of {rule:cappedWage} is {value}.",
    "{rule:wagePremiumPercentage} de {rule:cappedWage} fait {value}.",
  ),
  gives: times(cappedWage, wagePremiumPercentage),
});

/** The part of one month: the month's own cap when the cap decides, a third of the wage when it does not. */
const cappedInMonth = select(
  below(referenceWage, wageCap),
  perMonth(cappedWage),
  times(times(monthlyMaximum, capFraction), serviceShare),
);

export const wagePremium = rule("wagePremium", {
  ids: ["WP-01", "REF-10"],
  title: words("Loonpremie", "Wage premium", "Prime salariale"),
  dutchTerm: "loonpremie",
  sentence: words(
    "De loonpremie voor dit kwartaal is {value}.",
    "The wage premium for this quarter is {value}.",
    "La prime salariale pour ce trimestre est de {value}.",
  ),
  gives: bySwitch("OPEN-25", {
    HALF_UP: roundHalfUp(unroundedWagePremium),
    TRUNCATE: truncate(unroundedWagePremium),
    MONTHLY_X3: overTheQuarter(roundHalfUp(times(cappedInMonth, wagePremiumPercentage))),
  }),
});
