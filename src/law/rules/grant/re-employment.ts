// What a new employer, a rehire, a replacement or a take-over does to the term (WP-13, OPEN-17), and quarters without wage (OPEN-22).
import {
  bySwitch,
  codeTable,
  type Expression,
  judgement,
  otherwise,
  quartersSince,
  referenceQuarter,
  rule,
  select,
  subtract,
} from "../../engine/build.ts";
import { atAssessment, implementingDecision } from "../eligibility/conditions.ts";
import { reemploymentAccepted } from "../eligibility/facts.ts";
import { earlierStartQuarter, employmentChange, pausedQuarters, startQuarter } from "../facts.ts";
import { words } from "../wording.ts";
import { termStart } from "./term.ts";

/** A new term once a person has accepted it. Somebody who answers no refuses the application itself. */
function ifAccepted(question: ReturnType<typeof words>): Expression<"quarter"> {
  const asked = judgement("flag", "OPEN-17", implementingDecision, question, atAssessment);
  const left = judgement("quarter", "OPEN-17", implementingDecision, question, atAssessment);
  return select(otherwise(reemploymentAccepted, asked), termStart, left);
}

export const reemploymentStart = rule("reemploymentStart", {
  ids: ["WP-13", "EMP-16"],
  title: words("Start bij een nieuwe tewerkstelling", "Start with a new employment", "Début en cas de nouvelle occupation"),
  dutchTerm: "nieuwe werkgever; overname",
  sentence: words(
    "Bij {fact:employmentChange} telt de looptijd vanaf het {value}.",
    "With {fact:employmentChange} the term counts from the {value}.",
    "Pour {fact:employmentChange}, la durée compte à partir du {value}.",
  ),
  gives: bySwitch("OPEN-17", {
    OWN_FILE: codeTable(employmentChange, {
      NEW_EMPLOYER: termStart,
      SECOND_EMPLOYER: termStart,
      SAME_EMPLOYER_REHIRE: ifAccepted(
        words(
          "Dezelfde werkgever neemt de werknemer opnieuw in dienst. Gebeurt dat om de premie te krijgen?",
          "The same employer hires the worker again. Is it done to obtain the premium?",
          "Le même employeur réengage le travailleur. Est-ce pour obtenir la prime ?",
        ),
      ),
      REPLACEMENT: ifAccepted(
        words(
          "De werknemer vervangt iemand die werd ontslagen. Kan de premie worden toegekend?",
          "The worker replaces somebody who was dismissed. Can the premium be granted?",
          "Le travailleur remplace une personne licenciée. La prime peut-elle être octroyée ?",
        ),
      ),
      TAKE_OVER: earlierStartQuarter,
    }),
    COUNTER_FOLLOWS_PERSON: earlierStartQuarter,
    RESTARTS: termStart,
  }),
});

const counted = quartersSince(startQuarter, referenceQuarter);

export const indexAfterPause = rule("indexAfterPause", {
  ids: ["PROC-40", "PROC-10"],
  title: words(
    "Kwartaal van de looptijd na kwartalen zonder loon",
    "Quarter of the term after quarters without wage",
    "Trimestre de la durée après des trimestres sans salaire",
  ),
  dutchTerm: "wijziging, stopzetting",
  sentence: words(
    "Met {fact:pausedQuarters} kwartalen zonder loon is dit kwartaal {value} van de looptijd.",
    "With {fact:pausedQuarters} quarters without wage this is quarter {value} of the term.",
    "Avec {fact:pausedQuarters} trimestres sans salaire, c’est le trimestre {value} de la durée.",
  ),
  gives: bySwitch("OPEN-22", { COUNTER_RUNS: counted, COUNTER_PAUSES: subtract(counted, pausedQuarters) }),
});
