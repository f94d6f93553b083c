// What both files of the library give besides the law itself.
export type { Cents, Language, Localized, PlainDate, Problem, Quarter, Result } from "../kernel/index.ts";
export type { Law } from "./engine/index.ts";
export {
  type ColumnKernel,
  columns,
  compareExplanations,
  type Explanation,
  type ExplanationDifference,
  explain,
  type Facts,
  type Question,
  sentenceOf,
  valueText,
} from "./engine/index.ts";
