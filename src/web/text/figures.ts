// Words of the public pages about figures: dashboard, open data, releases.
import { catalogue } from "./catalogue.ts";

export const figuresText = catalogue({
  title: { nl: "Cijfers", en: "Figures", fr: "Chiffres" },
  description: {
    nl: "Kerncijfers van individueel maatwerk, met tabel, definitie en herkomst, en alle gepubliceerde cijfers als open data.",
    en: "Key figures of individual customised work, with table, definition and origin, and all published figures as open data.",
    fr: "Chiffres clés du travail adapté individuel, avec tableau, définition et origine, et tous les chiffres publiés en données ouvertes.",
  },
  lead: {
    nl: "Elk cijfer zegt wat het telt, van wanneer het is en wat u er niet uit mag afleiden. Alles kan opnieuw berekend worden.",
    en: "Each figure says what it counts, when it holds and what must not be read into it. All of it can be computed again.",
    fr: "Chaque chiffre dit ce qu'il compte, à quelle date et ce qu'il ne faut pas en déduire. Tout peut être recalculé.",
  },
  keyFigures: { nl: "Kerncijfers", en: "Key figures", fr: "Chiffres clés" },
  onDay: {
    nl: (day: string) => `op ${day}`,
    en: (day: string) => `on ${day}`,
    fr: (day: string) => `au ${day}`,
  },
  inPeriod: {
    nl: (period: string) => `in de periode ${period}`,
    en: (period: string) => `in the period ${period}`,
    fr: (period: string) => `pour la période ${period}`,
  },
  map: { nl: "Per provincie", en: "By province", fr: "Par province" },
  mapAlso: {
    nl: (count: string) => `Elders of onbekend: ${count}.`,
    en: (count: string) => `Elsewhere or unknown: ${count}.`,
    fr: (count: string) => `Ailleurs ou inconnu : ${count}.`,
  },
  tableAndDefinition: { nl: "Tabel en definitie", en: "Table and definition", fr: "Tableau et définition" },
  from: {
    nl: (name: string) => `Uit publicatie “${name}”`,
    en: (name: string) => `From release “${name}”`,
    fr: (name: string) => `De la publication « ${name} »`,
  },
  releases: { nl: "Publicaties", en: "Releases", fr: "Publications" },
  openData: { nl: "Open data", en: "Open data", fr: "Données ouvertes" },
  openDataLead: {
    nl: "Alle gepubliceerde cijfers, met elke herziening en haar reden. De catalogus volgt DCAT-AP Vlaanderen.",
    en: "All published figures, with each revision and its reason. The catalogue follows DCAT-AP Flanders.",
    fr: "Tous les chiffres publiés, avec chaque révision et son motif. Le catalogue suit DCAT-AP Flandre.",
  },
  allReleases: {
    nl: "Alle publicaties en open data",
    en: "All releases and open data",
    fr: "Toutes les publications et données ouvertes",
  },
  catalogue: {
    nl: "Catalogus (DCAT-AP VL, JSON-LD)",
    en: "Catalogue (DCAT-AP VL, JSON-LD)",
    fr: "Catalogue (DCAT-AP VL, JSON-LD)",
  },
  parliament: {
    nl: (number: string) => `Het antwoord op vraag nr. ${number}`,
    en: (number: string) => `The answer to question nr. ${number}`,
    fr: (number: string) => `La réponse à la question n° ${number}`,
  },
  noneYet: { nl: "Er is nog niets gepubliceerd.", en: "Nothing was published yet.", fr: "Rien n'a encore été publié." },
  noneYetDetail: {
    nl: "Zodra het departement cijfers vrijgeeft, staan ze hier.",
    en: "As soon as the department releases figures, they stand here.",
    fr: "Dès que le département publie des chiffres, ils figurent ici.",
  },
  name: { nl: "Publicatie", en: "Release", fr: "Publication" },
  revision: { nl: "Herziening", en: "Revision", fr: "Révision" },
  firstRevision: { nl: "eerste uitgave", en: "first issue", fr: "première édition" },
  reason: { nl: "Reden", en: "Reason", fr: "Motif" },
  releasedOn: { nl: "Vrijgegeven op", en: "Released on", fr: "Publié le" },
  knownOn: { nl: "Zoals bekend op", en: "As known on", fr: "Tel que connu le" },
  formats: { nl: "Bestanden", en: "Files", fr: "Fichiers" },
  download: { nl: "Downloaden", en: "Download", fr: "Télécharger" },
  hash: { nl: "SHA-256", en: "SHA-256", fr: "SHA-256" },
  size: { nl: "Grootte", en: "Size", fr: "Taille" },
  kind: { nl: "Nazicht", en: "Check", fr: "Contrôle" },
  computed: { nl: "opnieuw te berekenen", en: "can be computed again", fr: "recalculable" },
  rendered: { nl: "bewaard zoals uitgegeven", en: "kept as issued", fr: "conservé tel que publié" },
  frozen: { nl: "Vastgelegd bij deze publicatie", en: "Frozen with this release", fr: "Figé avec cette publication" },
  position: { nl: "Gebeurtenissen in de registers", en: "Events in the records", fr: "Événements dans les registres" },
  law: { nl: "Wet", en: "Law", fr: "Loi" },
  code: { nl: "Programma", en: "Program", fr: "Programme" },
  policy: { nl: "Afscherming", en: "Disclosure policy", fr: "Protection" },
  override: {
    nl: (reason: string) => `Voor deze publicatie geldt een andere afscherming dan gewoonlijk: ${reason}`,
    en: (reason: string) => `This release has another disclosure policy than usual: ${reason}`,
    fr: (reason: string) => `Cette publication suit une autre protection que d'habitude : ${reason}`,
  },
  question: { nl: "De vraag zoals ze gesteld is", en: "The question as it was put", fr: "La question telle que posée" },
  newer: {
    nl: "Er is een nieuwere herziening.",
    en: "There is a newer revision.",
    fr: "Il existe une révision plus récente.",
  },
  latest: { nl: "Bekijk de nieuwste", en: "See the newest", fr: "Voir la plus récente" },
  revisions: { nl: "Herzieningen", en: "Revisions", fr: "Révisions" },
  asked: { nl: "Gevraagd", en: "Asked", fr: "Demandé" },
  chartOf: {
    nl: (title: string) => `Grafiek: ${title}. Dezelfde gegevens staan in de tabel.`,
    en: (title: string) => `Chart: ${title}. The same data stand in the table.`,
    fr: (title: string) => `Graphique : ${title}. Les mêmes données figurent dans le tableau.`,
  },
  nothing: { nl: "Niemand voldoet", en: "Nobody fits", fr: "Personne ne correspond" },
  nothingDetail: {
    nl: "Er is niets geteld met deze voorwaarden.",
    en: "Nothing was counted with these conditions.",
    fr: "Rien n'a été compté avec ces conditions.",
  },
  inside: {
    nl: "Voor medewerkers: cijfers maken",
    en: "For staff: make figures",
    fr: "Pour le personnel : produire des chiffres",
  },
  types: {
    nl: (file: string) => typeOf(file, "gegevens", "document", "grafiek"),
    en: (file: string) => typeOf(file, "data", "document", "chart"),
    fr: (file: string) => typeOf(file, "données", "document", "graphique"),
  },
});

/** What a reader calls a file, from its name. */
function typeOf(file: string, data: string, document: string, chart: string): string {
  const known: readonly (readonly [string, string])[] = [
    [".csv-metadata.json", "CSVW"],
    [".json-stat.json", "JSON-stat"],
    [".vl.json", `${chart} (Vega-Lite)`],
    [".csv", "CSV"],
    [".xlsx", "XLSX"],
    [".odt", `${document} (ODT)`],
    [".pdf", `${document} (PDF/UA)`],
    [".svg", `${chart} (SVG)`],
    [".json", `${data} (JSON)`],
  ];
  return known.find(([ending]) => file.endsWith(ending))?.[1] ?? file;
}
