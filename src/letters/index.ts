// Public face of the letters: decision letters and statements as documents, as PDF/UA and as OpenDocument text.
export { composeLetter, type LetterCase } from "./compose.ts";
export type { Block, Column, LetterDocument, Party } from "./document/document.ts";
export { remedyBlocks } from "./legal/legal.ts";
export { renderOdt } from "./odt/render-odt.ts";
export { type AmountBasis, percentNl, type QuarterAmounts, stepsBlocks, termBlocks } from "./parts/amounts.ts";
export { instrumentsBlocks, openPointsBlocks, reasonsBlocks, rulesBlocks } from "./parts/rules.ts";
export { checkPdf } from "./pdf/check-pdf.ts";
export { renderPdf } from "./pdf/render-pdf.ts";
export { type FiscalView, fiscalDocument } from "./statement/fiscal-document.ts";
export { statementDocument } from "./statement/statement-document.ts";
export { statementCsv, statementXlsx } from "./statement/statement-files.ts";
export type { StatementAmount, StatementView, StatementWorker } from "./statement/statement-view.ts";
export type { Slots } from "./template/fill-template.ts";
export { type Audience, type Issuer, LETTER_KINDS, type LetterKind } from "./template/kinds.ts";
export { letterTemplates } from "./template/templates.ts";
