// How long a finding and a need may last (IND-20 to IND-22, CMW-12).
import { allOf, atLeast, atMost, isOneOf, parameterOn, rule, select, yearsAfter } from "../../engine/build.ts";
import { foundOn, grantedOn, needDuration, usedOn } from "../facts.ts";
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

export const findingValid = rule("findingValid", {
  ids: ["IND-20", "IND-19"],
  title: words("Vaststelling nog geldig", "Finding still valid", "Constatation encore valable"),
  dutchTerm: "geldige erkenning",
  sentence: words(
    "De vaststelling van {fact:foundOn} geldt nog op {fact:usedOn}: {value}.",
    "The finding of {fact:foundOn} is still valid on {fact:usedOn}: {value}.",
    "La constatation du {fact:foundOn} vaut encore le {fact:usedOn} : {value}.",
  ),
  gives: allOf(atLeast(usedOn, foundOn), atMost(usedOn, findingLastDay)),
});

export const collectiveTicketLastDay = rule("collectiveTicketLastDay", {
  ids: ["CMW-12"],
  title: words(
    "Einde van een ongebruikt ticket collectief maatwerk",
    "End of an unused collective ticket",
    "Fin d’un avis collectif non utilisé",
  ),
  dutchTerm: "geldigheid startpakket",
  sentence: words(
    "Een ongebruikt ticket collectief maatwerk blijft {parameter:cmw.unusedTicketYears} jaar geldig: tot {value}.",
    "An unused collective ticket stays valid for {parameter:cmw.unusedTicketYears} years: until {value}.",
    "Un avis collectif non utilisé reste valable {parameter:cmw.unusedTicketYears} ans : jusqu’au {value}.",
  ),
  gives: yearsAfter(grantedOn, parameterOn("cmw.unusedTicketYears", "years", grantedOn)),
});
