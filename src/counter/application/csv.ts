// Applications from a CSV file: one a row, each row judged by itself, and a report of what happened to it.
import { parse } from "csv-parse/sync";
import type { Reason } from "../../dossier/index.ts";
import {
  canonicalJson,
  fail,
  type Language,
  type Localized,
  localized,
  ok,
  pick,
  type Result,
  sha256Hex,
} from "../../kernel/index.ts";
import { fileNumber } from "../file-number.ts";
import type { Firm } from "../firm/firm.ts";
import type { Acting, CounterPorts } from "../ports.ts";
import { fileApplication } from "./filing.ts";
import { parseApplication } from "./input.ts";

export const CSV_LIMIT = 1_000;

/** The columns, in the order of the example. `reference` is the sender's own and comes back in the report. */
export const CSV_COLUMNS = [
  "reference",
  "insz",
  "givenName",
  "familyName",
  "premiums",
  "situation",
  "contractKind",
  "contractFrom",
  "contractUntil",
  "contractHours",
  "employmentFraction",
  "worksInFlanders",
  "notInDifficulty",
  "otherSupport",
  "account",
  "contactName",
  "contactEmail",
  "contactPhone",
  "residence",
  "province",
] as const;
type Column = (typeof CSV_COLUMNS)[number];
type Row = Readonly<Record<Column, string>>;

export interface CsvRow {
  /** In the file; the heading is row 1. */
  readonly row: number;
  readonly reference: string;
  readonly outcome: "FILED" | "REPEATED" | "REFUSED";
  /** Of the file; empty when it was refused. */
  readonly fileRef: string;
  readonly number: string;
  readonly reasons: readonly Reason[];
}

export interface CsvReport {
  readonly rows: readonly CsvRow[];
  readonly filed: number;
  readonly repeated: number;
  readonly refused: number;
}

/** Refused as a whole only when it is no such file; a wrong row never stops the others. */
export function readCsv(bytes: Uint8Array): Result<readonly Row[], readonly Reason[]> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail([problem("csv.encoding", notUtf8)]);
  }
  if (text.includes("\u0000")) return fail([problem("csv.form", notCsv)]);
  const delimiter = (text.split(/\r?\n/, 1)[0] ?? "").includes(";") ? ";" : ",";
  let lines: string[][];
  try {
    lines = parse(text, { delimiter, bom: true, skip_empty_lines: true, relax_column_count: true, trim: true }) as string[][];
  } catch {
    return fail([problem("csv.form", notCsv)]);
  }
  const [heading = [], ...rows] = lines;
  const unknown = heading.filter((name) => !(CSV_COLUMNS as readonly string[]).includes(name));
  const missing = (["insz", "givenName", "familyName", "premiums", "contractFrom"] as const).filter(
    (name) => !heading.includes(name),
  );
  if (unknown.length > 0 || missing.length > 0) return fail([problem("csv.columns", wrongColumns(unknown, missing))]);
  if (rows.length === 0) return fail([problem("csv.empty", empty)]);
  if (rows.length > CSV_LIMIT) return fail([problem("csv.rows", tooMany(rows.length))]);
  return ok(
    rows.map(
      (cells) => Object.fromEntries(CSV_COLUMNS.map((name) => [name, cells[heading.indexOf(name)] ?? ""])) as unknown as Row,
    ),
  );
}

/** Row after row. The same row of the same enterprise is the same command, so that a file sent twice files nothing twice. */
export async function fileCsv(ports: CounterPorts, acting: Acting, firm: Firm, rows: readonly Row[]): Promise<CsvReport> {
  const started = performance.now();
  const report: CsvRow[] = [];
  // The whole file is answered at once, so that no single row's time can be read from it (EMP-17).
  const quick = { ...ports, answerAfterMs: 0 };
  for (const [index, row] of rows.entries()) report.push(await fileRow(quick, acting, firm, row, index + 2));
  const left =
    ports.answerAfterMs * Math.ceil((performance.now() - started) / Math.max(1, ports.answerAfterMs)) -
    (performance.now() - started);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  const count = (outcome: CsvRow["outcome"]) => report.filter((one) => one.outcome === outcome).length;
  return { rows: report, filed: count("FILED"), repeated: count("REPEATED"), refused: count("REFUSED") };
}

async function fileRow(ports: CounterPorts, acting: Acting, firm: Firm, row: Row, at: number): Promise<CsvRow> {
  const shared = { row: at, reference: row.reference };
  const refused = (reasons: readonly Reason[]): CsvRow => ({ ...shared, outcome: "REFUSED", fileRef: "", number: "", reasons });
  const input = parseApplication(jsonOf(row));
  if (!input.ok) return refused(input.error);
  const commandId = `csv:${sha256Hex(canonicalJson({ firm: firm.kbo, row: { ...row } }))}`;
  const filed = await fileApplication(ports, acting, firm, { input: input.value, evidence: [], channel: "CSV", commandId });
  if (!filed.ok) return refused(filed.error);
  const { fileRef, repeated } = filed.value;
  return { ...shared, outcome: repeated ? "REPEATED" : "FILED", fileRef, number: fileNumber(fileRef), reasons: [] };
}

function jsonOf(row: Row): Readonly<Record<string, unknown>> {
  const flag = (text: string) =>
    /^(ja|yes|oui|true|1)$/i.test(text) ? true : /^(nee|neen|no|non|false|0)$/i.test(text) ? false : undefined;
  return {
    applicant: "EMPLOYER",
    worker: { insz: row.insz, givenName: row.givenName, familyName: row.familyName },
    premiums: row.premiums,
    situation: row.situation || "AT_WORK",
    contract: {
      kind: row.contractKind || "OPEN_ENDED",
      from: row.contractFrom,
      until: row.contractUntil || null,
      hours: row.contractHours === "" ? null : /^\d+$/.test(row.contractHours) ? Number(row.contractHours) : Number.NaN,
    },
    employmentFraction: row.employmentFraction.replace(",", "."),
    worksInFlanders: flag(row.worksInFlanders || "ja"),
    notInDifficulty: flag(row.notInDifficulty),
    otherSupport: row.otherSupport === "" ? [] : row.otherSupport.split("|"),
    account: row.account,
    contact: { name: row.contactName, email: row.contactEmail, phone: row.contactPhone },
    residence: row.residence,
    province: row.province,
  };
}

/** The report as CSV. A cell that a spreadsheet could take for a formula is put between quotes of text. */
export function csvOfReport(report: CsvReport, language: Language): string {
  const lines = report.rows.map((one) => [
    String(one.row),
    one.reference,
    one.outcome,
    one.number,
    one.fileRef,
    one.reasons
      .map((reason) => `${reason.field ?? ""}${reason.field === undefined ? "" : ": "}${pick(reason.message, language)}`)
      .join(" | "),
  ]);
  return `${[["row", "reference", "outcome", "number", "id", "reasons"], ...lines]
    .map((cells) => cells.map(csvCell).join(","))
    .join("\r\n")}\r\n`;
}

/** Safe for spreadsheets: what starts like a formula gets an apostrophe before it. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const problem = (id: string, message: Localized): Reason => ({
  id,
  rule: "",
  field: "file",
  message,
  remedy: localized("Gebruik het voorbeeldbestand", "Use the example file", "Utilisez le fichier d’exemple"),
});
const notUtf8 = localized("Dit bestand is geen UTF-8", "This file is not UTF-8", "Ce fichier n’est pas en UTF-8");
const notCsv = localized("Dit bestand is geen CSV", "This file is no CSV", "Ce fichier n’est pas un CSV");
const empty = localized(
  "Er staan geen aanvragen in dit bestand",
  "There are no applications in this file",
  "Ce fichier ne contient pas de demandes",
);
const tooMany = (rows: number) =>
  localized(
    `Dit bestand heeft ${rows} rijen; hoogstens ${CSV_LIMIT} mogen`,
    `This file has ${rows} rows; at most ${CSV_LIMIT} are allowed`,
    `Ce fichier compte ${rows} lignes ; ${CSV_LIMIT} au plus sont autorisées`,
  );
const wrongColumns = (unknown: readonly string[], missing: readonly string[]) => {
  const shown = unknown.map((name) => name.slice(0, 40)).join(", ");
  return localized(
    `De kolommen kloppen niet. Onbekend: ${shown || "geen"}. Ontbreekt: ${missing.join(", ") || "geen"}`,
    `The columns are wrong. Unknown: ${shown || "none"}. Missing: ${missing.join(", ") || "none"}`,
    `Les colonnes sont incorrectes. Inconnues : ${shown || "aucune"}. Manquantes : ${missing.join(", ") || "aucune"}`,
  );
};

/** A file to begin with: the heading and one row. */
export const CSV_EXAMPLE = `${CSV_COLUMNS.join(",")}\r\nA-001,85013090004,Noor,Synbergmans,WAGE,NEW_HIRE,OPEN_ENDED,2026-09-01,,,0.8,ja,ja,,,An Synhof,an@synfirma.be,,,\r\n`;
