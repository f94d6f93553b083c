// Words of the public simulator.
import { catalogue } from "./catalogue.ts";

export const simulatorText = catalogue({
  title: { nl: "Simulator", en: "Simulator", fr: "Simulateur" },
  heading: {
    nl: "Hoeveel premie kunt u krijgen?",
    en: "How much premium can you get?",
    fr: "À combien s'élèverait votre prime ?",
  },
  headingSelf: {
    nl: "Hoeveel premie krijgt u als zelfstandige?",
    en: "How much premium do you get when self-employed?",
    fr: "Quelle prime pour un indépendant ?",
  },
  description: {
    nl: "Bereken wat individueel maatwerk per kwartaal oplevert, met elke stap van de berekening.",
    en: "Work out what individual customised work pays per quarter, with every step of the calculation.",
    fr: "Calculez ce que le travail adapté individuel rapporte par trimestre, avec chaque étape du calcul.",
  },
  lead: {
    nl: "Werft u iemand aan met een **{workDisability}**, of is die al bij u aan het werk? Dan betaalt Vlaanderen een deel van het loon. Vul in wat u weet. We bewaren niets.",
    en: "Are you hiring someone with a **{workDisability}**, or do they already work for you? Then Flanders pays part of the wage. Fill in what you know. We keep nothing.",
    fr: "Vous engagez une personne avec un **{workDisability}**, ou elle travaille déjà chez vous ? La Flandre paie alors une partie du salaire. Remplissez ce que vous savez. Nous ne conservons rien.",
  },
  leadSelf: {
    nl: "Bent u zelfstandige, in hoofdberoep of bijberoep, en hebt u een **{workDisability}**? Dan kunt u elk kwartaal een **{supportPremium}** krijgen. Het bedrag hangt niet af van uw inkomen. We bewaren niets.",
    en: "Are you self-employed, as a main or a secondary occupation, and do you have a **{workDisability}**? Then you can get a **{supportPremium}** every quarter. The amount does not depend on your income. We keep nothing.",
    fr: "Vous êtes indépendant, à titre principal ou complémentaire, et vous avez un **{workDisability}** ? Vous pouvez alors recevoir une **{supportPremium}** chaque trimestre. Le montant ne dépend pas de vos revenus. Nous ne conservons rien.",
  },
  tabs: { nl: "Voor wie", en: "For whom", fr: "Pour qui" },
  forEmployer: { nl: "Werkgever", en: "Employer", fr: "Employeur" },
  forSelf: { nl: "Zelfstandige", en: "Self-employed", fr: "Indépendant" },
  calculate: { nl: "Bereken de premie", en: "Calculate the premium", fr: "Calculer la prime" },

  package: { nl: "Welke ondersteuning is nodig?", en: "Which support is needed?", fr: "Quel soutien est nécessaire ?" },
  packageHint: {
    nl: "VDAB stelt dit vast en schrijft het op het {ticket}. Weet u het nog niet? Laat de eerste keuze staan.",
    en: "VDAB establishes this and writes it on the {ticket}. Not known yet? Leave the first choice.",
    fr: "Le VDAB le constate et l'inscrit sur l'{ticket}. Pas encore connu ? Gardez le premier choix.",
  },
  packageP5: { nl: "Blijvend", en: "Lasting", fr: "Durable" },
  packageP5Plus: {
    nl: "Blijvend en hoger, of ook een advies collectief maatwerk",
    en: "Lasting and higher, or with an advice for collective customised work too",
    fr: "Durable et plus élevé, ou aussi un avis de travail adapté collectif",
  },
  packageP5PlusSelf: { nl: "Blijvend en hoger", en: "Lasting and higher", fr: "Durable et plus élevé" },
  packageT2: { nl: "Tijdelijk", en: "Temporary", fr: "Temporaire" },
  packageMwb: {
    nl: "Maatwerkbedrijf werft iemand aan met een advies collectief maatwerk",
    en: "A customised-work company hires someone with an advice for collective customised work",
    fr: "Une entreprise de travail adapté engage une personne avec un avis de travail adapté collectif",
  },
  packageEvaluation: {
    nl: "Een eigen percentage, na een evaluatie",
    en: "An own percentage, after an evaluation",
    fr: "Un pourcentage propre, après une évaluation",
  },
  packagePhases: {
    nl: (years: string, phases: string) => `${years}: ${phases} van het begrensde loon`,
    en: (years: string, phases: string) => `${years}: ${phases} of the capped wage`,
    fr: (years: string, phases: string) => `${years} : ${phases} du salaire plafonné`,
  },
  packagePhasesSelf: {
    nl: (years: string, phases: string) => `${years}: ${phases} van het minimumloon (GGMMI)`,
    en: (years: string, phases: string) => `${years}: ${phases} of the minimum wage (GGMMI)`,
    fr: (years: string, phases: string) => `${years} : ${phases} du salaire minimum (RMMMG)`,
  },
  years: { nl: (n: number) => `${n} jaar`, en: (n: number) => `${n} years`, fr: (n: number) => `${n} ans` },
  afterwards: { nl: ", daarna ", en: ", then ", fr: ", puis " },
  special: { nl: "Een bijzonder pakket", en: "A special package", fr: "Un paquet particulier" },
  specialHint: {
    nl: "Kiest u hier iets, dan vervalt uw keuze bij de eerste vraag.",
    en: "If you choose something here, it replaces your choice at the first question.",
    fr: "Si vous choisissez ici, votre choix à la première question est remplacé.",
  },
  evaluationHint: {
    nl: "Kies het percentage onder “Meer gegevens”.",
    en: "Choose the percentage under “More details”.",
    fr: "Choisissez le pourcentage sous « Plus de données ».",
  },

  guidance: {
    nl: "Is er begeleiding nodig op de werkvloer?",
    en: "Is guidance needed at work?",
    fr: "Un accompagnement au travail est-il nécessaire ?",
  },
  guidanceHint: {
    nl: "Ook dit staat op het ticket. Bij begeleiding hoort een {guidancePremium}.",
    en: "This too is on the ticket. Guidance comes with a {guidancePremium}.",
    fr: "Cela figure aussi sur l'avis. L'accompagnement donne droit à une {guidancePremium}.",
  },
  guidanceNone: { nl: "Nee", en: "No", fr: "Non" },
  guidanceLow: { nl: "Ja, laag", en: "Yes, low", fr: "Oui, faible" },
  guidanceMedium: { nl: "Ja, gemiddeld", en: "Yes, medium", fr: "Oui, moyen" },
  guidanceHigh: { nl: "Ja, hoog", en: "Yes, high", fr: "Oui, élevé" },

  fraction: {
    nl: "Hoeveel werkt de werknemer volgens het contract?",
    en: "How much does the worker work by contract?",
    fr: "Quel est le temps de travail prévu au contrat ?",
  },
  fractionHint: {
    nl: "Voltijds is 100 %. Halftijds is 50 %. U mag ook 4/5 schrijven.",
    en: "Full time is 100%. Half time is 50%. You may also write 4/5.",
    fr: "Un temps plein, c'est 100 %. Un mi-temps, 50 %. Vous pouvez aussi écrire 4/5.",
  },
  percentOfFullTime: { nl: "% van voltijds", en: "% of full time", fr: "% du temps plein" },

  wage: { nl: "Brutoloon", en: "Gross wage", fr: "Salaire brut" },
  perMonth: { nl: "per maand", en: "per month", fr: "par mois" },
  perQuarter: { nl: "per kwartaal", en: "per quarter", fr: "par trimestre" },
  wageHint: {
    nl: "Wat u aan deze werknemer betaalt, zoals 2.750,00.",
    en: "What you pay this worker, for example 2.750,00.",
    fr: "Ce que vous payez à ce travailleur, par exemple 2.750,00.",
  },
  contributions: {
    nl: "Uw RSZ-bijdragen als werkgever",
    en: "Your social-security contributions as employer",
    fr: "Vos cotisations patronales ONSS",
  },
  contributionsHint: {
    nl: "Min de verminderingen. Niet bekend? Laat leeg: u ziet dan minstens en hoogstens hoeveel het is.",
    en: "After reductions. Not known? Leave empty: you then see the least and the most it can be.",
    fr: "Moins les réductions. Inconnues ? Laissez vide : vous verrez alors le minimum et le maximum.",
  },

  more: { nl: "Meer gegevens", en: "More details", fr: "Plus de données" },
  start: {
    nl: "In welk kwartaal beslist het departement?",
    en: "In which quarter does the department decide?",
    fr: "Au cours de quel trimestre le département décide-t-il ?",
  },
  startHint: {
    nl: "De premie begint in dat kwartaal.",
    en: "The premium starts in that quarter.",
    fr: "La prime commence ce trimestre-là.",
  },
  amountsPer: {
    nl: "Loon en bijdragen hierboven zijn",
    en: "Wage and contributions above are",
    fr: "Le salaire et les cotisations ci-dessus sont",
  },
  performed: {
    nl: "Hoeveel werkt de werknemer echt?",
    en: "How much does the worker really work?",
    fr: "Combien le travailleur travaille-t-il réellement ?",
  },
  performedHint: {
    nl: "Alleen als dat minder is dan het contract, bijvoorbeeld door ziekte. Leeg: zoals het contract.",
    en: "Only when that is less than the contract, for example through illness. Empty: as the contract.",
    fr: "Seulement si c'est moins que le contrat, par exemple pour cause de maladie. Vide : comme le contrat.",
  },
  from: { nl: "Eerste werkdag", en: "First day of work", fr: "Premier jour de travail" },
  fromHint: {
    nl: "Alleen als iemand in de loop van een kwartaal begint, zoals 15/03/2026.",
    en: "Only when someone starts in the course of a quarter, for example 15/03/2026.",
    fr: "Seulement si la personne commence au cours d'un trimestre, par exemple 15/03/2026.",
  },
  until: { nl: "Laatste werkdag", en: "Last day of work", fr: "Dernier jour de travail" },
  untilHint: {
    nl: "Alleen als het contract eindigt, zoals 30/06/2027.",
    en: "Only when the contract ends, for example 30/06/2027.",
    fr: "Seulement si le contrat prend fin, par exemple 30/06/2027.",
  },
  percentage: { nl: "Percentage na een evaluatie", en: "Percentage after an evaluation", fr: "Pourcentage après une évaluation" },
  percentageMissing: {
    nl: "Kies het percentage dat VDAB na de evaluatie gaf.",
    en: "Choose the percentage that VDAB gave after the evaluation.",
    fr: "Choisissez le pourcentage donné par le VDAB après l'évaluation.",
  },
  collective: {
    nl: "Bent u een maatwerkbedrijf? Percentage van het advies collectief maatwerk",
    en: "Are you a customised-work company? Percentage of the advice for collective customised work",
    fr: "Êtes-vous une entreprise de travail adapté ? Pourcentage de l'avis de travail adapté collectif",
  },
  none: { nl: "Niet van toepassing", en: "Does not apply", fr: "Sans objet" },

  fillFraction: {
    nl: "Vul in hoeveel de werknemer werkt, tussen 1 en 100 %. Voltijds is 100.",
    en: "Fill in how much the worker works, between 1 and 100%. Full time is 100.",
    fr: "Indiquez le temps de travail, entre 1 et 100 %. Un temps plein, c'est 100.",
  },
  fillPerformed: {
    nl: "Vul in hoeveel de werknemer echt werkt, tussen 0 en 100 %, of laat het veld leeg.",
    en: "Fill in how much the worker really works, between 0 and 100%, or leave the field empty.",
    fr: "Indiquez le temps de travail réel, entre 0 et 100 %, ou laissez le champ vide.",
  },
  fillWage: {
    nl: "Vul het brutoloon in, bijvoorbeeld 2.750,00.",
    en: "Fill in the gross wage, for example 2.750,00.",
    fr: "Indiquez le salaire brut, par exemple 2.750,00.",
  },
  notNegative: {
    nl: (name: string) => `${name}: dit bedrag kan niet kleiner zijn dan nul.`,
    en: (name: string) => `${name}: this amount cannot be below zero.`,
    fr: (name: string) => `${name} : ce montant ne peut pas être inférieur à zéro.`,
  },
  tooLarge: {
    nl: (name: string, most: string) => `${name}: de simulator rekent tot ${most}. Kijk na of u het bedrag juist typte.`,
    en: (name: string, most: string) => `${name}: the simulator goes up to ${most}. Check that you typed the amount correctly.`,
    fr: (name: string, most: string) => `${name} : le simulateur va jusqu'à ${most}. Vérifiez le montant saisi.`,
  },
  chooseOne: {
    nl: (name: string) => `${name} Kies een van de antwoorden.`,
    en: (name: string) => `${name} Choose one of the answers.`,
    fr: (name: string) => `${name} Choisissez une des réponses.`,
  },
  untilBeforeFrom: {
    nl: "De laatste werkdag ligt voor de eerste. Kijk beide data na.",
    en: "The last day of work comes before the first. Check both dates.",
    fr: "Le dernier jour de travail précède le premier. Vérifiez les deux dates.",
  },
  unknownReading: {
    nl: (id: string) => `${id}: kies een van de lezingen in de lijst.`,
    en: (id: string) => `${id}: choose one of the readings in the list.`,
    fr: (id: string) => `${id} : choisissez une des lectures de la liste.`,
  },

  resultTitle: { nl: "Uw berekening", en: "Your calculation", fr: "Votre calcul" },
  inQuarter: {
    nl: (quarter: string) => `In het ${quarter} krijgt u`,
    en: (quarter: string) => `In the ${quarter} you get`,
    fr: (quarter: string) => `Pour le ${quarter}, vous recevez`,
  },
  atLeast: { nl: "minstens", en: "at least", fr: "au moins" },
  andAtMost: {
    nl: (amount: string) =>
      `en hoogstens ${amount}. U vulde geen bijdragen in; met die bijdragen erbij is het loon waarop we rekenen hoger.`,
    en: (amount: string) => `and at most ${amount}. You gave no contributions; with them, the wage we calculate on is higher.`,
    fr: (amount: string) =>
      `et au plus ${amount}. Vous n'avez pas indiqué de cotisations ; avec elles, le salaire pris en compte est plus élevé.`,
  },
  overTerm: {
    nl: (quarters: number, amount: string) =>
      `Over ${quarters} kwartalen samen is dat ${amount}, als loon en werk gelijk blijven.`,
    en: (quarters: number, amount: string) =>
      `Over ${quarters} quarters together that is ${amount}, if wage and work stay the same.`,
    fr: (quarters: number, amount: string) =>
      `Sur ${quarters} trimestres, cela fait ${amount}, si le salaire et le travail restent les mêmes.`,
  },
  wageShare: {
    nl: (percentage: string) => `U krijgt ${percentage} van het begrensde loon.`,
    en: (percentage: string) => `You get ${percentage} of the capped wage.`,
    fr: (percentage: string) => `Vous recevez ${percentage} du salaire plafonné.`,
  },
  supportShare: {
    nl: (percentage: string, base: string) => `U krijgt ${percentage} van ${base}, de basis voor dit kwartaal.`,
    en: (percentage: string, base: string) => `You get ${percentage} of ${base}, the base for this quarter.`,
    fr: (percentage: string, base: string) => `Vous recevez ${percentage} de ${base}, la base de ce trimestre.`,
  },
  overTermSelf: {
    nl: (quarters: number, amount: string) => `Over ${quarters} kwartalen samen is dat ${amount}, als u zelfstandige blijft.`,
    en: (quarters: number, amount: string) => `Over ${quarters} quarters together that is ${amount}, if you stay self-employed.`,
    fr: (quarters: number, amount: string) => `Sur ${quarters} trimestres, cela fait ${amount}, si vous restez indépendant.`,
  },
  overTermBetween: {
    nl: (quarters: number, least: string, most: string) =>
      `Over ${quarters} kwartalen samen is dat tussen ${least} en ${most}, als loon en werk gelijk blijven.`,
    en: (quarters: number, least: string, most: string) =>
      `Over ${quarters} quarters together that is between ${least} and ${most}, if wage and work stay the same.`,
    fr: (quarters: number, least: string, most: string) =>
      `Sur ${quarters} trimestres, cela fait entre ${least} et ${most}, si le salaire et le travail restent les mêmes.`,
  },
  allTogether: { nl: "Alle kwartalen samen", en: "All quarters together", fr: "Tous les trimestres" },
  notFilledIn: { nl: "niet ingevuld", en: "not filled in", fr: "non rempli" },
  noRight: {
    nl: "Een simulatie geeft nog geen recht. VDAB stelt de nood vast, het departement beslist.",
    en: "A simulation gives no right yet. VDAB establishes the need, the department decides.",
    fr: "Une simulation ne donne pas encore de droit. Le VDAB constate le besoin, le département décide.",
  },
  selfIncome: {
    nl: (amount: string, year: number) =>
      `Voorwaarde: uw belastbaar inkomen als zelfstandige is minstens ${amount} per jaar (bedrag van ${year}), ook in bijberoep.`,
    en: (amount: string, year: number) =>
      `Condition: your taxable income from self-employment is at least ${amount} a year (amount of ${year}), also for a secondary occupation.`,
    fr: (amount: string, year: number) =>
      `Condition : votre revenu imposable d'indépendant est d'au moins ${amount} par an (montant de ${year}), aussi à titre complémentaire.`,
  },
  howCalculated: {
    nl: (quarter: string) => `Zo berekenen we het ${quarter}`,
    en: (quarter: string) => `How we calculate the ${quarter}`,
    fr: (quarter: string) => `Comment nous calculons le ${quarter}`,
  },
  openIt: {
    nl: "Open een bedrag om elke stap te zien: het feit, de regel, het bedrag uit de regels en de bron.",
    en: "Open an amount to see each step: the fact, the rule, the amount from the rules and the source.",
    fr: "Ouvrez un montant pour voir chaque étape : le fait, la règle, le montant réglementaire et la source.",
  },
  wagePremium: { nl: "Loonpremie", en: "Wage premium", fr: "Prime salariale" },
  guidancePremium: { nl: "Begeleidingspremie", en: "Guidance premium", fr: "Prime d'accompagnement" },
  supportPremium: { nl: "Ondersteuningspremie", en: "Support premium", fr: "Prime de soutien" },
  total: { nl: "Samen", en: "Together", fr: "Ensemble" },
  allQuarters: { nl: "Elk kwartaal", en: "Every quarter", fr: "Chaque trimestre" },
  chartTitle: {
    nl: (quarters: number) => `De premie in ${quarters} kwartalen`,
    en: (quarters: number) => `The premium in ${quarters} quarters`,
    fr: (quarters: number) => `La prime sur ${quarters} trimestres`,
  },
  chartDescription: {
    nl: (first: string, last: string) =>
      `Trapgrafiek. De premie begint op ${first} en eindigt op ${last} per kwartaal. De tabel eronder geeft elk bedrag.`,
    en: (first: string, last: string) =>
      `Staircase chart. The premium starts at ${first} and ends at ${last} per quarter. The table below gives each amount.`,
    fr: (first: string, last: string) =>
      `Graphique en escalier. La prime commence à ${first} et finit à ${last} par trimestre. Le tableau ci-dessous donne chaque montant.`,
  },
  tableCaption: {
    nl: "Premie per kwartaal, in euro. Kies een bedrag om de stappen te zien.",
    en: "Premium per quarter, in euro. Choose an amount to see its steps.",
    fr: "Prime par trimestre, en euros. Choisissez un montant pour voir les étapes.",
  },
  quarter: { nl: "Kwartaal", en: "Quarter", fr: "Trimestre" },
  percentageColumn: { nl: "Percentage", en: "Percentage", fr: "Pourcentage" },
  cap: { nl: "Loongrens", en: "Wage cap", fr: "Plafond" },
  base: { nl: "Basis", en: "Base", fr: "Base" },
  stepsOf: {
    nl: (quarter: string) => `, stappen van het ${quarter}`,
    en: (quarter: string) => `, steps of the ${quarter}`,
    fr: (quarter: string) => `, étapes du ${quarter}`,
  },
  carriedForward: {
    nl: (quarter: string) =>
      `Vanaf het ${quarter} rekenen we met het laatst bekende minimumloon. Stijgt dat, dan stijgt de premie mee.`,
    en: (quarter: string) =>
      `From the ${quarter} on we use the last known minimum wage. When it rises, the premium rises with it.`,
    fr: (quarter: string) =>
      `À partir du ${quarter}, nous utilisons le dernier salaire minimum connu. S'il augmente, la prime augmente aussi.`,
  },
  given: { nl: "Wat u invulde", en: "What you filled in", fr: "Ce que vous avez rempli" },
  apply: { nl: "Aanvragen met deze gegevens", en: "Apply with these details", fr: "Demander avec ces données" },
  changeInput: { nl: "Gegevens wijzigen", en: "Change the details", fr: "Modifier les données" },
  share: {
    nl: "Wilt u dit bewaren of delen? Kopieer het adres van deze pagina: alles staat erin. Druk af met uw browser.",
    en: "Want to keep or share this? Copy the address of this page: everything is in it. Print with your browser.",
    fr: "Vous voulez garder ou partager ceci ? Copiez l'adresse de cette page : tout y est. Imprimez avec votre navigateur.",
  },
  again: { nl: "Opnieuw beginnen", en: "Start again", fr: "Recommencer" },
  notCalculated: { nl: "We kunnen dit niet berekenen", en: "We cannot calculate this", fr: "Nous ne pouvons pas calculer ceci" },

  howSure: { nl: "Hoe zeker zijn we?", en: "How sure are we?", fr: "Quel est notre degré de certitude ?" },
  howSureCount: {
    nl: (count: number) =>
      count === 1
        ? "Deze berekening steunt op 1 open punt van de regels"
        : `Deze berekening steunt op ${count} open punten van de regels`,
    en: (count: number) =>
      count === 1
        ? "This calculation leans on 1 open point of the rules"
        : `This calculation leans on ${count} open points of the rules`,
    fr: (count: number) =>
      count === 1
        ? "Ce calcul s'appuie sur 1 point ouvert des règles"
        : `Ce calcul s'appuie sur ${count} points ouverts des règles`,
  },
  howSureLead: {
    nl: "Een open punt is een regel waarover de bronnen niet duidelijk zijn. Bij elk punt staat welke lezing we namen, en wat een andere lezing verandert.",
    en: "An open point is a rule on which the sources are not clear. Each says which reading we took, and what another reading changes.",
    fr: "Un point ouvert est une règle sur laquelle les sources ne sont pas claires. Chacun indique la lecture choisie et ce qu'une autre lecture change.",
  },
  howSureNone: {
    nl: "Deze berekening steunt op geen enkel open punt van de regels.",
    en: "This calculation leans on no open point of the rules.",
    fr: "Ce calcul ne s'appuie sur aucun point ouvert des règles.",
  },
  weRead: { nl: "Wij lezen", en: "We read", fr: "Notre lecture" },
  youChose: { nl: "U koos", en: "You chose", fr: "Vous avez choisi" },
  otherReading: { nl: "Andere lezing", en: "Other reading", fr: "Autre lecture" },
  overTheTerm: { nl: "over de hele looptijd", en: "over the whole term", fr: "sur toute la durée" },
  noDifference: { nl: "geen verschil in dit geval", en: "no difference in this case", fr: "aucune différence dans ce cas" },
  notComputable: {
    nl: "hiervoor is geen bedrag of formule bekend",
    en: "no amount or formula is known for this",
    fr: "aucun montant ni formule n'est connu",
  },
  notTried: { nl: "niet te berekenen voor dit geval", en: "cannot be calculated for this case", fr: "incalculable dans ce cas" },
  because: { nl: "Waarom", en: "Why", fr: "Pourquoi" },
  chooseReading: { nl: "Reken hiermee", en: "Calculate with this", fr: "Calculer ainsi" },
});
