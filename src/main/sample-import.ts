// A synthetic file of older rights in the encodings that sources use, for trying an import.
import writeXlsxFile from "write-excel-file/node";
import { openLaw } from "../law/open-law.ts";
import { DEFAULT_SEED, firmNumbers, type ImportFile, importFile } from "../synthetic/index.ts";

export interface SampleOptions {
  readonly seed: string;
  readonly rights: number;
  readonly dirt: number;
  readonly encoding: string;
  /** Place of the first person among the people of lists. */
  readonly from?: number;
}

/** Null: no such encoding. */
export async function sampleImport(options: SampleOptions): Promise<(ImportFile & { readonly bytes: Uint8Array }) | null> {
  const { encoding, ...of } = options;
  const made = importFile({ ...of, law: openLaw(), firms: firmNumbers(DEFAULT_SEED) });
  const bytes = await encoded(made.lines, encoding);
  return bytes === null ? null : { ...made, bytes };
}

export async function encoded(lines: ImportFile["lines"], encoding: string): Promise<Uint8Array | null> {
  const text = lines.map((cells) => cells.map((cell) => (cell.includes(";") ? `"${cell}"` : cell)).join(";")).join("\r\n");
  switch (encoding) {
    case "utf8":
      return new TextEncoder().encode(text);
    case "utf8-bom":
      return new TextEncoder().encode(`\uFEFF${text}`);
    case "utf16":
      return Buffer.from(`\uFEFF${text}`, "utf16le");
    case "windows-1252":
      // Every sign of these files has the same number in both.
      return Buffer.from(text, "latin1");
    case "xlsx": {
      const rows = lines.map((cells) => cells.map((value) => workbookCell(value)));
      return new Uint8Array(await writeXlsxFile(rows).toBuffer());
    }
    default:
      return null;
  }
}

/** Days as a workbook holds them; the rest as text, but for plain numbers, which lose the zero in front as they do in real files. */
function workbookCell(value: string) {
  const day = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(value);
  if (day !== null) {
    const at = new Date(`${day[3]}-${day[2]}-${day[1]}T00:00:00.000Z`);
    return { value: at, type: Date, format: "dd/mm/yyyy" };
  }
  if (/^\d{10,11}$/.test(value)) return { value: Number(value), type: Number };
  return { value, type: String };
}
