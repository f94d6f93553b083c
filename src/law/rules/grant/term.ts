// The term of a grant (PROC-10, PROC-11): when it starts, how long it runs, and which quarter of it a quarter is.
import {
  bySwitch,
  type Condition,
  codeTable,
  lastQuarter,
  parameter,
  quarterOf,
  quartersSince,
  referenceQuarter,
  rule,
  whenAll,
  withinTerm,
} from "../../engine/build.ts";
import { appliedOn, decidedOn, startPackage, startQuarter } from "../facts.ts";
import { words } from "../wording.ts";

const temporary = parameter("term.quarters.temporary", "quarters");
const lasting = parameter("term.quarters.lasting", "quarters");

export const termStart = rule("termStart", {
  ids: ["PROC-11"],
  title: words("Eerste kwartaal van de looptijd", "First quarter of the term", "Premier trimestre de la durée"),
  dutchTerm: "kwartaal van de beslissing",
  sentence: words("De looptijd begint in het {value}.", "The term starts in the {value}.", "La durée commence au {value}."),
  gives: bySwitch("OPEN-03", { DECISION_QUARTER: quarterOf(decidedOn), APPLICATION_QUARTER: quarterOf(appliedOn) }),
});

export const termLength = rule("termLength", {
  ids: ["PROC-10"],
  title: words("Looptijd in kwartalen", "Length of the term in quarters", "Durée en trimestres"),
  dutchTerm: "toekenning",
  sentence: words(
    "Bij dit pakket loopt de toekenning {value} kwartalen.",
    "With this package the grant runs for {value} quarters.",
    "Avec ce paquet, l’octroi dure {value} trimestres.",
  ),
  gives: codeTable(startPackage, {
    T2: temporary,
    P5: lasting,
    P5_PLUS: lasting,
    P5_MWB: lasting,
    AFTER_EVALUATION: lasting,
  }),
});

export const termEnd = rule("termEnd", {
  ids: ["PROC-10", "PROC-11"],
  title: words("Laatste kwartaal van de looptijd", "Last quarter of the term", "Dernier trimestre de la durée"),
  dutchTerm: "einde van de toekenning",
  sentence: words(
    "De looptijd eindigt na het {value}.",
    "The term ends after the {value}.",
    "La durée se termine après le {value}.",
  ),
  gives: lastQuarter(startQuarter, termLength),
});

const countedIndex = quartersSince(startQuarter, referenceQuarter);

/** What every amount of a term asks: that the quarter lies in it. */
export const inTerm: Condition = {
  holds: withinTerm(countedIndex, termLength),
  id: "PROC-10",
  field: "quarter",
  input: true,
  message: words(
    "Dit kwartaal ligt buiten de looptijd. Kies een kwartaal vanaf het startkwartaal: hoogstens 20 bij een pakket van 5 jaar, 8 bij een pakket van 2 jaar.",
    "This quarter lies outside the term. Choose a quarter from the start quarter on: at most 20 with a 5-year package, 8 with a 2-year package.",
    "Ce trimestre se situe hors de la durée. Choisissez un trimestre à partir du trimestre de départ : au plus 20 pour un paquet de 5 ans, 8 pour un paquet de 2 ans.",
  ),
};

export const quarterIndex = rule("quarterIndex", {
  ids: ["PROC-10", "PROC-11"],
  title: words("Hoeveelste kwartaal van de looptijd", "Which quarter of the term", "Rang du trimestre dans la durée"),
  dutchTerm: "kwartaal van de looptijd",
  sentence: words(
    "Dit is kwartaal {value} van de looptijd, die begon in het {fact:startQuarter}.",
    "This is quarter {value} of the term, which began in the {fact:startQuarter}.",
    "C’est le trimestre {value} de la durée, qui a commencé au {fact:startQuarter}.",
  ),
  gives: whenAll([inTerm], countedIndex),
});
