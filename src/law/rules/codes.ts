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
};

/** Undefined for a code that has no name of its own. */
export function codeName(code: string): Localized | undefined {
  return Object.hasOwn(names, code) ? names[code] : undefined;
}
