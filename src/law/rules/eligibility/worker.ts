// Which workers qualify: residence (EMP-11), situation (EMP-10), and the two findings of VDAB (IND-01).
import {
  allOf,
  bySwitch,
  code,
  codeTable,
  type Expression,
  isOneOf,
  judgement,
  otherwise,
  rule,
  select,
  whenAll,
} from "../../engine/build.ts";
import { individualAdvice } from "../need/individual-advice.ts";
import { words } from "../wording.ts";
import { atAssessment, implementingDecision, must, yes } from "./conditions.ts";
import { individualAdviceGiven, residence, residenceAccepted, situation, workDisability, worksInFlanders } from "./facts.ts";

const qualifies = code("QUALIFIES");
const excluded = code("EXCLUDED");

export const workerResidence = rule("workerResidence", {
  ids: ["EMP-11"],
  title: words("Hoofdverblijfplaats van de werknemer", "Main residence of the worker", "Résidence principale du travailleur"),
  dutchTerm: "hoofdverblijfplaats",
  sentence: words(
    "Wie in {fact:residence} woont: {value}.",
    "Somebody who lives in {fact:residence}: {value}.",
    "Une personne qui habite en {fact:residence} : {value}.",
  ),
  gives: codeTable(residence, {
    FLANDERS: qualifies,
    EEA: select(worksInFlanders, qualifies, excluded),
    BRUSSELS: excluded,
    WALLONIA: excluded,
    OTHER: excluded,
  }),
});

export const selfEmployedResidence = rule("selfEmployedResidence", {
  ids: ["SELF-07", "EMP-11"],
  title: words("Woont of werkt in Vlaanderen", "Lives or works in Flanders", "Habite ou travaille en Flandre"),
  dutchTerm: "woont of werkt in Vlaanderen",
  sentence: words(
    "Woonplaats en werk van de zelfstandige: {value}.",
    "Residence and work of the self-employed person: {value}.",
    "Domicile et travail de l’indépendant : {value}.",
  ),
  gives: select(
    isOneOf(workerResidence, "QUALIFIES"),
    qualifies,
    select(worksInFlanders, bySwitch("OPEN-43", { AS_EMPLOYEES: code("REVIEW"), LIVES_OR_WORKS: qualifies }), excluded),
  ),
});

/** IND-01: both findings, whether VDAB's advice is given or follows from the figures. */
export const supportFound = rule("supportFound", {
  ids: ["IND-01", "SELF-01"],
  title: words(
    "Erkende arbeidsbeperking en behoefte",
    "Recognised work disability and need",
    "Handicap à l’emploi reconnu et besoin",
  ),
  dutchTerm: "erkenning; indicering",
  sentence: words(
    "VDAB erkent de arbeidsbeperking en vindt een behoefte aan individueel maatwerk: {value}.",
    "VDAB recognises the work disability and finds a need of individual customised work: {value}.",
    "Le VDAB reconnaît le handicap à l’emploi et constate un besoin de travail adapté individuel : {value}.",
  ),
  gives: allOf(workDisability, otherwise(individualAdviceGiven, individualAdvice)),
});

/** An application that comes before the finding of VDAB (OPEN-59). */
export const applicationBeforeFinding = rule("applicationBeforeFinding", {
  ids: ["IND-01", "PROC-07"],
  title: words("Aanvraag vóór de vaststelling", "Application before the finding", "Demande avant la constatation"),
  dutchTerm: "aanvraag vóór de vaststelling van VDAB",
  sentence: words(
    "Zo wordt de aanvraag aangenomen: {value}.",
    "This is how the application is taken: {value}.",
    "La demande est traitée ainsi : {value}.",
  ),
  gives: select(
    supportFound,
    code("COMPLETE"),
    bySwitch("OPEN-59", { HOLD_AS_INCOMPLETE: code("HELD"), REFUSE: code("REFUSED") }),
  ),
});

export const findingCondition = must(
  supportFound,
  "IND-01",
  "individualAdviceGiven",
  words(
    "Er is geen geldige vaststelling van VDAB: een erkende arbeidsbeperking en een advies individueel maatwerk.",
    "There is no valid finding of VDAB: a recognised work disability and an individual advice.",
    "Il n’y a pas de constatation valable du VDAB : un handicap à l’emploi reconnu et un avis individuel.",
  ),
  words(
    "De persoon vraagt de indicering aan bij VDAB.",
    "The person asks VDAB for the indication.",
    "La personne demande l’indication au VDAB.",
  ),
);

const mustLive = (holds: Expression<"flag">) =>
  must(
    holds,
    "EMP-11",
    "residence",
    words(
      "De hoofdverblijfplaats ligt niet in het Vlaamse Gewest, en ook niet in een ander land van de EER met werk in het Vlaamse Gewest.",
      "The main residence is not in the Flemish Region, nor in another EEA state with work in the Flemish Region.",
      "La résidence principale n’est ni en Région flamande, ni dans un autre État de l’EEE avec un travail en Région flamande.",
    ),
    words(
      "Dien in wanneer de persoon in het Vlaamse Gewest woont.",
      "File when the person lives in the Flemish Region.",
      "Introduisez la demande quand la personne habite en Région flamande.",
    ),
  );

export const workerEligible = rule("workerEligible", {
  ids: ["EMP-10", "EMP-11", "IND-01"],
  title: words("Werknemer komt in aanmerking", "Worker qualifies", "Le travailleur entre en ligne de compte"),
  dutchTerm: "werknemer",
  sentence: words(
    "Deze werknemer komt in aanmerking: {value}.",
    "This worker qualifies: {value}.",
    "Ce travailleur entre en ligne de compte : {value}.",
  ),
  gives: whenAll(
    [
      mustLive(isOneOf(workerResidence, "QUALIFIES")),
      findingCondition,
      must(
        isOneOf(situation, "NEW_HIRE", "AT_WORK", "RETURN"),
        "EMP-10",
        "situation",
        words(
          "Zeg of de werknemer nieuw is, al aan het werk is of terugkeert na ziekte of ongeval.",
          "Say whether the worker is new, already at work or returns after illness or accident.",
          "Indiquez si le travailleur est nouveau, déjà au travail ou revient après maladie ou accident.",
        ),
        words("Alle drie komen in aanmerking.", "All three qualify.", "Les trois sont admissibles."),
      ),
    ],
    yes,
  ),
});

/** The residence of a self-employed person, with the question that OPEN-43 leaves. */
export const selfEmployedLives = mustLive(
  select(
    isOneOf(selfEmployedResidence, "REVIEW"),
    otherwise(
      residenceAccepted,
      judgement(
        "flag",
        "OPEN-43",
        implementingDecision,
        words(
          "Deze zelfstandige werkt in Vlaanderen maar woont er niet. Komt die in aanmerking? Noteer waarop u steunt.",
          "This self-employed person works in Flanders but does not live there. Does the person qualify? Record what you rely on.",
          "Cet indépendant travaille en Flandre mais n’y habite pas. Est-il admissible ? Notez sur quoi vous vous fondez.",
        ),
        atAssessment,
      ),
    ),
    isOneOf(selfEmployedResidence, "QUALIFIES"),
  ),
);
