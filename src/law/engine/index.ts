// Public face of the engine: build a law from data and rules, explain one case, run columns.

export { type CaseUnderLaw, type Cause, causesOf } from "./causes.ts";
export * from "./columns/index.ts";
export { compareExplanations, type ExplanationDifference, type Moved, sameExplanation } from "./compare-explanations.ts";
export { describeGraph, type RuleDescription } from "./describe-graph.ts";
export { decimalText, Exact } from "./exact.ts";
export {
  type Explanation,
  explain,
  type Facts,
  factValue,
  type Outcome,
  type PlainFact,
  plainValue,
  type Question,
} from "./explain.ts";
export type { Frame, ParameterCell } from "./frame.ts";
export { engineVersion, graphOf, type RuleGraph, readGraph, type StoredGraph, storeGraph } from "./graph.ts";
export type { AnyRule, Rule } from "./kinds/rule.ts";
export { buildLaw, type Law } from "./law.ts";
export { type OtherReading, otherReadings } from "./readings.ts";
export { monthText, type Place, partsOf, sentenceOf, stepOf, unknownText, valueAt } from "./sentence.ts";
export { type CodeName, readerText, readerTexts, unitText, valueText } from "./text.ts";
export type { FactRead, Step, StepPlace, SwitchRead } from "./trace.ts";
export type { AnyUnit, Unit } from "./units.ts";
export { type Judgement, type Missing, NoValue, type Reason, type Value } from "./value.ts";
export * from "./wasm/index.ts";
