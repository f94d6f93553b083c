// What the commands of the books print.
import type { Language } from "../kernel/index.ts";

interface BookWords {
  readonly wages: (quarter: string) => string;
  readonly caveat: string;
  readonly written: (entries: number) => string;
  readonly sample: (ref: string, lines: number, of: number, amount: string) => string;
  readonly again: (seed: string, knownAt: string) => string;
  readonly replays: (agrees: boolean) => string;
}

const words: Readonly<Record<Language, BookWords>> = {
  nl: {
    wages: (quarter) => `Lonen tot en met ${quarter}.`,
    caveat: "Alleen wat nu al toegekend is. Nieuwe toekenningen, verlengingen en een latere index zitten er niet in.",
    written: (entries) => `${entries} vastleggingen geschreven.`,
    sample: (ref, lines, of, amount) => `Steekproef ${ref}: ${lines} van ${of} regels, samen ${amount}.`,
    again: (seed, knownAt) => `Opnieuw te trekken met --seed "${seed}" --known-at ${knownAt}.`,
    replays: (agrees) => (agrees ? "herberekend: gelijk" : "herberekend: NIET gelijk"),
  },
  en: {
    wages: (quarter) => `Wages up to and including ${quarter}.`,
    caveat: "Only what is granted now. New grants, extensions and a later index are not in it.",
    written: (entries) => `${entries} commitments written.`,
    sample: (ref, lines, of, amount) => `Sample ${ref}: ${lines} of ${of} lines, ${amount} together.`,
    again: (seed, knownAt) => `To draw it again: --seed "${seed}" --known-at ${knownAt}.`,
    replays: (agrees) => (agrees ? "recomputed: the same" : "recomputed: NOT the same"),
  },
  fr: {
    wages: (quarter) => `Salaires jusqu’au ${quarter} inclus.`,
    caveat: "Uniquement ce qui est accordé maintenant. Ni nouveaux octrois, ni prolongations, ni index ultérieur.",
    written: (entries) => `${entries} engagements écrits.`,
    sample: (ref, lines, of, amount) => `Échantillon ${ref} : ${lines} lignes sur ${of}, ${amount} au total.`,
    again: (seed, knownAt) => `Pour le tirer à nouveau : --seed "${seed}" --known-at ${knownAt}.`,
    replays: (agrees) => (agrees ? "recalculé : identique" : "recalculé : PAS identique"),
  },
};

export const bookWords = (language: Language): BookWords => words[language];
