// A figure as CSV with its CSVW description: one row per cell, codes beside nothing else, the unit in its own column.
import { canonicalJson } from "../../kernel/index.ts";
import type { Figure } from "../figure/index.ts";

/** RFC 4180, UTF-8, line ends CR LF. Withheld values are empty, with the reason in the column `status`. */
export function figureCsv(figure: Figure): string {
  const head = ["window_from", "window_until", ...figure.dimensions.map((dimension) => dimension.id), "unit", "value", "status"];
  const windows = new Map(figure.windows.map((window) => [window.name, window]));
  const rows = figure.cells.map((cell) => {
    const window = windows.get(cell.window)!;
    const status = cell.suppressed === true ? "suppressed" : cell.value === null ? "nothing measured" : "";
    return [window.from, window.until, ...cell.key.map((code) => code ?? "TOTAL"), figure.unit.id, cell.value ?? "", status];
  });
  return [head, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

/** CSV on the web: what the file is, its columns and their meaning, as canonical JSON. */
export function figureCsvMetadata(figure: Figure, csvName: string): string {
  const column = (name: string, datatype: string, title: string, description = title): object => ({
    name,
    titles: name,
    datatype,
    "dc:title": title,
    "dc:description": description,
  });
  return canonicalJson({
    "@context": "http://www.w3.org/ns/csvw",
    url: csvName,
    "dc:title": figure.title,
    "dc:description": { counted: figure.counted, population: figure.population },
    knownAt: figure.knownAt,
    notes: figure.caveats.map((caveat) => ({ id: caveat.id, ids: caveat.ids, text: caveat.text })),
    tableSchema: {
      columns: [
        column("window_from", "date", "first day"),
        column("window_until", "date", "last day"),
        ...figure.dimensions.map((dimension) => column(dimension.id, "string", dimension.title.en)),
        column("unit", "string", "unit", figure.unit.meaning.en),
        column("value", typeof figure.cells[0]?.value === "string" ? "decimal" : "integer", figure.unit.title.en),
        column("status", "string", "why there is no value"),
      ],
    },
  });
}

/** Quotes where needed; text that a spreadsheet would run as a formula gets an apostrophe before it. */
function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+@\t\r]/.test(value) || (value.startsWith("-") && !/^-\d/.test(value)) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
