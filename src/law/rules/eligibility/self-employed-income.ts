// The income of a self-employed person against the minimum (SELF-03 to SELF-05, OPEN-42).
import {
  above,
  add,
  atLeast,
  bySwitch,
  codeTable,
  constant,
  dateAfter,
  divide,
  equals,
  firstDayOf,
  otherwise,
  parameterOn,
  ratioOf,
  rule,
  times,
} from "../../engine/build.ts";
import { words } from "../wording.ts";
import {
  assessedIncome,
  attestLastQuarter,
  contributionsPaid,
  incomeYearEnd,
  monthsCounted,
  proof,
  quartersCounted,
} from "./facts.ts";

// Facts of the calendar.
const quartersInYear = constant("quarters", 4);
const monthsInYear = constant("months", 12);
const quartersAsNumber = constant("times", 4);
const lastDay = firstDayOf(attestLastQuarter);
const quarterBack = (count: number) => dateAfter(lastDay, constant("quarters", -count));
const minimumOn = (count: number) => parameterOn("self.minIncome", "cents/year", count === 0 ? lastDay : quarterBack(count));

export const incomeFromContributions = rule("incomeFromContributions", {
  ids: ["SELF-04"],
  title: words("Inkomen uit betaalde bijdragen", "Income from contributions paid", "Revenu selon les cotisations payées"),
  dutchTerm: "attest sociaal verzekeringsfonds",
  sentence: words(
    "De betaalde bijdragen {fact:contributionsPaid} zijn {parameter:self.contributionRate} van een inkomen van {value}.",
    "The contributions paid, {fact:contributionsPaid}, are {parameter:self.contributionRate} of an income of {value}.",
    "Les cotisations payées, {fact:contributionsPaid}, font {parameter:self.contributionRate} d’un revenu de {value}.",
  ),
  gives: divide(contributionsPaid, parameterOn("self.contributionRate", "basisPoints", lastDay)),
});

/** The mean of the yearly minimum in each of the attest's four quarters, or that of the income year. */
export const yearlyMinimum = rule("yearlyMinimum", {
  ids: ["SELF-03"],
  title: words("Minimuminkomen van het jaar", "Minimum income of the year", "Revenu minimal de l’année"),
  dutchTerm: "minimumbijdrage",
  sentence: words(
    "Het minimum voor een volledig jaar is {value}.",
    "The minimum for a full year is {value}.",
    "Le minimum pour une année complète est de {value}.",
  ),
  gives: codeTable(proof, {
    FUND_ATTEST: divide(add(minimumOn(3), minimumOn(2), minimumOn(1), minimumOn(0)), quartersAsNumber),
    TAX_ASSESSMENT: parameterOn("self.minIncome", "cents/year", incomeYearEnd),
  }),
});

const perQuarter = times(yearlyMinimum, ratioOf(otherwise(quartersCounted, quartersInYear), quartersInYear));
const perMonth = times(yearlyMinimum, ratioOf(otherwise(monthsCounted, monthsInYear), monthsInYear));

export const minimumIncome = rule("minimumIncome", {
  ids: ["SELF-05", "SELF-03"],
  title: words("Aangepast minimuminkomen", "Adapted minimum income", "Revenu minimal adapté"),
  dutchTerm: "aangepast minimum",
  sentence: words(
    "Bij een onvolledig jaar of ziekte wordt {rule:yearlyMinimum} dan {value}.",
    "With a part year or illness {rule:yearlyMinimum} becomes {value}.",
    "En cas d’année incomplète ou de maladie, {rule:yearlyMinimum} devient {value}.",
  ),
  gives: bySwitch("OPEN-42", { PER_QUARTER_GTE: perQuarter, PER_MONTH: perMonth, GT: perQuarter }),
});

export const provenIncome = rule("provenIncome", {
  ids: ["SELF-04"],
  title: words("Bewezen inkomen", "Proven income", "Revenu prouvé"),
  dutchTerm: "attest sociaal verzekeringsfonds; aanslagbiljet",
  sentence: words(
    "Het bewijs toont een inkomen van {value}.",
    "The proof shows an income of {value}.",
    "La preuve montre un revenu de {value}.",
  ),
  gives: codeTable(proof, { FUND_ATTEST: incomeFromContributions, TAX_ASSESSMENT: assessedIncome }),
});

export const incomeSuffices = rule("incomeSuffices", {
  ids: ["SELF-03", "SELF-05"],
  title: words("Inkomen volstaat", "Income suffices", "Revenu suffisant"),
  dutchTerm: "minimumbijdrage",
  sentence: words(
    "Het inkomen {rule:provenIncome} haalt het minimum {rule:minimumIncome}: {value}.",
    "The income {rule:provenIncome} reaches the minimum {rule:minimumIncome}: {value}.",
    "Le revenu {rule:provenIncome} atteint le minimum {rule:minimumIncome} : {value}.",
  ),
  gives: bySwitch("OPEN-42", {
    PER_QUARTER_GTE: atLeast(provenIncome, minimumIncome),
    PER_MONTH: atLeast(provenIncome, minimumIncome),
    GT: above(provenIncome, minimumIncome),
  }),
});

/** Flagged, because the sources disagree whether an equal income suffices. */
export const incomeEqualsMinimum = rule("incomeEqualsMinimum", {
  ids: ["SELF-03"],
  title: words("Inkomen gelijk aan het minimum", "Income equal to the minimum", "Revenu égal au minimum"),
  dutchTerm: "minimumbijdrage",
  sentence: words(
    "Het inkomen is precies het minimum: {value}. De bronnen zijn het niet eens of dat volstaat.",
    "The income is exactly the minimum: {value}. The sources disagree whether that suffices.",
    "Le revenu est exactement le minimum : {value}. Les sources divergent sur ce point.",
  ),
  gives: equals(provenIncome, minimumIncome),
});
