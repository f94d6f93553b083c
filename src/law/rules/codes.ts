// What the codes of the law are called for readers.
import { type Localized, localized } from "../../kernel/index.ts";

const names: Readonly<Record<string, Localized>> = {
  T2: localized("startpakket van 2 jaar", "2-year start package", "paquet de départ de 2 ans"),
  P5: localized("startpakket van 5 jaar", "5-year start package", "paquet de départ de 5 ans"),
  P5_PLUS: localized(
    "startpakket van 5 jaar met verhoogde loonpremie",
    "5-year start package with a higher wage premium",
    "paquet de départ de 5 ans avec prime salariale majorée",
  ),
  P5_MWB: localized(
    "startpakket van 5 jaar bij een maatwerkbedrijf",
    "5-year start package at a customised-work company",
    "paquet de départ de 5 ans dans une entreprise de travail adapté",
  ),
  AFTER_EVALUATION: localized("pakket na evaluatie", "package after evaluation", "paquet après évaluation"),
  NONE: localized("geen", "none", "aucun"),
  LOW: localized("laag", "low", "faible"),
  MEDIUM: localized("gemiddeld", "medium", "moyen"),
  HIGH: localized("hoog", "high", "élevé"),
  WAGE_PREMIUM: localized("loonpremie", "wage premium", "prime salariale"),
  WAGE_AND_GUIDANCE_PREMIUM: localized(
    "loonpremie en begeleidingspremie",
    "wage premium and guidance premium",
    "prime salariale et prime d’accompagnement",
  ),
  AT_ONCE: localized("meteen", "at once", "immédiatement"),
  BACKLOG: localized("via de inhaalbeweging", "through the catch-up", "par le rattrapage"),
  IMW_CRITERIA_POSSIBLE: localized(
    "volgens individueel maatwerk kan",
    "individual customised work can apply",
    "le travail adapté individuel est possible",
  ),
  OLD_CRITERIA: localized("de oude criteria", "the old criteria", "les anciens critères"),
  COMPLETE: localized("volledig", "complete", "complète"),
  HELD: localized("aangenomen als onvolledig", "accepted and held as incomplete", "acceptée comme incomplète"),
  REFUSED: localized("geweigerd", "refused", "refusée"),
  ONE_BY_ONE: localized("één voor één", "one by one", "un par un"),
  BATCH: localized("in groep", "in bulk", "en bloc"),
  QUALIFIES: localized("komt in aanmerking", "qualifies", "entre en ligne de compte"),
  EXCLUDED: localized("uitgesloten", "excluded", "exclu"),
  REVIEW: localized("een medewerker kijkt het na", "a member of staff looks at it", "un agent l’examine"),
  GUIDANCE_ONLY: localized("alleen begeleidingspremie", "guidance premium only", "prime d’accompagnement seulement"),
  PRIVATE_LEGAL_PERSON: localized("privaat rechtspersoon", "private legal person", "personne morale privée"),
  NATURAL_PERSON: localized("natuurlijke persoon", "natural person", "personne physique"),
  FOREIGN: localized("werkgever in het buitenland", "employer established abroad", "employeur établi à l’étranger"),
  SCHOOL: localized("school", "school", "école"),
  LOCAL_GOVERNMENT: localized("lokaal bestuur", "local government", "administration locale"),
  PUBLIC_EDGE_CASE: localized("grensgeval aan de publieke kant", "edge case on the public side", "cas limite du côté public"),
  OTHER_PUBLIC: localized("andere overheid", "other public authority", "autre autorité publique"),
  FLANDERS: localized("het Vlaamse Gewest", "the Flemish Region", "Région flamande"),
  BRUSSELS: localized("Brussel", "Brussels", "Région bruxelloise"),
  WALLONIA: localized("Wallonië", "Wallonia", "Wallonie"),
  EEA: localized("een ander land van de EER", "another EEA state", "un autre État de l’EEE"),
  OTHER: localized("een ander land", "another country", "un autre pays"),
  DMFA: localized("de kwartaalaangifte (DmfA)", "the quarterly declaration (DmfA)", "la déclaration trimestrielle (DmfA)"),
  PAYSLIPS: localized("loonfiches", "payslips", "fiches de paie"),
  NEW_EMPLOYER: localized("een nieuwe werkgever", "a new employer", "un nouvel employeur"),
  SECOND_EMPLOYER: localized("een tweede werkgever", "a second employer", "un second employeur"),
  SAME_EMPLOYER_REHIRE: localized("herindienstneming", "a rehire", "un réengagement"),
  REPLACEMENT: localized("vervanging", "a replacement", "un remplacement"),
  TAKE_OVER: localized("overname", "a take-over", "une reprise"),
};

/** Undefined for a code that has no name of its own. */
export function codeName(code: string): Localized | undefined {
  return Object.hasOwn(names, code) ? names[code] : undefined;
}
