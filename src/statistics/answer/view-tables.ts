// The tables of an answer as rows of text in one language: figures, criteria, breaches and bounds.
import { formatDate, type Language, type PlainDate, plainDate } from "../../kernel/index.ts";
import { labelOf } from "../catalogue/index.ts";
import type { Breach } from "../double-ticket/index.ts";
import type { Figure, FigureCell } from "../figure/index.ts";
import type { AnswerQuestion, BoundRow } from "./answer.ts";
import { formatNumber, words } from "./words.ts";

export interface CellView {
  readonly text: string;
  readonly numeric: boolean;
}

export interface TableView {
  readonly columns: readonly CellView[];
  readonly rows: readonly { readonly cells: readonly CellView[]; readonly total: boolean }[];
}

/** One dimension down; a second one, or several windows, across. */
export function figureTable(figure: Figure, language: Language): TableView {
  const across = figure.windows.length > 1 ? "windows" : figure.dimensions.length === 2 ? "dimension" : "value";
  const down = across === "dimension" ? figure.dimensions.slice(0, 1) : figure.dimensions;
  const acrossOf = (cell: FigureCell): string =>
    across === "windows" ? cell.window : across === "dimension" ? String(cell.key[1]) : "value";
  const columns = [...new Set(figure.cells.map(acrossOf))];
  const order =
    across === "windows"
      ? figure.windows.map((window) => window.name)
      : [...(figure.dimensions[1]?.values.map((value) => value.code) ?? []), "null", "value"];
  columns.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const rows = new Map<string, { key: readonly (string | null)[]; cells: Map<string, FigureCell> }>();
  for (const cell of figure.cells) {
    const key = cell.key.slice(0, down.length);
    const name = JSON.stringify(key);
    const row = rows.get(name) ?? { key, cells: new Map<string, FigureCell>() };
    row.cells.set(acrossOf(cell), cell);
    rows.set(name, row);
  }
  const headOf = (column: string): string => {
    if (across === "value") return figure.unit.title[language];
    if (across === "dimension") return labelOf(figure.dimensions[1]!.id, column === "null" ? null : column)[language];
    return windowText(figure.windows.find((window) => window.name === column)!, language);
  };
  const heads = [...down.map((dimension) => text(dimension.title[language])), ...columns.map((column) => number(headOf(column)))];
  return {
    columns: heads,
    rows: [...rows.values()]
      .sort((a, b) => byCatalogue(a.key, b.key, figure))
      .map(({ key, cells }) => ({
        total: key.length > 0 && key.every((code) => code === null),
        cells: [
          ...key.map((code, index) => text(labelOf(down[index]!.id, code)[language])),
          ...columns.map((column) => number(cellText(cells.get(column), language))),
        ],
      })),
  };
}

/** In the order of the dimensions' values, sums last. */
function byCatalogue(a: readonly (string | null)[], b: readonly (string | null)[], figure: Figure): number {
  for (const [index, left] of a.entries()) {
    const codes = figure.dimensions[index]!.values.map((value) => value.code);
    const place = (code: string | null): number => (code === null ? codes.length : codes.indexOf(code));
    const difference = place(left) - place(b[index]!);
    if (difference !== 0) return difference;
  }
  return 0;
}

function cellText(cell: FigureCell | undefined, language: Language): string {
  if (cell === undefined) return formatNumber(0, language);
  if (cell.suppressed === true) return words(language).suppressed;
  const extra = [cell.share, cell.growth]
    .filter((part) => part !== undefined && part !== null)
    .map((part) => `${shown(part, language)} %`);
  return extra.length === 0 ? shown(cell.value, language) : `${shown(cell.value, language)} (${extra.join("; ")})`;
}

export function criteriaTable(rows: NonNullable<AnswerQuestion["criteria"]>, language: Language): TableView {
  const w = words(language);
  return {
    columns: [text(""), text(w.collectiveAdvice), text(w.individualAdvice), text(w.rules)],
    rows: rows.map((row) => ({
      total: false,
      cells: [row.title[language], row.collective[language], row.individual[language], row.ids.join(", ")].map(text),
    })),
  };
}

export function breachTable(list: readonly Breach[], language: Language): TableView {
  const w = words(language);
  const day = (date: string | null): string => (date === null ? "" : formatDate(date as PlainDate, language));
  return {
    columns: [w.ticket, w.appliedOn, w.grantedOn, w.breach, w.individualFrom].map(text),
    rows: list.map((breach) => ({
      total: false,
      cells: [
        breach.ticketRef,
        day(breach.appliedOn),
        day(breach.grantedOn),
        w.breaches[breach.kind],
        day(breach.individualGrantedOn),
      ].map(text),
    })),
  };
}

export function boundsTable(rows: readonly BoundRow[], language: Language): TableView {
  const w = words(language);
  const end = (value: number | null): CellView => number(value === null ? "∞" : formatNumber(value, language));
  return {
    columns: [text(w.persons), number(w.atLeast), number(w.atMost), number(w.inTheRecords)],
    rows: rows.map((row) => ({
      total: false,
      cells: [
        text(row.title[language]),
        end(row.min),
        end(row.max),
        row.actual === null ? number(w.suppressed) : end(row.actual),
      ],
    })),
  };
}

export function windowText(window: { readonly from: string; readonly until: string }, language: Language): string {
  const [from, until] = [formatDate(plainDate(window.from), language), formatDate(plainDate(window.until), language)];
  return window.from === window.until ? until : words(language).fromUntil(from, until);
}

export function shown(value: number | string | null, language: Language): string {
  if (value === null) return "–";
  if (typeof value === "number") return formatNumber(value, language);
  return language === "en" ? value : value.replace(".", ",");
}

function text(words: string): CellView {
  return { text: words, numeric: false };
}

function number(words: string): CellView {
  return { text: words, numeric: true };
}
