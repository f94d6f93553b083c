// Public face of the worked cases.
export { type Ask, type LawCase, readingsOfCase } from "./law-case.ts";
export { readCases } from "./read-cases.ts";
export { type CaseResult, type Difference, describeFailure, rulesOfCase, runCase, runCases, stepsOfCase } from "./run-cases.ts";
