// What a rehire, a replacement, a new employer or a take-over did to a VOP (TRANS-08, TRANS-09). Never proven for the new scheme.
import { code, codeTable, judgement, otherwise, rule, select } from "../../engine/build.ts";
import { atAssessment } from "../eligibility/conditions.ts";
import { reemploymentAccepted } from "../eligibility/facts.ts";
import { employmentChange } from "../facts.ts";
import { words } from "../wording.ts";

const ends = code("ENDS");

export const vopAfterChange = rule("vopAfterChange", {
  ids: ["TRANS-09", "TRANS-08"],
  title: words("VOP na een verandering van werk", "VOP after a change of employment", "VOP après un changement d’emploi"),
  dutchTerm: "herindienstneming; vervanging; overname",
  sentence: words(
    "Bij {fact:employmentChange} is het gevolg voor de VOP: {value}.",
    "With {fact:employmentChange} the effect on VOP is: {value}.",
    "Pour {fact:employmentChange}, l’effet sur la VOP est : {value}.",
  ),
  gives: codeTable(employmentChange, {
    // A new application would restart at the first percentage, and there are no new applications any more (TRANS-01).
    NEW_EMPLOYER: ends,
    SECOND_EMPLOYER: code("KEPT"),
    SAME_EMPLOYER_REHIRE: select(
      otherwise(
        reemploymentAccepted,
        judgement(
          "flag",
          "TRANS-09",
          "VOP-regels (S32, S33)",
          words(
            "Dezelfde werkgever neemt de werknemer opnieuw in dienst. Gebeurt dat om een andere reden dan de premie?",
            "The same employer hires the worker again. Is it done for another reason than the premium?",
            "Le même employeur réengage le travailleur. Est-ce pour un autre motif que la prime ?",
          ),
          atAssessment,
        ),
      ),
      code("KEPT"),
      ends,
    ),
    REPLACEMENT: ends,
    TAKE_OVER: code("KEPT_AFTER_FILING"),
  }),
});
