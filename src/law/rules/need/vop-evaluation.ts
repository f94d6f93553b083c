// Under which criteria the evaluation of a VOP is decided (TRANS-05): by when it was asked and when it is decided.
import { allOf, atLeast, code, input, parameterOn, rule, select } from "../../engine/build.ts";
import { decidedOn } from "../facts.ts";
import { words } from "../wording.ts";

/** The day on which the evaluation of a VOP was asked. */
const vopRequestedOn = input("vopRequestedOn", "date");

const onDecision = (id: string) => parameterOn(id, "date", decidedOn);

export const vopEvaluationCriteria = rule("vopEvaluationCriteria", {
  ids: ["TRANS-05"],
  title: words(
    "Criteria voor de evaluatie van een VOP",
    "Criteria for the evaluation of a VOP",
    "Critères de l’évaluation d’une VOP",
  ),
  dutchTerm: "evaluatie VOP",
  sentence: words(
    "Gevraagd vanaf {parameter:vop.newCriteria.requestedFrom} en beslist vanaf {parameter:vop.newCriteria.decidedFrom} kan het volgens individueel maatwerk: {value}.",
    "Asked from {parameter:vop.newCriteria.requestedFrom} and decided from {parameter:vop.newCriteria.decidedFrom} individual customised work can apply: {value}.",
    "Demandée à partir du {parameter:vop.newCriteria.requestedFrom} et décidée à partir du {parameter:vop.newCriteria.decidedFrom}, le travail adapté individuel est possible : {value}.",
  ),
  gives: select(
    allOf(
      atLeast(vopRequestedOn, onDecision("vop.newCriteria.requestedFrom")),
      atLeast(decidedOn, onDecision("vop.newCriteria.decidedFrom")),
    ),
    code("IMW_CRITERIA_POSSIBLE"),
    code("OLD_CRITERIA"),
  ),
});
