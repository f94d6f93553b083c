// What the codes of the older schemes are called for readers.
import { type Localized, localized } from "../../kernel/index.ts";

const names: Readonly<Record<string, Localized>> = {
  EMPLOYEE: localized("werknemer, blijvend", "employee, lasting", "travailleur, durable"),
  TEMPORARY: localized("tijdelijk", "temporary", "temporaire"),
  LASTING: localized("blijvend", "lasting", "durable"),
  INCREASED: localized("verhoogd", "increased", "augmentée"),
  VOP_APPLICATION: localized("via de VOP-aanvraag", "through the VOP application", "par la demande VOP"),
  IMW_EVALUATION: localized(
    "via een evaluatie van individueel maatwerk",
    "through an evaluation of individual customised work",
    "par une évaluation du travail adapté individuel",
  ),
  KEPT: localized("blijft", "stays", "est maintenue"),
  KEPT_AFTER_FILING: localized(
    "blijft, en de overnemer dient opnieuw in",
    "stays, and the acquirer files anew",
    "est maintenue, et le repreneur introduit une nouvelle demande",
  ),
  ENDS: localized("eindigt", "ends", "prend fin"),
  REGULAR: localized("gewone werkgever", "regular employer", "employeur ordinaire"),
  MWB_INSIDE: localized(
    "maatwerkbedrijf, binnen contingent",
    "maatwerkbedrijf, inside contingent",
    "entreprise, dans le contingent",
  ),
  MWB_OUTSIDE: localized(
    "maatwerkbedrijf, buiten contingent",
    "maatwerkbedrijf, outside contingent",
    "entreprise, hors contingent",
  ),
  LDE_INDIVIDUAL: localized("LDE, keuze individueel", "LDE, chose individual", "LDE, choix individuel"),
  LDE_COLLECTIVE: localized("LDE, keuze collectief", "LDE, chose collective", "LDE, choix collectif"),
  INDIVIDUAL: localized("individueel", "individual", "individuel"),
  COLLECTIVE: localized("collectief", "collective", "collectif"),
  ASSESSMENT: localized("aanslagbiljet", "tax assessment", "avertissement-extrait de rôle"),
  VIABILITY_ATTEST: localized("attest leefbaarheid", "viability attest", "attestation de viabilité"),
};

/** Undefined for a code that has no name of its own. */
export function olderCodeName(code: string): Localized | undefined {
  return Object.hasOwn(names, code) ? names[code] : undefined;
}
