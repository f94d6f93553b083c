// Public face of the question language: read a question from YAML or plain data, and name its windows.
export {
  type AmaPerimeter,
  type Condition,
  type DeclaredOutcome,
  type Definition,
  type Measure,
  type Statistic,
  statistics,
  subjectOfMeasure,
  type TicketName,
  type ValueMeasure,
} from "./definition.ts";
export type { Issue } from "./issue.ts";
export { isOutcomeType, type OutcomeType, outcomeFields } from "./outcome-fields.ts";
export { type ParseContext, parseDefinition } from "./parse.ts";
export { parseFigureFile } from "./parse-file.ts";
export {
  firstDayOf,
  lastDayOf,
  nameOfWindow,
  type Window,
  windowOf,
} from "./window.ts";
export { describePlaced, type PlacedIssue, readYaml } from "./yaml-edge.ts";
