// How what is given relates to what was asked, and the words that each kind cannot do without: a reader must see what differs.

export const outcomeFields = {
  answered: [],
  proxy: ["askedUnit", "why"],
  partial: ["missing"],
  notAvailableUntil: ["until", "why"],
  referred: ["to"],
  narrative: [],
} as const;

export type OutcomeType = keyof typeof outcomeFields;
export type OutcomeField = (typeof outcomeFields)[OutcomeType][number];

export const outcomeTypes = Object.keys(outcomeFields) as readonly OutcomeType[];

export function isOutcomeType(value: unknown): value is OutcomeType {
  return typeof value === "string" && Object.hasOwn(outcomeFields, value);
}

/** What each field says, for who writes it: nl, en and fr. */
export const outcomeFieldWords: Readonly<Record<OutcomeField | "givenUnit", readonly [string, string, string]>> = {
  askedUnit: ["wat gevraagd was", "what was asked", "ce qui était demandé"],
  givenUnit: ["wat gegeven wordt", "what is given", "ce qui est donné"],
  why: ["waarom", "why", "pourquoi"],
  missing: ["wat ontbreekt", "what is missing", "ce qui manque"],
  to: ["naar wie verwezen wordt", "to whom it is referred", "à qui il est renvoyé"],
  until: ["tot wanneer", "until when", "jusqu'à quand"],
};
