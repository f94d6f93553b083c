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
  noResult: {
    nl: "Met deze waarden geeft de wet geen bedrag dat tot op de cent klopt. Kies een kleinere verandering.",
    en: "With these values the law gives no amount that is right to the cent. Choose a smaller change.",
    fr: "Avec ces valeurs, la loi ne donne pas de montant exact au centime. Choisissez un changement plus petit.",
  },
  link: { nl: "Vaste link naar deze keuze", en: "Permanent link to this choice", fr: "Lien permanent vers ce choix" },
  note: { nl: "Nota van één pagina (PDF)", en: "Note of one page (PDF)", fr: "Note d’une page (PDF)" },
  download: { nl: "Alle cijfers (JSON)", en: "All figures (JSON)", fr: "Tous les chiffres (JSON)" },
  asYouGo: {
    nl: "De cijfers volgen terwijl u schuift.",
    en: "The figures follow while you move.",
    fr: "Les chiffres suivent pendant que vous déplacez.",
  },
});
