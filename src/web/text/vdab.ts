// Words of VDAB's counter. Civil servants work in Dutch, so there is one language; the law's own codes are named by the law.
import type { ASKABLE_MEASURES, BatchOutcome, VdabWorkKind } from "../../counter/index.ts";
import { PURPOSES } from "../../counter/index.ts";
import { pick } from "../../kernel/index.ts";
import { codeName } from "../../law/index.ts";

/** A code as a reader knows it: by the law's own name, else by ours. */
export function nameOf(code: string | null): string {
  if (code === null) return "-";
  const ofLaw = codeName(code);
  return CODES[code] ?? (ofLaw === undefined ? code : pick(ofLaw, "nl"));
}

const CODES: Readonly<Record<string, string>> = {
  INDIVIDUAL: "individueel maatwerk",
  COLLECTIVE: "collectief maatwerk",
  AMA: "arbeidsmatige activiteiten",
  AMA_SOCIAL_ECONOMY: "arbeidsmatige activiteiten",
  WELFARE: "advies welzijn",
  TEMP_VULNERABLE: "tijdelijk startpakket (zeer) kwetsbare personen",
  TEMPORARY: "tijdelijk",
  LASTING: "blijvend",
  ATTEST: "attest",
  ICF: "onderzoek met ICF",
  REQUEST: "op aanvraag",
  DOUBLE_TICKET: "dubbelticket",
  CATCH_UP: "inhaalbeweging",
  CONVERSION: "omgezet recht op VOP",
  ADJUSTMENT: "aanpassing",
  EXTENSION: "verlenging",
  COMMITTEE: "advies van de commissie",
  BOARD: "beslissing van de raad van bestuur",
  PACKAGE: "nieuw pakket",
  UNCHANGED: "ongewijzigd",
  NO_NEED: "geen nood meer",
  CONFIRMED: "bevestigd",
  CHANGED: "gewijzigd",
  WITHDRAWN: "ingetrokken",
  GIVEN: "dubbelticket gegeven",
  ONE_BY_ONE: "één voor één te bekijken",
  SKIPPED: "overgeslagen",
  INDICATION: "indicering",
  EVALUATION: "evaluatie",
};

export const kindNames: Readonly<Record<VdabWorkKind, string>> = {
  INDICATION: "Aanvraag indicering",
  EVALUATION: "Evaluatie gevraagd door werkgever",
  REVIEW: "Heroverweging",
  EXPIRY: "Ticket dat vervalt",
  ADVICE: "ICF-advies",
};

export const outcomeNames: Readonly<Record<BatchOutcome, string>> = {
  GIVEN: "dubbelticket gegeven",
  ONE_BY_ONE: "één voor één te bekijken (IND-16)",
  SKIPPED: "overgeslagen",
};

export const measureChoices: Readonly<Record<(typeof ASKABLE_MEASURES)[number], string>> = {
  INDIVIDUAL: "Individueel maatwerk: werken bij een gewone werkgever of als zelfstandige",
  COLLECTIVE: "Collectief maatwerk: werken in een maatwerkbedrijf",
};

export const channelNames = {
  PHONE: "Telefoon",
  LETTER: "Brief of e-mail",
  VISIT: "Bezoek",
} as const;

export const purposeChoices = Object.entries(PURPOSES).map(([value, label]) => ({ value, label: label.nl }));

/** What the fields of this counter are called, in labels and in messages about them. */
export const fieldNames: Readonly<Record<string, string>> = {
  insz: "Rijksregisternummer",
  naam: "Naam",
  givenName: "Voornaam",
  familyName: "Familienaam",
  residence: "Waar woont de persoon?",
  province: "Provincie",
  measure: "Waarvoor vraagt de persoon een indicering?",
  path: "Hoe wordt de behoefte aangetoond?",
  requestedOn: "Dag van de vraag",
  channel: "Hoe kwam de vraag binnen?",
  note: "Wat vertelt de persoon?",
  decidedOn: "Dag van de beslissing",
  evidencePath: "Waarop steunt de vaststelling?",
  workDisability: "Is er een arbeidsbeperking (IND-02)?",
  productivityLossPct: "Rendementsverlies",
  extraCostsPct: "Bijkomende kosten",
  guidanceRequired: "Is er begeleiding nodig op de werkvloer?",
  guidanceNeed: "Niveau van de begeleiding",
  needDuration: "Is de behoefte tijdelijk of blijvend?",
  higherNeed: "Is er een verhoogde behoefte aan loonpremie?",
  validFrom: "Geldig vanaf",
  validUntil: "Geldig tot en met",
  "criteria.met": "Voldoet de persoon aan de criteria?",
  "criteria.reason": "Bewijs en reden van dit oordeel",
  "collective.percentage": "Percentage van het collectieve pakket",
  "collective.guidanceNeed": "Begeleidingsnood van het collectieve pakket",
  percentage: "Percentage",
  collective: "Percentage van het collectieve pakket",
  keuze: "Wat beslist u?",
  "departure.package": "Ander pakket",
  "departure.guidanceNeed": "Ander niveau van begeleiding",
  "departure.needClass": "Andere behoefteklasse",
  "departure.reason": "Reden van de afwijking",
  evidence: "Bewijsstuk",
  visitedOn: "Dag van het bezoek",
  outcome: "Uitkomst",
  reason: "Motivering",
  noticeOn: "Dag van kennisneming van de beslissing",
  on: "Dag",
  advice: "Advies",
  email: "E-mailadres",
  advisedOn: "Dag van het advies",
  motivation: "Reden",
  "change.package": "Nieuw pakket",
  "change.percentage": "Nieuw percentage",
  "change.guidanceNeed": "Nieuw niveau van begeleiding",
  "change.needClass": "Nieuwe behoefteklasse",
  "change.needDuration": "Duur van de behoefte",
  "change.validFrom": "Geldig vanaf",
  "change.validUntil": "Geldig tot en met",
  package: "Pakket",
  doel: "Waarom opent u dit dossier?",
};
