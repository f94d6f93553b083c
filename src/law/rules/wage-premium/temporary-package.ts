// The temporary package for (very) vulnerable persons (WP-11): its percentages are not known, so a person enters them (OPEN-14).
import {
  allOf,
  atLeast,
  atMost,
  bySwitch,
  firstDayOf,
  itemOf,
  judgement,
  none,
  otherwise,
  parameterOn,
  referenceQuarter,
  rule,
  select,
  whenAll,
} from "../../engine/build.ts";
import { decidedOn, enteredPercentage } from "../facts.ts";
import { words } from "../wording.ts";
import { phase } from "./phase.ts";

const lastDay = parameterOn("wagePremium.tempVulnerable.decidedUntil", "date", decidedOn);

export const temporaryPackageOpen = rule("temporaryPackageOpen", {
  ids: ["WP-11"],
  title: words(
    "Tijdelijk pakket kan worden toegekend",
    "Temporary package can be granted",
    "Le paquet temporaire peut être octroyé",
  ),
  dutchTerm: "(zeer) kwetsbare personen",
  sentence: words(
    "Op {fact:decidedOn} kon dit pakket worden toegekend (van {parameter:wagePremium.tempVulnerable.decidedFrom} tot en met {parameter:wagePremium.tempVulnerable.decidedUntil}): {value}.",
    "On {fact:decidedOn} this package could be granted (from {parameter:wagePremium.tempVulnerable.decidedFrom} up to {parameter:wagePremium.tempVulnerable.decidedUntil}): {value}.",
    "Le {fact:decidedOn}, ce paquet pouvait être octroyé (du {parameter:wagePremium.tempVulnerable.decidedFrom} au {parameter:wagePremium.tempVulnerable.decidedUntil} inclus) : {value}.",
  ),
  gives: allOf(
    atLeast(decidedOn, parameterOn("wagePremium.tempVulnerable.decidedFrom", "date", decidedOn)),
    atMost(decidedOn, lastDay),
  ),
});

const entered = otherwise(
  enteredPercentage,
  judgement(
    "basisPoints",
    "OPEN-14",
    "wijziging van 2024 (LAW-06)",
    words(
      "Welk percentage geldt voor dit tijdelijke pakket? Noteer de bron.",
      "Which percentage applies to this temporary package? Record the source.",
      "Quel pourcentage s’applique à ce paquet temporaire ? Notez la source.",
    ),
    { screen: "beslissing", event: "GrantDecided" },
  ),
);

export const temporaryPercentage = rule("temporaryPercentage", {
  ids: ["WP-11"],
  title: words("Percentage van het tijdelijke pakket", "Percentage of the temporary package", "Pourcentage du paquet temporaire"),
  dutchTerm: "(zeer) kwetsbare personen",
  sentence: words(
    "Het tijdelijke pakket geeft {value}.",
    "The temporary package gives {value}.",
    "Le paquet temporaire donne {value}.",
  ),
  gives: whenAll(
    [
      {
        holds: temporaryPackageOpen,
        id: "WP-11",
        field: "decidedOn",
        message: words(
          "Dit tijdelijke pakket kan op die dag niet worden toegekend.",
          "This temporary package cannot be granted on that day.",
          "Ce paquet temporaire ne peut pas être octroyé ce jour-là.",
        ),
        remedy: words("Kies een ander pakket.", "Choose another package.", "Choisissez un autre paquet."),
      },
    ],
    bySwitch("OPEN-14", {
      MANUAL_ENTRY: entered,
      AS_P5_PLUS: itemOf(parameterOn("wagePremium.package.TEMP_VULNERABLE", "basisPoints[]", decidedOn), phase),
      LIMITS_PAYMENT: select(atMost(firstDayOf(referenceQuarter), lastDay), entered, none("basisPoints")),
    }),
  ),
});
