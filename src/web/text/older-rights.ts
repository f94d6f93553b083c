// The employer's page about own workers under older measures.
import type { TransitionMeasure } from "../../dossier/index.ts";
import type { Language } from "../../kernel/index.ts";
import { catalogue } from "./catalogue.ts";

export const olderRightsText = catalogue({
  title: { nl: "Uw oude maatregelen", en: "Your older measures", fr: "Vos anciennes mesures" },
  lead: {
    nl: "VOP, SINE, LDE en maatwerkafdelingen lopen uit. Hier ziet u tot wanneer uw rechten lopen en wanneer u iets moet doen.",
    en: "VOP, SINE, LDE and customised-work departments run out. Here you see until when your rights run and when you must act.",
    fr: "VOP, SINE, LDE et départements de travail adapté s’éteignent. Voici jusqu’à quand courent vos droits et quand agir.",
  },
  none: { nl: "U hebt geen lopende rechten", en: "You have no running rights", fr: "Vous n’avez pas de droits en cours" },
  noneBody: {
    nl: "Voor deze onderneming loopt geen enkele oude maatregel.",
    en: "No older measure runs for this enterprise.",
    fr: "Aucune ancienne mesure ne court pour cette entreprise.",
  },
  worker: { nl: "Werknemer", en: "Worker", fr: "Travailleur" },
  measure: { nl: "Maatregel", en: "Measure", fr: "Mesure" },
  since: { nl: "Sinds", en: "Since", fr: "Depuis" },
  until: { nl: "Laatste dag", en: "Last day", fr: "Dernier jour" },
  toDo: { nl: "Wat u moet doen", en: "What to do", fr: "À faire" },
  askInTime: {
    nl: "Vraag op tijd een evaluatie aan VDAB en dien een aanvraag in: beslist na die dag, stopt de steun even",
    en: "Ask VDAB for an evaluation in time and apply: decided after that day, support stops for a while",
    fr: "Demandez à temps une évaluation au VDAB et introduisez une demande : décidée après ce jour, l’aide s’interrompt",
  },
  filed: {
    nl: "Uw aanvraag wacht op beslissing",
    en: "Your application waits for a decision",
    fr: "Votre demande attend une décision",
  },
  crossed: {
    nl: "Individueel maatwerk volgt",
    en: "Individual customised work follows",
    fr: "Le travail adapté individuel suit",
  },
  nothing: { nl: "Niets", en: "Nothing", fr: "Rien" },
  without: { nl: "geen", en: "none", fr: "aucun" },
  ownLead: {
    nl: "Deze steun bestaat niet meer voor nieuwe aanvragen. Wat u hebt, loopt tot de laatste dag hieronder.",
    en: "This support no longer exists for new applications. What you have runs until the last day below.",
    fr: "Cette aide n’existe plus pour de nouvelles demandes. Ce que vous avez court jusqu’au dernier jour ci-dessous.",
  },
  link: {
    nl: "Werknemers in oude maatregelen (VOP, SINE, LDE)",
    en: "Workers in older measures (VOP, SINE, LDE)",
    fr: "Travailleurs dans d’anciennes mesures (VOP, SINE, LDE)",
  },
});

/** Names of measures; the legal abbreviations stay Dutch. */
export const MEASURE_NAMES: Readonly<Record<TransitionMeasure, Readonly<Record<Language, string>>>> = {
  VOP: { nl: "VOP", en: "VOP", fr: "VOP" },
  TVOP: { nl: "Tijdelijke VOP", en: "Temporary VOP", fr: "VOP temporaire" },
  SINE_REGULAR: { nl: "SINE", en: "SINE", fr: "SINE" },
  SINE_MWB_INSIDE: { nl: "SINE binnen contingent", en: "SINE inside contingent", fr: "SINE dans le contingent" },
  SINE_MWB_OUTSIDE: { nl: "SINE buiten contingent", en: "SINE outside contingent", fr: "SINE hors contingent" },
  LDE_INDIVIDUAL: { nl: "LDE, individueel", en: "LDE, individual", fr: "LDE, individuel" },
  LDE_COLLECTIVE: { nl: "LDE, collectief", en: "LDE, collective", fr: "LDE, collectif" },
  MWA: { nl: "Maatwerkafdeling", en: "Customised-work department", fr: "Département de travail adapté" },
  ALD: { nl: "Subsidie lokaal bestuur", en: "Subsidy of a local government", fr: "Subvention d’un pouvoir local" },
};
