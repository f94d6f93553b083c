// Reads a file of older rights into lines of cells, whatever encoding or form it came in.
import { parse } from "csv-parse/sync";
import type { Reason } from "../../dossier/index.ts";
import { fail, ok, type Result } from "../../kernel/index.ts";
import { type Cells, COLUMNS, type Column, EMPTY_CELLS, MOST_BYTES, MOST_LINES, REQUIRED } from "./layout.ts";
import * as reasons from "./reasons.ts";
import { readWorkbook, type WorkbookCell } from "./workbook.ts";

export type FileForm = "CSV" | "XLSX";

/** A line with its number in the file; the heading is line 1. */
export interface Line {
  readonly line: number;
  readonly cells: Cells;
}

export interface ReadFile {
  readonly form: FileForm;
  readonly lines: readonly Line[];
}

export async function readFile(bytes: Uint8Array): Promise<Result<ReadFile, readonly Reason[]>> {
  if (bytes.length > MOST_BYTES) return fail([reasons.tooLarge()]);
  // A workbook is a zip archive.
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const table = zipped ? await workbook(bytes) : separated(bytes);
  if (table === "tooLarge") return fail([reasons.tooLarge()]);
  if (table === null) return fail([reasons.notReadable()]);
  const [heading = [], ...rows] = table;
  const names = heading.map((name) => name.trim().toLowerCase());
  const unknown = names.filter((name) => name !== "" && !(COLUMNS as readonly string[]).includes(name));
  const missing = REQUIRED.filter((name) => !names.includes(name));
  if (unknown.length > 0 || missing.length > 0) return fail([reasons.wrongColumns(unknown, missing)]);
  if (rows.length > MOST_LINES) return fail([reasons.tooLarge()]);
  const places = COLUMNS.flatMap((column): [Column, number][] => {
    const place = names.indexOf(column);
    return place === -1 ? [] : [[column, place]];
  });
  const lines = rows
    .map((cells, at) => {
      const line: Record<Column, string> = { ...EMPTY_CELLS };
      for (const [column, place] of places) line[column] = (cells[place] ?? "").trim();
      return { line: at + 2, cells: line };
    })
    .filter(({ cells }) => COLUMNS.some((column) => cells[column] !== ""));
  if (!lines.some(({ cells }) => cells.regel.toUpperCase() === "R")) return fail([reasons.noRows()]);
  return ok({ form: zipped ? "XLSX" : "CSV", lines });
}

/** Dates as a workbook holds them become days; numbers keep at most the digits that are typed. */
async function workbook(bytes: Uint8Array): Promise<string[][] | "tooLarge" | null> {
  const rows = await readWorkbook(bytes, { milliseconds: 60_000, megabytes: 512, rows: MOST_LINES + 1 });
  if (rows === "tooLarge") return rows;
  return rows === "unreadable" ? null : rows.map((row) => row.map(textOfCell));
}

function textOfCell(cell: WorkbookCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object") return cell.date;
  // Whole numbers as they are: those of persons and firms are too long to be scaled.
  if (typeof cell === "number") return String(Number.isInteger(cell) ? cell : Math.round(cell * 1e8) / 1e8);
  return String(cell);
}

function separated(bytes: Uint8Array): string[][] | null {
  const text = decoded(bytes);
  if (text === null || text.includes("\u0000")) return null;
  const heading = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [";", "\t", ","].find((one) => heading.includes(one)) ?? ";";
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true }) as string[][];
  } catch {
    return null;
  }
}

/** UTF-16 by its mark, UTF-8 where it is that, else Windows-1252: what older programs write. */
function decoded(bytes: Uint8Array): string | null {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
