// Words around every page: header, footer, language switch, demonstration mark.
import { catalogue } from "./catalogue.ts";

export const frameText = catalogue({
  product: { nl: "Maatwerk", en: "Maatwerk", fr: "Maatwerk" },
  tagline: {
    nl: "Premies voor individueel maatwerk",
    en: "Premiums for individual customised work",
    fr: "Primes pour le travail adapté individuel",
  },
  skip: { nl: "Naar de inhoud", en: "Skip to main content", fr: "Aller au contenu" },
  mainMenu: { nl: "Hoofdmenu", en: "Main menu", fr: "Menu principal" },
  languages: { nl: "Taal", en: "Language", fr: "Langue" },
  youAreHere: { nl: "U bent hier", en: "You are here", fr: "Vous êtes ici" },
  home: { nl: "Start", en: "Home", fr: "Accueil" },
  simulator: { nl: "Simulator", en: "Simulator", fr: "Simulateur" },
  figures: { nl: "Cijfers", en: "Figures", fr: "Chiffres" },
  rules: { nl: "Regels", en: "Rules", fr: "Règles" },
  documents: { nl: "Documenten", en: "Documents", fr: "Documents" },
  developers: { nl: "Voor ontwikkelaars", en: "For developers", fr: "Pour les développeurs" },
  api: { nl: "API", en: "API", fr: "API" },
  glossary: { nl: "Begrippen", en: "Terms", fr: "Termes" },
  about: { nl: "Over Maatwerk", en: "About Maatwerk", fr: "À propos de Maatwerk" },
  accessibility: { nl: "Toegankelijkheid", en: "Accessibility", fr: "Accessibilité" },
  privacy: { nl: "Privacy", en: "Privacy", fr: "Vie privée" },
  footerMenu: { nl: "Meer over deze website", en: "More about this website", fr: "En savoir plus sur ce site" },
  notOfficial: {
    nl: "Maatwerk is open software. Dit is geen website van de Vlaamse overheid. Alleen een beslissing van het departement geeft recht op een premie.",
    en: "Maatwerk is open software. This is not a website of the Flemish government. Only a decision of the department gives a right to a premium.",
    fr: "Maatwerk est un logiciel libre. Ce site n'est pas un site des autorités flamandes. Seule une décision du département donne droit à une prime.",
  },
  lawState: {
    nl: (version: string, day: string) => `Regels: versie ${version}, met wat bekend was op ${day}.`,
    en: (version: string, day: string) => `Rules: version ${version}, with what was known on ${day}.`,
    fr: (version: string, day: string) => `Règles : version ${version}, selon les connaissances au ${day}.`,
  },
  demoMark: { nl: "SYNTHETISCHE GEGEVENS", en: "SYNTHETIC DATA", fr: "DONNÉES SYNTHÉTIQUES" },
  demoText: {
    nl: "Alle personen, werkgevers en dossiers zijn verzonnen.",
    en: "All persons, employers and files are invented.",
    fr: "Toutes les personnes, tous les employeurs et tous les dossiers sont inventés.",
  },
  offer: {
    nl: "Deze pagina bestaat ook in het Nederlands",
    en: "This page is also available in English",
    fr: "Cette page existe aussi en français",
  },
  errorPrefix: { nl: "Fout: ", en: "Error: ", fr: "Erreur : " },
});
