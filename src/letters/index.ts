// Public face of the letters: decision letters and statements as documents, as PDF/UA and as OpenDocument text.
export type { Block, Column, LetterDocument, Party } from "./document/document.ts";
export { renderOdt } from "./odt/render-odt.ts";
export { renderPdf } from "./pdf/render-pdf.ts";
