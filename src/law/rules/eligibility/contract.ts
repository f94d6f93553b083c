// The employment contract at the application (EMP-12 to EMP-14, EMP-18).
import {
  above,
  allOf,
  atLeast,
  atMost,
  bySwitch,
  code,
  given,
  hoursFromTo,
  isOneOf,
  not,
  otherwise,
  parameterOn,
  rule,
  select,
  whenAll,
} from "../../engine/build.ts";
import { words } from "../wording.ts";
import { must, yes } from "./conditions.ts";
import { contractFrom, contractHours, contractKind, contractUntil, filedOn } from "./facts.ts";

const least = parameterOn("contract.minHours", "hours", filedOn);

export const contractDuration = rule("contractDuration", {
  ids: ["EMP-14"],
  title: words("Duur van de overeenkomst in uren", "Length of the contract in hours", "Durée du contrat en heures"),
  dutchTerm: "minimaal 24 uur",
  sentence: words(
    "Van {fact:contractFrom} tot en met {fact:contractUntil} zijn er {value} uren.",
    "From {fact:contractFrom} up to {fact:contractUntil} there are {value} hours.",
    "Du {fact:contractFrom} au {fact:contractUntil} inclus, il y a {value} heures.",
  ),
  gives: hoursFromTo(contractFrom, contractUntil),
});

/** Without an end a contract is long enough as duration; its hours of work count only when they are known. */
export const contractLongEnough = rule("contractLongEnough", {
  ids: ["EMP-14"],
  title: words("Overeenkomst lang genoeg", "Contract long enough", "Contrat assez long"),
  dutchTerm: "minimaal 24 uur",
  sentence: words(
    "De overeenkomst haalt het minimum van {parameter:contract.minHours} uur: {value}.",
    "The contract reaches the minimum of {parameter:contract.minHours} hours: {value}.",
    "Le contrat atteint le minimum de {parameter:contract.minHours} heures : {value}.",
  ),
  gives: bySwitch("OPEN-04", {
    GTE_DURATION: select(given(contractUntil), atLeast(contractDuration, least), yes),
    GT_DURATION: select(given(contractUntil), above(contractDuration, least), yes),
    HOURS_OF_WORK: select(given(contractHours), atLeast(contractHours, least), not(given(contractUntil))),
  }),
});

export const filedDuringContract = rule("filedDuringContract", {
  ids: ["EMP-12"],
  title: words("Ingediend tijdens de tewerkstelling", "Filed during the employment", "Introduite pendant l’occupation"),
  dutchTerm: "arbeidsovereenkomst",
  sentence: words(
    "De aanvraag van {fact:filedOn} valt binnen de overeenkomst: {value}.",
    "The application of {fact:filedOn} lies within the contract: {value}.",
    "La demande du {fact:filedOn} se situe pendant le contrat : {value}.",
  ),
  gives: allOf(atLeast(filedOn, contractFrom), atMost(filedOn, otherwise(contractUntil, filedOn))),
});

export const wageEvidence = rule("wageEvidence", {
  ids: ["EMP-18", "REF-04", "REF-06", "DATA-05"],
  title: words("Bron van het loon", "Source of the wage", "Source du salaire"),
  dutchTerm: "loonfiche; DmfA",
  sentence: words(
    "Het loon bij dit soort overeenkomst komt van: {value}.",
    "With this kind of contract the wage comes from: {value}.",
    "Pour ce type de contrat, le salaire provient de : {value}.",
  ),
  gives: select(isOneOf(contractKind, "ASSOCIATION"), code("PAYSLIPS"), code("DMFA")),
});

export const contractEligible = rule("contractEligible", {
  ids: ["EMP-12", "EMP-13", "EMP-14"],
  title: words("Overeenkomst komt in aanmerking", "Contract qualifies", "Le contrat entre en ligne de compte"),
  dutchTerm: "soort arbeidsovereenkomst",
  sentence: words(
    "Deze overeenkomst komt in aanmerking: {value}.",
    "This contract qualifies: {value}.",
    "Ce contrat entre en ligne de compte : {value}.",
  ),
  gives: whenAll(
    [
      must(
        filedDuringContract,
        "EMP-12",
        "filedOn",
        words(
          "De aanvraag wordt ingediend tijdens de tewerkstelling.",
          "The application is filed during the employment.",
          "La demande est introduite pendant l’occupation.",
        ),
        words(
          "Dien in zolang de overeenkomst loopt.",
          "File while the contract runs.",
          "Introduisez la demande tant que le contrat court.",
        ),
      ),
      must(
        contractLongEnough,
        "EMP-14",
        "contractUntil",
        words(
          "De overeenkomst haalt het minimum niet.",
          "The contract does not reach the minimum.",
          "Le contrat n’atteint pas le minimum.",
        ),
        words(
          "Vraag aan voor een langere overeenkomst.",
          "Apply for a longer contract.",
          "Introduisez une demande pour un contrat plus long.",
        ),
      ),
      must(
        isOneOf(
          contractKind,
          "OPEN_ENDED",
          "FIXED_TERM",
          "TEMP_AGENCY",
          "STUDENT",
          "FLEXI_JOB",
          "EXTRA",
          "SEASONAL",
          "ASSOCIATION",
        ),
        "EMP-13",
        "contractKind",
        words(
          "Deze soort overeenkomst kennen we niet.",
          "This kind of contract is not known.",
          "Ce type de contrat n’est pas connu.",
        ),
        words(
          "Kies een soort uit de lijst: alle soorten komen in aanmerking.",
          "Choose a kind from the list: all kinds qualify.",
          "Choisissez un type de la liste : tous les types sont admissibles.",
        ),
      ),
    ],
    yes,
  ),
});
