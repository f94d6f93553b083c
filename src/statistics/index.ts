// Public face of statistics: ask a question of the records, answer parliament, and solve what published margins leave open.

export { ANSWERS_FOLDER, answerIds, answerTexts, readAnswer, readFrozen } from "./answer/files.ts";
export * from "./answer/index.ts";
export { type Bounds, type BoundsQuestion, bounds, type Margin, parseBoundsFile, type Range } from "./bounds/index.ts";
export {
  type Attribute,
  attributes,
  attributesOf,
  type DescribedAttribute,
  describeAttributes,
  type Exclusive,
  events,
  eventTitles,
  findAttribute,
  labelOf,
  type SubjectId,
  subjectFacts,
  subjectOf,
  subjects,
  type Unit,
  unitFacts,
  units,
} from "./catalogue/index.ts";
export type { LegalFacts } from "./context.ts";
export {
  type Definition,
  describePlaced,
  type Issue,
  isOutcomeType,
  nameOfWindow,
  type OutcomeType,
  outcomeFields,
  type ParseContext,
  type PlacedIssue,
  parseDefinition,
  parseFigureFile,
} from "./definition/index.ts";
export { type GrantDimension, grantDimensions, partsOfGrants } from "./dimensions/index.ts";
export {
  type CellSystem,
  type Channel,
  type DisclosurePolicy,
  type Earlier,
  type GatedFigure,
  type GateReport,
  type Guard,
  gate,
  heldAgainst,
  type Judge,
  judgeHere,
  overridePolicies,
  type Passed,
  passGate,
  policies,
  protect,
  releasePolicy,
  type Suppression,
  smallOnes,
} from "./disclosure/index.ts";
export type { Breach, BreachKind } from "./double-ticket/index.ts";
export { type Evaluator, evaluatorInMemory, evaluatorOver, PLANNER_SETTINGS } from "./evaluator.ts";
export {
  type Caveat,
  type Figure,
  type FigureCell,
  type FigureContext,
  type Linkage,
  type Outcome,
  runFigure,
} from "./figure/index.ts";
export { datesOfLaw, type LegalReading, lawAsFrozen, legalFactsOf, legalMoved, legalReadingOf } from "./legal-facts.ts";
export type { Records, RecordsPort, SqlRow, SqlValue } from "./port.ts";
export * from "./publication/index.ts";
export { extractTables, type Tables } from "./reference/index.ts";
export * from "./release/index.ts";
export * from "./render/index.ts";
