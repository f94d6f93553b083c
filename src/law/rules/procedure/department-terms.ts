// Terms of the department that are not known (PROC-06, PROC-07, PROC-33): nothing is enforced, a reading shows a date.
import { bySwitch, constant, dateAfter, parameterOn, rule, whenAll } from "../../engine/build.ts";
import { filedOn } from "../eligibility/facts.ts";
import { noticeOn } from "../facts.ts";
import { words } from "../wording.ts";

export const confirmationMailBy = rule("confirmationMailBy", {
  ids: ["PROC-06"],
  title: words("Bevestigingsmail", "Confirmation mail", "Courriel de confirmation"),
  dutchTerm: "ontvankelijk",
  sentence: words(
    "De mail over de ontvankelijkheid komt binnen {parameter:admissibility.confirmationMailDays} dagen: tegen {value}.",
    "The mail about admissibility comes within {parameter:admissibility.confirmationMailDays} days: by {value}.",
    "Le courriel sur la recevabilité arrive dans les {parameter:admissibility.confirmationMailDays} jours : pour le {value}.",
  ),
  gives: dateAfter(filedOn, parameterOn("admissibility.confirmationMailDays", "days", filedOn)),
});

export const decisionDueOn = rule("decisionDueOn", {
  ids: ["PROC-07"],
  title: words("Beslissing verwacht tegen", "Decision expected by", "Décision attendue pour le"),
  dutchTerm: "beslissing",
  sentence: words(
    "Met een termijn van {parameter:decision.department.termDays} dagen komt de beslissing tegen {value}.",
    "With a term of {parameter:decision.department.termDays} days the decision comes by {value}.",
    "Avec un délai de {parameter:decision.department.termDays} jours, la décision arrive pour le {value}.",
  ),
  gives: dateAfter(filedOn, parameterOn("decision.department.termDays", "days", filedOn)),
});

export const appealLastDay = rule("appealLastDay", {
  ids: ["PROC-33"],
  title: words(
    "Laatste dag van een beroep tegen het departement",
    "Last day of an appeal against the department",
    "Dernier jour d’un recours contre le département",
  ),
  dutchTerm: "beroep",
  sentence: words(
    "Beroep kan tot en met {value}.",
    "An appeal can be made up to and with {value}.",
    "Un recours est possible jusqu’au {value} inclus.",
  ),
  gives: bySwitch("OPEN-19", {
    LETTER_TEXT: whenAll(
      [
        {
          holds: constant("flag", false),
          id: "OPEN-19",
          field: null,
          message: words(
            "Voor een beroep tegen een beslissing van het departement is geen termijn bekend. Lees de tekst in de brief.",
            "No term is known for an appeal against a decision of the department. Read the text in the letter.",
            "Aucun délai n’est connu pour un recours contre une décision du département. Lisez le texte de la lettre.",
          ),
        },
      ],
      noticeOn,
    ),
    PROC30_TERMS: dateAfter(noticeOn, parameterOn("appeal.department.termDays", "days", noticeOn)),
  }),
});
