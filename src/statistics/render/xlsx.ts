// A publication as a workbook: a sheet that says what everything is, then a sheet per figure with one row per cell.
import { brusselsDate, formatDate, type Language } from "../../kernel/index.ts";
import { words } from "../answer/words.ts";
import { figuresOf, type Publication } from "../publication/index.ts";
import { rowsOf } from "./rows.ts";

type Cell = { readonly value: string | number; readonly fontWeight?: "bold"; readonly wrap?: boolean } | null;

/** Text that a spreadsheet would run as a formula gets an apostrophe before it. */
const safe = (text: string): string => (/^[=+@\t\r-]/.test(text) ? `'${text}` : text);
const bold = (text: string): Cell => ({ value: safe(text), fontWeight: "bold" });
const plain = (text: string): Cell => ({ value: safe(text), wrap: true });

export async function publicationXlsx(publication: Publication, language: Language): Promise<Uint8Array> {
  const { default: write } = await import("write-excel-file/node");
  const w = words(language);
  const figures = figuresOf(publication);
  const about: Cell[][] = [
    [bold(publication.title[language])],
    [bold(w.knownAt), plain(`${formatDate(brusselsDate(publication.knownAt), language)} (${publication.knownAt})`)],
    [bold(w.law), plain(publication.law.version)],
    [],
    ...figures.flatMap((figure, index): Cell[][] => [
      [bold(`${index + 1}. ${figure.title[language]}`)],
      [bold(w.unit), plain(`${figure.unit.title[language]}: ${figure.unit.meaning[language]}`)],
      [bold(w.counted), plain(figure.counted[language])],
      [bold(w.population), plain(figure.population[language])],
      ...figure.caveats.map((caveat): Cell[] => [bold(w.caveats), plain(caveat.text[language])]),
      [],
    ]),
  ];
  const sheets = [
    { data: about, sheet: "0", columns: [{ width: 28 }, { width: 110 }] },
    ...figures.map((figure, index) => ({
      sheet: String(index + 1),
      columns: [{ width: 24 }, ...figure.dimensions.map(() => ({ width: 34 })), { width: 22 }, { width: 14 }],
      data: [
        [bold(figure.title[language])],
        [
          bold(figure.measure === "stock" ? w.at : w.period),
          ...figure.dimensions.map((dimension) => bold(dimension.title[language])),
          bold(figure.unit.title[language]),
          bold(""),
        ],
        ...rowsOf(figure, language).map((row): Cell[] => [
          plain(row.window),
          ...row.labels.map(plain),
          row.value === null ? null : { value: row.value },
          plain(row.cell.suppressed === true ? w.suppressed : ""),
        ]),
      ] as Cell[][],
    })),
  ];
  const file = await write(sheets as never).toBuffer();
  return new Uint8Array(file);
}
