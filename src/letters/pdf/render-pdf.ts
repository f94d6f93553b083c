// Turns a document into PDF/UA-1 with Typst, which refuses to write a document that is not accessible.
import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { epochMillisecondsOf, formatDate } from "../../kernel/index.ts";
import type { LetterDocument } from "../document/document.ts";

const template = readFileSync(new URL("./letter.typ", import.meta.url), "utf8");
let compiler: NodeCompiler | null = null;

/** The same document gives the same bytes: the file's date is the document's own. Throws when the layout cannot be made accessible. */
export function renderPdf(document: LetterDocument): Uint8Array {
  compiler ??= NodeCompiler.create();
  const input = JSON.stringify({ ...document, displayDate: formatDate(document.date, document.language) });
  const compiled = compiler.compile({ mainFileContent: template, inputs: { document: input } });
  const laidOut = compiled.result;
  if (laidOut === null)
    throw new Error(`Letter ${document.reference} could not be laid out: ${diagnostics(compiled.takeDiagnostics())}`);
  const seconds = Math.floor(epochMillisecondsOf(document.createdAt) / 1000);
  const pdf = compiler.pdf(laidOut, { pdfStandard: "ua-1", creationTimestamp: seconds });
  // Keeps memory flat over a run of many letters.
  compiler.evictCache(10);
  return pdf;
}

function diagnostics(error: { shortDiagnostics: unknown[] } | null): string {
  return error === null ? "no diagnostics" : JSON.stringify(error.shortDiagnostics);
}
