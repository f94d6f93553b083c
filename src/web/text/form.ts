// Words that every form uses.
import { catalogue } from "./catalogue.ts";

export const formText = catalogue({
  problemTitle: { nl: "Er is een probleem", en: "There is a problem", fr: "Il y a un problème" },
  error: { nl: "Fout:", en: "Error:", fr: "Erreur :" },
  optional: { nl: "(mag leeg blijven)", en: "(may stay empty)", fr: "(facultatif)" },
  change: { nl: "Wijzigen", en: "Change", fr: "Modifier" },
  step: {
    nl: (n: number, of: number) => `Stap ${n} van ${of}`,
    en: (n: number, of: number) => `Step ${n} of ${of}`,
    fr: (n: number, of: number) => `Étape ${n} sur ${of}`,
  },
  done: { nl: "Klaar", en: "Done", fr: "Terminé" },
  busy: { nl: "Bezig", en: "In progress", fr: "En cours" },
  todo: { nl: "Nog te doen", en: "To do", fr: "À faire" },
  pages: { nl: "Pagina's", en: "Pages", fr: "Pages" },
  previous: { nl: "Vorige", en: "Previous", fr: "Précédente" },
  next: { nl: "Volgende", en: "Next", fr: "Suivante" },
  page: { nl: (n: number) => `Pagina ${n}`, en: (n: number) => `Page ${n}`, fr: (n: number) => `Page ${n}` },
});
