// When and how often can be applied (PROC-01, EMP-16), and other support for the same work (PAY-11).
import { allOf, below, bySwitch, isOneOf, not, otherwise, parameterOn, rule, select, whenAll } from "../../engine/build.ts";
import { words } from "../wording.ts";
import { must, no, yes } from "./conditions.ts";
import { contractEligible } from "./contract.ts";
import { employerEligible } from "./employer.ts";
import { channel, excludedSupport, filedOn, sameRelationOpen } from "./facts.ts";
import { selfEmployedEligible } from "./self-employed.ts";
import { workerEligible } from "./worker.ts";

const onlineFrom = parameterOn("application.onlineFrom", "date", filedOn);

export const counterOpen = rule("counterOpen", {
  ids: ["PROC-01"],
  title: words("Loket open", "Counter open", "Guichet ouvert"),
  dutchTerm: "WSE-loket",
  sentence: words(
    "Op {fact:filedOn} kon een aanvraag worden ingediend: {value}.",
    "On {fact:filedOn} an application could be filed: {value}.",
    "Le {fact:filedOn}, une demande pouvait être introduite : {value}.",
  ),
  gives: select(
    below(filedOn, onlineFrom),
    select(isOneOf(channel, "ONLINE"), no, bySwitch("OPEN-07", { RIGHT_FROM_FIRST_DAY: yes, REFUSE_BEFORE_ONLINE: no })),
    yes,
  ),
});

export const supportCombines = rule("supportCombines", {
  ids: ["PAY-11"],
  title: words("Andere steun", "Other support", "Autre soutien"),
  dutchTerm: "cumulatie",
  sentence: words(
    "Andere steun voor hetzelfde werk staat de premie niet in de weg: {value}.",
    "Other support for the same work does not stand in the way: {value}.",
    "Un autre soutien pour le même travail ne fait pas obstacle : {value}.",
  ),
  gives: select(otherwise(excludedSupport, no), bySwitch("OPEN-31", { WARN: yes, REFUSE: no }), yes),
});

export const filingAllowed = rule("filingAllowed", {
  ids: ["PROC-01", "EMP-16", "PAY-11"],
  title: words("Aanvraag kan", "Application possible", "Demande possible"),
  dutchTerm: "aanvraag",
  sentence: words(
    "De aanvraag kan worden ingediend: {value}.",
    "The application can be filed: {value}.",
    "La demande peut être introduite : {value}.",
  ),
  gives: whenAll(
    [
      must(
        parameterOn("scheme.inForce", "flag", filedOn),
        "PROC-01",
        "filedOn",
        words(
          "Op die dag was individueel maatwerk niet van kracht.",
          "On that day individual customised work was not in force.",
          "Ce jour-là, le travail adapté individuel n’était pas en vigueur.",
        ),
        words(
          "Dien in op een dag waarop de regeling geldt.",
          "File on a day on which the scheme is in force.",
          "Introduisez la demande un jour où le régime est en vigueur.",
        ),
      ),
      must(
        counterOpen,
        "OPEN-07",
        "filedOn",
        words(
          "Op die dag was het loket nog niet open.",
          "On that day the counter was not open yet.",
          "Ce jour-là, le guichet n’était pas encore ouvert.",
        ),
        words(
          "Dien in vanaf de eerste dag van het loket.",
          "File from the counter’s first day on.",
          "Introduisez la demande à partir du premier jour du guichet.",
        ),
      ),
      must(
        not(otherwise(sameRelationOpen, no)),
        "EMP-16",
        "sameRelationOpen",
        words(
          "Deze werkgever heeft voor deze werknemer al een open aanvraag of een lopende toekenning.",
          "This employer already has an open application or a running grant for this worker.",
          "Cet employeur a déjà une demande ouverte ou un octroi en cours pour ce travailleur.",
        ),
        words(
          "Ga verder in dat dossier. Een andere werkgever dient zelf in, met een eigen dossier.",
          "Go on in that file. Another employer files its own application, with its own file.",
          "Poursuivez dans ce dossier. Un autre employeur introduit sa propre demande, avec son propre dossier.",
        ),
      ),
      must(
        supportCombines,
        "PAY-11",
        "excludedSupport",
        words(
          "Voor hetzelfde werk loopt andere steun die niet samengaat.",
          "For the same work other support runs that cannot be combined.",
          "Un autre soutien non cumulable court pour le même travail.",
        ),
        words("Beëindig eerst de andere steun.", "End the other support first.", "Mettez d’abord fin à l’autre soutien."),
      ),
    ],
    yes,
  ),
});

export const employerApplication = rule("employerApplication", {
  ids: ["EMP-01", "EMP-11", "EMP-12", "PROC-01"],
  title: words("Aanvraag van een werkgever", "Application of an employer", "Demande d’un employeur"),
  dutchTerm: "aanvraag",
  sentence: words(
    "Werkgever, werknemer, overeenkomst en aanvraag voldoen: {value}.",
    "Employer, worker, contract and application comply: {value}.",
    "Employeur, travailleur, contrat et demande conviennent : {value}.",
  ),
  gives: allOf(filingAllowed, employerEligible, workerEligible, contractEligible),
});

export const selfEmployedApplication = rule("selfEmployedApplication", {
  ids: ["SELF-01", "SELF-06", "PROC-01"],
  title: words("Aanvraag van een zelfstandige", "Application of a self-employed person", "Demande d’un indépendant"),
  dutchTerm: "aanvraag van een zelfstandige",
  sentence: words(
    "De zelfstandige en de aanvraag voldoen: {value}.",
    "The self-employed person and the application comply: {value}.",
    "L’indépendant et la demande conviennent : {value}.",
  ),
  gives: allOf(filingAllowed, selfEmployedEligible),
});
