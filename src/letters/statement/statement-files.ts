// A statement as files for a spreadsheet or payroll program: CSV and XLSX, a row per amount. No cell can become a formula.
import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";
import { euro } from "../../kernel/index.ts";
import type { StatementView } from "./statement-view.ts";

export const STATEMENT_COLUMNS = [
  "afrekening",
  "kwartaalAfrekening",
  "dossier",
  "werknemer",
  "kwartaal",
  "premie",
  "verbetering",
  "percentage",
  "bedrag",
  "vroegerGeboekt",
  "nuVerschuldigd",
  "reden",
] as const;

/** Amounts as decimal text with a point, as every program reads them. */
function rowsOf(view: StatementView): string[][] {
  return view.workers.flatMap((worker) =>
    worker.amounts.map((one) => [
      view.reference,
      view.quarter,
      worker.number,
      worker.name,
      one.quarter,
      one.component,
      one.correction ? "ja" : "nee",
      one.percentage ?? "",
      euro(one.cents),
      euro(one.earlierCents),
      euro(one.dueCents),
      one.causes.map((cause) => `${cause.text} ${euro(cause.cents)}`).join("; "),
    ]),
  );
}

const MONEY = new Set(["bedrag", "vroegerGeboekt", "nuVerschuldigd"]);

/** A text that a spreadsheet would take for a formula is shown as text. A negative amount stays a number. */
export function harmless(text: string): string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

export function statementCsv(view: StatementView): string {
  const rows = rowsOf(view).map((row) => row.map(harmless));
  return stringify([[...STATEMENT_COLUMNS], ...rows], { record_delimiter: "windows", bom: true });
}

/** Amounts are numbers with two decimals, so that a spreadsheet can add them up. */
export async function statementXlsx(view: StatementView): Promise<Uint8Array> {
  const header = STATEMENT_COLUMNS.map((name) => ({ value: name, fontWeight: "bold" as const }));
  const rows = rowsOf(view).map((row) =>
    row.map((text, at) =>
      MONEY.has(STATEMENT_COLUMNS[at] as string)
        ? { value: Number(text), type: Number, format: "#,##0.00" }
        : { value: harmless(text), type: String },
    ),
  );
  const sheet = { sheet: view.quarter, stickyRowsCount: 1, columns: STATEMENT_COLUMNS.map(() => ({ width: 18 })) };
  return new Uint8Array(await writeExcelFile([header, ...rows], sheet).toBuffer());
}
