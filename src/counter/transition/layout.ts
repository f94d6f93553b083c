// The layout of a file of older rights: its columns, in the order of the template, and what each holds.

/** Kind of a line: R is a right, T a control total of one measure. */
export const COLUMNS = [
  "regel",
  "nummer",
  "maatregel",
  "insz",
  "voornaam",
  "naam",
  "gemeente",
  "kbo",
  "begin",
  "einde",
  "schema",
  "rsz_code",
  "vte",
  "bedrag",
  "aantal",
] as const;
export type Column = (typeof COLUMNS)[number];

/** One line as typed; a column that the file does not have is empty. */
export type Cells = Readonly<Record<Column, string>>;

/** Columns that a file cannot do without. */
export const REQUIRED: readonly Column[] = ["regel", "nummer", "maatregel", "insz", "kbo", "begin", "einde", "vte", "aantal"];

/** Most lines that one file may have, control totals included. */
export const MOST_LINES = 200_000;
/** Most bytes of a file. */
export const MOST_BYTES = 32 * 1024 * 1024;

export const EMPTY_CELLS: Cells = Object.fromEntries(COLUMNS.map((column) => [column, ""])) as unknown as Cells;

/** What each column holds, in Dutch: for the template's page and the document. */
export const COLUMN_HELP: Readonly<Record<Column, string>> = {
  regel: "R voor een recht, T voor een controletotaal",
  nummer: "uw eigen nummer van het recht, één keer per bestand; geen rijksregisternummer",
  maatregel: "VOP, TVOP, SINE_REGULAR, SINE_MWB_INSIDE, SINE_MWB_OUTSIDE, LDE_INDIVIDUAL, LDE_COLLECTIVE, MWA of ALD",
  insz: "rijksregisternummer of BIS-nummer; leeg bij ALD",
  voornaam: "voornaam van de persoon",
  naam: "familienaam van de persoon",
  gemeente: "NIS-code van de woonplaats, vijf cijfers; alleen nodig als de persoon nog niet gekend is",
  kbo: "ondernemingsnummer; leeg bij VOP van een zelfstandige",
  begin: "eerste dag, als dd/mm/jjjj of jjjj-mm-dd, of als datum in Excel",
  einde: "laatste dag; mag alleen leeg zijn bij SINE met RSZ-code 3250",
  schema: "bij VOP en TVOP: percentage/laatste kwartaal, met puntkomma ertussen, bijvoorbeeld 40/5;30/9;20/20",
  rsz_code: "bij SINE: 3240, 3241 of 3250",
  vte: "deel van voltijds, bijvoorbeeld 0,8; in een controletotaal de som",
  bedrag:
    "bij LDE_INDIVIDUAL het bedrag per voltijds equivalent en kwartaal, bij ALD per jaar, in euro; in een controletotaal de som",
  aantal: "alleen in een controletotaal: het aantal rechten van de maatregel",
};

const EXAMPLE: readonly (readonly string[])[] = [
  [
    "R",
    "VOP-0001",
    "VOP",
    "85013090089",
    "Noor",
    "Synbergmans",
    "11002",
    "0200065765",
    "10/05/2021",
    "31/03/2026",
    "40/5;30/9;20/20",
    "",
    "0,8",
    "",
    "",
  ],
  ["T", "", "VOP", "", "", "", "", "", "", "", "", "", "0,8", "0", "1"],
];

/** A file to begin with: the heading, one right and its control total. Semicolons separate, so that the schedule stands in quotes. */
export const TEMPLATE_CSV = `${[[...COLUMNS], ...EXAMPLE]
  .map((cells) => cells.map((cell) => (cell.includes(";") ? `"${cell}"` : cell)).join(";"))
  .join("\r\n")}\r\n`;

export const TEMPLATE_ROWS: readonly (readonly string[])[] = [[...COLUMNS], ...EXAMPLE];
