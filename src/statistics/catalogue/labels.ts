// The words for the codes that figures show. A code without words here is shown as it is (municipalities, sectors, rulebook ids).
import { type Localized, localized } from "../../kernel/index.ts";
import { TOTAL, UNKNOWN } from "./attribute.ts";
import { endReasons, stopReasons } from "./labels-of-ends.ts";

type Words = Readonly<Record<string, Localized>>;

const yesNo: Words = { YES: localized("ja", "yes", "oui"), NO: localized("nee", "no", "non") };

const applicants: Words = {
  EMPLOYER: localized("werkgever", "employer", "employeur"),
  SELF_EMPLOYED: localized("zelfstandige", "self-employed person", "indépendant"),
};

const measures: Words = {
  COLLECTIVE: localized("collectief maatwerk", "collective customised work", "travail adapté collectif"),
  INDIVIDUAL: localized("individueel maatwerk", "individual customised work", "travail adapté individuel"),
  AMA: localized("arbeidsmatige activiteiten", "work-oriented activities", "activités liées au travail"),
  AMA_SOCIAL_ECONOMY: localized(
    "arbeidsmatige activiteiten in de sociale economie",
    "work-oriented activities in the social economy",
    "activités liées au travail dans l'économie sociale",
  ),
  WELFARE: localized("advies welzijn", "welfare advice", "avis bien-être"),
};

const provinces: Words = {
  ANT: localized("Antwerpen", "Antwerp", "Anvers"),
  LIM: localized("Limburg", "Limburg", "Limbourg"),
  OVL: localized("Oost-Vlaanderen", "East Flanders", "Flandre orientale"),
  VBR: localized("Vlaams-Brabant", "Flemish Brabant", "Brabant flamand"),
  WVL: localized("West-Vlaanderen", "West Flanders", "Flandre occidentale"),
  BRU: localized("Brussel", "Brussels", "Bruxelles"),
  HAI: localized("Henegouwen", "Hainaut", "Hainaut"),
  LIE: localized("Luik", "Liège", "Liège"),
  LUX: localized("Luxemburg", "Luxembourg", "Luxembourg"),
  NAM: localized("Namen", "Namur", "Namur"),
  WBR: localized("Waals-Brabant", "Walloon Brabant", "Brabant wallon"),
  ABR: localized("buitenland", "abroad", "étranger"),
};

const needs: Words = {
  NONE: localized("geen", "none", "aucun"),
  LOW: localized("laag", "low", "faible"),
  MEDIUM: localized("gemiddeld", "medium", "moyen"),
  HIGH: localized("hoog", "high", "élevé"),
};

const states: Words = {
  PENDING: localized("in behandeling", "pending", "en traitement"),
  INCOMPLETE: localized("onvolledig", "incomplete", "incomplète"),
  GRANTED: localized("toegekend", "granted", "octroyée"),
  REFUSED: localized("geweigerd", "refused", "refusée"),
  WITHDRAWN: localized("ingetrokken", "withdrawn", "retirée"),
  INADMISSIBLE: localized("onontvankelijk", "inadmissible", "irrecevable"),
};

const around: Words = {
  BEFORE: localized("vóór de start van het dubbelticket", "before the double ticket began", "avant le début du double avis"),
  FROM: localized(
    "vanaf de start van het dubbelticket",
    "from the day the double ticket began",
    "à partir du début du double avis",
  ),
};

const older: Words = {
  NONE: localized("geen", "none", "aucune"),
  VOP: localized("VOP", "VOP (support premium)", "VOP (prime de soutien)"),
  TVOP: localized("tijdelijke VOP", "temporary VOP", "VOP temporaire"),
  LDE: localized("lokale diensteneconomie", "local services economy", "économie de services locaux"),
  MWA: localized("maatwerkafdeling", "customised-work department", "département de travail adapté"),
  SINE: localized("SINE", "SINE", "SINE"),
  CMW: localized("collectief maatwerk", "collective customised work", "travail adapté collectif"),
  SINE_REGULAR: localized("SINE, gewone werkgever", "SINE, regular employer", "SINE, employeur ordinaire"),
  SINE_MWB_INSIDE: localized(
    "SINE in maatwerkbedrijf, binnen contingent",
    "SINE in a customised-work company, inside the contingent",
    "SINE en ETA, dans le contingent",
  ),
  SINE_MWB_OUTSIDE: localized(
    "SINE in maatwerkbedrijf, buiten contingent",
    "SINE in a customised-work company, outside the contingent",
    "SINE en ETA, hors contingent",
  ),
  LDE_INDIVIDUAL: localized(
    "lokale diensteneconomie, keuze individueel",
    "local services economy, individual choice",
    "économie de services locaux, choix individuel",
  ),
  LDE_COLLECTIVE: localized(
    "lokale diensteneconomie, keuze collectief",
    "local services economy, collective choice",
    "économie de services locaux, choix collectif",
  ),
  ALD: localized("aanvullende lokale diensten", "supplementary local services", "services locaux complémentaires"),
};

const byAttribute: Readonly<Record<string, Words>> = {
  ticketType: measures,
  ticketMeasure: measures,
  indicationMeasure: measures,
  ldeChoice: {
    INDIVIDUAL: localized("individueel", "individual", "individuel"),
    COLLECTIVE: localized("collectief", "collective", "collectif"),
  },
  ticketOrigin: {
    REQUEST: localized("gevraagd", "asked for", "demandé"),
    DOUBLE_TICKET: localized("dubbelticket", "double ticket", "double avis"),
    CATCH_UP: localized("inhaalbeweging", "catch-up", "rattrapage"),
    CONVERSION: localized("omzetting van een ouder recht", "conversion of an older right", "conversion d'un droit ancien"),
  },
  needClass: {
    WAGE_PREMIUM: localized("loonpremie", "wage premium", "prime salariale"),
    WAGE_AND_GUIDANCE_PREMIUM: localized(
      "loon- en begeleidingspremie",
      "wage and guidance premium",
      "primes salariale et d'accompagnement",
    ),
  },
  needDuration: {
    TEMPORARY: localized("tijdelijk", "temporary", "temporaire"),
    LASTING: localized("blijvend", "lasting", "durable"),
  },
  appliedAroundDoubleTicket: around,
  grantedAroundDoubleTicket: around,
  package: {
    T2: localized("tijdelijk, 2 jaar", "temporary, 2 years", "temporaire, 2 ans"),
    P5: localized("5 jaar", "5 years", "5 ans"),
    P5_PLUS: localized("5 jaar, hogere nood", "5 years, higher need", "5 ans, besoin accru"),
    P5_MWB: localized("5 jaar, maatwerkbedrijf", "5 years, customised-work company", "5 ans, entreprise de travail adapté"),
    TEMP_VULNERABLE: localized(
      "tijdelijk, kwetsbare personen",
      "temporary, vulnerable persons",
      "temporaire, personnes vulnérables",
    ),
    AFTER_EVALUATION: localized("na evaluatie", "after evaluation", "après évaluation"),
  },
  guidanceNeed: needs,
  applicant: applicants,
  beneficiary: applicants,
  premiums: {
    WAGE: localized("werkgevers: loonpremie", "employers: wage premium", "employeurs : prime salariale"),
    GUIDANCE: localized("werkgevers: begeleidingspremie", "employers: guidance premium", "employeurs : prime d'accompagnement"),
    WAGE_AND_GUIDANCE: localized(
      "werkgevers: loonpremie en begeleidingspremie",
      "employers: wage premium and guidance premium",
      "employeurs : prime salariale et prime d'accompagnement",
    ),
    SUPPORT: localized("zelfstandigen", "self-employed", "indépendants"),
  },
  situation: {
    NEW_HIRE: localized("nieuw aangeworven", "new hire", "nouvel engagement"),
    AT_WORK: localized("al aan het werk", "already at work", "déjà au travail"),
    RETURN: localized("terug na ziekte of ongeval", "back after illness or accident", "retour après maladie ou accident"),
  },
  channel: {
    ONLINE: localized("online", "online", "en ligne"),
    API: localized("API", "API", "API"),
    CSV: localized("bestand", "file", "fichier"),
  },
  applicationState: states,
  stateAtEnd: states,
  indicationOutcome: { ISSUED: localized("ticket", "ticket", "ticket"), REFUSED: localized("geweigerd", "refused", "refusé") },
  previousMeasure: older,
  oldMeasure: older,
  component: {
    WAGE: localized("loonpremie", "wage premium", "prime salariale"),
    GUIDANCE: localized("begeleidingspremie", "guidance premium", "prime d'accompagnement"),
    SUPPORT: localized("ondersteuningspremie", "support premium", "prime de soutien"),
  },
  stopReason: stopReasons,
  oldRightEndReason: endReasons,
  wageInQuarter: {
    ...yesNo,
    NO_DECLARATION: localized("zelfstandige: geen aangifte", "self-employed: no declaration", "indépendant : pas de déclaration"),
  },
  evaluationOutcome: {
    IMW: localized("individueel maatwerk", "individual customised work", "travail adapté individuel"),
    NO_NEED: localized("geen nood", "no need", "pas de besoin"),
    OLD_CRITERIA: localized("oude criteria", "old criteria", "anciens critères"),
  },
  bookingOrigin: {
    initial: localized("eerste berekening", "first calculation", "premier calcul"),
    correction: localized("correctie", "correction", "correction"),
    migration: localized("migratie", "migration", "migration"),
    recovery: localized("terugvordering", "recovery", "récupération"),
  },
  reached: yesNo,
  sex: { F: localized("vrouw", "woman", "femme"), M: localized("man", "man", "homme"), X: localized("x", "x", "x") },
  ageBand: {
    UNDER_25: localized("jonger dan 25", "under 25", "moins de 25 ans"),
    "25_34": localized("25 tot 34", "25 to 34", "25 à 34 ans"),
    "35_44": localized("35 tot 44", "35 to 44", "35 à 44 ans"),
    "45_54": localized("45 tot 54", "45 to 54", "45 à 54 ans"),
    "55_PLUS": localized("55 en ouder", "55 and older", "55 ans et plus"),
  },
  education: {
    LOW: localized("laag", "low", "faible"),
    MEDIUM: localized("midden", "medium", "moyen"),
    HIGH: localized("hoog", "high", "élevé"),
  },
  origin: {
    BE: localized("Belgisch", "Belgian", "belge"),
    EU: localized("uit de EU", "from the EU", "de l'UE"),
    NON_EU: localized("van buiten de EU", "from outside the EU", "hors UE"),
  },
  province: provinces,
  employerProvince: provinces,
  residence: {
    FLANDERS: localized("Vlaams Gewest", "Flemish Region", "Région flamande"),
    BRUSSELS: localized("Brussels Gewest", "Brussels Region", "Région bruxelloise"),
    WALLONIA: localized("Waals Gewest", "Walloon Region", "Région wallonne"),
    EEA: localized("EU of EER", "EU or EEA", "UE ou EEE"),
    OTHER: localized("elders", "elsewhere", "ailleurs"),
  },
  workStatus: {
    JOB_SEEKER_WITHOUT_WORK: localized("werkzoekende zonder werk", "job seeker without work", "demandeur d'emploi inoccupé"),
    EMPLOYED: localized("werknemer", "employee", "travailleur"),
    SELF_EMPLOYED: localized("zelfstandige", "self-employed", "indépendant"),
    INACTIVE: localized("niet-actief", "inactive", "inactif"),
  },
  employability: {
    IMMEDIATE: localized("meteen inzetbaar", "immediately employable", "immédiatement disponible"),
    NOT_IMMEDIATE: localized("niet meteen inzetbaar", "not immediately employable", "pas immédiatement disponible"),
  },
  workCare: yesNo,
  benefit: {
    UNEMPLOYMENT: localized("werkloosheidsuitkering", "unemployment benefit", "allocation de chômage"),
    SICKNESS: localized("ziekte-uitkering", "sickness benefit", "indemnité de maladie"),
    LEEFLOON: localized("leefloon", "living wage", "revenu d'intégration"),
    IVT: localized("inkomensvervangende tegemoetkoming", "income-replacement allowance", "allocation de remplacement de revenus"),
    NONE: localized("geen uitkering", "no benefit", "aucune allocation"),
  },
  unemploymentDuration: {
    UNDER_1_YEAR: localized("korter dan 1 jaar", "under 1 year", "moins d'un an"),
    "1_TO_2_YEARS": localized("1 tot 2 jaar", "1 to 2 years", "1 à 2 ans"),
    "2_TO_5_YEARS": localized("2 tot 5 jaar", "2 to 5 years", "2 à 5 ans"),
    "5_YEARS_PLUS": localized("5 jaar of langer", "5 years or longer", "5 ans ou plus"),
  },
  ticketCombination: {
    CMW: localized("alleen collectief", "collective only", "collectif uniquement"),
    IMW: localized("alleen individueel", "individual only", "individuel uniquement"),
    AMA: localized("alleen AMA", "AMA only", "AMA uniquement"),
    "CMW+IMW": localized("collectief en individueel", "collective and individual", "collectif et individuel"),
    "CMW+AMA": localized("collectief en AMA", "collective and AMA", "collectif et AMA"),
    "IMW+AMA": localized("individueel en AMA", "individual and AMA", "individuel et AMA"),
    "CMW+IMW+AMA": localized("alle drie", "all three", "les trois"),
    NONE: localized("geen van de drie", "none of the three", "aucun des trois"),
  },
  publicSide: {
    NONE: localized("privé", "private", "privé"),
    SCHOOL: localized("school", "school", "école"),
    LOCAL: localized("lokaal bestuur", "local government", "pouvoir local"),
    OTHER: localized("andere overheid", "other authority", "autre autorité"),
  },
  customisedWorkCompany: yesNo,
  serviceVoucherCompany: yesNo,
};

const total = localized("totaal", "total", "total");
const unknown = localized("niet bekend", "not known", "inconnu");

/** The words for one value of an attribute; null is the total. */
export function labelOf(attribute: string, value: string | null): Localized {
  if (value === TOTAL) return total;
  const words = byAttribute[attribute]?.[value];
  if (words !== undefined) return words;
  return value === UNKNOWN ? unknown : localized(value, value, value);
}
