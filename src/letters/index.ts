// Public face of the letters: decision letters and statements as documents, and as PDF/UA.
export type { Block, Column, LetterDocument, Party } from "./document/document.ts";
export { renderPdf } from "./pdf/render-pdf.ts";
