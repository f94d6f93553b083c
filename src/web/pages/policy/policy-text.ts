// Texts of the policy page.
import { catalogue } from "../../text/catalogue.ts";

export const policyText = catalogue({
  title: { nl: "Beleid proberen", en: "Try a policy", fr: "Essayer une politique" },
  description: {
    nl: "Verschuif een bedrag of percentage van de wet en zie wat het kost en wie het merkt.",
    en: "Move an amount or percentage of the law and see what it costs and who notices.",
    fr: "Déplacez un montant ou un pourcentage de la loi et voyez le coût et qui le remarque.",
  },
  intro: {
    nl: (grants: string) =>
      `Verschuif een bedrag of percentage van de wet. U ziet wat het kost en wie het merkt, bij ${grants} verzonnen toekenningen. Het is een schatting: niemand past zijn gedrag aan.`,
    en: (grants: string) =>
      `Move an amount or percentage of the law. You see what it costs and who notices, for ${grants} invented grants. It is an estimate: nobody changes what they do.`,
    fr: (grants: string) =>
      `Déplacez un montant ou un pourcentage de la loi. Vous voyez le coût et qui le remarque, pour ${grants} octrois inventés. C’est une estimation : personne ne change son comportement.`,
  },
  levers: { nl: "Wat verandert u?", en: "What do you change?", fr: "Que changez-vous ?" },
  now: {
    nl: (value: string) => `Nu: ${value}`,
    en: (value: string) => `Now: ${value}`,
    fr: (value: string) => `Actuellement : ${value}`,
  },
  compute: { nl: "Bereken", en: "Compute", fr: "Calculer" },
  reset: { nl: "Terug naar de wet", en: "Back to the law", fr: "Revenir à la loi" },
  wrongNumber: {
    nl: (min: string, max: string) => `Geef een getal van ${min} tot ${max}.`,
    en: (min: string, max: string) => `Give a number from ${min} to ${max}.`,
    fr: (min: string, max: string) => `Donnez un nombre de ${min} à ${max}.`,
  },
  result: { nl: "Wat kost het?", en: "What does it cost?", fr: "Combien cela coûte-t-il ?" },
  unchanged: {
    nl: "U veranderde nog niets. Dit is de wet zoals ze is.",
    en: "You have changed nothing yet. This is the law as it is.",
    fr: "Vous n’avez encore rien changé. C’est la loi telle qu’elle est.",
  },
  more: {
    nl: (value: string) => `${value} meer`,
    en: (value: string) => `${value} more`,
    fr: (value: string) => `${value} de plus`,
  },
  less: {
    nl: (value: string) => `${value} minder`,
    en: (value: string) => `${value} less`,
    fr: (value: string) => `${value} de moins`,
  },
  same: { nl: "evenveel", en: "the same", fr: "autant" },
  inQuarter: {
    nl: (quarter: string) => `in het ${quarter}`,
    en: (quarter: string) => `in the ${quarter}`,
    fr: (quarter: string) => `au ${quarter}`,
  },
  who: {
    nl: (winners: string, losers: string, same: string) =>
      `Over de getoonde kwartalen krijgen ${winners} toekenningen meer, ${losers} minder en ${same} evenveel.`,
    en: (winners: string, losers: string, same: string) =>
      `Over the quarters shown ${winners} grants receive more, ${losers} less and ${same} the same.`,
    fr: (winners: string, losers: string, same: string) =>
      `Sur les trimestres montrés, ${winners} octrois reçoivent plus, ${losers} moins et ${same} autant.`,
  },
  costTable: { nl: "Uitgave per kwartaal", en: "Spending per quarter", fr: "Dépense par trimestre" },
  costChart: {
    nl: "Verschil in uitgave per kwartaal",
    en: "Difference in spending per quarter",
    fr: "Différence de dépense par trimestre",
  },
  quarter: { nl: "Kwartaal", en: "Quarter", fr: "Trimestre" },
  before: { nl: "Nu", en: "Now", fr: "Actuellement" },
  after: { nl: "Met uw keuze", en: "With your choice", fr: "Avec votre choix" },
  change: { nl: "Verschil", en: "Difference", fr: "Différence" },
  spread: { nl: "Bedrag per toekenning", en: "Amount per grant", fr: "Montant par octroi" },
  average: { nl: "Gemiddeld", en: "Average", fr: "Moyenne" },
  low: { nl: "1 op 10 krijgt minder dan", en: "1 in 10 receives less than", fr: "1 sur 10 reçoit moins de" },
  middle: { nl: "De helft krijgt minder dan", en: "Half receive less than", fr: "La moitié reçoit moins de" },
  high: { nl: "9 op 10 krijgen minder dan", en: "9 in 10 receive less than", fr: "9 sur 10 reçoivent moins de" },
  groups: { nl: "Wie merkt het?", en: "Who notices?", fr: "Qui le remarque ?" },
  group: { nl: "Groep", en: "Group", fr: "Groupe" },
  people: { nl: "Toekenningen", en: "Grants", fr: "Octrois" },
  up: { nl: "Meer", en: "More", fr: "Plus" },
  down: { nl: "Minder", en: "Less", fr: "Moins" },
  withheld: { nl: "te klein om te tonen", en: "too small to show", fr: "trop petit pour être montré" },
  tooFine: {
    nl: (title: string) => `${title}: de groepen zijn te klein om te tonen.`,
    en: (title: string) => `${title}: the groups are too small to show.`,
    fr: (title: string) => `${title} : les groupes sont trop petits pour être montrés.`,
  },
  noResult: {
    nl: "Met deze waarden geeft de wet geen bedrag dat tot op de cent klopt. Kies een kleinere verandering.",
    en: "With these values the law gives no amount that is right to the cent. Choose a smaller change.",
    fr: "Avec ces valeurs, la loi ne donne pas de montant exact au centime. Choisissez un changement plus petit.",
  },
  link: { nl: "Vaste link naar deze keuze", en: "Permanent link to this choice", fr: "Lien permanent vers ce choix" },
  note: { nl: "Nota van één pagina (PDF)", en: "Note of one page (PDF)", fr: "Note d’une page (PDF)" },
  download: { nl: "Alle cijfers (JSON)", en: "All figures (JSON)", fr: "Tous les chiffres (JSON)" },
  onRecords: {
    nl: "Op het register rekenen",
    en: "Compute over the records (Dutch)",
    fr: "Calculer sur le registre (néerlandais)",
  },
  uncertainty: {
    nl: (draws: string, low: string, high: string) => `Over ${draws} trekkingen ligt het verschil tussen ${low} en ${high}.`,
    en: (draws: string, low: string, high: string) => `Over ${draws} draws the difference lies between ${low} and ${high}.`,
    fr: (draws: string, low: string, high: string) => `Sur ${draws} tirages, la différence se situe entre ${low} et ${high}.`,
  },
  byComponent: {
    nl: "Uitgave per premie, alle kwartalen samen",
    en: "Spending by premium, all quarters together",
    fr: "Dépense par prime, tous les trimestres ensemble",
  },
  component: { nl: "Premie", en: "Premium", fr: "Prime" },
  wagePremium: { nl: "loonpremie", en: "wage premium", fr: "prime salariale" },
  guidancePremium: { nl: "begeleidingspremie", en: "guidance premium", fr: "prime d’accompagnement" },
  employerShare: {
    nl: "Wat werkgevers zelf dragen van de loonkosten",
    en: "What employers bear of the wage cost themselves",
    fr: "Ce que les employeurs supportent du coût salarial",
  },
  shareAverage: { nl: "Gemiddeld, nu → straks", en: "On average, now → then", fr: "En moyenne, avant → après" },
  shareMarginal: { nl: "Van elke euro erbij", en: "Of each euro more", fr: "De chaque euro en plus" },
  shareNote: {
    nl: "“Van elke euro erbij”: hoeveel een werkgever zelf draagt als iedereen 100 euro per kwartaal meer verdient.",
    en: "“Of each euro more”: how much an employer bears when everybody earns 100 euro a quarter more.",
    fr: "« De chaque euro en plus » : ce qu’un employeur supporte si chacun gagne 100 euros de plus par trimestre.",
  },
  cases: { nl: "Bekijk een geval van dichtbij", en: "Look at a case from near", fr: "Regardez un cas de près" },
  gainsMost: {
    nl: (amount: string) => `Wie het meest wint (${amount} over alle kwartalen)`,
    en: (amount: string) => `Who gains most (${amount} over all quarters)`,
    fr: (amount: string) => `Qui gagne le plus (${amount} sur tous les trimestres)`,
  },
  gainsMiddle: {
    nl: (amount: string) => `Een gewone winnaar (${amount})`,
    en: (amount: string) => `An ordinary gainer (${amount})`,
    fr: (amount: string) => `Un gagnant ordinaire (${amount})`,
  },
  losesMiddle: {
    nl: (amount: string) => `Een gewone verliezer (${amount})`,
    en: (amount: string) => `An ordinary loser (${amount})`,
    fr: (amount: string) => `Un perdant ordinaire (${amount})`,
  },
  losesMost: {
    nl: (amount: string) => `Wie het meest verliest (${amount})`,
    en: (amount: string) => `Who loses most (${amount})`,
    fr: (amount: string) => `Qui perd le plus (${amount})`,
  },
  ownCase: { nl: "Eén geval uitrekenen", en: "Work out one case", fr: "Calculer un cas" },
  caseTitle: {
    nl: "Eén geval, nu en met uw keuze",
    en: "One case, now and with your choice",
    fr: "Un cas, avant et après votre choix",
  },
  caseLead: {
    nl: "De wet zoals ze is, en met wat u veranderde. U ziet elke stap van beide berekeningen.",
    en: "The law as it is, and with what you changed. You see every step of both calculations.",
    fr: "La loi telle qu’elle est, et avec vos changements. Vous voyez chaque étape des deux calculs.",
  },
  caseFacts: { nl: "Het geval", en: "The case", fr: "Le cas" },
  caseLoss: {
    nl: "Verlies aan productiviteit, in procent",
    en: "Loss of productivity, in percent",
    fr: "Perte de productivité, en pour cent",
  },
  caseQuarter: { nl: "Kwartaal dat u bekijkt", en: "Quarter that you look at", fr: "Trimestre que vous regardez" },
  caseTotal: { nl: "Premies van het kwartaal", en: "Premiums of the quarter", fr: "Primes du trimestre" },
  breakEven: {
    nl: "Tot deze loonkost van het kwartaal dekt de steun het verlies",
    en: "Support covers the loss up to this wage cost of the quarter",
    fr: "Jusqu’à ce coût salarial du trimestre, le soutien couvre la perte",
  },
  breakEvenNone: {
    nl: "bij geen enkele of bij elke loonkost",
    en: "at no wage cost, or at any",
    fr: "à aucun coût salarial, ou à tous",
  },
  limits: {
    nl: (loss: string, quarter: string) => `Loonkost per kwartaal tot waar de steun ${loss} verlies dekt, ${quarter}`,
    en: (loss: string, quarter: string) => `Wage cost per quarter up to which support covers a loss of ${loss}, ${quarter}`,
    fr: (loss: string, quarter: string) =>
      `Coût salarial par trimestre jusqu’auquel le soutien couvre une perte de ${loss}, ${quarter}`,
  },
  limitsEvaluated: { nl: "Pakket na evaluatie", en: "Package after evaluation", fr: "Paquet après évaluation" },
  limitsNote: {
    nl: "Dit is het break-evenloon: bruto met werkgeversbijdragen, bij voltijds werk. Het volgt uit de wet alleen.",
    en: "This is the break-even wage: gross with employer contributions, at full time. It follows from the law alone.",
    fr: "C’est le salaire d’équilibre : brut avec cotisations patronales, à temps plein. Il découle de la loi seule.",
  },
  grantQuarters: {
    nl: (first: string, last: string) => `kwartaal ${first}–${last}`,
    en: (first: string, last: string) => `quarters ${first}–${last}`,
    fr: (first: string, last: string) => `trimestres ${first}–${last}`,
  },
  kind: { nl: "Soort toekenning", en: "Kind of grant", fr: "Type d’octroi" },
  withoutGuidance: {
    nl: "Zonder begeleiding",
    en: "Without guidance",
    fr: "Sans accompagnement",
  },
  withGuidance: {
    nl: (need: string) => `Begeleiding ${need}`,
    en: (need: string) => `Guidance ${need}`,
    fr: (need: string) => `Accompagnement ${need}`,
  },
  limitNever: { nl: "nooit", en: "never", fr: "jamais" },
  limitAlways: { nl: "altijd", en: "always", fr: "toujours" },
  grows: {
    nl: (wage: string) => `De steun groeit mee tot een loonkost van ${wage}.`,
    en: (wage: string) => `Support grows with the wage up to a wage cost of ${wage}.`,
    fr: (wage: string) => `Le soutien augmente jusqu’à un coût salarial de ${wage}.`,
  },
  growsChanged: {
    nl: (before: string, after: string) => `De steun groeit mee tot een loonkost van ${before}; met uw keuze tot ${after}.`,
    en: (before: string, after: string) =>
      `Support grows with the wage up to a wage cost of ${before}; with your choice up to ${after}.`,
    fr: (before: string, after: string) =>
      `Le soutien augmente jusqu’à un coût salarial de ${before} ; avec votre choix, jusqu’à ${after}.`,
  },
  growsOn: { nl: "om het even hoeveel", en: "any amount", fr: "n’importe quel montant" },
  covered: {
    nl: (due: string, before: string, after: string) =>
      `Van ${due} toekenningen dekt de steun het verlies bij ${before}; met uw keuze bij ${after}.`,
    en: (due: string, before: string, after: string) =>
      `Of ${due} grants support covers the loss for ${before}; with your choice for ${after}.`,
    fr: (due: string, before: string, after: string) =>
      `Sur ${due} octrois, le soutien couvre la perte pour ${before} ; avec votre choix, pour ${after}.`,
  },
  coveredWithheld: {
    nl: "Bij hoeveel toekenningen de steun het verlies dekt, is te klein om te tonen.",
    en: "For how many grants support covers the loss is too small to show.",
    fr: "Le nombre d’octrois pour lesquels le soutien couvre la perte est trop petit pour être montré.",
  },
  downloadCsv: { nl: "Alle cijfers (CSV)", en: "All figures (CSV)", fr: "Tous les chiffres (CSV)" },
  noAmount: { nl: "geen bedrag", en: "no amount", fr: "pas de montant" },
  movedSteps: { nl: "Wat er anders is", en: "What differs", fr: "Ce qui diffère" },
  movedNone: {
    nl: "Voor dit geval verandert er niets.",
    en: "Nothing changes for this case.",
    fr: "Rien ne change pour ce cas.",
  },
  rule: { nl: "Stap", en: "Step", fr: "Étape" },
  stepsBefore: { nl: "Alle stappen nu", en: "All steps now", fr: "Toutes les étapes actuelles" },
  stepsAfter: { nl: "Alle stappen met uw keuze", en: "All steps with your choice", fr: "Toutes les étapes avec votre choix" },
  back: { nl: "Terug naar alle cijfers", en: "Back to all figures", fr: "Retour à tous les chiffres" },
  asYouGo: {
    nl: "De cijfers volgen terwijl u schuift.",
    en: "The figures follow while you move.",
    fr: "Les chiffres suivent pendant que vous déplacez.",
  },
});
