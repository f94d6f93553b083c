// Public face of synthetic Flanders: an invented population that gives back the published figures, and the way to load it.
export { type CountedFigures, FigureCounter } from "./count.ts";
export { type DatabaseKind, DEMO_MARK, type DemoMark, databaseKind, isDemoMark } from "./demo-mark.ts";
export {
  CHOSEN_FREE_CELLS,
  type FreeCells,
  PUBLISHED_KNOWN_AT,
  STOCK_DAY,
  SV170,
  type TicketCells,
  ticketCells,
} from "./figures.ts";
export { DEFAULT_SEED, type GenerateOptions, generateFlanders, type Portion, personsAt, scaleFor } from "./generate.ts";
export {
  type FlandersPorts,
  type LoadPhase,
  type LoadProgress,
  type LoadReport,
  loadFlanders,
  type SubjectToSeal,
} from "./load.ts";
export { type Newcomers, newcomers } from "./newcomers.ts";
export { type Persona, type PersonaOptions, personas } from "./personas.ts";
export { RefusedByTheLaw } from "./tell/steps.ts";
