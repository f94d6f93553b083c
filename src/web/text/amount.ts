// Words around an amount and its steps.
import { catalogue } from "./catalogue.ts";

export const amountText = catalogue({
  youGave: { nl: "Gegeven", en: "Given", fr: "Donné" },
  fromRules: { nl: "Uit de regels", en: "From the rules", fr: "Selon les règles" },
  since: {
    nl: (day: string) => `sinds ${day}`,
    en: (day: string) => `since ${day}`,
    fr: (day: string) => `depuis le ${day}`,
  },
  ruleAndSource: { nl: "Regel en bron", en: "Rule and source", fr: "Règle et source" },
  dutchTerm: {
    nl: "In de regels heet dit",
    en: "In the Dutch rules this is called",
    fr: "Dans les règles néerlandaises, cela s'appelle",
  },
  sources: { nl: "Bronnen", en: "Sources", fr: "Sources" },
  source: { nl: "bron", en: "source", fr: "source" },
  notSure: { nl: "Niet helemaal zeker", en: "Not quite sure", fr: "Pas tout à fait sûr" },
  reading: { nl: "open punt", en: "open point", fr: "point ouvert" },
  levelA: { nl: "officiële bron", en: "official source", fr: "source officielle" },
  levelB: { nl: "tweede bron", en: "secondary source", fr: "source secondaire" },
  levelC: { nl: "naar analogie", en: "by analogy", fr: "par analogie" },
  levelD: { nl: "afgeleid", en: "derived", fr: "déduit" },
  levelO: { nl: "niet bekend, wij kozen", en: "not known, our choice", fr: "inconnu, notre choix" },
  whole: { nl: "voltijds", en: "full time", fr: "temps plein" },
  factGrossWage: { nl: "Brutoloon in het kwartaal", en: "Gross wage in the quarter", fr: "Salaire brut du trimestre" },
  factContributions: { nl: "Werkgeversbijdragen", en: "Employer contributions", fr: "Cotisations patronales" },
  factReductions: { nl: "Verminderingen", en: "Reductions", fr: "Réductions" },
  factFraction: { nl: "Werk volgens het contract", en: "Work by contract", fr: "Travail selon le contrat" },
  factPerformed: { nl: "Echt gewerkt", en: "Really worked", fr: "Réellement travaillé" },
  factFrom: { nl: "Eerste werkdag", en: "First day of work", fr: "Premier jour de travail" },
  factUntil: { nl: "Laatste werkdag", en: "Last day of work", fr: "Dernier jour de travail" },
  factPackage: { nl: "Pakket:", en: "Package:", fr: "Paquet :" },
  factStart: { nl: "Startkwartaal", en: "Start quarter", fr: "Trimestre de départ" },
  factGuidance: { nl: "Begeleidingsnood", en: "Guidance need", fr: "Besoin d'accompagnement" },
  factPercentage: { nl: "Percentage na evaluatie", en: "Percentage after evaluation", fr: "Pourcentage après évaluation" },
  factCollective: {
    nl: "Percentage van het collectieve advies",
    en: "Percentage of the collective advice",
    fr: "Pourcentage de l'avis collectif",
  },
});
