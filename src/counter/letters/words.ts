// What letters call the closed lists of the dossier. Letters are in Dutch.
import type {
  ContractKind,
  EvidencePath,
  Measure,
  NeedClass,
  NeedDuration,
  OldRightEndReason,
  Premiums,
  ReviewOutcome,
  Situation,
  StopReason,
  TicketType,
  TransitionMeasure,
} from "../../dossier/index.ts";
import { pick } from "../../kernel/index.ts";
import { codeName } from "../../law/index.ts";

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** After "een". */
export const PREMIUM_WORDS: Words<Premiums> = {
  WAGE: "loonpremie",
  WAGE_AND_GUIDANCE: "loonpremie en een begeleidingspremie",
  SUPPORT: "ondersteuningspremie",
  GUIDANCE: "begeleidingspremie",
};

/** Older measures in a sentence. */
export const MEASURE_WORDS_OF_RIGHT: Words<TransitionMeasure> = {
  VOP: "Vlaamse ondersteuningspremie",
  TVOP: "tijdelijke Vlaamse ondersteuningspremie",
  SINE_REGULAR: "SINE",
  SINE_MWB_INSIDE: "SINE in een maatwerkbedrijf, binnen contingent",
  SINE_MWB_OUTSIDE: "SINE in een maatwerkbedrijf, buiten contingent",
  LDE_INDIVIDUAL: "lokale diensteneconomie, tijdelijke vergoeding",
  LDE_COLLECTIVE: "lokale diensteneconomie, keuze collectief",
  MWA: "maatwerkafdeling",
  ALD: "subsidie voor aanvullende lokale diensten",
};

/** Why an older right ends. */
export const RIGHT_END_WORDS: Words<OldRightEndReason> = {
  TERM_OVER: "de looptijd is voorbij",
  IMW_GRANTED: "er is individueel maatwerk toegekend",
  CONTRACT_ENDED: "de arbeidsovereenkomst is beëindigd",
  NO_NEED_FOUND: "de evaluatie vond geen nood aan steun meer",
  MEASURE_ENDED: "de maatregel is afgelopen",
  CHOICE_OF_ORGANISATION: "de keuze van de organisatie",
};

/** The rule that keeps each older measure, and says until when. */
export const RIGHT_RULES: Words<TransitionMeasure> = {
  VOP: "TRANS-03",
  TVOP: "TRANS-03",
  SINE_REGULAR: "TRANS-20",
  SINE_MWB_INSIDE: "TRANS-21",
  SINE_MWB_OUTSIDE: "TRANS-22",
  LDE_INDIVIDUAL: "TRANS-31",
  LDE_COLLECTIVE: "TRANS-32",
  MWA: "TRANS-40",
  ALD: "TRANS-50",
};

export const SITUATION_WORDS: Words<Situation> = {
  NEW_HIRE: "nieuw in dienst",
  AT_WORK: "al aan het werk",
  RETURN: "terug aan het werk na ziekte of ongeval",
};

export const CONTRACT_WORDS: Words<ContractKind> = {
  OPEN_ENDED: "onbepaalde duur",
  FIXED_TERM: "bepaalde duur",
  TEMP_AGENCY: "uitzendarbeid",
  STUDENT: "student",
  FLEXI_JOB: "flexi-job",
  EXTRA: "gelegenheidswerk (extra)",
  SEASONAL: "seizoenwerk",
  ASSOCIATION: "verenigingswerk",
};

export const OCCUPATION_WORDS: Words<"MAIN" | "SECONDARY"> = { MAIN: "in hoofdberoep", SECONDARY: "in bijberoep" };

export const STOP_WORDS: Words<StopReason> = {
  CONTRACT_ENDED: "de arbeidsovereenkomst is beëindigd",
  TAKEN_OVER: "de onderneming werd overgenomen",
  NO_NEED_FOUND: "de evaluatie vond geen nood aan steun meer",
  ACTIVITY_STOPPED: "de activiteit is stopgezet",
  BANKRUPTCY: "er is een faillissement",
  DECEASED: "een overlijden",
  MOVED_AWAY: "de woonplaats ligt niet meer in het gebied waar de regeling geldt",
  ON_REQUEST: "u vroeg het zelf",
  CONDITIONS_NOT_MET: "aan de voorwaarden is niet meer voldaan",
};

/** Rules that a stop rests on. */
export const STOP_RULES: Words<StopReason> = {
  CONTRACT_ENDED: "EMP-12",
  TAKEN_OVER: "WP-13",
  NO_NEED_FOUND: "IND-25",
  ACTIVITY_STOPPED: "SELF-02",
  BANKRUPTCY: "EMP-06",
  DECEASED: "PROC-40",
  MOVED_AWAY: "EMP-11",
  ON_REQUEST: "PROC-40",
  CONDITIONS_NOT_MET: "PROC-40",
};

export const TICKET_WORDS: Words<TicketType> = {
  INDIVIDUAL: "individueel maatwerk",
  COLLECTIVE: "collectief maatwerk",
  AMA_SOCIAL_ECONOMY: "arbeidsmatige activiteiten in de sociale economie",
  WELFARE: "advies welzijn",
};

export const MEASURE_WORDS: Words<Measure> = {
  INDIVIDUAL: "individueel maatwerk",
  COLLECTIVE: "collectief maatwerk",
  AMA: "arbeidsmatige activiteiten",
};

export const PATH_WORDS: Words<EvidencePath> = { ATTEST: "attesten", ICF: "een onderzoek met ICF" };
export const DURATION_WORDS: Words<NeedDuration> = { TEMPORARY: "tijdelijk", LASTING: "blijvend" };
export const NEED_WORDS: Words<NeedClass> = {
  WAGE_PREMIUM: "loonpremie",
  WAGE_AND_GUIDANCE_PREMIUM: "loonpremie en begeleidingspremie",
};
export const REVIEW_WORDS: Words<ReviewOutcome> = { CONFIRMED: "bevestigd", CHANGED: "gewijzigd", WITHDRAWN: "ingetrokken" };

/** A code of the law as readers call it: "P5" as "startpakket van 5 jaar". */
export function codeWords(code: string): string {
  const name = codeName(code);
  return name === undefined ? (code === "TEMP_VULNERABLE" ? "tijdelijk pakket voor kwetsbare personen" : code) : pick(name, "nl");
}
