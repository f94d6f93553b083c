// The fixed words around an answer, in three languages.
import type { Language } from "../../kernel/index.ts";
import type { Channel } from "../disclosure/index.ts";
import type { BreachKind } from "../double-ticket/index.ts";
import type { Outcome } from "../figure/index.ts";
import type { FigureRole } from "./answer.ts";

interface Words {
  readonly institution: string;
  readonly theme: string;
  readonly asker: string;
  readonly minister: string;
  readonly follows: string;
  readonly document: string;
  readonly file: string;
  readonly reference: string;
  readonly knownAt: string;
  readonly law: string;
  readonly channel: string;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly unit: string;
  readonly counted: string;
  readonly population: string;
  readonly at: string;
  readonly period: string;
  readonly question: string;
  readonly asked: string;
  readonly given: string;
  readonly inTheDocument: string;
  readonly here: string;
  readonly published: string;
  readonly computed: string;
  readonly same: string;
  readonly different: string;
  readonly suppressed: string;
  readonly collectiveAdvice: string;
  readonly individualAdvice: string;
  readonly rules: string;
  readonly ticket: string;
  readonly appliedOn: string;
  readonly grantedOn: string;
  readonly breach: string;
  readonly individualFrom: string;
  readonly persons: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly inTheRecords: string;
  readonly solutions: string;
  readonly caveats: string;
  readonly openPoints: string;
  readonly derived: string;
  readonly roles: Readonly<Record<FigureRole, string>>;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<Outcome["type"], string>>;
  readonly breaches: Readonly<Record<BreachKind, string>>;
  readonly fromUntil: (from: string, until: string) => string;
  readonly breachSummary: (count: string, checked: string) => string;
}

const catalogues: Readonly<Record<Language, Words>> = {
  nl: {
    institution: "Instelling",
    theme: "Thema",
    asker: "Vraagsteller",
    minister: "Aan",
    follows: "Volgt op vraag",
    document: "Document",
    file: "Dossier",
    reference: "Referentiedatum",
    knownAt: "Zoals bekend op",
    law: "Wet",
    channel: "Bestemd voor",
    channels: { public: "het publiek; kleine aantallen afgeschermd", internal: "intern gebruik, niet verspreiden" },
    unit: "Teleenheid",
    counted: "Geteld",
    population: "Populatie",
    at: "Datum",
    period: "Periode",
    question: "Vraag",
    asked: "Gevraagd",
    given: "Gegeven",
    inTheDocument: "In het antwoord van de minister",
    here: "Hier ook",
    published: "gepubliceerd",
    computed: "berekend",
    same: "gelijk",
    different: "verschillend",
    suppressed: "afgeschermd",
    collectiveAdvice: "Collectief advies",
    individualAdvice: "Individueel advies",
    rules: "Regels",
    ticket: "Ticket",
    appliedOn: "Aangevraagd",
    grantedOn: "Toegekend",
    breach: "Schending",
    individualFrom: "Individueel ticket",
    persons: "Personen",
    atLeast: "minstens",
    atMost: "hoogstens",
    inTheRecords: "in de registers",
    solutions: "Aantal mogelijke verdelingen",
    caveats: "Let op",
    openPoints: "Steunt op open punten van de wet",
    derived: "Afgeleid",
    roles: { published: "zoals gepubliceerd", asked: "zoals gevraagd", context: "achtergrond" },
    outcome: "Uitkomst",
    outcomes: {
      answered: "beantwoord",
      proxy: "benadering",
      partial: "deels beantwoord",
      notAvailableUntil: "nog niet beschikbaar",
      referred: "doorverwezen",
      narrative: "tekst",
    },
    breaches: {
      MISSING: "geen individueel ticket",
      LATE: "individueel ticket kwam later",
      OTHER_PACKAGE: "ander pakket of andere nood",
    },
    fromUntil: (from, until) => `${from} tot en met ${until}`,
    breachSummary: (count, checked) =>
      `${count} van ${checked} collectieve tickets die sinds de start van het dubbelticket gevraagd zijn.`,
  },
  en: {
    institution: "Institution",
    theme: "Theme",
    asker: "Asked by",
    minister: "To",
    follows: "Follows question",
    document: "Document",
    file: "File",
    reference: "Reference date",
    knownAt: "As known on",
    law: "Law",
    channel: "Made for",
    channels: { public: "the public; small counts withheld", internal: "internal use, do not pass on" },
    unit: "Unit",
    counted: "Counted",
    population: "Population",
    at: "Date",
    period: "Period",
    question: "Question",
    asked: "Asked",
    given: "Given",
    inTheDocument: "In the minister's answer",
    here: "Here also",
    published: "published",
    computed: "computed",
    same: "equal",
    different: "different",
    suppressed: "suppressed",
    collectiveAdvice: "Collective advice",
    individualAdvice: "Individual advice",
    rules: "Rules",
    ticket: "Ticket",
    appliedOn: "Applied for",
    grantedOn: "Granted",
    breach: "Breach",
    individualFrom: "Individual ticket",
    persons: "Persons",
    atLeast: "at least",
    atMost: "at most",
    inTheRecords: "in the records",
    solutions: "Number of possible distributions",
    caveats: "Mind",
    openPoints: "Leans on open points of the law",
    derived: "Derived",
    roles: { published: "as published", asked: "as asked", context: "background" },
    outcome: "Outcome",
    outcomes: {
      answered: "answered",
      proxy: "proxy",
      partial: "partly answered",
      notAvailableUntil: "not yet available",
      referred: "referred",
      narrative: "text",
    },
    breaches: { MISSING: "no individual ticket", LATE: "individual ticket came later", OTHER_PACKAGE: "other package or need" },
    fromUntil: (from, until) => `${from} to ${until}`,
    breachSummary: (count, checked) => `${count} of ${checked} collective tickets applied for since the double ticket began.`,
  },
  fr: {
    institution: "Institution",
    theme: "Thème",
    asker: "Auteur de la question",
    minister: "À",
    follows: "Fait suite à la question",
    document: "Document",
    file: "Dossier",
    reference: "Date de référence",
    knownAt: "Tel que connu le",
    law: "Loi",
    channel: "Destiné à",
    channels: { public: "le public ; petits nombres masqués", internal: "usage interne, ne pas diffuser" },
    unit: "Unité",
    counted: "Compté",
    population: "Population",
    at: "Date",
    period: "Période",
    question: "Question",
    asked: "Demandé",
    given: "Donné",
    inTheDocument: "Dans la réponse du ministre",
    here: "Ici également",
    published: "publié",
    computed: "calculé",
    same: "égal",
    different: "différent",
    suppressed: "masqué",
    collectiveAdvice: "Avis collectif",
    individualAdvice: "Avis individuel",
    rules: "Règles",
    ticket: "Ticket",
    appliedOn: "Demandé",
    grantedOn: "Octroyé",
    breach: "Infraction",
    individualFrom: "Ticket individuel",
    persons: "Personnes",
    atLeast: "au moins",
    atMost: "au plus",
    inTheRecords: "dans les registres",
    solutions: "Nombre de répartitions possibles",
    caveats: "Attention",
    openPoints: "S'appuie sur des points ouverts de la loi",
    derived: "Dérivé",
    roles: { published: "tel que publié", asked: "tel que demandé", context: "contexte" },
    outcome: "Issue",
    outcomes: {
      answered: "répondu",
      proxy: "approximation",
      partial: "partiellement répondu",
      notAvailableUntil: "pas encore disponible",
      referred: "renvoyé",
      narrative: "texte",
    },
    breaches: {
      MISSING: "pas de ticket individuel",
      LATE: "ticket individuel venu plus tard",
      OTHER_PACKAGE: "autre paquet ou besoin",
    },
    fromUntil: (from, until) => `du ${from} au ${until}`,
    breachSummary: (count, checked) => `${count} sur ${checked} tickets collectifs demandés depuis le début du double avis.`,
  },
};

export function words(language: Language): Words {
  return catalogues[language];
}

const separators: Readonly<Record<Language, string>> = { nl: ".", en: ",", fr: "\u00a0" };

/** 7.860, 7,860 or 7 860. */
export function formatNumber(value: number, language: Language): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, separators[language]);
  return value < 0 ? `-${digits}` : digits;
}
