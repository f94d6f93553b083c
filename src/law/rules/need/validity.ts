// How long a finding and a need may last (IND-20 to IND-22).
import { isOneOf, parameterOn, rule, select, yearsAfter } from "../../engine/build.ts";
import { foundOn, needDuration } from "../facts.ts";
import { words } from "../wording.ts";

export const findingLastDay = rule("findingLastDay", {
  ids: ["IND-20"],
  title: words("Einde van de geldigheid", "End of validity", "Fin de validité"),
  dutchTerm: "geldigheidsduur",
  sentence: words(
    "Een vaststelling geldt hoogstens {parameter:indication.findingMaxYears} jaar: tot {value}.",
    "A finding is valid for at most {parameter:indication.findingMaxYears} years: until {value}.",
    "Une constatation vaut au plus {parameter:indication.findingMaxYears} ans : jusqu’au {value}.",
  ),
  gives: yearsAfter(foundOn, parameterOn("indication.findingMaxYears", "years", foundOn)),
});

export const needQuarters = rule("needQuarters", {
  ids: ["IND-21", "IND-22"],
  title: words("Duur van de behoefte", "Duration of the need", "Durée du besoin"),
  dutchTerm: "tijdelijke behoefte, blijvende behoefte",
  sentence: words(
    "De steun bij deze behoefte loopt hoogstens {value} kwartalen.",
    "Support for this need runs for at most {value} quarters.",
    "Le soutien pour ce besoin dure au plus {value} trimestres.",
  ),
  gives: select(
    isOneOf(needDuration, "TEMPORARY"),
    parameterOn("term.quarters.temporary", "quarters", foundOn),
    parameterOn("term.quarters.lasting", "quarters", foundOn),
  ),
});
