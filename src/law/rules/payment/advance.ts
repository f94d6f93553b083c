// The monthly advance on the wage premium and its settlement (PAY-02, PAY-04): off as long as its amount is not known (OPEN-27).
import { bySwitch, input, maximum, none, parameter, rule, subtract, whenAll } from "../../engine/build.ts";
import { no } from "../eligibility/conditions.ts";
import { wagePremium } from "../wage-premium/wage-premium.ts";
import { words } from "../wording.ts";

/** Advances paid for the quarter, together. */
const advancesPaid = input("advancesPaid", "cents/quarter");
const nothing = none("cents/quarter");

export const monthlyAdvance = rule("monthlyAdvance", {
  ids: ["PAY-02"],
  title: words("Maandelijks voorschot", "Monthly advance", "Avance mensuelle"),
  dutchTerm: "voorschot",
  sentence: words(
    "Het maandelijkse voorschot op de loonpremie is {value}.",
    "The monthly advance on the wage premium is {value}.",
    "L’avance mensuelle sur la prime salariale est de {value}.",
  ),
  gives: bySwitch("OPEN-27", {
    OFF: whenAll(
      [
        {
          holds: no,
          id: "OPEN-27",
          field: null,
          message: words(
            "Het referentiebedrag van het voorschot is niet bekend: er worden geen voorschotten betaald.",
            "The reference amount of the advance is not known: no advances are paid.",
            "Le montant de référence de l’avance n’est pas connu : aucune avance n’est payée.",
          ),
        },
      ],
      none("cents/month"),
    ),
    PAY04_CYCLE: parameter("advance.reference", "cents/month"),
  }),
});

export const advanceShortfall = rule("advanceShortfall", {
  ids: ["PAY-04", "PAY-02"],
  title: words("Nog te betalen na voorschotten", "Still to pay after advances", "Reste à payer après avances"),
  dutchTerm: "afrekening",
  sentence: words(
    "Van {rule:wagePremium} gaan de voorschotten {fact:advancesPaid} af: {value} is nog te betalen.",
    "From {rule:wagePremium} the advances {fact:advancesPaid} are taken off: {value} is still to be paid.",
    "De {rule:wagePremium}, on déduit les avances {fact:advancesPaid} : {value} reste à payer.",
  ),
  gives: maximum(subtract(wagePremium, advancesPaid), nothing),
});

export const advanceExcess = rule("advanceExcess", {
  ids: ["PAY-04", "PAY-02"],
  title: words("Te veel betaald als voorschot", "Paid too much in advance", "Avances payées en trop"),
  dutchTerm: "afrekening",
  sentence: words(
    "De voorschotten {fact:advancesPaid} zijn {value} hoger dan de loonpremie {rule:wagePremium}; dat wordt van het volgende voorschot afgehouden.",
    "The advances {fact:advancesPaid} exceed the wage premium {rule:wagePremium} by {value}; it is withheld from the next advance.",
    "Les avances {fact:advancesPaid} dépassent de {value} la prime salariale {rule:wagePremium} ; ce montant est retenu sur la prochaine avance.",
  ),
  gives: maximum(subtract(advancesPaid, wagePremium), nothing),
});
