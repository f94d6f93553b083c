// Public face of the law: its data, its rules and what runs them. Free of Node, so that it also runs in a browser.
export { BEFORE_RECORDS } from "./before-records.ts";
export * from "./book/index.ts";
// The rules, and what runs them.
export * from "./calculation/index.ts";
export {
  type Ask,
  type CaseResult,
  describeFailure,
  type LawCase,
  readingsOfCase,
  runCase,
  runCases,
  stepsOfCase,
} from "./cases/index.ts";
export type * from "./criteria.ts";
export {
  criteriaOn,
  directEntitlement,
  type FindingSummary,
  findingsTouched,
  type TouchedFinding,
} from "./criteria-reading.ts";
export * from "./engine/index.ts";
export type * from "./law-data.ts";
export {
  type CoverageReport,
  type CoveredRule,
  type CoveringCase,
  coverageReport,
  type LawSource,
  type LawSources,
  lawFromPlain,
  loadLaw,
  type PlainLaw,
  parseValue,
  plainLaw,
  plainSource,
  publishedLedger,
  writeValue,
} from "./loader/index.ts";
export type * from "./model.ts";
export type * from "./register.ts";
export { allRules, codeName } from "./rules/index.ts";
export { type CountedWageCodes, countedWageCodes } from "./wage-codes.ts";
