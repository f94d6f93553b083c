// Readers of files that come from outside, each with an example that it takes.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import writeWorkbook from "write-excel-file/node";
import { CSV_EXAMPLE, readCsv } from "../../src/counter/index.ts";
import { TEMPLATE_CSV, TEMPLATE_ROWS } from "../../src/counter/transition/layout.ts";
import { readControls } from "../../src/counter/transition/proof.ts";
import { readFile } from "../../src/counter/transition/read-file.ts";
import { readRow } from "../../src/counter/transition/right-row.ts";
import { iso20022, readAttests, readPayslips } from "../../src/exchange/index.ts";
import { readXml } from "../../src/exchange/xml/xml-tree.ts";
import { applyReform, readReform } from "../../src/lab/index.ts";
import { yamlSource } from "../../src/law/files.ts";
import { readSimpleYaml } from "../../src/law/loader/simple-yaml.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { readTemplate } from "../../src/letters/template/read-template.ts";
import { TemplateError } from "../../src/letters/template/template.ts";
import { readSettings } from "../../src/main/settings.ts";
import { readAlertRules } from "../../src/main/watch/alert-rules.ts";
import { parseBoundsFile, parseFigureFile, parseSheet, readAnswerSource } from "../../src/statistics/index.ts";
import { readHeader } from "../../src/store/backup/archive.ts";
import { file, type Parser } from "./parser.ts";

const law = openLaw();
const workbook = await writeWorkbook(TEMPLATE_ROWS.map((cells) => cells.map((value) => ({ value, type: String })))).toBuffer();

const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const backup = `${JSON.stringify({ format: "maatwerk-backup-1", migration: 1, keyId: "0f".repeat(8), salt: "00".repeat(8) })}\n`;

const attests = `<?xml version="1.0" encoding="UTF-8"?>
<DmfaAttests><Attest number="A1" version="1" status="0" quarter="2024-Q1"><NaturalPerson insz="85073003328"/><Employer kbo="0316380841"/>
<Occupation fraction="0.8"><Remun code="1" amount="9000.00"/></Occupation><Contribution amount="2250.00"/><Reduction amount="1.00"/></Attest></DmfaAttests>`;

const statement = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Id>1</Id><Acct><Id><IBAN>BE68539007547034</IBAN></Id></Acct><Ntry><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd></Ntry></Stmt></BkToCstmrStmt></Document>`;

const payslips =
  "number;version;status;quarter;employer;worker;gross;contributions;reductions;weeklyHours;fullTimeWeeklyHours;performedFraction;startedOn;endedOn\n1;1;0;2024-Q1;0316380841;85073003328;1000.00;0.00;0.00;19;38;;2024-01-01;\n";

const answer = (name: string) => file(`answers/sv-170/${name}.yaml`);

export const parsersOfFiles: readonly Parser[] = [
  { name: "readCsv", examples: [CSV_EXAMPLE], read: (text) => readCsv(Buffer.from(text, "utf8")) },
  { name: "readXml", examples: [statement], read: readXml },
  { name: "readFile of older rights", examples: [TEMPLATE_CSV], read: rights },
  { name: "readFile, readWorkbook", examples: [workbook.toString("latin1")], read: rights, slow: "process" },
  { name: "readSimpleYaml", examples: [file("src/law/parameters/reference-wage/ggmmi.yaml")], read: readSimpleYaml },
  { name: "readTemplate", examples: [file("src/letters/templates/grant.yaml")], read: template },
  {
    name: "parseFigureFile",
    examples: [file("examples/grants-in-persons.yaml"), file("examples/refusals-by-ground.yaml")],
    read: (text) => parseFigureFile(text, "x.yaml"),
    slow: true,
  },
  {
    name: "parseBoundsFile",
    examples: [file("examples/bounds-of-three-tickets.yaml")],
    read: (text) => parseBoundsFile(text, "x.yaml"),
    slow: true,
  },
  {
    name: "parseSheet",
    examples: [file("examples/sheets/kerncijfers.yaml"), file("examples/sheets/uitgaven.yaml")],
    read: (text) => parseSheet(text, "x.yaml", law),
    slow: true,
  },
  {
    name: "readAnswerSource",
    examples: [answer("published")],
    read: (published) => readAnswerSource("x", { question: answer("question"), figures: answer("figures"), published }),
    slow: true,
  },
  {
    name: "readReform",
    examples: [file("examples/reforms/cap-2.2.yaml"), file("examples/reforms/guidance-by-time.yaml")],
    read: reform,
    slow: true,
  },
  { name: "readAttests", examples: [attests], read: (text) => all(readAttests(bytesOf(text))), slow: true },
  { name: "readPayslips", examples: [payslips], read: (text) => all(readPayslips(bytesOf(text))), slow: true },
  { name: "readCamt053, readPain002", examples: [statement], read: (text) => iso20022.read(text), slow: true },
  {
    name: "readAlertRules",
    examples: [file("src/main/watch/alerts.yaml")],
    read: asFile("alerts.yaml", readAlertRules),
    slow: true,
  },
  { name: "readHeader", examples: [backup], read: asFile("backup", readHeader), slow: true },
  {
    name: "readSettings",
    examples: [
      "PORT=3000&MAATWERK_PUBLIC_URL=https://maatwerk.example&MAATWERK_SECOND_LOOK_ABOVE=50000.00&MAATWERK_PAYER_IBAN=BE68539007547034",
    ],
    read: (text) => readSettings(Object.fromEntries(new URLSearchParams(text))),
  },
];

/** Hands the text over as a file. */
function asFile(name: string, read: (file: string) => unknown): (text: string) => unknown {
  const path = join(folder, name);
  return (text) => {
    writeFileSync(path, text, "latin1");
    return read(path);
  };
}

/** A file of older rights, its control totals and its rows. */
async function rights(text: string): Promise<void> {
  const read = await readFile(Buffer.from(text, "latin1"));
  if (!read.ok) return;
  readControls(read.value.lines);
  for (const { cells } of read.value.lines) readRow(cells);
}

function reform(text: string): unknown {
  const read = readReform(yamlSource("x.yaml", text));
  return read.ok ? applyReform(law, read.value) : read;
}

function template(text: string): unknown {
  try {
    return readTemplate("x.yaml", text);
  } catch (error) {
    // Its way to refuse.
    if (error instanceof TemplateError) return null;
    throw error;
  }
}

async function all(source: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of source) count += 1;
  return count;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}
