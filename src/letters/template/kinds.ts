// Every kind of letter: what it is called, who gives and who gets it, and which slots its template may use.
import { type Localized, localized } from "../../kernel/index.ts";

export const ISSUERS = ["DEPARTMENT", "VDAB"] as const;
/** Dutch: afzender. */
export type Issuer = (typeof ISSUERS)[number];

/** PERSON: the person with a work disability, about the own tickets. APPLICANT: who applied, about the own file. */
export type Audience = "PERSON" | "APPLICANT";

export interface LetterKindFacts {
  readonly name: Localized;
  readonly issuer: Issuer;
  readonly audience: Audience;
  /** Texts that a sentence may name as {slot}, beside those of every letter. */
  readonly texts: readonly string[];
  /** Conditions for `when` and `unless`. */
  readonly flags: readonly string[];
  /** Parts that are computed and inserted whole. */
  readonly inserts: readonly string[];
}

/** Of every letter. */
export const COMMON_TEXTS = ["date", "reference"] as const;

const kind = (
  name: Localized,
  issuer: Issuer,
  audience: Audience,
  slots: { readonly texts?: readonly string[]; readonly flags?: readonly string[]; readonly inserts?: readonly string[] },
): LetterKindFacts => ({
  name,
  issuer,
  audience,
  texts: slots.texts ?? [],
  flags: slots.flags ?? [],
  inserts: slots.inserts ?? [],
});

const FILE = ["worker", "number"] as const;
const GRANT = {
  texts: [...FILE, "premiums", "start", "end", "quarters", "percentage", "guidanceNeed", "wageQuarter"],
  flags: [
    "employer",
    "selfEmployed",
    "guided",
    "wage",
    "wageKnown",
    "wageUnknown",
    "noCalculation",
    "judged",
    "stoppedAlready",
    "takenOver",
  ],
  inserts: ["facts", "rules", "calculation", "steps", "openPoints", "appeal", "instruments"],
};
const TICKET = {
  texts: ["ticket", "package", "guidanceNeed", "validFrom", "validUntil"],
  flags: ["individual", "collective", "ama", "welfare", "guided", "packaged", "departed"],
  inserts: ["facts", "gives", "rules", "openPoints", "review", "instruments"],
};
const MONEY = {
  texts: [...FILE, "quarter", "amount"],
  flags: ["less", "more", "selfEmployed", "oneFile", "waived"],
  inserts: ["lines", "causes", "terms", "rules", "openPoints", "appeal", "instruments"],
};

export const LETTER_KINDS = {
  receipt: kind(localized("Ontvangstbevestiging", "Confirmation of receipt", "Accusé de réception"), "DEPARTMENT", "APPLICANT", {
    texts: [...FILE, "premiums", "filedOn"],
    flags: ["employer", "selfEmployed"],
    inserts: ["facts"],
  }),
  "completion-request": kind(
    localized("Vraag om aanvulling", "Request for completion", "Demande de complément"),
    "DEPARTMENT",
    "APPLICANT",
    { texts: [...FILE, "filedOn", "answerBy"], flags: ["note", "dated"], inserts: ["missing", "note", "openPoints"] },
  ),
  grant: kind(localized("Toekenning", "Grant", "Octroi"), "DEPARTMENT", "APPLICANT", GRANT),
  refusal: kind(localized("Weigering", "Refusal", "Refus"), "DEPARTMENT", "APPLICANT", {
    texts: [...FILE, "filedOn", "premiums"],
    flags: ["employer", "selfEmployed", "many"],
    inserts: ["facts", "reasons", "said", "openPoints", "appeal", "instruments"],
  }),
  inadmissible: kind(
    localized("Aanvraag onontvankelijk", "Application inadmissible", "Demande irrecevable"),
    "DEPARTMENT",
    "APPLICANT",
    { texts: [...FILE, "filedOn"], flags: ["many"], inserts: ["facts", "reasons", "said", "appeal", "instruments"] },
  ),
  adjustment: kind(localized("Aanpassing", "Adjustment", "Adaptation"), "DEPARTMENT", "APPLICANT", GRANT),
  extension: kind(localized("Verlenging", "Extension", "Prolongation"), "DEPARTMENT", "APPLICANT", GRANT),
  stop: kind(localized("Stopzetting", "Stop", "Arrêt"), "DEPARTMENT", "APPLICANT", {
    texts: [...FILE, "lastDay", "reason", "lastQuarter"],
    flags: ["selfEmployed", "noNeed"],
    inserts: ["facts", "rules", "appeal", "instruments"],
  }),
  evaluation: kind(
    localized("Uitkomst van de evaluatie", "Outcome of the evaluation", "Résultat de l'évaluation"),
    "VDAB",
    "APPLICANT",
    {
      texts: [...FILE, "percentage", "guidanceNeed"],
      flags: ["changed", "unchanged", "noNeed", "guided"],
      inserts: ["facts", "rules", "review", "instruments"],
    },
  ),
  "review-evaluation": kind(
    localized("Beslissing na heroverweging", "Decision after review", "Décision après réexamen"),
    "VDAB",
    "APPLICANT",
    { texts: [...FILE], flags: ["confirmed", "changed", "withdrawn"], inserts: ["facts", "rules", "openPoints", "instruments"] },
  ),
  advice: kind(localized("Ticket", "Ticket", "Avis"), "VDAB", "PERSON", TICKET),
  "negative-advice": kind(localized("Geen ticket", "No ticket", "Pas d'avis"), "VDAB", "PERSON", {
    texts: ["measure"],
    flags: ["many"],
    inserts: ["facts", "reasons", "openPoints", "review", "instruments"],
  }),
  "double-ticket": kind(localized("Dubbelticket", "Double ticket", "Double avis"), "VDAB", "PERSON", TICKET),
  "catch-up": kind(
    localized("Dubbelticket, inhaalbeweging", "Double ticket, catch-up", "Double avis, rattrapage"),
    "VDAB",
    "PERSON",
    TICKET,
  ),
  "vop-conversion": kind(
    localized("Omzetting van het recht op VOP", "Conversion of the right to VOP", "Conversion du droit à la VOP"),
    "VDAB",
    "PERSON",
    TICKET,
  ),
  "review-indication": kind(
    localized("Beslissing na heroverweging", "Decision after review", "Décision après réexamen"),
    "VDAB",
    "PERSON",
    { flags: ["confirmed", "changed", "withdrawn"], inserts: ["facts", "rules", "openPoints", "instruments"] },
  ),
  "end-warning": kind(
    localized("Einde van een oude maatregel", "End of an older measure", "Fin d'une ancienne mesure"),
    "DEPARTMENT",
    "APPLICANT",
    { texts: ["worker", "measure", "endsOn", "lastUsefulOn"], inserts: ["facts", "rules", "instruments"] },
  ),
  "right-ended": kind(
    localized(
      "Steun onder een oude maatregel eindigt",
      "Support of an older measure ends",
      "Fin de l'aide d'une ancienne mesure",
    ),
    "DEPARTMENT",
    "APPLICANT",
    {
      texts: ["worker", "measure", "lastDay", "reason"],
      flags: ["selfEmployed", "granted", "ranOn", "again"],
      inserts: ["facts", "rules", "instruments", "appeal"],
    },
  ),
  payment: kind(localized("Betaalbericht", "Payment notice", "Avis de paiement"), "DEPARTMENT", "APPLICANT", MONEY),
  correction: kind(localized("Herberekening", "Recalculation", "Recalcul"), "DEPARTMENT", "APPLICANT", MONEY),
  recovery: kind(localized("Terugvordering", "Recovery", "Récupération"), "DEPARTMENT", "APPLICANT", MONEY),
} as const satisfies Readonly<Record<string, LetterKindFacts>>;

export type LetterKind = keyof typeof LETTER_KINDS;

export function isLetterKind(value: unknown): value is LetterKind {
  return typeof value === "string" && Object.hasOwn(LETTER_KINDS, value);
}
