// Public face of the lab: reforms as data, populations in columns, and what a reform does over time.
export { type ComputeLab, computeLab, type LabComputed, type LabJob } from "./compute.ts";
export { askLab, type LabAnswer, type LabPorts, type LabQuestion, type Source } from "./desk.ts";
export { type DisclosureGate, type Guard, openGate, recordsGate } from "./disclosure.ts";
export {
  bodyOf,
  type Keeping,
  type KeptBody,
  type KeptFiles,
  type KeptLine,
  type KeptResults,
  keepResult,
  type LabActor,
} from "./kept-result.ts";
export { type Note, type NoteBlock, noteOf, noteText, wholeEuro } from "./note.ts";
export {
  type Assumptions,
  defaultAssumptions,
  type Population,
  type Trait,
} from "./population/population.ts";
export {
  type DimensionSource,
  mostDimensions,
  type ObservedFlow,
  type RecordedDimension,
  type RecordedGrant,
  type Records,
  type RecordsPort,
  type SnapshotRequest,
  usualDimensions,
} from "./population/records.ts";
export {
  observedAssumptions,
  type SnapshotOptions,
  snapshotPopulation,
} from "./population/snapshot-population.ts";
export { inventedSeed, type SyntheticOptions, syntheticPopulation } from "./population/synthetic-population.ts";
export { applyReform, type LawInQuarter, type ReformedLaw, totalRule } from "./reform/apply-reform.ts";
export { type DiffLine, diffOf, diffText } from "./reform/diff.ts";
export { inverseOf } from "./reform/inverse.ts";
export { readReform } from "./reform/read-reform.ts";
export { composed, emptyReform, type ParameterChange, type Reform } from "./reform/reform.ts";
export { resultCsv } from "./result-csv.ts";
export { type BreakEven, defaultLoss } from "./run/break-even.ts";
export type { BreakEvenKind, KindLimit, WageLimit } from "./run/break-even-table.ts";
export type { CaseOfInterest } from "./run/cases.ts";
export {
  type BothExplanations,
  breakEvenWage,
  type EmployerShare,
  employerShares,
  explainBoth,
} from "./run/one-case.ts";
export type {
  Breakdown,
  BreakEvenResult,
  Covered,
  Group,
  Interval,
  LabResult,
  QuarterCost,
  Spread,
  WageShare,
} from "./run/result.ts";
export { LabRoom, workingBytes } from "./run/room.ts";
export { type LabOptions, runLab } from "./run/run-lab.ts";
