// Words of the pages about the law.

import type { Language, Localized } from "../../../kernel/index.ts";
import type { Confidence, CoverageState } from "../../../law/index.ts";
import { catalogue } from "../../text/catalogue.ts";

export const lawText = catalogue({
  title: { nl: "De regels", en: "The rules", fr: "Les règles" },
  lead: {
    nl: "Elke regel die deze website toepast, met een voorbeeld, de bron en hoe zeker die is. Waar de bronnen zwijgen of elkaar tegenspreken, ziet u welke lezing we nemen.",
    en: "Every rule that this website applies, with an example, the source and how sure it is. Where sources are silent or contradict each other, you see which reading we take.",
    fr: "Chaque règle que ce site applique, avec un exemple, la source et son degré de certitude. Là où les sources se taisent ou se contredisent, vous voyez la lecture retenue.",
  },
  more: { nl: "Meer over de regels", en: "More about the rules", fr: "En savoir plus sur les règles" },
  onThisPage: { nl: "Op deze pagina", en: "On this page", fr: "Sur cette page" },
  values: { nl: "Bedragen en drempels", en: "Amounts and thresholds", fr: "Montants et seuils" },
  valuesLead: {
    nl: "Elk bedrag, percentage en elke termijn van de wet, op een dag die u kiest.",
    en: "Every amount, percentage and term of the law, on a day that you choose.",
    fr: "Chaque montant, pourcentage et délai de la loi, à une date de votre choix.",
  },
  openPoints: { nl: "Open punten", en: "Open points", fr: "Points ouverts" },
  openPointsLead: {
    nl: "Wat niet zeker is: de vraag, de lezing die we nemen en waarom, en de andere lezingen.",
    en: "What is not sure: the question, the reading we take and why, and the other readings.",
    fr: "Ce qui n’est pas sûr : la question, la lecture retenue et pourquoi, et les autres lectures.",
  },
  cases: { nl: "Voorbeelden", en: "Worked cases", fr: "Exemples" },
  casesLead: {
    nl: "Uitgewerkte gevallen. Bij elke start van deze website worden ze opnieuw nagerekend.",
    en: "Worked cases. They are computed again at every start of this website.",
    fr: "Cas élaborés. Ils sont recalculés à chaque démarrage de ce site.",
  },
  casesHold: {
    nl: (holding: number, total: number) => `${holding} van ${total} gevallen kloppen.`,
    en: (holding: number, total: number) => `${holding} of ${total} cases hold.`,
    fr: (holding: number, total: number) => `${holding} cas sur ${total} sont exacts.`,
  },
  coverage: { nl: "Wat we met elke regel doen", en: "What we do with each rule", fr: "Ce que nous faisons de chaque règle" },
  coverageLead: {
    nl: "Elk nummer van het regelboek heeft precies één staat.",
    en: "Every number of the rulebook has exactly one state.",
    fr: "Chaque numéro du recueil a exactement un état.",
  },
  criteria: { nl: "Toegangscriteria", en: "Access criteria", fr: "Critères d’accès" },
  criteriaLead: {
    nl: "Twee ministeriële besluiten bevatten de criteria. We hebben de tekst niet kunnen lezen.",
    en: "Two ministerial decisions hold the criteria. We could not read their text.",
    fr: "Deux arrêtés ministériels contiennent les critères. Nous n’avons pas pu en lire le texte.",
  },
  notRead: { nl: "Niet gelezen", en: "Not read", fr: "Non lu" },
  read: { nl: "Gelezen", en: "Read", fr: "Lu" },
  notReadMeans: {
    nl: "Zolang de tekst niet gelezen is, geeft geen enkel criterium meteen recht. VDAB geeft de uitkomst in, met bewijs en reden. De drempels van 45 % en 20 % gelden wel.",
    en: "As long as the text is not read, no criterion gives a right at once. VDAB enters the outcome, with evidence and reason. The thresholds of 45% and 20% do apply.",
    fr: "Tant que le texte n’est pas lu, aucun critère ne donne droit directement. Le VDAB encode le résultat, avec preuve et motif. Les seuils de 45 % et 20 % s’appliquent bien.",
  },
  olderLists: {
    nl: "Oudere lijsten, ter vergelijking",
    en: "Older lists, for comparison",
    fr: "Listes plus anciennes, à titre de comparaison",
  },
  criterion: { nl: "Criterium", en: "Criterion", fr: "Critère" },
  direct: { nl: "gaf meteen recht", en: "gave a right at once", fr: "donnait droit directement" },
  examined: { nl: "VDAB onderzocht het", en: "VDAB examined it", fr: "le VDAB l’examinait" },
  effect: { nl: "Gevolg", en: "Effect", fr: "Effet" },
  rule: { nl: "Regel", en: "Rule", fr: "Règle" },
  term: { nl: "Term in de wet", en: "Term in the law", fr: "Terme légal (néerlandais)" },
  inWords: { nl: "In woorden", en: "In words", fr: "En mots" },
  exampleOf: {
    nl: (id: string) => `Voorbeeld uit geval ${id}`,
    en: (id: string) => `Example from case ${id}`,
    fr: (id: string) => `Exemple du cas ${id}`,
  },
  noExample: {
    nl: "Hier is geen voorbeeld met een uitkomst: deze regel stelt een vraag aan een persoon.",
    en: "There is no example with an outcome here: this rule puts a question to a person.",
    fr: "Pas d’exemple avec un résultat ici : cette règle pose une question à une personne.",
  },
  sure: { nl: "Hoe zeker", en: "How sure", fr: "Degré de certitude" },
  statements: { nl: "Waarop ze steunt", en: "What it rests on", fr: "Ce sur quoi elle repose" },
  statement: { nl: "Uitspraak", en: "Statement", fr: "Énoncé" },
  sources: { nl: "Bronnen", en: "Sources", fr: "Sources" },
  uses: { nl: "Wat de regel gebruikt", en: "What the rule uses", fr: "Ce que la règle utilise" },
  usesRules: { nl: "Andere regels", en: "Other rules", fr: "Autres règles" },
  usesValues: { nl: "Bedragen en drempels", en: "Amounts and thresholds", fr: "Montants et seuils" },
  feeds: { nl: "Regels die hierop verder bouwen", en: "Rules that build on it", fr: "Règles qui s’appuient dessus" },
  none: { nl: "geen", en: "none", fr: "aucun" },
  value: { nl: "Waarde", en: "Value", fr: "Valeur" },
  from: { nl: "Vanaf", en: "From", fr: "À partir du" },
  to: { nl: "Tot en met", en: "Up to", fr: "Jusqu’au" },
  now: { nl: "loopt door", en: "runs on", fr: "en cours" },
  knownSince: { nl: "Bekend sinds", en: "Known since", fr: "Connu depuis" },
  notKnown: { nl: "niet bekend", en: "not known", fr: "inconnu" },
  noValue: { nl: "geen waarde op die dag", en: "no value on that day", fr: "pas de valeur à cette date" },
  overTime: { nl: "Waarde doorheen de tijd", en: "Value over time", fr: "Valeur au fil du temps" },
  alternatives: { nl: "Andere lezingen", en: "Other readings", fr: "Autres lectures" },
  readBy: { nl: "Regels die deze waarde gebruiken", en: "Rules that use this value", fr: "Règles qui utilisent cette valeur" },
  notUsed: {
    nl: "Geen regel rekent hiermee; het staat er ter informatie.",
    en: "No rule computes with it; it is here for information.",
    fr: "Aucune règle ne calcule avec ; elle figure ici pour information.",
  },
  twoClocks: { nl: "Kies een dag", en: "Choose a day", fr: "Choisissez une date" },
  on: { nl: "In werking op", en: "In force on", fr: "En vigueur le" },
  known: { nl: "Zoals bekend op", en: "As known on", fr: "Tel que connu le" },
  dayHint: { nl: "Bijvoorbeeld 15/04/2024", en: "For example 15/04/2024", fr: "Par exemple 15/04/2024" },
  show: { nl: "Toon", en: "Show", fr: "Afficher" },
  question: { nl: "Vraag", en: "Question", fr: "Question" },
  weTake: { nl: "De lezing die we nemen", en: "The reading we take", fr: "La lecture retenue" },
  because: { nl: "Waarom", en: "Why", fr: "Pourquoi" },
  reading: { nl: "Lezing", en: "Reading", fr: "Lecture" },
  computable: { nl: "Kan worden berekend", en: "Can be computed", fr: "Calculable" },
  yes: { nl: "ja", en: "yes", fr: "oui" },
  no: { nl: "nee, geen formule bekend", en: "no, no formula known", fr: "non, aucune formule connue" },
  difference: {
    nl: "Wat het verschil is, in voorbeelden",
    en: "What the difference is, in cases",
    fr: "La différence, par des exemples",
  },
  outcome: { nl: "Uitkomst", en: "Outcome", fr: "Résultat" },
  caseName: { nl: "Geval", en: "Case", fr: "Cas" },
  shows: { nl: "Wat het toont", en: "What it shows", fr: "Ce qu’il montre" },
  origin: { nl: "Herkomst", en: "Origin", fr: "Origine" },
  published: { nl: "gepubliceerd", en: "published", fr: "publié" },
  constructed: { nl: "zelf uitgewerkt", en: "worked out here", fr: "élaboré ici" },
  state: { nl: "Staat", en: "State", fr: "État" },
  holds: { nl: "klopt", en: "holds", fr: "exact" },
  fails: { nl: "klopt niet", en: "does not hold", fr: "inexact" },
  count: { nl: "Aantal", en: "Number", fr: "Nombre" },
  carriers: { nl: "Gedragen door", en: "Carried by", fr: "Porté par" },
  total: { nl: "Totaal", en: "Total", fr: "Total" },
  unit: { nl: "Eenheid", en: "Unit", fr: "Unité" },
  asked: {
    nl: (screen: string) => `Gevraagd in het scherm “${screen}”.`,
    en: (screen: string) => `Asked on the screen “${screen}”.`,
    fr: (screen: string) => `Posée dans l’écran « ${screen} ».`,
  },
});

export const stateNames: Readonly<Record<CoverageState, Localized>> = {
  modelled: { nl: "toegepast", en: "applied", fr: "appliqué" },
  judgement: { nl: "een persoon beslist", en: "a person decides", fr: "une personne décide" },
  information: { nl: "ter informatie", en: "for information", fr: "pour information" },
  outOfScope: { nl: "valt erbuiten", en: "out of scope", fr: "hors champ" },
  planned: { nl: "nog niet gebouwd", en: "not built yet", fr: "pas encore construit" },
};

export const sureness: Readonly<Record<Confidence, Localized>> = {
  A: { nl: "officiële bron", en: "official source", fr: "source officielle" },
  B: { nl: "andere bron", en: "other source", fr: "autre source" },
  C: { nl: "zoals bij een vroegere maatregel", en: "as with an earlier measure", fr: "comme pour une mesure antérieure" },
  D: { nl: "afgeleid", en: "derived", fr: "déduit" },
  O: { nl: "open", en: "open", fr: "ouvert" },
};

/** As printed in the rulebook ("B; start A"): the first letter in words, the rest as it stands. */
export function sureText(confidence: string, language: Language): string {
  const name = sureness[confidence[0] as Confidence];
  return name === undefined ? confidence : `${confidence}: ${name[language]}`;
}
