// Words of the page of terms.
import { catalogue } from "./catalogue.ts";

export const termsText = catalogue({
  title: { nl: "Begrippen", en: "Terms", fr: "Termes" },
  lead: {
    nl: "De woorden van individueel maatwerk, met hun betekenis. Bij elke term staat hoe hij in het Engels en het Frans heet.",
    en: "The words of individual customised work, with their meaning. Each term has its Dutch name, which is the legal one.",
    fr: "Les mots du travail adapté individuel et leur signification. Chaque terme porte son nom néerlandais, qui est le nom légal.",
  },
  ownWords: {
    nl: "Een * bij een Franse term: eigen vertaling, er is geen officiële.",
    en: "A * beside a French term: our own translation, there is no official one.",
    fr: "Un * à côté d'un terme français : traduction propre, il n'en existe pas d'officielle.",
  },
  inDutch: { nl: "Nederlands", en: "Dutch", fr: "Néerlandais" },
  inEnglish: { nl: "Engels", en: "English", fr: "Anglais" },
  inFrench: { nl: "Frans", en: "French", fr: "Français" },
});
