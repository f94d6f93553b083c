// Who stays in an older measure: no new entries, kept rights, and how an extension or increase is asked (TRANS-01, TRANS-03, TRANS-04).
import {
  allOf,
  atLeast,
  atMost,
  code,
  constant,
  dateAfter,
  firstDayOf,
  given,
  minimum,
  otherwise,
  parameterOn,
  rule,
  select,
} from "../../engine/build.ts";
import { decidedOn, startQuarter } from "../facts.ts";
import { words } from "../wording.ts";
import { employedOnLastDay, olderEndsOn, olderRequestedOn, olderStartedOn } from "./facts.ts";

export const olderEntryAllowed = rule("olderEntryAllowed", {
  ids: ["TRANS-01", "TRANS-36", "TRANS-40"],
  title: words("Instroom in een oudere maatregel", "Entry into an older measure", "Entrée dans une ancienne mesure"),
  dutchTerm: "overgangsmaatregel",
  sentence: words(
    "Instromen kon tot en met {parameter:olderSchemes.lastDay}; begonnen op {fact:olderStartedOn}: {value}.",
    "Entry was possible up to and with {parameter:olderSchemes.lastDay}; started on {fact:olderStartedOn}: {value}.",
    "L’entrée était possible jusqu’au {parameter:olderSchemes.lastDay} inclus ; commencé le {fact:olderStartedOn} : {value}.",
  ),
  gives: atMost(olderStartedOn, parameterOn("olderSchemes.lastDay", "date", olderStartedOn)),
});

const keptFrom = parameterOn("olderSchemes.lastDay", "date", olderStartedOn);

export const vopKept = rule("vopKept", {
  ids: ["TRANS-03"],
  title: words("VOP blijft behouden", "VOP is kept", "La VOP est conservée"),
  dutchTerm: "Vlaamse ondersteuningspremie",
  sentence: words(
    "Op {parameter:olderSchemes.lastDay} liep de VOP en was de persoon aan het werk: {value}.",
    "On {parameter:olderSchemes.lastDay} VOP ran and the person was at work: {value}.",
    "Le {parameter:olderSchemes.lastDay}, la VOP courait et la personne travaillait : {value}.",
  ),
  gives: allOf(olderEntryAllowed, atLeast(otherwise(olderEndsOn, keptFrom), keptFrom), employedOnLastDay),
});

export const vopRequestWay = rule("vopRequestWay", {
  ids: ["TRANS-04"],
  title: words(
    "Hoe een verlenging of verhoging van de VOP loopt",
    "How an extension or increase of VOP is asked",
    "Voie d’une prolongation ou augmentation de la VOP",
  ),
  dutchTerm: "verlengen, verhogen",
  sentence: words(
    "Gevraagd op {fact:olderRequestedOn}; via de VOP-aanvraag kon het tot en met {parameter:olderSchemes.lastDay}: {value}.",
    "Asked on {fact:olderRequestedOn}; through the VOP application it was possible up to {parameter:olderSchemes.lastDay}: {value}.",
    "Demandé le {fact:olderRequestedOn} ; par la demande VOP, c’était possible jusqu’au {parameter:olderSchemes.lastDay} : {value}.",
  ),
  gives: select(
    atMost(olderRequestedOn, parameterOn("olderSchemes.lastDay", "date", olderRequestedOn)),
    code("VOP_APPLICATION"),
    code("IMW_EVALUATION"),
  ),
});

const dayBeforeGrant = dateAfter(firstDayOf(startQuarter), constant("days", -1));

/** A VOP whose evaluation was asked while new criteria could already decide it, and the older road was still open (S60). */
const askedInTime = allOf(
  atLeast(olderRequestedOn, parameterOn("vop.newCriteria.requestedFrom", "date", firstDayOf(startQuarter))),
  atMost(olderRequestedOn, parameterOn("olderSchemes.lastDay", "date", olderRequestedOn)),
);
const runsOn = select(given(olderRequestedOn), askedInTime, constant("flag", false));

export const olderRunsUntil = rule("olderRunsUntil", {
  ids: ["TRANS-05", "TRANS-31"],
  title: words(
    "Laatste dag van het oude recht bij een toekenning",
    "Last day of the old right when a grant follows",
    "Dernier jour de l’ancien droit en cas d’octroi",
  ),
  dutchTerm: "evaluatie VOP",
  sentence: words(
    "De toekenning begint in het {fact:startQuarter}; het oude recht loopt tot {value}, zodat elk kwartaal door één maatregel wordt betaald.",
    "The grant begins in the {fact:startQuarter}; the old right runs until {value}, so that each quarter is paid by one measure.",
    "L’octroi commence au {fact:startQuarter} ; l’ancien droit court jusqu’au {value}, pour que chaque trimestre soit payé par une seule mesure.",
  ),
  gives: select(runsOn, dayBeforeGrant, minimum(otherwise(olderEndsOn, dayBeforeGrant), dayBeforeGrant)),
});

export const olderDecideBy = rule("olderDecideBy", {
  ids: ["TRANS-31", "TRANS-40"],
  title: words(
    "Uiterste dag van de beslissing over de evaluatie",
    "Last useful day to decide the evaluation",
    "Dernier jour utile pour décider l’évaluation",
  ),
  dutchTerm: "tijdelijke vergoeding",
  sentence: words(
    "Het traject loopt tot {fact:olderEndsOn}; ten laatste op {value} moet er beslist zijn om de steun te laten doorlopen.",
    "The trajectory runs until {fact:olderEndsOn}; for support to go on it must be decided by {value}.",
    "Le parcours court jusqu’au {fact:olderEndsOn} ; pour que l’aide continue, il faut décider au plus tard le {value}.",
  ),
  gives: olderEndsOn,
});

export const olderSeamless = rule("olderSeamless", {
  ids: ["TRANS-31", "TRANS-40"],
  title: words("Naadloos over naar een toekenning", "Seamless move to a grant", "Passage sans interruption à un octroi"),
  dutchTerm: "tijdelijke vergoeding",
  sentence: words(
    "De overgang is naadloos als er ten laatste op {rule:olderDecideBy} beslist is; beslist op {fact:decidedOn}: {value}.",
    "The move is seamless when decided by {rule:olderDecideBy}; decided on {fact:decidedOn}: {value}.",
    "Le passage est sans interruption si la décision tombe au plus tard le {rule:olderDecideBy} ; décidé le {fact:decidedOn} : {value}.",
  ),
  gives: atMost(decidedOn, olderDecideBy),
});
