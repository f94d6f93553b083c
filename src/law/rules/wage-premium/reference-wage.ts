// The reference wage (REF-01): what the employer really pays, contributions included and reductions taken off.
import { add, atLeast, none, rule, subtract, whenAll } from "../../engine/build.ts";
import { contributionReductions, employerContributions, grossWage } from "../facts.ts";
import { words } from "../wording.ts";

const paid = subtract(add(grossWage, employerContributions), contributionReductions);

export const referenceWage = rule("referenceWage", {
  ids: ["REF-01"],
  title: words("Referteloon", "Reference wage", "Salaire de référence"),
  dutchTerm: "referteloon",
  sentence: words(
    "Het brutoloon {fact:grossWage} plus de werkgeversbijdragen {fact:employerContributions} min de verminderingen {fact:contributionReductions} is {value} (referteloon).",
    "The gross wage {fact:grossWage} plus the employer contributions {fact:employerContributions} less the reductions {fact:contributionReductions} is {value} (reference wage).",
    "Le salaire brut {fact:grossWage} plus les cotisations patronales {fact:employerContributions} moins les réductions {fact:contributionReductions} fait {value} (salaire de référence).",
  ),
  gives: whenAll(
    [
      {
        holds: atLeast(paid, none("cents/quarter")),
        id: "REF-01",
        field: null,
        message: words(
          "Het referteloon is negatief: de verminderingen zijn groter dan loon en bijdragen samen. Kijk de drie bedragen na.",
          "The reference wage is negative: the reductions exceed wage and contributions together. Check the three amounts.",
          "Le salaire de référence est négatif : les réductions dépassent le salaire et les cotisations. Vérifiez les trois montants.",
        ),
      },
    ],
    paid,
  ),
});
