// Words of the department's counter: in Dutch only.

import type { DeadlineReason, SEARCH_PURPOSES, WorkKind } from "../../counter/index.ts";
import type { Severity, StopReason } from "../../dossier/index.ts";

export const kindWords: Readonly<Record<WorkKind, string>> = {
  NEW: "Nieuw",
  READY: "Klaar om te beslissen",
  JUDGEMENT: "Vraagt een oordeel",
  TICKET: "Wacht op een ticket van VDAB",
  TO_COMPLETE: "Aanvulling te vragen",
  REFUSAL: "Weigering voor te bereiden",
  AWAITING: "Wacht op aanvulling",
  SECOND_LOOK: "Wacht op een tweede persoon",
  EVALUATION_ASKED: "Evaluatie gevraagd, VDAB bezoekt",
  EVALUATION_READY: "Evaluatie klaar, beslissen",
  CHANGE: "Wijziging gemeld",
  QUARTER_END: "Einde van het kwartaal",
};

export const deadlineWords: Readonly<Record<DeadlineReason, string>> = {
  QUARTER_END: "einde van het kwartaal",
  TICKET_END: "ticket loopt af",
  CONTRACT_END: "contract loopt af",
  ANSWER: "antwoord gevraagd",
  TERM: "beslissingstermijn",
};

export const severityWords: Readonly<Record<Severity, string>> = {
  BLOCK: "Staat een toekenning in de weg",
  REFUSE: "Leidt tot weigering",
  COMPLETE: "Moet aangevuld worden",
  MANUAL: "Vraag voor u: de wet laat dit over aan een persoon",
  WARN: "Ter informatie",
};

export const stopWords: Readonly<Record<StopReason, string>> = {
  CONTRACT_ENDED: "Het contract eindigde",
  TAKEN_OVER: "De onderneming werd overgenomen",
  NO_NEED_FOUND: "VDAB stelt geen nood meer vast",
  ACTIVITY_STOPPED: "De zelfstandige activiteit stopte",
  BANKRUPTCY: "Faillissement",
  DECEASED: "Overlijden",
  MOVED_AWAY: "Verhuizing buiten het toepassingsgebied",
  ON_REQUEST: "Op vraag van de aanvrager",
  CONDITIONS_NOT_MET: "De voorwaarden zijn niet meer vervuld",
};

export const purposeWords: Readonly<Record<(typeof SEARCH_PURPOSES)[number], string>> = {
  QUESTION: "Een vraag beantwoorden",
  HANDLING: "Een dossier behandelen",
  COMPLAINT: "Een klacht behandelen",
  INSPECTION: "Een controle",
  AUDIT: "Een nazicht",
};

export const stateWords = {
  PENDING: "In behandeling",
  INCOMPLETE: "Wacht op aanvulling",
  GRANTED: "Toegekend",
  REFUSED: "Geweigerd",
  WITHDRAWN: "Ingetrokken",
  INADMISSIBLE: "Onontvankelijk",
} as const;

export const premiumWords = {
  WAGE: "Loonpremie",
  WAGE_AND_GUIDANCE: "Loonpremie en begeleidingspremie",
  SUPPORT: "Ondersteuningspremie",
  GUIDANCE: "Begeleidingspremie",
} as const;

export const packageWords = {
  T2: "tijdelijk pakket (T2)",
  P5: "startpakket (P5)",
  P5_PLUS: "verhoogd startpakket (P5+)",
  P5_MWB: "startpakket maatwerkbedrijf",
  TEMP_VULNERABLE: "tijdelijk pakket voor kwetsbare personen",
  AFTER_EVALUATION: "persoonlijk pakket na evaluatie",
} as const;

export const guidanceWords = { NONE: "geen", LOW: "laag", MEDIUM: "gemiddeld", HIGH: "hoog" } as const;

export const situationWords = {
  NEW_HIRE: "Nieuwe aanwerving",
  AT_WORK: "Werkt er al",
  RETURN: "Terugkeer na ziekte of ongeval",
} as const;

export const departmentWords = {
  workList: "Werklijst",
  search: "Zoeken",
  changedTitle: "Iemand was u voor",
  changed:
    "Dit dossier veranderde terwijl u ermee bezig was. Hieronder staat het zoals het nu is. Er is niets bewaard van uw formulier.",
} as const;
