// The people who guide on the workfloor (GP-10, GP-14, GP-15): who may be both, who is qualified, and by when training starts.
import { anyOf, atLeast, bySwitch, dateAfter, input, not, otherwise, parameterOn, rule } from "../../engine/build.ts";
import { no } from "../eligibility/conditions.ts";
import { words } from "../wording.ts";

/** Whether one person is guide and coach at once. */
const samePerson = input("samePersonGuideCoach", "flag");
/** Whether a reason for that was recorded; left out: no. */
const reasonRecorded = input("samePersonReason", "flag");
const guideExperienceYears = input("guideExperienceYears", "years");
/** Whether the guide holds a recognised proof of experience or training certificate; left out: no. */
const guideCertificate = input("guideCertificate", "flag");
/** Whether the guide holds a diploma of the list; left out: no. */
const guideDiploma = input("guideDiploma", "flag");
const designatedOn = input("designatedOn", "date");
const trainingStartedOn = input("trainingStartedOn", "date");

export const guideAndCoachAllowed = rule("guideAndCoachAllowed", {
  ids: ["GP-10"],
  title: words("Begeleider en coach", "Guide and coach", "Accompagnateur et coach"),
  dutchTerm: "gekwalificeerde begeleider; collega-coach",
  sentence: words(
    "De keuze van begeleider en collega-coach kan zo: {value}.",
    "The choice of guide and colleague coach is possible: {value}.",
    "Le choix de l’accompagnateur et du collègue coach est possible : {value}.",
  ),
  gives: bySwitch("OPEN-29", {
    ALLOWED_WITH_REASON: anyOf(not(samePerson), otherwise(reasonRecorded, no)),
    TWO_PERSONS: not(samePerson),
  }),
});

export const guideQualified = rule("guideQualified", {
  ids: ["GP-14"],
  title: words("Gekwalificeerde begeleider", "Qualified guide", "Accompagnateur qualifié"),
  dutchTerm: "kerncompetenties",
  sentence: words(
    "Met ervaring van minstens {parameter:guide.minExperienceYears} jaar, een attest of een diploma van de lijst is de begeleider gekwalificeerd: {value}.",
    "With experience of at least {parameter:guide.minExperienceYears} years, a certificate or a listed diploma the guide is qualified: {value}.",
    "Avec une expérience d’au moins {parameter:guide.minExperienceYears} ans, un certificat ou un diplôme listé, l’accompagnateur est qualifié : {value}.",
  ),
  gives: anyOf(
    otherwise(guideCertificate, no),
    bySwitch("OPEN-30", { CMW_LIST: otherwise(guideDiploma, no) }),
    atLeast(guideExperienceYears, parameterOn("guide.minExperienceYears", "years", designatedOn)),
  ),
});

export const guideTrainingBy = rule("guideTrainingBy", {
  ids: ["GP-15"],
  title: words(
    "Opleiding van de begeleider begint tegen",
    "Training of the guide starts by",
    "Formation de l’accompagnateur avant le",
  ),
  dutchTerm: "opleidingsplan",
  sentence: words(
    "Wie nog niet gekwalificeerd is, begint de opleiding binnen {parameter:guide.trainingStartMonths} maanden: tegen {value}.",
    "Somebody not yet qualified starts training within {parameter:guide.trainingStartMonths} months: by {value}.",
    "Qui n’est pas encore qualifié commence la formation dans les {parameter:guide.trainingStartMonths} mois : pour le {value}.",
  ),
  gives: dateAfter(designatedOn, parameterOn("guide.trainingStartMonths", "months", designatedOn)),
});

export const guideCoachingUntil = rule("guideCoachingUntil", {
  ids: ["GP-15"],
  title: words("Coaching van de begeleider tot", "Coaching of the guide until", "Accompagnement du guide jusqu’au"),
  dutchTerm: "opleidingsplan",
  sentence: words(
    "Na de opleiding volgt coaching van {parameter:guide.coachingMonths} maanden: tot {value}.",
    "After the training {parameter:guide.coachingMonths} months of coaching follow: until {value}.",
    "Après la formation suivent {parameter:guide.coachingMonths} mois de coaching : jusqu’au {value}.",
  ),
  gives: dateAfter(trainingStartedOn, parameterOn("guide.coachingMonths", "months", trainingStartedOn)),
});
