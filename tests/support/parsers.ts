// Every reader of text that comes from outside, with examples that it takes: for inputs that nobody would type.
import { readFileSync } from "node:fs";
import { isFormKey, ownPath } from "../../src/access/index.ts";
import { CSV_EXAMPLE, parseApplication, readCsv, sniff } from "../../src/counter/index.ts";
import { goodApplication, testInsz } from "../../src/counter/testing.ts";
import { iso20022, readAttests, readPayslips, webhookAddressFlaw } from "../../src/exchange/index.ts";
import * as kernel from "../../src/kernel/index.ts";
import { applyReform, readReform } from "../../src/lab/index.ts";
import { yamlSource } from "../../src/law/files.ts";
import { calculateJson } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { parseBoundsFile, parseFigureFile } from "../../src/statistics/index.ts";
import { languageOfPath, preferredLanguage } from "../../src/web/language.ts";

export interface Parser {
  readonly name: string;
  readonly examples: readonly string[];
  /** May refuse with a `Refusal`; anything else that is thrown is a mistake of ours. */
  readonly read: (text: string) => unknown;
  /** Costs much more than the others: gets a smaller share. */
  readonly slow?: boolean;
}

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const law = openLaw();

const calculation = {
  scheme: "employer",
  package: "P5",
  guidanceNeed: "HIGH",
  startQuarter: "2023-Q3",
  quarter: "2024-Q1",
  employmentFraction: "0.8",
  performedFraction: "0.75",
  grossWage: "9000.00",
  employerContributions: "2250.00",
  contributionReductions: "600.00",
  inServiceFrom: "2024-01-01",
  switches: { "OPEN-25": "TRUNCATE" },
};

const attests = `<?xml version="1.0" encoding="UTF-8"?>
<DmfaAttests><Attest number="A1" version="1" status="0" quarter="2024-Q1"><NaturalPerson insz="85073003328"/><Employer kbo="0316380841"/>
<Occupation fraction="0.8"><Remun code="1" amount="9000.00"/></Occupation><Contribution amount="2250.00"/><Reduction amount="1.00"/></Attest></DmfaAttests>`;

const statement = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Id>1</Id><Acct><Id><IBAN>BE68539007547034</IBAN></Id></Acct><Ntry><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd></Ntry></Stmt></BkToCstmrStmt></Document>`;

async function all(source: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of source) count += 1;
  return count;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}

/** JSON when it is JSON, else the text itself: a reader of parsed JSON must take both. */
function loosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const typed: readonly [name: string, read: (text: string) => unknown, ...examples: string[]][] = [
  ["parseInsz", kernel.parseInsz, "85.07.30-033.28", "85073003328"],
  ["parseKbo", kernel.parseKbo, "0316.380.841", "BE 0316380841"],
  ["parseIban", kernel.parseIban, "BE68 5390 0754 7034", "NL91ABNA0417164300"],
  ["parseStructuredCommunication", kernel.parseStructuredCommunication, "+++090/9337/55493+++"],
  ["parseEuro", kernel.parseEuro, "1234.56", "-0.01"],
  ["parseEuroAsTyped", kernel.parseEuroAsTyped, "1.234,56", "€ 12,5", "1 234,00"],
  ["parseEuroNotNegative", kernel.parseEuroNotNegative, "1234.56"],
  ["parsePercent", kernel.parsePercent, "40", "12.5"],
  ["parseFraction", kernel.parseFraction, "0.8", "38/38"],
  ["parseDecimal", kernel.parseDecimal, "2.2"],
  ["parseQuarter", kernel.parseQuarter, "2024-Q1"],
  ["parsePlainDate", kernel.parsePlainDate, "2024-02-29"],
  ["parseDateAsTyped", kernel.parseDateAsTyped, "29/02/2024", "29 2 2024", "29-02-2024"],
  ["parseInstant", kernel.parseInstant, "2024-02-29T10:00:00.000Z"],
  ["parseRef", kernel.parseRef, "0b5f6f8e-3c1a-4a55-9f0c-2b6f7b1f5c11"],
  ["ownPath", ownPath, "/mijn?terug=/a", "//evil.example", "https://evil.example/"],
  ["isFormKey", (text) => isFormKey(text, "expected"), "expected"],
  ["languageOfPath", languageOfPath, "/en/simulator", "/fr", "/"],
  ["preferredLanguage", preferredLanguage, "nl-BE,nl;q=0.9,en;q=0.8"],
  ["webhookAddressFlaw", webhookAddressFlaw, "https://example.org/hook", "https://[::1]/", "http://127.0.0.1:80"],
  ["sniff", (text) => sniff(Buffer.from(text, "latin1")), "%PDF-1.7 x", "\u0089PNG\r\n\u001a\n"],
];

export const parsers: readonly Parser[] = [
  ...typed.map(([name, read, ...examples]) => ({ name, read: (text: string) => read(text), examples })),
  { name: "readCsv", examples: [CSV_EXAMPLE], read: (text) => readCsv(Buffer.from(text, "utf8")) },
  {
    name: "parseApplication",
    examples: [JSON.stringify(goodApplication(testInsz(1)))],
    read: (text) => parseApplication(loosely(text)),
  },
  { name: "calculateJson", examples: [JSON.stringify(calculation)], read: (text) => calculateJson(law, loosely(text)) },
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
    name: "readReform",
    examples: [file("examples/reforms/cap-2.2.yaml"), file("examples/reforms/guidance-by-time.yaml")],
    read: (text) => {
      const reform = readReform(yamlSource("x.yaml", text));
      return reform.ok ? applyReform(law, reform.value) : reform;
    },
    slow: true,
  },
  { name: "readAttests", examples: [attests], read: (text) => all(readAttests(bytesOf(text))), slow: true },
  {
    name: "readPayslips",
    examples: [
      "number;version;status;quarter;employer;worker;gross;contributions;reductions;weeklyHours;fullTimeWeeklyHours;performedFraction;startedOn;endedOn\n1;1;0;2024-Q1;0316380841;85073003328;1000.00;0.00;0.00;19;38;;2024-01-01;\n",
    ],
    read: (text) => all(readPayslips(bytesOf(text))),
    slow: true,
  },
  { name: "bank file", examples: [statement], read: (text) => iso20022.read(text), slow: true },
];
