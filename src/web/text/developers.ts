// Words of the page for developers.
import { catalogue } from "./catalogue.ts";

export const developersText = catalogue({
  title: { nl: "De API van Maatwerk", en: "The Maatwerk API", fr: "L'API de Maatwerk" },
  lead: {
    nl: "Dezelfde berekening als de simulator en de betaling, voor uw eigen software. Zonder aanmelding.",
    en: "The same calculation as the simulator and the payment, for your own software. No login.",
    fr: "Le même calcul que le simulateur et le paiement, pour votre propre logiciel. Sans connexion.",
  },
  contractTitle: { nl: "De beschrijving", en: "The description", fr: "La description" },
  contract: {
    nl: "De volledige beschrijving staat in OpenAPI 3.1:",
    en: "The full description is in OpenAPI 3.1:",
    fr: "La description complète est en OpenAPI 3.1 :",
  },
  calculateTitle: { nl: "Een premie berekenen", en: "Calculate a premium", fr: "Calculer une prime" },
  calculate: {
    nl: "Stuur één geval als JSON en u krijgt de premie met elke stap. Stuur vele gevallen als NDJSON en u krijgt er per regel één terug, in dezelfde volgorde. Bedragen, percentages en breuken zijn tekst met een punt voor de decimalen.",
    en: "Send one case as JSON and you get the premium with every step. Send many cases as NDJSON and you get one back per line, in the same order. Amounts, percentages and fractions are text with a point before the decimals.",
    fr: "Envoyez un cas en JSON et vous recevez la prime avec chaque étape. Envoyez plusieurs cas en NDJSON et vous en recevez un par ligne, dans le même ordre. Montants, pourcentages et fractions sont du texte avec un point avant les décimales.",
  },
  request: { nl: "Vraag", en: "Request", fr: "Requête" },
  answer: { nl: "Antwoord (zonder de stappen)", en: "Answer (without the steps)", fr: "Réponse (sans les étapes)" },
  answersTitle: {
    nl: "Een antwoord met cijfers opvragen",
    en: "Ask for an answer with figures",
    fr: "Demander une réponse chiffrée",
  },
  answers: {
    nl: "De cijfers bij schriftelijke vraag nr. 170, met eenheid, datum en kanttekeningen. Met at en knownAt kiest u tussen de datums die vrijgegeven zijn; een andere datum vraagt een sleutel van wie met cijfers werkt.",
    en: "The figures for written question nr. 170, with unit, date and caveats. With at and knownAt you choose among the dates that were released; another date needs a key of somebody who works with figures.",
    fr: "Les chiffres de la question écrite n° 170, avec unité, date et réserves. Avec at et knownAt, vous choisissez parmi les dates publiées ; une autre date demande une clé de quelqu'un qui travaille avec les chiffres.",
  },
  errorsTitle: { nl: "Fouten", en: "Errors", fr: "Erreurs" },
  errors: {
    nl: "Elke fout is application/problem+json (RFC 9457) en noemt het veld, wat verwacht werd en hoe u het herstelt, in drie talen. Een fout in één regel van vele houdt de andere regels niet tegen.",
    en: "Every error is application/problem+json (RFC 9457) and names the field, what was expected and how to mend it, in three languages. A mistake in one line of many does not stop the other lines.",
    fr: "Chaque erreur est en application/problem+json (RFC 9457) et nomme le champ, ce qui était attendu et comment corriger, en trois langues. Une erreur dans une ligne n'arrête pas les autres.",
  },
  limitsTitle: { nl: "Grenzen", en: "Limits", fr: "Limites" },
  limits: {
    nl: (megabytes: number) =>
      `Een vraag is hoogstens ${megabytes} MB groot. Voor meer gevallen gebruikt u de opdracht maatwerk calculate, die zonder grens regel per regel werkt.`,
    en: (megabytes: number) =>
      `A request is at most ${megabytes} MB. For more cases use the command maatwerk calculate, which works line by line without limit.`,
    fr: (megabytes: number) =>
      `Une requête fait au plus ${megabytes} Mo. Pour plus de cas, utilisez la commande maatwerk calculate, qui travaille ligne par ligne sans limite.`,
  },
  exampleLabel: { nl: "Voorbeeld van een vraag", en: "Example of a request", fr: "Exemple de requête" },
  exampleAnswerLabel: { nl: "Voorbeeld van een antwoord", en: "Example of an answer", fr: "Exemple de réponse" },
});
