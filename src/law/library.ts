// The calculator as a library: the law with its values inside, explained case by case or run in columns. No dependency, no Node.
// `npm run build:law` packs it; there the values come from the module "bundled-law", which the build makes from the law's files.
import { leanLaw as bundled } from "bundled-law";
import { graphOf, type Law } from "./engine/index.ts";
import { lawWithData } from "./engine/law.ts";
import { prepareProgram } from "./engine/program.ts";
import { lawFromLean } from "./loader/lean-law.ts";
import { allRules } from "./rules/index.ts";

// Checked when the library was packed, with the register that only people read.
/** The law as this version knows it: values, readings of open points, rules. Immutable. */
export const law: Law = lawWithData(lawFromLean(bundled), prepareProgram(graphOf(allRules)));

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
export { codeName } from "./rules/index.ts";
