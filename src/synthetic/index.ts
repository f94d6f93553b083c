// Public face of synthetic Flanders: an invented population that gives back the published figures, and the way to load it.
export type { CountedFigures } from "./count.ts";
export { type DeclarationWave, declarationMaker } from "./declarations.ts";
export { type DatabaseKind, DEMO_MARK, type DemoMark, databaseKind, isDemoMark } from "./demo-mark.ts";
export type {
  FreeCells,
  TicketCells,
} from "./figures.ts";
export { firmNumbers } from "./firms.ts";
export { DEFAULT_SEED, type GenerateOptions, type Portion } from "./generate.ts";
export { DIRT, type Dirt, type ImportFile, type ImportFileOptions, importFile } from "./import-file.ts";
export {
  type FlandersPorts,
  type LoadPhase,
  type LoadProgress,
  type LoadReport,
  loadFlanders,
  type SubjectToSeal,
} from "./load.ts";
export { type Newcomers, newcomers } from "./newcomers.ts";
export { syntheticIban } from "./numbers.ts";
export { type Persona, type PersonaOptions, personas } from "./personas.ts";
