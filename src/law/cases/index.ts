// Public face of the worked cases.
export type { Ask, LawCase } from "./law-case.ts";
export { readCases } from "./read-cases.ts";
export { type CaseResult, type Difference, describeFailure, runCase, runCases } from "./run-cases.ts";
