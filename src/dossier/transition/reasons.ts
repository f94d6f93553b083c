// Why something on an older right is refused.
import { type Cents, euro, formatDate, formatEuro, type PlainDate } from "../../kernel/index.ts";
import { type Reason, reason, say } from "../reason.ts";

export const newEntry = (last: PlainDate): Reason =>
  reason("oldRight.newEntry", {
    rule: "TRANS-01",
    field: "right.startedOn",
    expected: `<= ${last}`,
    message: say(
      `Na ${formatDate(last, "nl")} zijn er geen nieuwe rechten in de oude maatregelen`,
      `After ${formatDate(last, "en")} there are no new rights in the older measures`,
      `Après le ${formatDate(last, "fr")}, il n’y a plus de nouveaux droits dans les anciennes mesures`,
    ),
    remedy: say(
      "Vraag individueel maatwerk aan",
      "Apply for individual customised work",
      "Demandez le travail adapté individuel",
    ),
  });

export const endBeforeStart = (): Reason =>
  reason("oldRight.endBeforeStart", {
    field: "right.endsOn",
    message: say("Het einde ligt voor het begin", "The end lies before the start", "La fin précède le début"),
    remedy: say("Verbeter de datums in de bron", "Correct the dates in the source", "Corrigez les dates dans la source"),
  });

export const personMissing = (): Reason =>
  reason("oldRight.person", {
    field: "right.personRef",
    message: say(
      "Dit recht hoort bij een persoon, en die ontbreekt",
      "This right belongs to a person, who is missing",
      "Ce droit appartient à une personne, qui manque",
    ),
    remedy: say("Geef de persoon", "Give the person", "Indiquez la personne"),
  });

export const scheduleOrder = (): Reason =>
  reason("oldRight.schedule", {
    rule: "TRANS-06",
    field: "right.schedule",
    message: say(
      "De fasen volgen elkaar niet op, of een percentage ligt buiten 0 tot 100",
      "The phases do not follow one another, or a percentage lies outside 0 to 100",
      "Les phases ne se suivent pas, ou un pourcentage est hors de 0 à 100",
    ),
    remedy: say("Verbeter het schema in de bron", "Correct the schedule in the source", "Corrigez l’échéancier dans la source"),
  });

export const afterEnd = (last: PlainDate): Reason =>
  reason("oldRight.afterEnd", {
    rule: "TRANS-03",
    field: "on",
    expected: `<= ${last}`,
    message: say(
      `Het recht liep tot ${formatDate(last, "nl")}`,
      `The right ran until ${formatDate(last, "en")}`,
      `Le droit courait jusqu’au ${formatDate(last, "fr")}`,
    ),
    remedy: say(
      "Vraag individueel maatwerk aan",
      "Apply for individual customised work",
      "Demandez le travail adapté individuel",
    ),
  });

export const askedTooEarly = (from: PlainDate): Reason =>
  reason("vopEvaluation.askedTooEarly", {
    rule: "TRANS-05",
    field: "outcome",
    expected: "OLD_CRITERIA, NO_NEED",
    message: say(
      `Alleen een evaluatie gevraagd vanaf ${formatDate(from, "nl")} kan op de nieuwe criteria beslist worden`,
      `Only an evaluation asked from ${formatDate(from, "en")} can be decided on the new criteria`,
      `Seule une évaluation demandée à partir du ${formatDate(from, "fr")} peut être décidée sur les nouveaux critères`,
    ),
    remedy: say("Beslis op de oude criteria", "Decide on the old criteria", "Décidez sur les anciens critères"),
  });

export const decidedTooEarly = (from: PlainDate): Reason =>
  reason("vopEvaluation.decidedTooEarly", {
    rule: "TRANS-05",
    field: "on",
    expected: `>= ${from}`,
    message: say(
      `Een beslissing op de nieuwe criteria kan vanaf ${formatDate(from, "nl")}`,
      `A decision on the new criteria is possible from ${formatDate(from, "en")}`,
      `Une décision sur les nouveaux critères est possible à partir du ${formatDate(from, "fr")}`,
    ),
    remedy: say("Beslis vanaf die dag", "Decide from that day on", "Décidez à partir de ce jour"),
  });

export const onlyNewCriteria = (): Reason =>
  reason("vopEvaluation.onlyNewCriteria", {
    rule: "TRANS-04",
    field: "outcome",
    expected: "IMW, NO_NEED",
    message: say(
      "Verlengen of verhogen kan nog alleen via een evaluatie voor individueel maatwerk",
      "Extending or raising is possible only through an evaluation for individual customised work",
      "Prolonger ou augmenter n’est possible que par une évaluation pour le travail adapté individuel",
    ),
    remedy: say("Beslis op de nieuwe criteria", "Decide on the new criteria", "Décidez sur les nouveaux critères"),
  });

export const grantMissing = (): Reason =>
  reason("vopEvaluation.grantMissing", {
    rule: "TRANS-05",
    field: "grant",
    message: say(
      "De toekenning die op de VOP volgt, ontbreekt",
      "The grant that follows on the VOP is missing",
      "L’octroi qui suit la VOP manque",
    ),
    remedy: say("Geef het dossier en de toekenning", "Give the file and the grant", "Indiquez le dossier et l’octroi"),
  });

export const choiceMade = (): Reason =>
  reason("lde.choiceMade", {
    rule: "TRANS-30",
    field: "choice",
    message: say("De organisatie heeft al gekozen", "The organisation chose already", "L’organisation a déjà choisi"),
    remedy: say("De keuze ligt vast", "The choice is final", "Le choix est définitif"),
  });

export const choiceOther = (): Reason =>
  reason("lde.choiceOther", {
    rule: "TRANS-30",
    field: "choice",
    message: say(
      "De lijst van het departement zegt iets anders: daarvan hangt af wat betaald wordt",
      "The department's list says otherwise: what is paid depends on it",
      "La liste du département dit autre chose : ce qui est payé en dépend",
    ),
    remedy: say(
      "Kies wat de lijst zegt, of beëindig dit recht en neem het opnieuw op",
      "Choose what the list says, or end this right and record it again",
      "Choisissez ce que dit la liste, ou mettez fin à ce droit et enregistrez-le à nouveau",
    ),
  });

export const scheduleMissing = (): Reason =>
  reason("oldRight.scheduleMissing", {
    rule: "TRANS-06",
    field: "right.schedule",
    message: say(
      "Het percentageschema ontbreekt",
      "The schedule of percentages is missing",
      "L’échéancier des pourcentages manque",
    ),
    remedy: say("Geef het schema van de bron", "Give the schedule of the source", "Indiquez l’échéancier de la source"),
  });

/** @param longest - quarters; @param highest - whole percent */
export const scheduleNotOfLaw = (longest: number, highest: number): Reason =>
  reason("oldRight.scheduleNotOfLaw", {
    rule: "TRANS-06",
    field: "right.schedule",
    expected: `<= ${longest} quarters, <= ${highest} %`,
    message: say(
      `Een percentage ligt buiten het schema van deze maatregel (hoogstens ${longest} kwartalen en ${highest} %)`,
      `A percentage lies outside the schedule of this measure (at most ${longest} quarters and ${highest} %)`,
      `Un pourcentage sort de l’échéancier de cette mesure (au plus ${longest} trimestres et ${highest} %)`,
    ),
    remedy: say(
      "Kijk het schema na in de bron en verbeter het",
      "Check the schedule in the source and correct it",
      "Vérifiez l’échéancier dans la source et corrigez-le",
    ),
  });

export const noEnd = (): Reason =>
  reason("oldRight.noEnd", {
    rule: "TRANS-31",
    field: "rightRef",
    message: say("Dit recht heeft geen einddatum", "This right has no end date", "Ce droit n’a pas de date de fin"),
    remedy: say("Er is niets om voor te waarschuwen", "There is nothing to warn of", "Il n’y a rien à signaler"),
  });

export const noAmountHere = (): Reason =>
  reason("oldRight.noAmountHere", {
    rule: "TRANS-31",
    field: "amount",
    expected: "LDE_INDIVIDUAL, ALD",
    message: say(
      "Bij deze maatregel hoort geen bedrag dat een persoon invult",
      "This measure has no amount that a person enters",
      "Cette mesure n’a pas de montant à saisir par une personne",
    ),
    remedy: say(
      "Vul alleen een bedrag in bij LDE met keuze individueel of bij de lokale subsidie",
      "Enter an amount only for LDE with choice individual or for the local subsidy",
      "Saisissez un montant uniquement pour LDE à choix individuel ou pour la subvention locale",
    ),
  });

export const amountPer = (per: string): Reason =>
  reason("oldRight.amountPer", {
    rule: "TRANS-31",
    field: "amount.per",
    expected: per,
    message: say(
      per === "YEAR" ? "Dit bedrag geldt per jaar" : "Dit bedrag geldt per voltijds equivalent en kwartaal",
      per === "YEAR" ? "This amount is per year" : "This amount is per full-time equivalent and quarter",
      per === "YEAR" ? "Ce montant est annuel" : "Ce montant est par équivalent temps plein et trimestre",
    ),
    remedy: say("Geef het bedrag zo op", "Give the amount in that form", "Indiquez le montant sous cette forme"),
  });

export const amountNegative = (): Reason =>
  reason("oldRight.amountNegative", {
    field: "amount.cents",
    expected: ">= 0",
    message: say("Het bedrag is negatief", "The amount is negative", "Le montant est négatif"),
    remedy: say("Geef een bedrag vanaf 0 euro", "Give an amount from 0 euro on", "Indiquez un montant à partir de 0 euro"),
  });

/** @param room - cents that are left of the total of all local governments for the year */
export const noRoomLeft = (year: number, room: number): Reason => {
  const left = room as Cents;
  return reason("subsidy.noRoom", {
    rule: "TRANS-50",
    field: "amount",
    expected: `<= ${euro(left)} (${year})`,
    message: say(
      `Alle lokale besturen samen delen één totaal: voor ${year} is daarvan nog ${formatEuro(left, "nl")} over`,
      `All local governments share one total: ${formatEuro(left, "en")} of it is left for ${year}`,
      `Tous les pouvoirs locaux partagent un seul total : il en reste ${formatEuro(left, "fr")} pour ${year}`,
    ),
    remedy: say(
      "Geef een bedrag dat erin past, of verlaag eerst het bedrag van een ander lokaal bestuur",
      "Enter an amount that fits, or lower that of another local government first",
      "Saisissez un montant qui y entre, ou diminuez d’abord celui d’un autre pouvoir local",
    ),
  });
};

/** @param last - the last day of which the law gives a total for the local governments */
export const afterSubsidy = (last: PlainDate): Reason =>
  reason("subsidy.over", {
    rule: "TRANS-50",
    field: "right.startedOn",
    expected: `<= ${last}`,
    message: say(
      `De werkingssubsidie van lokale besturen loopt tot en met ${formatDate(last, "nl")}`,
      `The working subsidy of local governments runs until ${formatDate(last, "en")}`,
      `Le subside de fonctionnement des pouvoirs locaux court jusqu’au ${formatDate(last, "fr")}`,
    ),
    remedy: say("Kijk de eerste dag na", "Check the first day", "Vérifiez le premier jour"),
  });

export const noActivityHere = (): Reason =>
  reason("vopActivity.notHere", {
    rule: "TRANS-10",
    field: "rightRef",
    expected: "VOP of a self-employed person",
    message: say(
      "Alleen bij de VOP van een zelfstandige hoort een bewijs van activiteit",
      "Only the VOP of a self-employed person asks a proof of activity",
      "Seule la VOP d’un indépendant demande une preuve d’activité",
    ),
    remedy: say("Hier is geen bewijs nodig", "No proof is needed here", "Aucune preuve n’est nécessaire ici"),
  });

export const incomeMissing = (): Reason =>
  reason("vopActivity.income", {
    rule: "TRANS-11",
    field: "income",
    message: say(
      "Bij een aanslagbiljet horen het inkomstenjaar en het netto belastbare inkomen",
      "A tax assessment needs the income year and the net taxable income",
      "Un avertissement-extrait de rôle demande l’année de revenus et le revenu net imposable",
    ),
    remedy: say("Vul beide in", "Fill in both", "Indiquez les deux"),
  });

export const incomeYearNotOver = (year: number): Reason =>
  reason("vopActivity.yearNotOver", {
    rule: "TRANS-11",
    field: "income.year",
    expected: `< ${year}`,
    message: say(
      `Het inkomstenjaar ${year} is nog niet voorbij`,
      `Income year ${year} is not over yet`,
      `L’année de revenus ${year} n’est pas terminée`,
    ),
    remedy: say("Neem een jaar dat voorbij is", "Take a year that is over", "Prenez une année terminée"),
  });

export const viabilityMissing = (): Reason =>
  reason("vopActivity.viable", {
    rule: "TRANS-10",
    field: "viable",
    message: say(
      "Zeg of het attest de activiteit leefbaar vindt",
      "Say whether the attest finds the activity viable",
      "Indiquez si l’attestation juge l’activité viable",
    ),
    remedy: say("Kies ja of nee", "Choose yes or no", "Choisissez oui ou non"),
  });

export const noConversionHere = (): Reason =>
  reason("conversion.notHere", {
    rule: "TRANS-32",
    field: "rightRef",
    expected: "LDE_COLLECTIVE, SINE_MWB_OUTSIDE",
    message: say(
      "Dit recht wordt niet omgezet in contingent",
      "This right is not converted into contingent",
      "Ce droit n’est pas converti en contingent",
    ),
    remedy: say(
      "Alleen LDE met keuze collectief en SINE buiten contingent worden omgezet",
      "Only LDE that chose collective and SINE outside the contingent are converted",
      "Seuls LDE à choix collectif et SINE hors contingent sont convertis",
    ),
  });

export const convertedAlready = (on: PlainDate): Reason =>
  reason("conversion.done", {
    rule: "TRANS-32",
    field: "rightRef",
    message: say(
      `Dit recht is al omgezet op ${formatDate(on, "nl")}`,
      `This right was converted on ${formatDate(on, "en")}`,
      `Ce droit a été converti le ${formatDate(on, "fr")}`,
    ),
    remedy: say("Er is niets meer te doen", "Nothing remains to be done", "Il n’y a plus rien à faire"),
  });

/** @param last - Last day of the trajectory; null: none known. */
export const trajectoryRuns = (last: PlainDate | null): Reason =>
  reason("conversion.notEnded", {
    rule: "TRANS-32",
    field: "on",
    ...(last === null ? {} : { expected: `>= ${last}` }),
    message: say(
      `Het traject loopt nog${last === null ? "" : ` tot ${formatDate(last, "nl")}`}`,
      `The trajectory still runs${last === null ? "" : ` until ${formatDate(last, "en")}`}`,
      `Le parcours court encore${last === null ? "" : ` jusqu’au ${formatDate(last, "fr")}`}`,
    ),
    remedy: say(
      "Zet om na het einde, of neem eerst op dat het traject vroeger eindigde",
      "Convert after the end, or record first that the trajectory ended earlier",
      "Convertissez après la fin, ou enregistrez d’abord une fin anticipée",
    ),
  });

export const conversionFacts = (field: string): Reason =>
  reason("conversion.facts", {
    rule: "TRANS-32",
    field,
    message: say(
      "Er ontbreekt een gegeven voor de omzetting",
      "A fact for the conversion is missing",
      "Il manque une donnée pour la conversion",
    ),
    remedy: say("Vul het in", "Fill it in", "Complétez-la"),
  });

export const notConvertible = (): Reason =>
  reason("conversion.notConvertible", {
    rule: "TRANS-22",
    field: "keepsEmployment",
    message: say(
      "Dit SINE-recht is niet omzetbaar: het is niet onbepaald, er was te kort geleden een pakket of LDE-toelage, of de werkgever houdt de tewerkstelling niet",
      "This SINE right cannot be converted: it is not indefinite, a package or LDE allowance is too recent, or the employer does not keep the employment",
      "Ce droit SINE n’est pas convertible : il n’est pas indéterminé, un paquet ou une allocation LDE est trop récent, ou l’employeur ne maintient pas l’emploi",
    ),
    remedy: say(
      "Dan loopt SINE nog tot haar einddatum",
      "SINE then runs until its end date",
      "SINE court alors jusqu’à sa date de fin",
    ),
  });
