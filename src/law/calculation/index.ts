// Public face of the calculation: one quarter of one grant, from JSON to JSON.
export { type CalculationOptions, calculate, calculateJson, calculateLine, explainInto, invalidInput } from "./calculate.ts";
export { type CalculationDifference, type CompareOptions, compareCalculations, compareReadings } from "./compare.ts";
export {
  type CalculationInput,
  type EmployerCalculation,
  type GuidanceNeed,
  guidanceNeeds,
  type SelfEmployedCalculation,
  type StartPackage,
  startPackages,
} from "./input.ts";
export type * from "./output.ts";
export { parseCalculation } from "./parse.ts";
export { type QuarterOfTerm, type Staircase, staircase, termTotal } from "./staircase.ts";
export { type ParameterView, type SourceView, type StepView, stepsBehind, stepViews } from "./step-view.ts";
export { stepLines } from "./steps.ts";
export type { Fixed, TextSink } from "./text-sink.ts";
