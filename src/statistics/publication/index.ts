// Public face of publications: read a sheet, compute it, and hold it against an earlier one.
export { type Change, type Compared, comparePublications } from "./compare.ts";
export type { AnswerHeader } from "./header.ts";
export { publicationOfAnswer } from "./of-answer.ts";
export {
  type Built,
  buildPublication,
  exposedFigures,
  figuresOf,
  type Publication,
  type PublicationInput,
  type PublishedSection,
} from "./publication.ts";
export { parseSheet, type Sheet, type SheetSection } from "./sheet.ts";
export { internalWatermark } from "./watermark.ts";
